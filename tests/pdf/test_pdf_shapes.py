"""Shapes are drawn as the file names them: outlines, heads of lines, turned and grouped, with their text inside."""

from __future__ import annotations

from functools import lru_cache

import pypdfium2
import pypdfium2.raw as raw
import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.drawing_maker import anchored, group, off, picture, png, shape, straight, vml
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.pdf.pdf_lines import lines, strokes
from tests.pdf.test_pdf_drawings import LEFT, TOP, ends, images, line_of, notes, pdf_of, referred

CENTERED = '<w:jc w:val="center"/>'


def drawn_in(pdf: bytes, x: float, y: float) -> bool:
    """Whether the point of the first page, counted from its text's corner, is not white."""
    shown = _shown(pdf)
    at = int((TOP + y) * 4) * shown.stride + int((LEFT + x) * 4) * shown.n_channels
    return bytes(shown.buffer[at : at + 3]) != b"\xff\xff\xff"


@lru_cache(maxsize=1)
def _shown(pdf: bytes) -> pypdfium2.PdfBitmap:
    return pypdfium2.PdfDocument(pdf)[0].render(scale=4)


BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'


@pytest.mark.parametrize(
    ("preset", "inside", "outside"),
    [
        ("ellipse", [(50, 20), (20, 10), (2, 20)], [(3, 3), (97, 37), (97, 3)]),
        ("diamond", [(50, 20), (50, 3), (10, 20)], [(20, 8), (80, 32), (97, 3)]),
        ("flowChartDecision", [(50, 20), (27, 20)], [(20, 8), (80, 32)]),
        ("flowChartTerminator", [(50, 2), (4, 20)], [(1, 2), (99, 38)]),
        ("roundRect", [(50, 1), (1, 20)], [(0.6, 0.6), (99.4, 39.4)]),
        ("parallelogram", [(50, 20), (11, 5), (89, 35)], [(4, 5), (96, 35)]),
        ("flowChartDocument", [(50, 20), (20, 36)], [(80, 39), (99, 36)]),
        ("downArrow", [(50, 5), (50, 38), (30, 22)], [(20, 5), (80, 5), (3, 30)]),
        ("rightArrow", [(5, 20), (97, 20), (82, 4)], [(5, 5), (98, 10)]),
        ("chevron", [(15, 4), (97, 20)], [(5, 20), (97, 4)]),
        ("triangle", [(50, 10), (5, 38)], [(20, 5), (80, 5)]),
        ("hexagon", [(50, 2), (3, 20)], [(2, 5), (98, 35)]),
        ("snip1Rect", [(3, 3), (50, 20)], [(98, 2)]),
        ("cube", [(50, 20), (12, 1), (99, 28)], [(3, 3), (98, 36)]),
    ],
)
def test_a_shape_has_the_outline_of_its_name(
    preset: str, inside: list[tuple[float, float]], outside: list[tuple[float, float]]
) -> None:
    pdf = pdf_of(para(anchored(shape(preset, 100, 40, more=BLACK), 100, 40) + run("")))
    assert [drawn_in(pdf, x, y) for x, y in inside] == [True] * len(inside)
    assert [drawn_in(pdf, x, y) for x, y in outside] == [False] * len(outside)


@pytest.mark.parametrize("preset", ["cube", "can", "leftBrace"])
@pytest.mark.parametrize("fill", ["<a:noFill/>", '<a:solidFill><a:srgbClr val="4F81BD"/></a:solidFill>'])
def test_a_shape_without_a_line_has_none_inside_either(preset: str, fill: str) -> None:
    pdf = pdf_of(para(anchored(shape(preset, 100, 40, more=f"{fill}<a:ln><a:noFill/></a:ln>"), 100, 40) + run("")))
    shown = pypdfium2.PdfDocument(pdf)[0].render(scale=2, force_bitmap_format=raw.FPDFBitmap_BGRA)
    pixels = set(memoryview(bytes(shown.buffer)).cast("I"))
    assert 0xFF000000 not in pixels  # black


@pytest.mark.parametrize("preset", ["ellipse", "diamond", "flowChartTerminator", "roundRect", "flowChartInputOutput"])
def test_the_text_of_a_shape_stands_in_its_middle(preset: str) -> None:
    box = shape(preset, 150, 90, para(run("Duyệt"), CENTERED), body='anchor="ctr" lIns="0" rIns="0"')
    found = line_of(lines(pdf_of(para(anchored(box, 150, 90, x=100, y=50) + run("x")))), "Duyệt")
    assert found.x == pytest.approx(LEFT + 175 - 19, abs=2)
    assert found.y == pytest.approx(TOP + 95 + 5, abs=3)


