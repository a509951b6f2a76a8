"""A picture's outline, round which text flows, is read as its rectangle, or refused."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from tests.layout.drawing_maker import anchored, picture
from tests.layout.word_maker import para, run
from tests.pdf.pdf_lines import lines
from tests.pdf.test_pdf_around import MEDIA, WORDS
from tests.pdf.test_pdf_drawings import LEFT, pdf_of


def _outlined(*corners: tuple[int, int]) -> str:
    """A picture that text flows round as its outline says, in shares of 21600."""
    points = "".join(f'<wp:lineTo x="{x}" y="{y}"/>' for x, y in corners[1:])
    polygon = f'<wp:wrapPolygon><wp:start x="{corners[0][0]}" y="{corners[0][1]}"/>{points}</wp:wrapPolygon>'
    drawn = anchored(picture("logo.png"), 60, 40, wrap='wrapTight wrapText="bothSides"')
    return drawn.replace("/><wp:docPr", f">{polygon}</wp:wrapTight><wp:docPr", 1)


@pytest.mark.parametrize(
    "corners",
    [
        [(0, 0), (0, 21600), (21600, 21600), (21600, 0), (0, 0)],
        [(1350, 0), (0, 6416), (0, 19248), (900, 20531), (21375, 20531), (21375, 0), (2925, 0), (1350, 0)],
        [(0, 0), (-200, 21000), (21300, 21600), (21600, -300)],
    ],
)
def test_an_outline_that_fills_its_rectangle_is_that(corners: list[tuple[int, int]]) -> None:
    found = lines(pdf_of(para(_outlined(*corners) + run(WORDS)), media=MEDIA))
    assert [round(line.x - LEFT) for line in found[:4]] == [60, 60, 60, 0]


@pytest.mark.parametrize(
    "corners",
    [
        [(0, 0), (0, 21600), (21600, 21600), (0, 0)],
        [(10800, 0), (0, 10800), (10800, 21600), (21600, 10800), (10800, 0)],
        [(0, 0), (0, 21600), (8000, 21600), (8000, 8000), (21600, 8000), (21600, 0), (0, 0)],
    ],
)
def test_any_other_outline_is_refused(corners: list[tuple[int, int]]) -> None:
    with pytest.raises(ConversionError, match="chảy quanh"):
        pdf_of(para(_outlined(*corners) + run(WORDS)), media=MEDIA)
