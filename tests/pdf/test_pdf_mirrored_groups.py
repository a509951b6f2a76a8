"""Groups that are mirrored: their parts stand where their mirror images do, their text is read as ever."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from tests.layout.drawing_maker import anchored, group, off, shape, vml
from tests.layout.word_maker import para, run
from tests.pdf.pdf_lines import lines
from tests.pdf.test_pdf_drawings import LEFT, pdf_of
from tests.pdf.test_pdf_shapes import BLACK, drawn_in

_FLIPS = {"": (0, 0), 'flipH="1"': (1, 0), 'flipV="1"': (0, 1), 'flipH="1" flipV="1"': (1, 1)}
_WHOLE = (100, 60)
# A triangle that points up, at the left and the top of its group: its tip, a corner of its foot, and beside it.
_SEEN, _BARE = [(20, 5), (4, 28), (36, 28)], [(3, 3), (37, 3), (70, 45), (70, 10)]


def _placed(points: list[tuple[float, float]], flips: tuple[int, int]) -> list[tuple[float, float]]:
    return [(_WHOLE[0] - x if flips[0] else x, _WHOLE[1] - y if flips[1] else y) for x, y in points]


@pytest.mark.parametrize(("turned", "flips"), _FLIPS.items())
@pytest.mark.parametrize("nested", [False, True])
def test_the_parts_of_a_mirrored_group_are_mirrored_with_it(turned: str, flips: tuple[int, int], nested: bool) -> None:
    part = shape("triangle", 40, 30, at=off(0, 0), more=BLACK, alone=False)
    if nested:
        inner = group(part, size=(50, 30)).partition("<wpg:wgp")[2].partition(">")[2].rpartition("</wpg:wgp>")[0]
        part = f"<wpg:grpSp>{inner}</wpg:grpSp>"
    pdf = pdf_of(para(anchored(group(part, size=_WHOLE, turned=turned), *_WHOLE) + run("")))
    assert [drawn_in(pdf, x, y) for x, y in _placed(_SEEN, flips)] == [True] * len(_SEEN)
    assert [drawn_in(pdf, x, y) for x, y in _placed(_BARE, flips)] == [False] * len(_BARE)


@pytest.mark.parametrize(("flip", "flips"), [("", (0, 0)), ("x", (1, 0)), ("y", (0, 1)), ("x y", (1, 1))])
def test_an_old_group_is_mirrored_as_well(flip: str, flips: tuple[int, int]) -> None:
    part = '<v:rect style="left:0;top:0;width:400;height:300" fillcolor="black"/>'
    style = f"position:absolute;width:100pt;height:60pt;flip:{flip}"
    pdf = pdf_of(para(vml(f'<v:group style="{style}" coordsize="1000,600">{part}</v:group>') + run("")))
    assert [drawn_in(pdf, x, y) for x, y in _placed([(20, 15), (2, 2)], flips)] == [True] * 2
    assert [drawn_in(pdf, x, y) for x, y in _placed([(50, 15), (20, 40)], flips)] == [False] * 2


def _with_text(turned: str) -> bytes:
    box = shape("rect", 40, 30, para("MẬT"), at=off(0, 0), alone=False)
    arrow = shape("rightArrow", 40, 20, at=off(50, 20), more=BLACK, alone=False)
    return pdf_of(para(anchored(group(box, arrow, size=_WHOLE, turned=turned), *_WHOLE) + run("")))


def test_the_text_of_a_mirrored_group_is_read_as_ever_where_its_box_stands() -> None:
    ((plain,), (found,)) = (lines(_with_text(turned)) for turned in ("", 'flipH="1"'))
    assert found.text == plain.text == "MẬT"
    assert plain.x == pytest.approx(LEFT, abs=0.5)
    assert found.x == pytest.approx(LEFT + 60, abs=0.5)
    assert found.y == plain.y
    # The arrow beside it points to the left: its head is wide on that side.
    pdf = _with_text('flipH="1"')
    assert [drawn_in(pdf, x, 23) for x in (20, 45)] == [True, False]


def test_text_that_would_stand_on_its_head_is_refused_by_name() -> None:
    with pytest.raises(ConversionError, match="nhóm hình vẽ có chữ lật"):
        _with_text('flipV="1"')
