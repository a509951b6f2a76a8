"""Shapes of Word 2007 and before, in VML."""

from __future__ import annotations

import pytest

from tests.layout.drawing_maker import png, vml
from tests.layout.word_maker import para, run
from tests.pdf.pdf_lines import lines, strokes
from tests.pdf.test_pdf_drawings import LEFT, ends, line_of, pdf_of
from tests.pdf.test_pdf_shapes import _PLACE, _images, drawn_in


def old(name: str, style: str, more: str = "", content: str = "") -> str:
    """A shape of Word 2007 and before."""
    inside = f'<v:textbox inset="0,0,0,0"><w:txbxContent>{content}</w:txbxContent></v:textbox>' if content else ""
    return f'<v:{name} style="{style}" {more}>{inside}</v:{name}>'


def test_an_old_group_counts_in_its_own_units() -> None:
    parts = (
        old("rect", "position:absolute;left:1000;top:2000;width:500;height:200", content=para("Một"))
        + '<v:line style="position:absolute" from="1250,2200" to="1250,2400"><v:stroke endarrow="block"/></v:line>'
        + old("shape", "position:absolute;left:1000;top:2400;width:1000;height:400", 'type="#_x0000_t110"')
    )
    style = f"{_PLACE};width:200pt;height:160pt"
    drawn = f'<v:group style="{style}" coordorigin="1000,2000" coordsize="1000,800">{parts}</v:group>'
    pdf = pdf_of(para(vml(drawn) + run("")))
    assert line_of(lines(pdf), "Một").x == pytest.approx(LEFT + 100, abs=0.3)
    corners = ends(pdf)
    for corner in [(100, 50), (200, 90), (150, 90), (150, 130), (200, 130), (300, 170), (200, 210), (100, 170)]:
        assert corner in corners
    assert drawn_in(pdf, 148.5, 124.5)


@pytest.mark.parametrize(
    ("drawn", "inside", "outside"),
    [
        (old("oval", f"{_PLACE};width:100pt;height:40pt", 'fillcolor="black"'), (150, 52), (103, 53)),
        (old("roundrect", f"{_PLACE};width:100pt;height:40pt", 'fillcolor="black" arcsize=".5"'), (105, 70), (101, 51)),
        (
            old("shape", f"{_PLACE};width:100pt;height:40pt", 'type="#_x0000_t13" adj="10800" fillcolor="black"'),
            (155, 55), (145, 55),
        ),
        (
            old("shape", f"{_PLACE};width:100pt;height:40pt;flip:x", 'type="#_x0000_t13" fillcolor="black"'),
            (102, 70), (195, 55),
        ),
        (old("rect", f"{_PLACE};width:100pt;height:20pt;rotation:90", 'fillcolor="black"'), (150, 15), (105, 60)),
    ],
)  # fmt: skip
def test_an_old_shape_has_the_outline_of_its_number(
    drawn: str, inside: tuple[float, float], outside: tuple[float, float]
) -> None:
    pdf = pdf_of(para(vml(drawn) + run("")))
    assert (drawn_in(pdf, *inside), drawn_in(pdf, *outside)) == (True, False)


_FORMULAS = (
    '<v:formulas><v:f eqn="sum 10800 0 #0"/><v:f eqn="prod @0 23170 32768"/><v:f eqn="sum @1 10800 0"/>'
    '<v:f eqn="sum 10800 0 @1"/></v:formulas><v:path textboxrect="@3,@3,@2,@2"/>'
)
_STAR = (
    '<v:shapetype id="_x0000_t187" coordsize="21600,21600" o:spt="187" adj="8100" '
    f'path="m21600,10800l@2@3,10800,0@3@3,,10800@3@2,10800,21600@2@2xe">{_FORMULAS}</v:shapetype>'
)


@pytest.mark.parametrize(
    ("path", "inside", "outside"),
    [
        ("m,l100,,100,100xe", [(190, 55)], [(110, 85)]),  # points left out are 0
        ("m0,0r100,0,0,100xe", [(190, 55)], [(110, 85)]),  # counted from where the pen stands
        ("m50,0qx100,50,50,100,0,50,50,0xe", [(150, 70), (130, 60)], [(103, 52), (197, 88)]),  # an ellipse by quarters
        ("wa0,0,100,100,0,50,100,50xe", [(150, 55)], [(150, 85)]),  # its upper half, clockwise
        ("at0,0,100,100,0,50,100,50xe", [(150, 85)], [(150, 55)]),
        ("m0,0c0,100,100,100,100,0xe", [(150, 75)], [(150, 88)]),
        ("nfm0,0l100,0,100,100xens m0,0l0,100,50,100xe", [(105, 80)], [(180, 55)]),
        ("m0,0 l50,0,50,100,0,100 x e m80,0 l100,0,100,100,80,100 x e", [(120, 70), (190, 70)], [(170, 70)]),
    ],
)
def test_an_old_shape_that_writes_its_own_path_is_drawn_by_it(
    path: str, inside: list[tuple[float, float]], outside: list[tuple[float, float]]
) -> None:
    said = f'coordsize="100,100" path="{path}" fillcolor="black" stroked="f"'
    pdf = pdf_of(para(vml(old("shape", f"{_PLACE};width:100pt;height:40pt", said)) + run("")))
    assert [drawn_in(pdf, *point) for point in inside] == [True] * len(inside)
    assert [drawn_in(pdf, *point) for point in outside] == [False] * len(outside)


@pytest.mark.parametrize("far", [False, True])
def test_the_kind_of_an_old_shape_gives_its_path_handles_and_room(far: bool) -> None:
    """Also where another drawing of the file declares the kind: its own handle goes before that of the kind."""
    style = f"{_PLACE};width:200pt;height:200pt"
    drawn = old("shape", style, 'type="#_x0000_t187" fillcolor="black" stroked="f" adj="5400"', para("Một"))
    body = para(vml(_STAR)) + para(vml(drawn) + run("")) if far else para(vml(_STAR + drawn) + run(""))
    pdf, below = pdf_of(body), 16.1 if far else 0.0
    assert drawn_in(pdf, 200, 55 + below + 3)
    assert drawn_in(pdf, 230, 120 + below)  # between the points: only as far as the handle says
    assert not drawn_in(pdf, 250, 100 + below)
    assert line_of(lines(pdf), "Một").x == pytest.approx(LEFT + 100 + 100 - 35.4, abs=0.3)


def test_an_old_fill_may_let_the_text_show_through() -> None:
    fill = '<v:fill opacity="0f"/>'
    box = old("rect", f"{_PLACE};width:90pt;height:20pt", content=para("MẬT")).replace(
        "<v:textbox", fill + "<v:textbox"
    )
    pdf = pdf_of(para(vml(box) + run("x")))
    assert "MẬT" in [line.text for line in lines(pdf)]


def test_a_brace_of_word_2007_is_not_filled() -> None:
    brace = old("shape", f"{_PLACE};width:10pt;height:100pt", 'type="#_x0000_t88" strokeweight="1pt"')
    pdf = pdf_of(para(vml(brace) + run("")))
    assert drawn_in(pdf, 109.5, 100)
    assert drawn_in(pdf, 105, 70)
    assert not drawn_in(pdf, 102, 100)


def test_a_rectangle_of_word_2007_is_filled_by_a_picture() -> None:
    box = f'<v:rect style="{_PLACE};width:90pt;height:20pt" stroked="f"><v:fill r:id="logo.png" type="frame"/></v:rect>'
    pdf = pdf_of(para(vml(box) + run("x")), media={"logo.png": png()})
    assert len(_images(pdf)) == 1
    assert not strokes(pdf)
