"""Drawings behind the text that stand above their paragraph cover none of the text there."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from tests.layout.drawing_maker import anchored, picture, png, shape
from tests.layout.word_maker import cell, para, row, run, table
from tests.pdf.pdf_lines import lines
from tests.pdf.test_pdf_drawings import line_of, pdf_of

FILLED = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
BREAK = '<w:r><w:br w:type="page"/></w:r>'


def behind(graphic: str, width: float, height: float, up: float) -> str:
    return anchored(graphic, width, height, y=-up).replace('behindDoc="0"', 'behindDoc="1"')


def dark(pdf: bytes, word: str) -> int:
    """How many dark dots a page shows where the word stands."""
    line = line_of(lines(pdf), word)
    page = pypdfium2.PdfDocument(pdf)[line.page - 1]
    bitmap = page.render(scale=2, grayscale=True)
    data, top = bytes(bitmap.buffer), int(2 * (line.y - 10))
    return sum(
        byte < 100
        for y in range(top, top + 24)
        for byte in data[y * bitmap.stride + int(2 * line.x) : y * bitmap.stride + int(2 * line.x) + 40]
    )


@pytest.mark.parametrize("content", ["", para("khung")], ids=["a fill", "a box of text"])
@pytest.mark.parametrize(
    "above",
    [
        para("trên") + para("một") + para("hai"),
        para("đầu") + table([8000], row(cell(para("một"))), row(cell("hai"))),
        para(run("đầu") + BREAK) + para("một") + para("hai"),
        para("đầu") * 47 + para("một") + para("hai"),  # which begin a page
    ],
    ids=["text", "a table", "behind a break", "at the top of a page"],
)
def test_text_above_its_paragraph_is_printed_over_a_drawing_behind_the_text(above: str, content: str) -> None:
    box = behind(shape("rect", 300, 120, content, more=FILLED), 300, 120, 60)
    plain, pdf = pdf_of(above + para("ba")), pdf_of(above + para(box + run("ba")))
    assert [(line_of(lines(pdf), word).y) for word in ("một", "hai", "ba")] == pytest.approx(
        [line_of(lines(plain), word).y for word in ("một", "hai", "ba")], abs=0.1
    )
    for word in ("một", "hai", "ba"):
        assert dark(pdf, word) >= dark(plain, word) > 20


def test_a_picture_behind_the_text_of_the_page_before_stays_on_its_own() -> None:
    low = behind(picture("logo.png", 300, 120), 300, 120, 60)
    pdf = pdf_of(para("đầu") * 48 + para(low + run("sau")), media={"logo.png": png()})
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    assert line_of(lines(pdf), "sau").page == 1 + next(
        number for number, page in enumerate(document) if any(item.type == 3 for item in page.get_objects())
    )
