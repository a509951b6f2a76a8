"""A document asked for is made although another one of the dossier is wrong, and that is said."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.errors import DataError
from generator.resources import DATA
from generator.service import issue, open_dossier, review
from generator.workbook import write_workbook
from tests.samples import sample


def _two(**wrong: Any) -> dict[str, Any]:
    data = sample()
    data["van_ban"].insert(0, {**data["van_ban"][0], "ten_tep": "thong-bao", "loai": "thông báo", "so": "7", **wrong})
    return data


@pytest.mark.parametrize(
    "wrong",
    [
        {"trich_yeu": None},
        {"loai": "thông bao"},
        {"can_cu": ["999/2099/NĐ-CP"]},
        {"ky": {"nguoi": "khong-co"}},
        {"noi_dung": [{"muc_tieu": "khoan"}]},
        {"la_gi": "x"},
        {"loai": "công điện"},
        {"in_lien_he": "có"},
    ],
)
def test_a_wrong_document_nobody_asked_for_is_left_out(wrong: dict[str, Any]) -> None:
    raw = json.dumps({**_two(**wrong)}).encode()
    with pytest.raises(DataError):
        open_dossier(raw)
    opened = open_dossier(raw, only=["quyet-dinh"])
    assert [note.what for note in opened.notes if "thong-bao" in note.what]
    (made,) = issue(review(opened, only=["quyet-dinh"]), formats=("docx",))
    assert made.name == "quyet-dinh"
    with pytest.raises(DataError):
        open_dossier(raw, only=["thong-bao"])


def test_places_go_on_naming_what_stays() -> None:
    lines = json.dumps(_two(trich_yeu=None), ensure_ascii=False, indent=1)
    opened = open_dossier(lines.encode(), only=["quyet-dinh"])
    line = max(n for n, text in enumerate(lines.splitlines(), 1) if '"ten_tep"' in text)
    assert opened.place(("van_ban", 0, "ten_tep")).endswith(f"dòng {line}")


def test_what_is_wrong_elsewhere_is_still_said() -> None:
    data = _two(trich_yeu=None)
    data["co_quan"]["dia_danh"] = ""
    with pytest.raises(DataError) as caught:
        open_dossier(json.dumps(data).encode(), only=["quyet-dinh"])
    assert len(caught.value.problems) == 2


def test_a_file_that_is_no_yaml_is_passed_over(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(DATA / "khe-tre-2027", tmp_path / "ho-so"))
    (folder / "van-ban" / "ke-hoach.yaml").write_text("loai: [kế hoạch\n", encoding="utf-8")
    with pytest.raises(DataError):
        open_dossier(folder)
    opened = open_dossier(folder, only=["quyet-dinh"])
    assert any("ke-hoach.yaml" in note.what for note in opened.notes)


def test_a_workbook_does_the_same(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    file = tmp_path / "ho-so.xlsx"
    file.write_bytes(write_workbook(open_dossier(json.dumps(_two()).encode()).dossier))
    book = load_workbook(file)
    sheet = book["Văn bản"]
    column = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == "Trích yếu")
    row = next(cell.row for line in sheet.iter_rows() for cell in line if cell.value == "thong-bao")
    sheet.cell(row, column).value = None
    book.save(file)
    with pytest.raises(DataError):
        open_dossier(file)
    assert [d.name for d in open_dossier(file, only=["quyet-dinh"]).dossier.documents] == ["quyet-dinh"]