def test_text_too_long_for_the_room_inside_its_shape_is_cut_off_and_named() -> None:
    box = shape("diamond", 100, 60, para(run("một câu dài hơn chỗ trong hình thoi")))
    notes = convert(make(para(anchored(box, 100, 60)) + para("chữ " * 300))).notes
    assert any("dài hơn khung" in note and "bị cắt" in note for note in notes)


@pytest.mark.parametrize(
    ("turned", "heads", "wide"),
    [
        ("", '<a:tailEnd type="triangle"/>', [False, True]),
        ("", '<a:headEnd type="stealth"/>', [True, False]),
        ('flipH="1"', '<a:tailEnd type="triangle"/>', [True, False]),
        ("", '<a:headEnd type="oval"/><a:tailEnd type="diamond"/>', [True, True]),
        ("", '<a:tailEnd type="none"/>', [False, False]),
        ('rot="10800000"', '<a:tailEnd type="triangle" w="lg" len="lg"/>', [True, False]),
    ],
)
def test_a_line_has_its_heads(turned: str, heads: str, wide: list[bool]) -> None:
    pdf = pdf_of(para(anchored(straight(100, color="000000", more=heads, turned=turned), 100, y=30) + run("")))
    beside = [any(drawn_in(pdf, x, 30 + side) for x in range(at, at + 7)) for at in (-1, 94) for side in (1.5, -1.5)]
    assert [beside[0], beside[2]] == [beside[1], beside[3]] == wide


def test_a_bent_connector_turns_at_right_angles_and_ends_in_its_head() -> None:
    line = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:tailEnd type="triangle"/></a:ln>'
    pdf = pdf_of(para(anchored(shape("bentConnector3", 100, 40, more=line), 100, 40, y=30) + run("")))
    assert [drawn_in(pdf, x, y) for x, y in ((25, 30), (50, 50), (75, 70), (95, 71.5))] == [True] * 4
    assert not drawn_in(pdf, 25, 70)


def test_a_picture_may_be_turned_and_mirrored() -> None:
    turned = picture("logo.png").replace("<a:xfrm>", '<a:xfrm rot="5400000" flipH="1">')
    pdf = pdf_of(para(anchored(turned, 60, 40, x=100) + run("a")), media={"logo.png": png()})
    (image,) = images(pdf)
    assert image == pytest.approx((LEFT + 110, TOP - 10, LEFT + 150, TOP + 50), abs=0.3)


def test_a_group_places_its_parts_in_its_own_units() -> None:
    parts = [
        shape("rect", 50, 20, para(run("Một")), at=off(0, 0), alone=False),
        shape("line", 0, 20, at=off(25, 20), alone=False),
        shape("diamond", 100, 40, at=off(0, 40), alone=False),
    ]
    drawn = group(*parts, size=(200, 160), inner=(100, 80))
    pdf = pdf_of(para(anchored(drawn, 200, 160, x=100, y=50) + run("")))
    assert line_of(lines(pdf), "Một").x == pytest.approx(LEFT + 100, abs=0.3)
    corners = ends(pdf)
    for corner in [(100, 50), (200, 90), (150, 90), (150, 130), (200, 130), (300, 170), (200, 210), (100, 170)]:
        assert corner in corners


def _nested(part: str, wide: float, tall: float, at: tuple[float, float]) -> str:
    """A group in a group, of its own place and units."""
    place = f'<a:off {off(*at)}/><a:ext cx="{int(wide * 12700)}" cy="{int(tall * 12700)}"/>'
    inner = place.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    return f"<wpg:grpSp><wpg:grpSpPr><a:xfrm>{place}{inner}</a:xfrm></wpg:grpSpPr>{part}</wpg:grpSp>"


@pytest.mark.parametrize("deep", [1, 2, 40])
@pytest.mark.parametrize(("wide", "tall"), [(0, 20), (50, 0), (50, 20)])
def test_groups_of_lines_keep_the_units_around_them_however_deep(wide: float, tall: float, deep: int) -> None:
    part = shape("line", wide, tall, at=off(25, 20), alone=False)
    for _ in range(deep):
        part = _nested(part, wide, tall, (25, 20))
    pdf = pdf_of(para(anchored(group(part, size=(200, 160), inner=(100, 80)), 200, 160, x=10, y=5) + run("")))
    assert {(60, 45), (60 + 2 * wide, 45 + 2 * tall)} <= set(ends(pdf))


def test_what_a_group_cannot_draw_names_the_whole_file() -> None:
    drawn = group(shape("cloud", 9, 9, para("a"), alone=False), size=(9, 9))
    with pytest.raises(ConversionError, match="khung văn bản"):
        pdf_of(para(anchored(drawn, 9, 9)))


