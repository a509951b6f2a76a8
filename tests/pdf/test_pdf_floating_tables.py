"""Floating tables (``w:tblpPr``) with no room for text beside them stand like ordinary ones, as Word sets them."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.word_maker import make, para, row, table
from tests.pdf.pdf_lines import Line, lines


def floating(place: str, widths: tuple[int, int] = (4000, 5000)) -> str:
    around = f'<w:tblpPr w:leftFromText="180" w:rightFromText="180" {place}/>' if place else ""
    return table(list(widths), row("a", "b"), props=around)


def lines_of(body: str) -> list[Line]:
    return lines(convert(make(body), bundled_fonts=True).pdf)


@pytest.mark.parametrize(
    ("place", "above", "below"),
    [
        ('w:vertAnchor="text" w:horzAnchor="margin" w:tblpY="1"', 0.05, 0.05),
        ('w:vertAnchor="text" w:tblpX="10" w:tblpY="240"', 12, 12),
        ('w:vertAnchor="text" w:tblpXSpec="center" w:bottomFromText="200" w:tblpY="0"', 0, 10),
    ],
)
def test_a_table_as_wide_as_the_text_keeps_its_place(place: str, above: float, below: float) -> None:
    start, cells, end = lines_of(para("trước") + floating(place) + para("sau"))
    plain = lines_of(para("trước") + floating("") + para("sau"))
    assert [start.text, cells.text, end.text] == ["trước", "ab", "sau"]
    assert cells.y - plain[1].y == pytest.approx(above, abs=0.1)
    assert end.y - plain[2].y == pytest.approx(below, abs=0.1)


def test_a_table_hung_on_the_page_stands_at_its_height_there() -> None:
    place = 'w:horzAnchor="margin" w:tblpY="300"'
    top = lines_of(floating("") + para("sau"))[0].y + 15
    assert lines_of(floating(place) + para("sau"))[0].y == pytest.approx(top, abs=0.1)
    cells, before, after = lines_of(para("trước") + floating(place) + para("sau"))  # the text makes room
    assert cells.y == pytest.approx(top, abs=0.1)
    assert (before.text, after.text) == ("trước", "sau")


_LONG = "Căn cứ Luật Tổ chức chính quyền địa phương và các văn bản hướng dẫn thi hành, " * 6


def test_text_flows_beside_a_narrow_table() -> None:
    place = 'w:vertAnchor="text" w:tblpX="0" w:tblpY="1"'
    photo = table(
        [2000], row("ảnh", props='<w:trHeight w:val="900"/>'), props=f'<w:tblpPr w:rightFromText="180" {place}/>'
    )
    found = lines_of(para("trước") + photo + para(_LONG) + para("sau"))
    beside = [line for line in found if line.x == pytest.approx(85.05 + 100 + 9, abs=0.1)]
    assert [round(line.y - found[0].y) for line in beside] == [32, 48]  # the first is read with the table's line
    assert found[1].text.startswith("ảnhCăncứ")
    assert found[-1].text == "sau"
    assert found[-1].x == pytest.approx(85.05, abs=0.1)


@pytest.mark.parametrize(("empty", "above"), [(1, 5), (4, 0)])
def test_empty_paragraphs_beside_a_table_take_no_further_room(empty: int, above: int) -> None:
    """A table of signatures, with text below it when enough lines stand beside it."""
    place = 'w:vertAnchor="text" w:tblpXSpec="center" w:tblpY="1"'
    signed = floating(place, (2000, 2000)) + para() * empty
    found = lines_of(para("trước") + signed + para("sau" if not above else "") + para("sau" if above else ""))
    assert [line.text for line in found] == ["trước", "ab", "sau"]
    assert found[2].y - found[0].y == pytest.approx(16.1 * (empty + 1 + (above > 0)), abs=0.2)


def test_a_last_table_of_signatures_stands_below_the_text() -> None:
    place = 'w:vertAnchor="text" w:tblpXSpec="center" w:tblpY="100"'
    found = lines_of(para("trước") + floating(place, (2000, 2000)) + para())
    assert [line.text for line in found] == ["trước", "ab"]


def test_two_tables_side_by_side_hang_on_one_paragraph() -> None:
    one = floating('w:vertAnchor="text" w:tblpX="0" w:tblpY="1"', (1500, 1500))
    other = floating('w:vertAnchor="text" w:tblpX="5000" w:tblpY="1"', (1500, 1500))
    found = lines_of(para("trước") + one + other + para() * 2 + para("sau"))
    assert [line.text for line in found] == ["trước", "abab", "sau"]
    assert found[2].y - found[0].y == pytest.approx(3 * 16.1, abs=0.1)


def test_text_that_has_room_above_a_wide_table_stands_there() -> None:
    low = floating('w:vertAnchor="text" w:tblpX="0" w:tblpY="800"')
    found = lines_of(para("trước") + low + para("một") + para("hai") + para("ba"))
    assert [line.text for line in found] == ["trước", "một", "hai", "ab", "ba"]
    assert found[3].y - found[0].y == pytest.approx(16.1 + 40.5, abs=0.2)


@pytest.mark.parametrize("anchor", ["margin", "page"])
def test_a_table_hung_on_the_paper_begins_the_page(anchor: str) -> None:
    """Its place is measured from the paper's corner, also to the left of the text and above it."""
    place = f'w:vertAnchor="page" w:horzAnchor="{anchor}" w:tblpX="600" w:tblpY="900"'
    cells, end = lines_of(floating(place) + para("sau"))
    plain = lines_of(floating("") + para("sau"))
    assert cells.y - plain[0].y == pytest.approx(45 - 56.7, abs=0.1)
    assert cells.x == pytest.approx(30 + 5.65 + (85.05 if anchor == "margin" else 0), abs=0.1)
    assert end.y - cells.y == pytest.approx(plain[1].y - plain[0].y, abs=0.1)
    after_break = lines_of(para("trước") + para('<w:r><w:br w:type="page"/></w:r>') + floating(place) + para("sau"))
    assert (after_break[1].page, after_break[1].y, after_break[1].x) == (2, cells.y, cells.x)


def test_a_table_without_a_sure_place_is_refused() -> None:
    outside = floating('w:vertAnchor="text" w:tblpXSpec="outside" w:tblpY="1"', (2000, 2000))
    with pytest.raises(ConversionError, match="bảng trôi"):
        lines_of(para("trước") + outside + para("sau"))
