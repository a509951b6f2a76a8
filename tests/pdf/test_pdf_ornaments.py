"""Stars and adorned rectangles: each has the outline of its name."""

from __future__ import annotations

import pytest

from generator.layout.outlines.ornaments import ORNAMENTS
from tests.layout.drawing_maker import anchored, shape
from tests.layout.word_maker import para, run
from tests.pdf.pdf_lines import lines
from tests.pdf.test_pdf_drawings import LEFT, line_of, pdf_of
from tests.pdf.test_pdf_shapes import drawn_in

_BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:ln><a:noFill/></a:ln>'
_LINE = '<a:noFill/><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'


@pytest.mark.parametrize(
    ("preset", "handles", "inside", "outside"),
    [
        ("star4", "", [(50, 3), (97, 50), (50, 50)], [(70, 30), (3, 3)]),
        ("star4", '<a:gd name="adj" fmla="val 40000"/>', [(50, 3), (70, 30)], [(95, 5)]),
        ("star5", "", [(50, 3), (97, 39), (20, 97), (50, 50)], [(50, 80), (15, 20)]),
        ("star6", "", [(50, 3), (97, 26), (50, 97)], [(98, 50), (2, 50)]),
        ("star8", "", [(97, 50), (82, 18)], [(92, 30)]),
        ("star32", "", [(50, 3), (97, 50)], [(2, 2)]),
        ("foldedCorner", "", [(3, 3), (97, 3), (97, 80), (80, 97)], [(95, 95)]),
        ("plaque", "", [(50, 3), (14, 14)], [(5, 5), (95, 95)]),
        ("frame", "", [(6, 50), (50, 94)], [(50, 50), (20, 20)]),
    ],
)
def test_an_ornament_has_the_outline_of_its_name(
    preset: str, handles: str, inside: list[tuple[float, float]], outside: list[tuple[float, float]]
) -> None:
    pdf = pdf_of(para(anchored(shape(preset, 100, 100, more=_BLACK, handles=handles), 100, 100) + run("")))
    assert [drawn_in(pdf, *point) for point in inside] == [True] * len(inside)
    assert [drawn_in(pdf, *point) for point in outside] == [False] * len(outside)


def test_the_fold_of_a_corner_shows_its_lines() -> None:
    pdf = pdf_of(para(anchored(shape("foldedCorner", 100, 100, more=_LINE), 100, 100) + run("")))
    assert drawn_in(pdf, 83.3 + 3.33 / 2, 100 - 13.33 / 2)  # from the foot of the fold to its tip
    assert not drawn_in(pdf, 97, 97)


def test_the_text_of_a_star_stands_inside_it() -> None:
    drawn = shape("star8", 200, 200, para("Một"))
    text = line_of(lines(pdf_of(para(anchored(drawn, 200, 200) + run("")))), "Một")
    assert text.x == pytest.approx(LEFT + 100 - 75 * 0.7071, abs=0.3)


@pytest.mark.parametrize("name", ORNAMENTS)
@pytest.mark.parametrize("size", [(100.0, 100.0), (120.0, 40.0)])
def test_an_ornament_fills_its_frame(name: str, size: tuple[float, float]) -> None:
    outline = ORNAMENTS[name](*size, lambda _, default: default)
    ends = [points[-1] for path in outline.paths for _, points in path.steps if points]
    for side, far in enumerate(size):
        assert min(end[side] for end in ends) == pytest.approx(0, abs=far * 0.01)
        assert max(end[side] for end in ends) == pytest.approx(far, abs=far * 0.01)
