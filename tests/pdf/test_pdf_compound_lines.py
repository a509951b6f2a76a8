"""Lines of several strands around shapes: how wide each is, which lies outside, what shows between them."""

from __future__ import annotations

import pypdfium2
import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.drawing_maker import anchored, picture, png, shape, straight, vml
from tests.layout.word_maker import make, para, run
from tests.pdf.test_pdf_drawings import LEFT, TOP, pdf_of

_WIDE, _TALL, _LINE = 100, 60, 30.0
_SCALE = 4
# From outside to inside, in shares of the line: what is drawn, what is not.
_KINDS = {"dbl": "1-1", "thickThin": "111-1", "thinThick": "1-111", "tri": "1-11-1"}
_OLD = {"thinThin": "1-1", "thickThin": "111-1", "thinThick": "1-111", "thickBetweenThin": "1-11-1"}


def _line(kind: str, more: str = "", fill: str = "<a:noFill/>") -> str:
    black = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    return f'{fill}<a:ln w="{int(_LINE * 12700)}" cmpd="{kind}">{black}{more}</a:ln>'


def _colours(pdf: bytes, points: list[tuple[float, float]]) -> str:
    """Of each point of the first page, counted from its text's corner, 1 for black, - for white, c for a colour."""
    shown = pypdfium2.PdfDocument(pdf)[0].render(scale=_SCALE)
    found = ""
    for x, y in points:
        at = int((TOP + y) * _SCALE) * shown.stride + int((LEFT + x) * _SCALE) * shown.n_channels
        pixel = bytes(shown.buffer[at : at + 3])
        found += {b"\0\0\0": "1", b"\xff\xff\xff": "-"}.get(pixel, "c")
    return found


def _across(strands: str, start: tuple[float, float], way: tuple[float, float]) -> list[tuple[float, float]]:
    """The middle of each share of a line of which ``start`` is the outer edge."""
    step = _LINE / len(strands)
    return [(start[0] + way[0] * step * (n + 0.5), start[1] + way[1] * step * (n + 0.5)) for n in range(len(strands))]


def _around(strands: str, x: float, y: float) -> list[list[tuple[float, float]]]:
    """Ways inwards through the four sides of a shape, through the middle of each."""
    half = _LINE / 2
    return [
        _across(strands, (x - half, y + _TALL / 2), (1, 0)),
        _across(strands, (x + _WIDE / 2, y - half), (0, 1)),
        _across(strands, (x + _WIDE + half, y + _TALL / 2), (-1, 0)),
        _across(strands, (x + _WIDE / 2, y + _TALL + half), (0, -1)),
    ]


@pytest.mark.parametrize("turned", ["", 'flipH="1"', 'flipV="1"'])
@pytest.mark.parametrize("preset", ["rect", "ellipse", "roundRect", "flowChartTerminator"])
@pytest.mark.parametrize(("kind", "strands"), _KINDS.items())
def test_the_strands_of_a_line_lie_outside_and_inside_its_shape(
    kind: str, strands: str, preset: str, turned: str
) -> None:
    drawn = shape(preset, _WIDE, _TALL, turned=turned, more=_line(kind))
    pdf = pdf_of(para(anchored(drawn, _WIDE, _TALL, x=40, y=40) + run("")))
    for way in _around(strands, 40, 40):
        assert _colours(pdf, way) == strands


@pytest.mark.parametrize(("kind", "strands"), _OLD.items())
def test_word_2007_names_them_otherwise(kind: str, strands: str) -> None:
    style = f"position:absolute;margin-left:40pt;margin-top:40pt;width:{_WIDE}pt;height:{_TALL}pt"
    drawn = f'<v:rect style="{style}" filled="f" strokeweight="{_LINE}pt"><v:stroke linestyle="{kind}"/></v:rect>'
    pdf = pdf_of(para(vml(drawn) + run("")))
    for way in _around(strands, 40, 40):
        assert _colours(pdf, way) == strands


@pytest.mark.parametrize(("kind", "strands"), _KINDS.items())
def test_of_a_straight_line_the_first_strand_is_on_its_left(kind: str, strands: str) -> None:
    drawn = straight(_WIDE, 0, line=_LINE, color="000000").replace("<a:ln ", f'<a:ln cmpd="{kind}" ')
    pdf = pdf_of(para(anchored(drawn, _WIDE, 0, x=40, y=40) + run("")))
    assert _colours(pdf, _across(strands, (40 + _WIDE / 2, 40 - _LINE / 2), (0, 1))) == strands


def test_the_fill_of_a_shape_shows_between_the_strands_within_it() -> None:
    fill = '<a:solidFill><a:srgbClr val="FFFF00"/></a:solidFill>'
    drawn = shape("rect", _WIDE, _TALL, more=_line("dbl", fill=fill))
    pdf = pdf_of(para(anchored(drawn, _WIDE, _TALL, x=40, y=40) + run("")))
    # The gap is in the middle of the line: half of it lies in the shape.
    assert _colours(pdf, [(40 - 2.5, 70), (40 + 2.5, 70), (40 + 10, 70), (90, 70)]) == "-c1c"


def test_a_frame_of_several_strands_holds_its_text_where_a_single_one_does() -> None:
    def place(kind: str) -> list[tuple[float, float]]:
        from tests.pdf.pdf_lines import lines

        drawn = shape("rect", 200, 80, para("BÁO CÁO"), more=_line(kind), body='lIns="30000" tIns="40000"')
        return [(line.x, line.y) for line in lines(pdf_of(para(anchored(drawn, 200, 80, x=40, y=40) + run(""))))]

    assert place("thickThin") == place("sng")
    assert len(place("tri")) == 1


def test_a_picture_may_have_such_a_line() -> None:
    rim = f'<a:prstGeom prst="rect"/>{_line("thickThin", fill="")}'
    framed = picture("p", _WIDE, _TALL).replace('<a:prstGeom prst="rect"/>', rim)
    body = para(anchored(framed, _WIDE, _TALL, x=40, y=40) + run(""))
    pdf = convert(make(body, media={"p": png()}), bundled_fonts=True).pdf
    assert _colours(pdf, _across("111-1", (25, 70), (1, 0)))[:3] == "111"
    assert _colours(pdf, _across("111-1", (25, 70), (1, 0)))[4] == "1"


def test_dashes_of_several_strands_are_refused_by_name() -> None:
    dashed = shape("rect", 9, 9, more=_line("dbl", '<a:prstDash val="dash"/>'))
    old = '<v:rect style="width:9pt;height:9pt"><v:stroke linestyle="thinThin" dashstyle="dash"/></v:rect>'
    for content in (anchored(dashed, 9, 9), vml(old)):
        with pytest.raises(ConversionError, match="đường kẻ kép nét đứt"):
            pdf_of(para(content + run("")))
