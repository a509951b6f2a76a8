"""Tables that no program could lay out are refused in words a clerk understands."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from generator.pdf import convert
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
