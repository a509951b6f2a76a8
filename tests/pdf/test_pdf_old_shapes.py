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
