"""The frame around pages (``w:pgBorders``) stands where its lines' space says, and moves no text."""

from __future__ import annotations

import pytest

from generator.pdf import PdfResult, convert
from tests.layout.word_maker import PORTRAIT, make, para, section
from tests.pdf.pdf_lines import lines, strokes

WIDTH, HEIGHT = 595.3, 841.9
_BODY = "".join(para(f"Đoạn {number}") for number in range(60))


def converted(more: str, style: str = "single", size: int = 8, space: int = 24) -> PdfResult:
    sides = "".join(
        f'<w:{side} w:val="{style}" w:sz="{size}" w:space="{space}" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right")
    )
    made = make(_BODY + section(f"{PORTRAIT}<w:pgBorders {more}>{sides}</w:pgBorders>"))
    return convert(made, bundled_fonts=True)


def framed(more: str, style: str = "single", size: int = 8, space: int = 24) -> bytes:
    return converted(more, style, size, space).pdf


def test_a_frame_is_measured_from_the_paper() -> None:
    pdf = framed('w:offsetFrom="page"')
    for page in (0, 1):
        top, bottom = sorted(strokes(pdf, page), key=lambda line: line[2])
        assert top == pytest.approx((24.5, WIDTH - 24.5, 24.5), abs=1.2)
        assert bottom == pytest.approx((24.5, WIDTH - 24.5, HEIGHT - 24.5), abs=1.2)
    assert lines(pdf) == lines(convert(make(_BODY + section()), bundled_fonts=True).pdf)


def test_a_frame_is_measured_from_the_text() -> None:
    top, bottom = sorted(strokes(framed("", space=4)), key=lambda line: line[2])
    assert top == pytest.approx((85.05 - 4.5, WIDTH - 56.7 + 4.5, 56.7 - 4.5), abs=1.2)
    assert bottom[2] == pytest.approx(HEIGHT - 56.7 + 4.5, abs=1.2)


@pytest.mark.parametrize(("pages", "held"), [("allPages", (2, 2)), ("firstPage", (2, 0)), ("notFirstPage", (0, 2))])
def test_a_frame_stands_on_the_pages_it_names(pages: str, held: tuple[int, int]) -> None:
    pdf = framed(f'w:offsetFrom="page" w:display="{pages}"')
    assert (len(strokes(pdf)), len(strokes(pdf, 1))) == held


def test_a_double_frame_has_two_rectangles() -> None:
    assert len(strokes(framed('w:offsetFrom="page"', "double"))) == 4
    assert len(strokes(framed('w:offsetFrom="page"', "thinThickThinSmallGap"))) == 6


def test_a_frame_of_pictures_is_a_plain_one_in_its_place_and_told() -> None:
    made = converted('w:offsetFrom="page"', "twistedLines1")
    assert strokes(made.pdf) == strokes(framed('w:offsetFrom="page"'))
    assert "twistedLines1" in made.notes[0]
    assert converted('w:offsetFrom="page"').notes == ()
