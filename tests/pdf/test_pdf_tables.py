"""Tables that no program could lay out are refused in words a clerk understands."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.word_maker import cell, make, para, row, table
from tests.pdf.pdf_lines import lines

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


def test_the_space_after_a_long_cell_shortens_none_of_its_pages() -> None:
    def on_first_page(after: int) -> int:
        text = [para(f"dòng {number}") for number in range(99)]
        held = cell("".join([*text, para("dòng cuối", f'<w:spacing w:after="{after}"/>')]))
        found = lines(convert(make(table([9000], row(held))), bundled_fonts=True).pdf)
        assert len(found) == 100
        return sum(line.page == 1 for line in found)

    assert on_first_page(1200) == on_first_page(0)
