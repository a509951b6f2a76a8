"""White fills that nothing lies behind cover nothing: neither what hangs in front of text nor letters above it."""

from __future__ import annotations

import pypdfium2
import pytest

from tests.agreement.reading.painted import painted_lines
from tests.layout.drawing_maker import anchored, picture, png, shape, straight
from tests.layout.word_maker import cell, para, row, run, table
from tests.pdf.pdf_lines import strokes
from tests.pdf.test_pdf_drawings import pdf_of


def shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


LINE = anchored(straight(120), 120, x=40, y=5)
LOWER = anchored(straight(120), 120, x=40, y=24)
LONG = run("Điều này dài hơn một trang giấy hẹp cũng không sao cả. " * 9)


@pytest.mark.parametrize(
    "body",
    [
        para(LINE, shade("FFFFFF")),
        para(LINE + LONG, shade("ffffff")),
        para(LOWER + run("tên")) + para("dưới", shade("FFFFFF")),
        para(LOWER + run("tên")) + para(run("dưới đường kẻ đã vẽ ở đoạn trên đây", shade("FFFFFF"))),
        para(LOWER + run("tên")) + table([6000], row(cell("dưới", shade("FFFFFF")))) + para(),
        para(LINE, shade("FFFF00")),
    ],
    ids=["empty", "long", "the next", "text", "a cell", "a seen fill"],
)
def test_a_fill_does_not_cover_a_line_in_front_of_the_text(body: str) -> None:
    pdf = pdf_of(para("đầu") + body)
    assert any(119 < right - left < 122 for left, right, _ in strokes(pdf))
    assert painted_lines(pypdfium2.PdfDocument(pdf)[0]) == 0


def _fills(pdf: bytes) -> list[tuple[int, int, int]]:
    page = pypdfium2.PdfDocument(pdf)[0]
    bitmap = page.render(scale=1)
    data, (width, height) = bytes(bitmap.buffer), page.get_size()
    at = [data[int(y) * bitmap.stride + int(width / 2) * bitmap.n_channels :][:3] for y in range(int(height))]
    return [(dot[2], dot[1], dot[0]) for dot in at]


def test_a_white_fill_on_a_colour_or_over_a_picture_stays() -> None:
    white, yellow = (255, 255, 255), (255, 255, 0)
    held = cell(para("", shade("FFFFFF")), shade("FFFF00"))
    table_of_one = table([9000], row(held, props='<w:trHeight w:val="1200" w:hRule="exact"/>'), borders=False)
    dots = _fills(pdf_of(table_of_one + para()))
    assert white in dots[dots.index(yellow) - 3 : dots.index(yellow)]  # above the rest of the cell
    below = anchored(picture("logo.png", 400, 60), 400, 60).replace('behindDoc="0"', 'behindDoc="1"')
    over = para(below) + para("", shade("FFFFFF")) + para("", shade("FFFFFF"))
    seen = [dot != white for dot in _fills(pdf_of(over, media={"logo.png": png()}))]
    bare = [dot != white for dot in _fills(pdf_of(para(below) + para() * 2, media={"logo.png": png()}))]
    assert sum(seen) < sum(bare) - 20


def test_the_detector_tells_a_line_that_a_later_fill_covers() -> None:
    over = shape("rect", 200, 30, more='<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>')
    covered = para(anchored(straight(120), 120, x=40, y=10, order=1) + anchored(over, 200, 30, order=2))
    assert painted_lines(pypdfium2.PdfDocument(pdf_of(covered))[0]) == 1
