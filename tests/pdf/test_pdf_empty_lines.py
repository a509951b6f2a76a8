"""Lines that a break leaves empty: they count among those that stay together at the foot of a page."""

from __future__ import annotations

import pytest

from tests.layout.drawing_maker import inline, shape
from tests.layout.word_maker import make, para, run
from tests.pdf.pdf_lines import lines
from tests.pdf.test_pdf_pages import BOTTOM, TOP, pdf_of

LINE, BREAK = 16.1, "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"
OFF = '<w:widowControl w:val="0"/>'


@pytest.mark.parametrize(
    ("content", "props", "rooms", "pages"),
    [
        (run("a") + BREAK, "", 1, [2]),
        (run("a") + TAB + run("b") + BREAK, "", 1, [2]),
        (run("a") + BREAK, OFF, 1, [1]),
        (run("a") + BREAK, "", 2, [1]),
        (run("a") + BREAK + BREAK + run("c"), "", 1, [2, 2]),
        (run("a") + BREAK + BREAK + run("c") + BREAK + run("d"), "", 2, [1, 2, 2]),
        (run("a") + BREAK + run("b") + BREAK + BREAK, "", 3, [1, 1]),
    ],
)
def test_a_line_beside_an_empty_one_is_not_left_alone(content: str, props: str, rooms: int, pages: list[int]) -> None:
    """``rooms`` lines have room at the foot of the first page."""
    above = round((BOTTOM - TOP - (rooms + 0.5) * LINE) / 2 * 20)
    exact = f'<w:spacing w:line="{above}" w:lineRule="exact"/>'
    found = lines(pdf_of(make(para(props=exact) * 2 + para(content, props))))
    assert [line.page for line in found] == pages


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (run("a") + BREAK + TAB, 2),
        (run("a") + BREAK + TAB * 2, 2),
        (run("a") + BREAK + TAB + BREAK + run("b"), 3),
        (run("a") + BREAK + TAB + run("b"), 2),
        (run("a") + TAB + BREAK + TAB + BREAK, 3),
        (run("m" * 41) + TAB, 1),  # no stop is left on the line, and the tab stays behind its text
        (inline(shape("rect", 453.5, LINE), 453.5, LINE) + TAB, 2),
    ],
)
def test_a_last_line_of_tabs_alone_is_as_tall_as_any_other(content: str, count: int) -> None:
    first, *_, last = lines(pdf_of(make(para(run("đầu")) + para(content) + para("cuối"))))
    assert (last.y - first.y) / LINE == pytest.approx(count + 1, abs=0.3)
