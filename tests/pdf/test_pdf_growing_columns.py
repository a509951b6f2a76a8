"""Columns whose longest word has no room take it from the others, as far as these can spare it."""

from __future__ import annotations

import pytest

from generator.layout import read
from generator.layout.tree import Table, TextFormat
from generator.pdf import convert
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import text_width
from generator.pdf.typst.cells.growing import grow
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.pdf.pdf_lines import lines

FACES = Faces(True)
MARGINS = 10.8
NEAR = 0.21  # points: a column is a hair wider than its word
SUM = "15.000.000"


def wide(text: str) -> float:
    return text_width(FACES, text, TextFormat("Times New Roman", 14.0))


def automatic(widths: list[int], *rows: str, props: str = "", kind: str = "dxa") -> str:
    made = table(widths, *rows, props=props).replace('<w:tblLayout w:type="fixed"/>', "")
    return made if kind == "dxa" else made.replace(f'w:w="{sum(widths)}" w:type="dxa"', 'w:w="0" w:type="auto"')


def grown(body: str) -> list[float]:
    document = read(make(body))
    grow(document.sections[0].blocks, FACES)
    found = document.sections[0].blocks[0]
    assert isinstance(found, Table)
    return found.columns


def test_indents_that_leave_no_room_in_a_cell_do_not_send_its_text_into_the_next() -> None:
    listed = para("29", '<w:ind w:left="720" w:hanging="360"/>')
    body = table(
        [700, 3000, 2000], row(cell(listed, 700), "Quản lý", "hệ thống"), row(cell(para("30"), 700), "Sửa", "x")
    )
    found = lines(convert(make(body), bundled_fonts=True).pdf)
    first, plain = (next(line for line in found if line.text.startswith(text)) for text in ("29", "30"))
    assert first.x == pytest.approx(plain.x, abs=0.1)


@pytest.mark.parametrize(("left", "begins"), [(345, 90.45 + 1.8), (900, 90.45)], ids=["room", "beyond its cell"])
def test_a_number_without_text_stands_before_indents_that_leave_no_room(left: int, begins: float) -> None:
    """As in columns of numbers that Word counts: centred with the tab behind it, on one line."""
    levels = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="345" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    jc = "center" if left == 345 else "left"
    form = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="{left}"/><w:jc w:val="{jc}"/>'
    made = make(table([649, 3000], row(para("", form), "Quản lý")) + para("sau"), numbering=levels)
    first, after = lines(convert(made, bundled_fonts=True).pdf)
    assert first.text == "1.Quảnlý"
    assert first.x == pytest.approx(begins, abs=0.3)
    assert after.y - first.y < 20


def test_a_figure_that_a_program_filled_in_is_not_cut() -> None:
    body = automatic([3000, 900, 1800], row("Tên hàng", SUM, "Chú ý"))
    assert [line.text for line in lines(convert(make(body), bundled_fonts=True).pdf)] == [f"Tênhàng{SUM}Chúý"]


def test_a_long_word_is_whole_once_its_column_grew() -> None:
    word = "danh_sach_can_bo_cong_chuc_vien_chuc"
    body = automatic([3000, 900, 5000], row("a", word, "b"))
    assert [line.text for line in lines(convert(make(body), bundled_fonts=True).pdf)] == [f"a{word}b"]


def test_the_others_give_by_what_they_can_spare() -> None:
    columns = grown(automatic([3000, 900, 1800], row("Tên hàng", SUM, "Chú ý"), row("hàng hóa", "5", "")))
    assert columns[1] == pytest.approx(wide(SUM) + MARGINS, abs=NEAR)
    assert sum(columns) == pytest.approx(285.0)
    spare = 150.0 - wide("hàng") - MARGINS, 90.0 - wide("Chú") - MARGINS
    given = 150.0 - columns[0], 90.0 - columns[2]
    assert given[0] / given[1] == pytest.approx(spare[0] / spare[1])


def test_a_table_that_says_no_width_grows_up_to_its_text_first() -> None:
    need = wide(SUM) + MARGINS
    assert grown(automatic([3000, 900], row("a", SUM), kind="auto")) == pytest.approx([150.0, need], abs=NEAR)
    full = grown(automatic([8171, 900], row("a", SUM), kind="auto"))
    assert full == pytest.approx([9071 / 20 - need, need], abs=NEAR)


WHOLE = "khônghềcóchỗnàođểngắt"


@pytest.mark.parametrize(
    ("grid", "cells", "kind"),
    [
        ([3000, 900], ["a", "b c"], "dxa"),
        ([1200, 900], ["hàng hóa", "Quy-định-này"], "dxa"),  # lines end at hyphens
        ([1300, 900], ["nghiêng", SUM], "dxa"),  # the other has not as much to spare
        ([1300, 900], [para("nghiêng ngả", '<w:ind w:left="500" w:hanging="500"/>'), "a"], "dxa"),
        ([500, 900], [para("1.", '<w:ind w:left="720" w:hanging="720"/>'), "a"], "dxa"),
    ],
)
def test_columns_stay_as_they_are(grid: list[int], cells: list[str], kind: str) -> None:
    assert grown(automatic(grid, row(*(cell(text) for text in cells)), kind=kind)) == [width / 20 for width in grid]


def test_a_fixed_table_cuts_its_words() -> None:
    assert grown(table([3000, 900], row("a", SUM))) == [150.0, 45.0]


def test_a_cell_over_several_columns_keeps_its_word_whole() -> None:
    over = cell(WHOLE, '<w:gridSpan w:val="2"/>')
    most = round((wide(WHOLE) + MARGINS) * 20)
    grid = [most // 2, most - most // 2 + 2, 900]
    assert grown(automatic(grid, row(over, SUM), row("a", "b", "c"))) == [width / 20 for width in grid]


def test_a_word_in_runs_of_several_looks_is_one_word() -> None:
    parts = para(run("15.000", "<w:b/>") + run(".000"))
    bold = text_width(FACES, "15.000", TextFormat("Times New Roman", 14.0, bold=True))
    assert grown(automatic([3000, 900], row("a", cell(parts))))[1] == pytest.approx(
        bold + wide(".000") + MARGINS, abs=NEAR
    )


def test_tables_inside_cells_grow_as_well() -> None:
    inner = automatic([1500, 800], row("a", SUM))
    document = read(make(automatic([5000, 2000], row(cell(inner + para("")), "b"))))
    grow(document.sections[0].blocks, FACES)
    found = document.sections[0].blocks[0].rows[0].cells[0].blocks[0]  # type: ignore[union-attr]
    assert found.columns[1] == pytest.approx(wide(SUM) + MARGINS, abs=NEAR)  # type: ignore[union-attr]
