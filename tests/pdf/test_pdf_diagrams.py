"""SmartArt is drawn with the shapes Word keeps of it, and refused without them."""

from __future__ import annotations

from math import cos, sin, tau

import pypdfium2
import pytest

from generator.errors import ConversionError
from generator.layout.outlines.round_parts import ROUND_PARTS
from generator.pdf import convert
from tests.agreement.reading.words import printed_words
from tests.layout.drawing_maker import inline
from tests.layout.word_maker import make, para, with_parts

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_DGM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
_DSP = 'xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram"'
_KIND = "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"
_POINT = 12700
_BODY = (
    '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" {}><a:noAutofit/></a:bodyPr><a:lstStyle>{}</a:lstStyle>'
)


def _text(*words: str, more: str = "", look: str = 'sz="1200"') -> str:
    return "".join(
        f'<a:p><a:pPr algn="ctr">{more}</a:pPr><a:r><a:rPr {look}/><a:t>{word}</a:t></a:r></a:p>' for word in words
    )


def _shape(
    text: str, x: float = 0, y: float = 0, wide: float = 100, high: float = 50, *,
    preset: str = "roundRect", turn: int = 0,
    place: str = "", body: str = "", levels: str = "",
    fill: str = '<a:solidFill><a:srgbClr val="4472C4"/></a:solidFill>',
) -> str:  # fmt: skip
    frame = (
        f'<a:off x="{int(x * _POINT)}" y="{int(y * _POINT)}"/>'
        f'<a:ext cx="{int(wide * _POINT)}" cy="{int(high * _POINT)}"/>'
    )
    held = f"<dsp:txBody>{_BODY.format(body, levels)}{text}</dsp:txBody>" if text else ""
    rest = f"<dsp:txXfrm {place}>{frame}</dsp:txXfrm>" if text else ""
    return (
        f'<dsp:sp><dsp:nvSpPr/><dsp:spPr><a:xfrm rot="{turn}">{frame}</a:xfrm><a:prstGeom prst="{preset}"><a:avLst/>'
        f"</a:prstGeom>{fill}<a:ln><a:noFill/></a:ln></dsp:spPr><dsp:style><a:lnRef idx='0'/><a:fillRef idx='1'/>"
        f"<a:effectRef idx='0'/><a:fontRef idx='minor'><a:srgbClr val='FF0000'/></a:fontRef></dsp:style>"
        f"{held}{rest}</dsp:sp>"
    )


def _docx(
    shapes: str, said: str = "", *, drawn: bool = True, group: str = "", ground: str = "<dgm:bg/><dgm:whole/>"
) -> bytes:
    graphic = (
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds {_DGM} '
        'r:dm="data" r:lo="lo" r:qs="qs" r:cs="cs"/></a:graphicData></a:graphic>'
    )
    link = f'<dsp:dataModelExt {_DSP} relId="drawing"/>' if drawn else ""
    data = (
        f"<dgm:dataModel {_DGM} {_A}><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>{said}</a:t></a:r></a:p></dgm:t>"
        f'</dgm:pt></dgm:ptLst>{ground}<dgm:extLst><a:ext uri="x">{link}</a:ext></dgm:extLst></dgm:dataModel>'
    )
    tree = f"<dsp:spTree><dsp:nvGrpSpPr/><dsp:grpSpPr>{group}</dsp:grpSpPr>{shapes}</dsp:spTree>"
    tree = f"<dsp:drawing {_DSP} {_A}>{tree}</dsp:drawing>"
    parts = {"word/diagrams/data1.xml": data} | ({"word/diagrams/drawing1.xml": tree} if drawn else {})
    links = {"data": ("diagramData", "diagrams/data1.xml")}
    links |= {"drawing": (_KIND, "diagrams/drawing1.xml")} if drawn else {}
    body = para("Trước") + para(inline(graphic, 300, 200)) + para("Sau")
    return with_parts(make(body), parts, links)


def _seen(docx: bytes) -> tuple[list[str], dict[str, tuple[float, float, float, float]]]:
    page = pypdfium2.PdfDocument(convert(docx, bundled_fonts=True).pdf)[0].get_textpage()
    text = page.get_text_range()
    places = {line: page.get_charbox(text.index(line)) for line in text.splitlines() if line.strip()}
    return [line.strip() for line in text.splitlines()], places


def test_every_text_of_a_diagram_stands_in_its_shape() -> None:
    docx = _docx(_shape(_text("Họp", "bàn"), 0, 0) + _shape("", 110, 0) + _shape(_text("Ký"), 200, 150))
    lines, places = _seen(docx)
    assert lines == ["Trước", "Họp", "bàn", "Ký", "Sau"]
    assert sorted(printed_words(docx).once) == sorted(["TRƯỚC", "SAU", "HỌP", "BÀN", "KÝ"])
    left = places["Trước"][0]
    assert 0 < places["Họp"][0] - left < 100
    assert 200 < places["Ký"][0] - left < 300
    assert places["Họp"][1] - places["Ký"][1] == pytest.approx(150, abs=10)
    assert places["Trước"][1] - places["Sau"][1] > 200


