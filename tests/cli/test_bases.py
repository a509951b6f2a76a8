"""``vanthu bases`` as a clerk meets it: lists, one document, audits of texts and dossiers, suggestions; and JSON."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest

from generator.layout import read
from generator.resources import DATA, STARTER
from tests.cli.test_commands import ROOT, run
from tests.samples import sample

SEEDS = ROOT / "tests" / "seeds"
Capture = pytest.CaptureFixture[str]


def printed(capsys: Capture, *arguments: object, code: int = 0) -> str:
    assert run("bases", *arguments) == code
    return capsys.readouterr().out


def data(capsys: Capture, *arguments: object, code: int = 0) -> Any:
    return json.loads(printed(capsys, *arguments, "--json", code=code))


def test_the_list_says_what_is_in_force_on_the_day(capsys: Capture) -> None:
    before = {row["ma"]: row for row in data(capsys, "list", "--field", "thu-tuc-hanh-chinh", "--on", "30/6/2025")}
    after = {row["ma"]: row for row in data(capsys, "list", "--field", "thu-tuc-hanh-chinh", "--on", "1/7/2025")}
    assert before["nd-61-2018"]["danh_gia"][0]["muc"] == "thông tin"  # amended
    assert after["nd-61-2018"]["danh_gia"][0]["muc"] == "cảnh báo"
    assert before["nd-118-2025"]["danh_gia"][0]["muc"] == "lỗi"
    assert after["nd-118-2025"]["danh_gia"][0]["muc"] == "đúng"
    out = printed(capsys, "list", "--field", "Văn thư", "--on", "22/3/2024")
    assert "nd-30-2020" in out
    assert "nd-61-2018" not in out


def test_a_render_says_each_thing_of_a_basis_once_with_its_line(tmp_path: Path, capsys: Capture) -> None:
    assert run("render", STARTER, "-o", tmp_path) == 0
    told = capsys.readouterr().err
    assert told.count("đã được sửa đổi, bổ sung bởi") == 1
    assert "[thông tin] Nghị định số 118/2025/NĐ-CP (" in told
    assert ", dòng " in told


def test_one_document_is_shown_by_id_or_number(capsys: Capture) -> None:
    out = printed(capsys, "show", "61/2018/NĐ-CP", "--on", "1/8/2025")
    assert "thay bằng: Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025" in out
    assert data(capsys, "show", "nd-61-2018")[0]["so"] == "61/2018/NĐ-CP"
    assert "Chưa dẫn được" in printed(capsys, "show", "41/2026/QĐ-TTg")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "61/2018/ND-CP"], "gần giống: 61/2018/NĐ-CP"),
        (["list", "--field", "y-te"], "không có lĩnh vực «y-te»"),
        (["list", "--on", "31/2/2025"], "không có trong lịch"),
        (["audit", "khong-co.txt"], "không có thư mục hay tệp này"),
    ],
)
def test_a_wrong_command_is_explained(arguments: list[str], words: str, capsys: Capture) -> None:
    assert run("bases", *arguments) == 2
    assert words in capsys.readouterr().err


def test_a_scanned_text_is_audited_and_its_errors_set_the_exit_code(capsys: Capture) -> None:
    (done,) = data(capsys, "audit", SEEDS / "bau-bang-2024.txt", code=6)
    assert done["ngay_xet"] == "28/03/2024"
    wrong = [item for item in done["nhan_xet"] if item["muc"] == "lỗi"]
    assert [(item["noi"], item["ma"]) for item in wrong] == [("dòng 25", "so-ky-hieu")]
    assert [item["van_ban"] for item in done["vien_dan"]][:2] == ["luat-77-2015-qh13", "luat-47-2019-qh14"]
    name, _ = [item for item in done["nhan_xet"] if item["ma"] == "LV19"]  # and «HĐND-UBND», «HĐND và UBND»
    assert (name["noi"], "«Bầu Bàng»" in name["noi_dung"]) == ("dòng 9, dòng 27, dòng 83", True)
    assert "28 cảnh báo" in printed(capsys, "audit", SEEDS / "thuong-lo-2024.txt")


def test_a_file_cannot_send_commands_to_the_terminal(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Căn cứ Kế hoạch số 5/KH-UBND ngày 31/02/2024 của \x1b[2JỦy ban nhân dân xã;\n", encoding="utf-8")
    assert "\x1b" not in printed(capsys, "audit", file, code=6)


def test_an_agencys_own_file_is_known_to_the_audit(capsys: Capture) -> None:
    own = DATA / "thuong-lo-2024" / "can-cu.yaml"
    (done,) = data(capsys, "audit", SEEDS / "thuong-lo-2024.txt", "--registry", own)
    assert [item["van_ban"] for item in done["vien_dan"]][3:] == ["qd-12-2015-tinh", "kh-55-2023-xa", None]


def test_a_word_file_is_audited_with_the_place_of_each_finding(tmp_path: Path, capsys: Capture) -> None:
    made = docx.Document()
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nHUYỆN MẪU"
    table.cell(0, 1).text = "Mẫu, ngày 05 tháng 8 năm 2025"
    made.add_paragraph("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;")
    file = tmp_path / "a.docx"
    made.save(str(file))
    (done,) = data(capsys, "audit", file, code=6)
    assert done["ngay_xet"] == "05/08/2025"
    found = {(item["noi"], item["ma"]) for item in done["nhan_xet"]}
    assert {("bảng 1, hàng 1, cột 1", "cap-huyen"), ("đoạn 1", "het-hieu-luc")} <= found


def test_a_dossier_is_audited_document_by_document(capsys: Capture) -> None:
    done = data(capsys, "audit", DATA / "khe-tre-2027", "--on", "1/9/2026")
    assert [item["ten"] for item in done] == ["ke-hoach", "quyet-dinh"]
    assert all(item["muc"] != "lỗi" for document in done for item in document["nhan_xet"])


def test_bases_are_suggested_for_a_dossier(capsys: Capture) -> None:
    documents = data(capsys, "suggest", DATA / "bau-bang-2024")
    done = next(item for item in documents if item["ten"] == "quyet-dinh")
    offered = [item["ma"] for one in done["bo"] for item in one["van_ban"]]
    assert offered == ["tt-26-2014-tt-bkhcn", "nd-107-2021"]
    assert "nd-107-2021: Nghị định số 107/2021/NĐ-CP" in printed(capsys, "suggest", DATA / "bau-bang-2024")


def _on_disk(folder: Path, **document: Any) -> Path:
    """The sample dossier as a JSON file."""
    file = folder / "ho-so.json"
    file.write_text(json.dumps(sample(**document), ensure_ascii=False), encoding="utf-8")
    return file


def test_a_final_with_an_error_is_held_and_nothing_is_written(tmp_path: Path, capsys: Capture) -> None:
    wrong = _on_disk(tmp_path, ngay="3/2/2025", can_cu=["72/2025/QH15", "118/2025/NĐ-CP", "30/2020/NĐ-CP"])
    assert run("render", wrong, "-o", tmp_path / "ra") == 6
    said = capsys.readouterr().err
    assert "[lỗi] Luật Tổ chức chính quyền địa phương (số 72/2025/QH15)" in said
    assert "[đúng] Nghị định số 30/2020/NĐ-CP" in said
    assert "(2 lỗi)" in said  # both at once
    assert not (tmp_path / "ra").exists()


def test_force_makes_it_all_the_same_and_both_files_say_so(tmp_path: Path, capsys: Capture) -> None:
    wrong = _on_disk(tmp_path, ngay="3/2/2025", can_cu=["72/2025/QH15"])
    assert run("render", wrong, "-o", tmp_path, "--force") == 0
    note = read((tmp_path / "quyet-dinh.docx").read_bytes()).properties.custom["Lỗi đã bỏ qua"]
    assert note.startswith("căn cứ 1: Luật Tổ chức chính quyền địa phương (số 72/2025/QH15) chưa có hiệu lực")
    packet = pypdf.PdfReader(tmp_path / "quyet-dinh.pdf").trailer["/Root"]["/Metadata"].get_data().decode()
    assert f"<vanban:loiDaBoQua>{note}</vanban:loiDaBoQua>" in packet


def test_force_leaves_no_mark_where_nothing_is_wrong(tmp_path: Path) -> None:
    assert run("render", _on_disk(tmp_path), "-o", tmp_path, "--force", "--format", "docx") == 0
    assert "Lỗi đã bỏ qua" not in read((tmp_path / "quyet-dinh.docx").read_bytes()).properties.custom


def test_a_draft_with_the_same_error_is_made_and_judged(tmp_path: Path, capsys: Capture) -> None:
    draft = _on_disk(tmp_path, so=None, ngay=None, nam_ban_hanh="2024", can_cu=["72/2025/QH15"])
    assert run("render", draft, "-o", tmp_path / "ra", "--format", "docx") == 0
    said = capsys.readouterr().err
    assert "bản dự thảo, xét theo ngày 31/12/2024" in said
    assert "[lỗi] Luật Tổ chức chính quyền địa phương (số 72/2025/QH15)" in said
    assert (tmp_path / "ra" / "quyet-dinh.docx").exists()


def test_only_the_documents_asked_for_are_judged(tmp_path: Path, capsys: Capture) -> None:
    assert run("render", DATA / "khe-tre-2027", "-o", tmp_path, "--only", "ke-hoach", "--format", "docx") == 0
    said = capsys.readouterr().err
    assert "ke-hoach: căn cứ" in said
    assert "quyet-dinh: căn cứ" not in said


def test_render_says_where_the_wording_is_to_be_looked_at(tmp_path: Path, capsys: Capture) -> None:
    shutil.copytree(STARTER, tmp_path / "ho-so")
    (text,) = (tmp_path / "ho-so" / "van-ban").glob("*.yaml")
    wrong = "  - Uỷ Ban nhân dân xã ,"
    lines = text.read_text(encoding="utf-8").replace("  - Thường trực Đảng ủy xã (để báo cáo)", wrong).splitlines()
    text.write_text("\n".join(lines), encoding="utf-8")
    assert run("render", tmp_path / "ho-so", "-o", tmp_path / "ra", "--format", "docx") == 0
    said = capsys.readouterr().err
    assert f"[cảnh báo] van-ban/{text.name}, dòng {lines.index(wrong) + 1}" in said
    assert "viết hoa chưa đúng: «Uỷ Ban nhân dân»" in said
    assert "dấu cách thừa trước «,»" in said
