"""What an agency decides about rules (``quy_tac``) is said, obeyed and recorded, through whichever door it comes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from generator.layout import read
from tests.cli.test_commands import run
from tests.samples import sample

Capture = pytest.CaptureFixture[str]
Door = Callable[[dict[str, Any], Path], Path]
UNORDERED = {"ngay": "3/2/2026", "can_cu": ["30/2020/NĐ-CP", "luat-72-2025-qh15"]}
ABBREVIATED = {"trich_yeu": "V/v ban hành mục tiêu chất lượng năm {nam}"}
ENDED = {"trich_yeu": "Về việc ban hành mục tiêu chất lượng năm {nam}."}


def _json(data: dict[str, Any], folder: Path) -> Path:
    file = folder / "ho-so.json"
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return file


def _folder(data: dict[str, Any], folder: Path) -> Path:
    parts = {key: value for key, value in data.items() if key not in ("co_quan", "van_ban")}
    files = {"ho-so.yaml": parts, "co-quan.yaml": data["co_quan"]}
    files |= {f"van-ban/{one['ten_tep']}.yaml": one for one in data["van_ban"]}
    for name, values in files.items():
        file = folder / "ho-so" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(values, allow_unicode=True), encoding="utf-8")
    return folder / "ho-so"


def _workbook(data: dict[str, Any], folder: Path) -> Path:
    (folder / "ho-so.xlsx").unlink(missing_ok=True)
    assert run("workbook", "export", _json(data, folder), folder / "ho-so.xlsx") == 0
    return folder / "ho-so.xlsx"


@pytest.fixture(params=[_json, _folder, _workbook], ids=["json", "folder", "workbook"])
def door(request: pytest.FixtureRequest) -> Door:
    opener: Door = request.param
    return opener


def dossier(*choices: dict[str, str], **document: Any) -> dict[str, Any]:
    """The sample, a final decision changed by the given fields, with these choices."""
    return sample(**document) | {"quy_tac": list(choices)}


def rendered(given: Path, folder: Path, capsys: Capture, *, code: int = 0) -> str:
    """What ``vanthu render`` says, nothing being written where it holds back."""
    capsys.readouterr()
    assert run("render", given, "-o", folder / "ra", "--format", "docx") == code
    assert (folder / "ra" / "quyet-dinh.docx").exists() == (code == 0)
    return " ".join(capsys.readouterr().err.split())


def recorded(folder: Path) -> str:
    """The property «Lỗi đã bỏ qua» of the file made; empty where there is none."""
    said = read((folder / "ra" / "quyet-dinh.docx").read_bytes()).properties.custom.get("Lỗi đã bỏ qua", "")
    return str(said)


def test_a_silenced_rule_is_told_with_its_reason_and_does_not_hold(door: Door, tmp_path: Path, capsys: Capture) -> None:
    choice = {"ma": "thu-tu", "muc": "bỏ qua", "ly_do": "Theo mẫu của Sở"}
    said = rendered(door(dossier(choice, **UNORDERED), tmp_path), tmp_path, capsys)
    assert "[thu-tu]" in said
    assert "(bỏ qua: Theo mẫu của Sở)" in said
    assert recorded(tmp_path) == ""  # a warning would not have held it


def test_an_error_silenced_lets_a_final_out_and_the_file_says_so(door: Door, tmp_path: Path, capsys: Capture) -> None:
    rendered(door(dossier(**ABBREVIATED), tmp_path), tmp_path, capsys, code=6)
    choice = {"ma": "trich-yeu-vv", "muc": "bỏ qua", "ly_do": "Đã đăng ký tên này"}
    said = rendered(door(dossier(choice, **ABBREVIATED), tmp_path), tmp_path, capsys)
    assert "(bỏ qua: Đã đăng ký tên này)" in said
    assert "trích yếu ghi «V/v» (chấp nhận: Đã đăng ký tên này)" in recorded(tmp_path)


def test_an_error_lowered_lets_a_final_out_and_the_file_says_so(tmp_path: Path, capsys: Capture) -> None:
    choice = {"ma": "trich-yeu-vv", "muc": "cảnh báo", "ly_do": "Đã đăng ký tên này"}
    said = rendered(_json(dossier(choice, **ABBREVIATED), tmp_path), tmp_path, capsys)
    assert "[cảnh báo]" in said
    assert "(cơ quan hạ từ «lỗi»: Đã đăng ký tên này)" in said
    assert "(hạ mức: Đã đăng ký tên này)" in recorded(tmp_path)


@pytest.mark.parametrize(
    ("rule", "document"),
    [
        ("trich-yeu-dau-cham", ENDED),  # of data
        ("thu-tu", UNORDERED),  # of law
        ("ND30-C.14", {"noi_nhan": ["Ủy Ban nhân dân xã"]}),  # of words
        ("LV19", {"noi_dung": [{"dieu": "Đơn vị xã Bàu Bàng."}, {"dieu": "Đơn vị xã Bầu Bàng."}]}),  # of texts together
        ("nhu-dieu", {"noi_nhan": ["Như Điều 9"]}),  # found while it is composed
    ],
)
def test_a_warning_raised_holds_a_final(rule: str, document: Any, tmp_path: Path, capsys: Capture) -> None:
    assert f"[{rule}]" in rendered(_json(dossier(**document), tmp_path), tmp_path, capsys)
    for file in (tmp_path / "ra").iterdir():
        file.unlink()
    said = rendered(_json(dossier({"ma": rule, "muc": "lỗi"}, **document), tmp_path), tmp_path, capsys, code=6)
    assert "chưa tạo văn bản nào" in said
    draft = {**document, "so": None}
    assert "[lỗi]" in rendered(_json(dossier({"ma": rule, "muc": "lỗi"}, **draft), tmp_path), tmp_path, capsys)


def test_a_warning_raised_holds_through_every_door(door: Door, tmp_path: Path, capsys: Capture) -> None:
    choice = {"ma": "trich-yeu-dau-cham", "muc": "lỗi", "van_ban": "quyet-dinh"}
    rendered(door(dossier(choice, **ENDED), tmp_path), tmp_path, capsys, code=6)


def test_a_choice_that_changes_nothing_is_said(door: Door, tmp_path: Path, capsys: Capture) -> None:
    choices = [{"ma": "thu-tư", "muc": "lỗi"}, {"ma": "LV19", "muc": "lỗi", "van_ban": "ke-hoach"}]
    said = rendered(door(dossier(*choices), tmp_path), tmp_path, capsys)
    assert "không có quy tắc «thu-tư» [quy-tac-khong-co] → có phải ý bạn là «thu-tu»?" in said
    assert "không có văn bản «ke-hoach» [quy-tac-khong-co] → đang có: quyet-dinh" in said


@pytest.mark.parametrize("level", ["bỏ qua", "cảnh báo", "thông tin"])
def test_silence_without_a_reason_is_refused(level: str, tmp_path: Path, capsys: Capture) -> None:
    given = _json(dossier({"ma": "thu-tu", "muc": level}), tmp_path)
    assert "phải có lý do" in rendered(given, tmp_path, capsys, code=3)


def test_a_reason_left_out_of_a_workbook_is_asked_for_at_its_row(tmp_path: Path, capsys: Capture) -> None:
    book = _workbook(dossier({"ma": "thu-tu", "muc": "bỏ qua", "ly_do": "Theo mẫu của Sở"}), tmp_path)
    opened = openpyxl.load_workbook(book)
    for row in opened["Quy tắc"].iter_rows():
        for cell in row:
            if cell.value == "Theo mẫu của Sở":
                cell.value = None
    opened.save(book)
    said = rendered(book, tmp_path, capsys, code=3)
    assert "Sheet Quy tắc" in said
    assert "phải có lý do" in said


def test_what_is_said_of_one_document_goes_before_what_is_said_of_all(tmp_path: Path, capsys: Capture) -> None:
    own = {"ma": "trich-yeu-dau-cham", "muc": "bỏ qua", "ly_do": "Tên đã duyệt", "van_ban": "quyet-dinh"}
    general = {"ma": "trich-yeu-dau-cham", "muc": "lỗi"}
    for choices in ([own, general], [general, own]):
        assert "Tên đã duyệt" in rendered(_json(dossier(*choices, **ENDED), tmp_path), tmp_path, capsys)


def test_words_raised_hold_the_documents_that_print_them(tmp_path: Path, capsys: Capture) -> None:
    data = dossier({"ma": "ND30-C.14", "muc": "lỗi"}, noi_nhan=["Ủy Ban nhân dân xã"])
    data["van_ban"].append(sample()["van_ban"][0] | {"ten_tep": "khac", "so": "6"})
    given = _json(data, tmp_path)
    said = rendered(given, tmp_path, capsys, code=6)
    assert run("render", given, "-o", tmp_path / "ra", "--format", "docx", "--only", "khac") == 0
    data["quy_tac"].append({"ma": "ND30-C.14", "muc": "bỏ qua", "ly_do": "Tên riêng", "van_ban": "quyet-dinh"})
    assert "(bỏ qua: Tên riêng)" in rendered(_json(data, tmp_path), tmp_path, capsys)
    assert "nơi nhận" in said
    assert recorded(tmp_path) == ""  # a warning by its rule


def test_an_audit_of_a_dossier_obeys_the_same_choices(tmp_path: Path, capsys: Capture) -> None:
    wrong = {"ngay": "3/2/2025", "can_cu": ["72/2025/QH15"]}
    assert run("bases", "audit", _json(dossier(**wrong), tmp_path)) == 6
    choice = {"ma": "chua-hieu-luc", "muc": "bỏ qua", "ly_do": "Áp dụng trước theo chỉ đạo"}
    assert run("bases", "audit", _json(dossier(choice, **wrong), tmp_path)) == 0
    assert "Áp dụng trước theo chỉ đạo" in capsys.readouterr().out
