"""``vanthu bases`` as a clerk meets it: lists, one document, audits of texts and dossiers, suggestions; and JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from generator.cli.judgements import BasisError, judge_dossier, print_and_hold
from generator.dossier.reader import build_dossier
from generator.resources import DATA
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
    assert "1 cảnh báo" in printed(capsys, "audit", SEEDS / "thuong-lo-2024.txt")


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
    (done,) = data(capsys, "suggest", DATA / "bau-bang-2024")
    offered = [item["ma"] for one in done["bo"] for item in one["van_ban"]]
    assert offered == ["tt-26-2014-tt-bkhcn", "nd-107-2021"]
    assert "nd-107-2021: Nghị định số 107/2021/NĐ-CP" in printed(capsys, "suggest", DATA / "bau-bang-2024")


def test_a_final_with_an_error_is_held_unless_forced(capsys: Capture) -> None:
    wrong = judge_dossier(build_dossier(sample(ngay="3/2/2025")))
    with pytest.raises(BasisError) as caught:
        print_and_hold(wrong, force=False)
    assert caught.value.exit_code == 6
    assert "[lỗi] Luật Tổ chức chính quyền địa phương (số 72/2025/QH15)" in capsys.readouterr().err
    (overridden,) = print_and_hold(wrong, force=True)
    assert "chưa có hiệu lực vào ngày 03/02/2025" in overridden
    assert print_and_hold(judge_dossier(build_dossier(sample(ngay=None, so=None))), force=False) == []
