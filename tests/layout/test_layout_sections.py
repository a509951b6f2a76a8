"""Where the sections of a document begin."""

from __future__ import annotations

import pytest

from generator.layout import read
from generator.pdf import convert
from tests.layout.word_maker import PORTRAIT, make, para, section


def _ending(columns: int, start: str = "nextColumn") -> str:
    return section(f'<w:type w:val="{start}"/>{PORTRAIT}<w:cols w:num="{columns}" w:space="400"/>')


@pytest.mark.parametrize(
    ("columns", "refused"),
    [((1, 1), False), ((1, 2), False), ((2, 1), False), ((2, 2), True), ((1, 1, 2, 3), True)],
)
def test_the_next_column_of_a_single_one_is_on_the_next_page(columns: tuple[int, ...], refused: bool) -> None:
    *earlier, last = columns
    body = "".join(para(f"chữ {index}", _ending(count)) for index, count in enumerate(earlier)) + para("hết")
    docx = make(body, sect=_ending(last))
    told = [what for what in read(docx).unsupported if "cột kế tiếp" in what]
    assert bool(told) is refused
    if not refused:
        assert convert(docx).pages == len(columns)
