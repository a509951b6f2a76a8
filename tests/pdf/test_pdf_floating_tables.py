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


def test_a_table_hung_on_the_page_may_only_begin_the_text() -> None:
    place = 'w:horzAnchor="margin" w:tblpY="300"'
    assert lines_of(floating(place) + para("sau"))[0].y == pytest.approx(
        lines_of(floating("") + para("sau"))[0].y + 15, abs=0.1
    )
    with pytest.raises(ConversionError, match="bảng trôi"):
        lines_of(para("trước") + floating(place) + para("sau"))


@pytest.mark.parametrize("place", ['w:vertAnchor="text" w:tblpX="0" w:tblpY="1"', 'w:vertAnchor="page" w:tblpY="900"'])
def test_a_table_that_text_flows_beside_is_refused(place: str) -> None:
    with pytest.raises(ConversionError, match="bảng trôi"):
        lines_of(para("trước") + floating(place, (2000, 2000)) + para("sau"))