def test_a_diagram_drawn_in_another_size_is_stretched_to_its_frame() -> None:
    inner = f'<a:chOff x="0" y="0"/><a:chExt cx="{600 * _POINT}" cy="{200 * _POINT}"/>'
    group = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/>{inner}</a:xfrm>'
    shape = _shape(_text("xa"), 400, 0)
    near, far = (_seen(_docx(shape, group=said))[1]["xa"][0] for said in (group, ""))
    assert far - near == pytest.approx(225, abs=1)


@pytest.mark.parametrize(
    ("more", "levels", "line"),
    [
        ('<a:lnSpc><a:spcPct val="90000"/></a:lnSpc>', "", "một"),
        ('<a:spcBef><a:spcPts val="600"/></a:spcBef><a:spcAft><a:spcPct val="35000"/></a:spcAft>', "", "một"),
        ('<a:lnSpc><a:spcPts val="1400"/></a:lnSpc><a:buNone/>', "", "một"),
        ('<a:buChar char="•"/>', "", "• một"),
        ("", '<a:lvl1pPr marL="57150" indent="-57150"><a:defRPr sz="900"/><a:buChar char="–"/></a:lvl1pPr>', "– một"),
    ],
)
def test_paragraphs_keep_their_bullets_and_gaps(more: str, levels: str, line: str) -> None:
    lines, _ = _seen(_docx(_shape(_text("một", more=more), levels=levels)))
    assert " ".join(lines[1].split()) == line


def test_text_stands_upright_though_its_shape_is_turned() -> None:
    half = 180 * 60_000
    ways = [
        _shape(_text("xuôi"), turn=half, place=f'rot="{half}"'),
        _shape(_text("xuôi"), turn=half, body=f'rot="-{half}"', place=f'rot="{half}"'),
        _shape(_text("xuôi")),
    ]
    placed = [_seen(_docx(way))[1]["xuôi"] for way in ways]
    assert placed[0] == pytest.approx(placed[2], abs=0.5)
    assert placed[1] == pytest.approx(placed[2], abs=0.5)


def test_the_ground_of_a_diagram_is_painted() -> None:
    ground = '<dgm:bg><a:solidFill><a:srgbClr val="00FF00"/></a:solidFill></dgm:bg><dgm:whole/>'
    page = pypdfium2.PdfDocument(convert(_docx(_shape(_text("một")), ground=ground), bundled_fonts=True).pdf)[0]
    image = page.render(scale=1)
    data, stride = bytes(image.buffer), image.stride
    assert any(tuple(data[y * stride + 300 * 3 : y * stride + 303 * 3][:3]) == (0, 255, 0) for y in range(60, 300))


@pytest.mark.parametrize(
    ("docx", "named"),
    [
        (_docx("", drawn=False), "sơ đồ SmartArt"),
        (_docx(""), "sơ đồ SmartArt"),
        (_docx(_shape(_text("cũ")), "mới"), "sơ đồ SmartArt có hình vẽ cũ hơn dữ liệu"),
        (_docx(_shape(_text("a", more='<a:buAutoNum type="arabicPeriod"/>'))), "sơ đồ SmartArt có danh sách đánh số"),
        (_docx("<dsp:grpSp/>" + _shape(_text("a"))), "sơ đồ SmartArt có nhóm hình"),
        (_docx(_shape(_text("a"), preset="gear6")), "hình vẽ tự do"),
    ],
)
def test_a_diagram_that_cannot_be_drawn_right_is_refused_by_name(docx: bytes, named: str) -> None:
    with pytest.raises(ConversionError) as refused:
        convert(docx, bundled_fonts=True)
    assert f"chưa vẽ được {named} ở đoạn 2" in str(refused.value)


def test_a_round_arrow_ends_in_its_tip() -> None:
    outline = ROUND_PARTS["circularArrow"](100, 100, lambda _, default: default)
    ends = [points[-1] for _, points in outline.paths[0].steps if points]
    assert min(ends, key=lambda end: end[0]) == pytest.approx((12.5 - 6.25, 50))
    assert any(end == pytest.approx((87.5, 50), abs=0.1) for end in ends)  # its tip, at the end of both angles


@pytest.mark.parametrize("name", ROUND_PARTS)
@pytest.mark.parametrize("size", [(100.0, 100.0), (120.0, 40.0)])
def test_parts_of_ellipses_stay_on_them(name: str, size: tuple[float, float]) -> None:
    outline = ROUND_PARTS[name](*size, lambda _, default: default)
    ends = [points[-1] for path in outline.paths for _, points in path.steps if points]
    assert all(-1e-6 <= x <= size[0] + 1e-6 and -1e-6 <= y <= size[1] + 1e-6 for x, y in ends)
    if name in ("pie", "arc", "chord"):
        middle = size[0] / 2, size[1] / 2
        edge = [((x - middle[0]) / middle[0]) ** 2 + ((y - middle[1]) / middle[1]) ** 2 for x, y in ends]
        assert all(far == pytest.approx(1) or far == pytest.approx(0) for far in edge)


def test_a_pie_shows_the_angles_it_names() -> None:
    outline = ROUND_PARTS["pie"](100, 100, lambda name, _: {"adj1": 54.0, "adj2": 108.0}[name])  # 90 and 180 degrees
    start = outline.paths[0].steps[0][1][0]
    end = outline.paths[0].steps[-3][1][-1]
    assert start == pytest.approx((50 + 50 * cos(tau / 4), 50 + 50 * sin(tau / 4)))
    assert end == pytest.approx((0, 50))
