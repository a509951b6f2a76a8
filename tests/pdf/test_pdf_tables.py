"""Tables that no program could lay out are refused in words a clerk understands."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.agreement.extraction import pages_of
from tests.layout.word_maker import cell, make, para, row, table

BEGIN, GOES_ON, TWO_COLUMNS = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
A, B, C = para("a"), para("b"), para("c")


@pytest.mark.parametrize(
    "rows",
    [
        (row(cell(A, TWO_COLUMNS + BEGIN)), row(cell(B, GOES_ON), cell(C))),
        (row(cell(A), cell(B, BEGIN)), row(cell(C, TWO_COLUMNS)), row(cell(A), cell(B, GOES_ON))),
    ],
)
def test_merged_cells_that_overlap_are_refused_by_name(rows: tuple[str, ...]) -> None:
    with pytest.raises(ConversionError, match="ô gộp chồng lên nhau"):
        convert(make(table([2000] * 3, *rows)), bundled_fonts=True)


def test_a_cell_taller_than_a_page_prints_every_paragraph_in_a_place_of_its_own() -> None:
    together = '<w:keepNext/><w:spacing w:before="200" w:after="245"/>'
    tall = [cell("".join(para(f"{name} {at}", together) for at in range(40))) for name in "ab"]
    pages = pages_of(convert(make(table([3000] * 2, row(*tall))), bundled_fonts=True).pdf)
    places = {(number, line.x, line.y) for number, page in enumerate(pages) for line in page}
    assert len(places) == sum(len(page) for page in pages) == 80
