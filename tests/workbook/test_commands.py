"""The workbook's commands as a user types them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from generator.cli import app
from generator.dossier import load_dossier
from generator.errors import DataError, UsageError
from generator.resources import DATA
from tests.workbook.books import FIRST, HEADING_ROW, at, changed, put

KHE_TRE = DATA / "khe-tre-2027"


def _run(*arguments: object) -> str:
    done = CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("purpose", ["muc-tieu", "ke-hoach", "bao-cao"])
def test_a_filled_starter_renders_as_it_is(purpose: str, tmp_path: Path) -> None:
    file = tmp_path / "xa.xlsx"
    assert f"vanthu render {file}" in _run("workbook", "new", file, "--for", purpose)
    _run("render", file, "-o", tmp_path / "ra")
    assert len(list((tmp_path / "ra").glob("*.pdf"))) == 1


def test_out_of_a_folder_and_into_one_again(tmp_path: Path) -> None:
    _run("workbook", "export", KHE_TRE, tmp_path / "a.xlsx")
    _run("workbook", "import", tmp_path / "a.xlsx", tmp_path / "ho-so")
    # A folder's documents come by name: here in another order than they were exported in.
    assert load_dossier(tmp_path / "ho-so").model_dump() == load_dossier(KHE_TRE).model_dump()
    assert "quyet-dinh" in _run("bases", "suggest", tmp_path / "a.xlsx")


def test_nothing_is_written_over(tmp_path: Path) -> None:
    _run("workbook", "new", tmp_path / "a.xlsx")
    with pytest.raises(UsageError, match="đã có tệp này"):
        _run("workbook", "new", tmp_path / "a.xlsx")
    with pytest.raises(UsageError, match=r"đuôi .xlsx"):
        _run("workbook", "new", tmp_path / "a.xls")


def test_render_tells_cells_and_forgiveness(tmp_path: Path) -> None:
    wrong, forgiven = tmp_path / "sai.xlsx", tmp_path / "dung.xlsx"
    wrong.write_bytes(changed(put("Kết quả", "Tử số", "nhiều")))
    with pytest.raises(DataError, match="Sheet Kết quả, ô F4"):
        _run("render", wrong, "-o", tmp_path / "ra")
    assert not (tmp_path / "ra").exists()

    def own_sheet(book: object) -> None:
        book.create_sheet("Nháp")["A1"] = "thử"  # type: ignore[attr-defined]

    forgiven.write_bytes(changed(own_sheet))
    assert "Lưu ý: Sheet «Nháp» không thuộc hồ sơ" in _run(
        "render", forgiven, "-o", tmp_path / "ra", "--format", "docx"
    )


def test_the_empty_workbook_helps_who_fills_it(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    _run("workbook", "new", file)
    book = load_workbook(file)
    for name in ("Cơ quan", "Văn bản", "Nội dung", "Mục tiêu", "Kế hoạch", "Kết quả", "Căn cứ", "Nơi nhận"):
        sheet = book[name]
        assert not sheet.protection.sheet
        assert sheet.freeze_panes in (f"A{FIRST}", f"B{FIRST}", f"E{FIRST}")
    assert "Alt+Enter" in book["Kết quả"].cell(HEADING_ROW, 12).comment.text
    assert at(book, "Kết quả", "Ngày báo cáo").number_format == "dd/mm/yyyy"
    assert book["Kết quả"].freeze_panes == f"E{FIRST}"
    assert book["Kết quả"].print_title_cols == "$A:$D"
    assert book["Kết quả"].auto_filter.ref.startswith(f"A{HEADING_ROW}:")
    assert book["Danh mục"].sheet_state == "hidden"
    assert {cell.font.name for row in book["Mục tiêu"].iter_rows() for cell in row if cell.value} == {"Times New Roman"}