def test_a_shape_may_draw_itself() -> None:
    custom = (
        '<a:custGeom><a:avLst><a:gd name="a" fmla="val 50000"/></a:avLst><a:gdLst><a:gd name="x" fmla="*/ w a 100000"/>'
        '</a:gdLst><a:pathLst><a:path w="200" h="100"><a:moveTo><a:pt x="0" y="100"/></a:moveTo><a:lnTo>'
        '<a:pt x="200" y="100"/></a:lnTo><a:lnTo><a:pt x="200" y="0"/></a:lnTo><a:close/></a:path><a:path fill="none">'
        '<a:moveTo><a:pt x="x" y="t"/></a:moveTo><a:lnTo><a:pt x="x" y="b"/></a:lnTo></a:path></a:pathLst></a:custGeom>'
    )
    pdf = pdf_of(para(anchored(shape("", 100, 40, inside=custom), 100, 40, x=10, y=20) + run("")))
    assert set(ends(pdf)) == {(10, 60), (110, 60), (110, 20), (60, 20), (60, 60)}


def test_a_shape_of_absurd_points_is_refused() -> None:
    custom = (
        '<a:custGeom><a:gdLst><a:gd name="x" fmla="sqrt"/></a:gdLst><a:pathLst><a:path><a:moveTo><a:pt x="x" y="t"/>'
        "</a:moveTo></a:path></a:pathLst></a:custGeom>"
    )
    with pytest.raises(ConversionError, match="công thức lạ"):
        pdf_of(para(anchored(shape("", 100, 40, inside=custom), 100, 40)))


def test_of_two_drawings_the_one_in_front_covers_the_other() -> None:
    white = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    low = anchored(shape("rect", 100, 40, more=white), 100, 40, y=30, order=1)
    high = anchored(shape("rect", 60, 20, more=BLACK), 60, 20, x=10, y=40, order=2)
    for both in (low + high, high + low):
        assert drawn_in(pdf_of(para(both + run(""))), 40, 50)


def test_text_in_a_shape_has_the_colour_of_its_style() -> None:
    style = (
        '<wps:style><a:lnRef idx="0"/><a:fillRef idx="0"/><a:effectRef idx="0"/><a:fontRef idx="minor">'
        '<a:srgbClr val="FFFFFF"/></a:fontRef></wps:style><wps:bodyPr'
    )
    box = shape("rect", 100, 40, para(run("Duyệt")), more=BLACK).replace("<wps:bodyPr", style)
    pdf = pdf_of(para(anchored(box, 100, 40) + run("")))
    page = pypdfium2.PdfDocument(pdf)[0]
    shown = page.render(scale=4)
    inside = {
        bytes(shown.buffer[at : at + 3])
        for y in range(int(TOP * 4) + 2, int((TOP + 40) * 4) - 2)
        for at in range(y * shown.stride + int(LEFT + 2) * 4 * shown.n_channels,
                        y * shown.stride + int(LEFT + 60) * 4 * shown.n_channels, shown.n_channels)
    }  # fmt: skip
    assert b"\xff\xff\xff" in inside


def test_a_footnote_in_a_header_row_is_printed_once() -> None:
    head = row(cell(para(run("Cỡ chữ") + referred(1))), props="<w:tblHeader/>")
    rows = "".join(row(cell(para(run(f"dòng {number}")))) for number in range(70))
    pdf = pdf_of(table([4000], head + rows), notes=notes("Bổ sung."))
    found = [(line.page, line.text) for line in lines(pdf)]
    assert [page for page, text in found if text.endswith("Bổsung.")] == [1]
    assert sum("Cỡchữ" in text for _, text in found) == 2


@pytest.mark.parametrize("between", ["", para("giữa", "<w:pageBreakBefore/>")])
def test_a_drawing_further_down_that_lies_under_one_further_up_leaves_it_readable(between: str) -> None:
    white = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    high = anchored(shape("rect", 60, 20, more=BLACK), 60, 20, x=10, y=60, order=7)
    low = anchored(shape("rect", 100, 60, para("khung"), more=white), 100, 60, y=20, order=1)
    pdf = pdf_of(para(high + run("")) + between + para(low + run("")))
    assert drawn_in(pdf, 40, 70)
    assert [line.page for line in lines(pdf) if line.text == "khung"] == [2 if between else 1]
    behind = pdf_of(para(high.replace('Height="7"', 'Height="0"') + run("")) + between + para(low + run("")))
    assert drawn_in(behind, 40, 70) == bool(between)


def test_what_lies_under_a_drawing_further_up_stays_where_it_hangs() -> None:
    high = anchored(shape("rect", 20, 10), 20, 10, x=300, order=7)
    low = anchored(shape("rect", 100, 60, more=BLACK), 100, 60, x=7, y=20, order=1)
    spaced = '<w:spacing w:before="240" w:after="120"/><w:ind w:left="720"/>'
    body = para(high + run("a"), spaced) + para(low + run("b"), spaced)
    alone = para(run("a"), spaced) + para(low + run("b"), spaced)
    assert set(ends(pdf_of(alone))) < set(ends(pdf_of(body)))


