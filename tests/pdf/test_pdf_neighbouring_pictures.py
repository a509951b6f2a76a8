"""Pictures that hang on neighbouring paragraphs, higher than these: no text is under any of them."""

from __future__ import annotations

from itertools import product

import pypdfium2
import pytest

from generator.errors import ConversionError
from tests.agreement.reading.covered import words_pictured
from tests.layout.drawing_maker import anchored, picture, png
from tests.layout.word_maker import cell, para, row, run, table
from tests.pdf.pdf_lines import lines
from tests.pdf.test_pdf_drawings import LEFT, TOP, line_of, pdf_of

MEDIA = {"logo.png": png()}
SQUARE, BAND = 'wrapSquare wrapText="bothSides"', "wrapTopAndBottom"
LINE, BASE = 16.1, 13.1  # height and baseline of a line of Times New Roman 14
LONG = " ".join(["Ủy ban nhân dân xã"] * 12)
KINDS = {"left": (SQUARE, 0.0), "right": (SQUARE, 390.0), "middle": (SQUARE, 190.0), "band": (BAND, 200.0)}


def hung(kind: str, height: float, y: float = 0.0, down: str = "paragraph") -> str:
    wrap, x = KINDS[kind]
    return anchored(picture("logo.png", 60, height), 60, height, x=x, y=y, wrap=wrap, down=down)


@pytest.mark.parametrize("words", ["hai", LONG], ids=["a line", "lines"])
@pytest.mark.parametrize("y", [-30, 0, 20, 60])
def test_no_text_lies_under_pictures_of_neighbouring_paragraphs(y: float, words: str) -> None:
    drawn = []
    for first, second in product(KINDS, repeat=2):
        body = para("trên") + para(hung(first, 120) + run("một")) + para(hung(second, 90, y) + run(words)) + para(LONG)
        try:
            pdf = pdf_of(body, media=MEDIA)
        except ConversionError:  # told, not drawn wrong
            continue
        page = pypdfium2.PdfDocument(pdf)[0]
        assert words_pictured(page, page.get_textpage()) == [], (first, second)
        drawn.append((first, second))
    least = {("left", "left"), ("left", "right"), ("right", "left"), ("band", "band")}
    assert y < 0 or least <= set(drawn)


@pytest.mark.parametrize(("y", "height", "top"), [(0, 60, 200), (0, 300, LINE + 300), (40, 100, LINE)])
def test_text_stands_below_its_own_picture_and_below_that_of_the_paragraph_above(
    y: float, height: float, top: float
) -> None:
    """One line has room above the first picture; its own brings it down, below both."""
    body = para(hung("band", 200 - 2 * LINE, 2 * LINE) + run("một")) + para(hung("band", height, y) + run("hai"))
    second = line_of(lines(pdf_of(body, media=MEDIA)), "hai").y - TOP - BASE
    assert second == pytest.approx(top, abs=0.3)


def test_lines_beside_a_picture_go_on_below_one_of_a_paragraph_above_that_lets_none_beside_it() -> None:
    body = para(hung("band", 40, 80, "margin") + run("một")) + para(hung("left", 150) + run(LONG)) + para("ba")
    found = lines(pdf_of(body, media=MEDIA))
    tops = [line.y - TOP - BASE for line in found]
    assert tops[:6] == pytest.approx([0, LINE, 2 * LINE, 3 * LINE, 120, 120 + LINE], abs=0.3)
    assert [round(line.x - LEFT) for line in found[1:6]] == [60] * 5


@pytest.mark.parametrize("down", ["paragraph", "line"])
@pytest.mark.parametrize("above", [para(hung("right", 60) + run(LONG)), table([8000], row(cell("một")))])
def test_a_picture_over_text_above_that_cannot_make_room_is_refused(above: str, down: str) -> None:
    with pytest.raises(ConversionError, match="cao hơn đoạn văn của nó"):
        pdf_of(above + para(hung("left", 60, -25, down) + run("hai")), media=MEDIA)
    aside = hung("left", 60, -25, down).replace("<wp:posOffset>0<", f"<wp:posOffset>{-70 * 12700}<", 1)
    assert line_of(lines(pdf_of(above + para(aside + run("hai")), media=MEDIA)), "hai").x == pytest.approx(LEFT, abs=1)