_PLACE = "position:absolute;margin-left:100pt;margin-top:50pt"


BELOW = "wrapTopAndBottom"


@pytest.mark.parametrize(
    ("content", "pale"),
    [
        (anchored(picture("logo.png"), 60, 40), False),
        (anchored(picture("logo.png").replace('png"/>', 'png"><a:lum bright="70000" contrast="-70000"/></a:blip>'),
                  60, 40), True),
        (anchored(picture("logo.png").replace('png"/>', 'png"><a:alphaModFix amt="30000"/></a:blip>'), 60, 40), True),
        (vml('<v:shape type="#_x0000_t75" style="position:absolute;width:60pt;height:40pt">'
             '<v:imagedata r:id="logo.png" gain="19661f" blacklevel="22938f"/></v:shape>'), True),
    ],
)  # fmt: skip
def test_a_washed_out_picture_is_pale(content: str, pale: bool) -> None:
    pdf = pdf_of(para(content + run("")), media={"logo.png": png()})
    shown = pypdfium2.PdfDocument(pdf)[0].render(scale=2)
    at = int((TOP + 20) * 2) * shown.stride + int((LEFT + 30) * 2) * shown.n_channels
    assert (min(shown.buffer[at : at + 3]) > 170) == pale


def test_text_whose_indent_lies_beside_a_picture_flows_as_ever() -> None:
    beside = anchored(picture("logo.png"), 60, 40, wrap='wrapSquare wrapText="bothSides"')
    indented = '<w:ind w:left="2400" w:hanging="400"/>'
    words = run("chữ nghiêng ", "<w:i/>") + run("và chữ đứng " * 12)
    media = {"logo.png": png()}
    assert lines(pdf_of(para(beside + words, indented), media=media)) == lines(pdf_of(para(words, indented)))


def test_a_fill_of_several_colours_runs_as_it_is_turned() -> None:
    stops = '<a:gs pos="20000"><a:srgbClr val="FF0000"/></a:gs><a:gs pos="100000"><a:srgbClr val="0000FF"/></a:gs>'
    fill = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>'
    pdf = pdf_of(para(anchored(shape("ellipse", 100, 40, more=fill), 100, 40) + run("")))
    shown = pypdfium2.PdfDocument(pdf)[0].render(scale=2)

    def blue_and_red(y: float) -> tuple[int, int]:
        at = int((TOP + y) * 2) * shown.stride + int((LEFT + 50) * 2) * shown.n_channels
        return shown.buffer[at], shown.buffer[at + 2]

    top, foot = blue_and_red(4), blue_and_red(37)
    assert top[0] < 30
    assert top[1] > 220
    assert foot[0] > 200
    assert foot[1] < 60


_STRETCHED = (
    '<a:blipFill><a:blip r:embed="logo.png"/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:ln><a:noFill/></a:ln>'
)


def _images(pdf: bytes) -> list[tuple[float, ...]]:
    page = pypdfium2.PdfDocument(pdf)[0]
    return [tuple(round(edge, 1) for edge in item.get_bounds()) for item in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE])]


@pytest.mark.parametrize("words", ["", para("MẬT")])
def test_a_rectangle_filled_by_a_picture_shows_it_under_its_text(words: str) -> None:
    box = anchored(shape("rect", 100, 60, words, more=_STRETCHED), 100, 60, x=20, y=10)
    pdf = pdf_of(para(run("a") + box), media={"logo.png": png()})
    left, foot, right, top = _images(pdf)[0]
    assert (right - left, top - foot) == pytest.approx((100, 60), abs=0.2)
    assert [line.text for line in lines(pdf)] == (["a", "MẬT"] if words else ["a"])
    assert not strokes(pdf)


def test_a_drawing_hung_on_the_paper_hangs_on_its_cell() -> None:
    """As ``layoutInCell`` has it; where that is off it would hang on the paper, which is refused."""
    rule = anchored(straight(50), 50, x=10, y=-5, across="page", down="margin")
    body = table([4000], row(cell("a"))) + para("b") + table([4000], row(cell(para(rule + run("c")))))
    pdf = pdf_of(body)
    [(left, y)] = [(left, y) for left, right, y in strokes(pdf) if right - left < 60]
    assert left == pytest.approx(LEFT + 10, abs=0.6)
    assert y == pytest.approx(TOP + 2 * 16.1 - 5, abs=2)  # and the rules of the tables
    with pytest.raises(ConversionError, match="trong ô bảng"):
        pdf_of(body.replace("<wp:anchor ", '<wp:anchor layoutInCell="0" '))
