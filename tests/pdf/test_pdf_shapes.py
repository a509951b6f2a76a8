"""Shapes are drawn as the file names them: outlines, heads of lines, turned and grouped, with their text inside."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as raw
import pytest

from generator.errors import ConversionError
from generator.layout.tree import TextFormat
from generator.pdf import convert
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import text_width
from tests.agreement.reading.extraction import pages_of
from tests.layout.drawing_maker import anchored, group, off, picture, png, shape, straight, vml
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.pdf.pdf_lines import lines, strokes
from tests.pdf.test_pdf_drawings import LEFT, TOP, ends, images, line_of, notes, pdf_of, referred

CENTERED = '<w:jc w:val="center"/>'


def drawn_in(pdf: bytes, x: float, y: float) -> bool:
    """Whether the point of the first page, counted from its text's corner, is not white."""
    shown = pypdfium2.PdfDocument(pdf)[0].render(scale=4)
    at = int((TOP + y) * 4) * shown.stride + int((LEFT + x) * 4) * shown.n_channels
    return bytes(shown.buffer[at : at + 3]) != b"\xff\xff\xff"


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
    ],
)
def test_a_shape_has_the_outline_of_its_name(
    preset: str, inside: list[tuple[float, float]], outside: list[tuple[float, float]]
) -> None:
    pdf = pdf_of(para(anchored(shape(preset, 100, 40, more=BLACK), 100, 40) + run("")))
    assert [drawn_in(pdf, x, y) for x, y in inside] == [True] * len(inside)
    assert [drawn_in(pdf, x, y) for x, y in outside] == [False] * len(outside)


@pytest.mark.parametrize("preset", ["ellipse", "diamond", "flowChartTerminator", "roundRect", "flowChartInputOutput"])
def test_the_text_of_a_shape_stands_in_its_middle(preset: str) -> None:
    box = shape(preset, 150, 90, para(run("Duyệt"), CENTERED), body='anchor="ctr" lIns="0" rIns="0"')
    found = line_of(lines(pdf_of(para(anchored(box, 150, 90, x=100, y=50) + run("x")))), "Duyệt")
    assert found.x == pytest.approx(LEFT + 175 - 19, abs=2)
    assert found.y == pytest.approx(TOP + 95 + 5, abs=3)


def test_text_too_long_for_the_room_inside_its_shape_is_refused() -> None:
    box = shape("diamond", 100, 60, para(run("một câu dài hơn chỗ trong hình thoi")))
    with pytest.raises(ConversionError, match="dài hơn khung"):
        pdf_of(para(anchored(box, 100, 60)) + para("chữ " * 300))


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


@pytest.mark.parametrize(("turn", "down"), [(90, 1), (270, -1)])
def test_a_turned_box_reads_along_its_side(turn: int, down: int) -> None:
    box = shape("rect", 100, 20, para(run("35 mm")), turned=f'rot="{turn * 60_000}"')
    pdf = pdf_of(para(anchored(box, 100, 20, x=100, y=100) + run("")))
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    (first, last) = (text.get_charbox(text.get_text_range().index(char)) for char in ("3", "m"))
    assert (first[1] - last[1]) * down > 10
    assert LEFT + 140 <= first[0] <= LEFT + 160
    assert TOP + 60 - 1 <= 841.9 - first[3] <= TOP + 160


def test_text_may_run_down_in_a_box_that_is_not_turned() -> None:
    box = shape("rect", 30, 120, para(run("Lưu hồ sơ")), body='vert="vert270" lIns="0" tIns="0" rIns="0" bIns="0"')
    pdf = pdf_of(para(anchored(box, 30, 120, x=100, y=100) + run("")))
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    whole = text.get_text_range()
    first, last = (text.get_charbox(whole.index(char)) for char in ("L", "h"))
    assert last[1] > first[1] + 10
    assert TOP + 190 < 841.9 - first[1] < TOP + 222


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


def test_a_box_that_does_not_wrap_is_as_wide_as_its_text() -> None:
    fit = "<wps:bodyPr wrap='none' lIns='0' rIns='0' tIns='0' bIns='0'><a:spAutoFit/></wps:bodyPr>"
    box = shape("rect", 20, 20, para(run("SAO Y BẢN CHÍNH"))).replace(
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/>', fit
    )
    found = lines(pdf_of(para(anchored(box, 20, 20, x=100, y=60) + run("x"))))
    assert line_of(found, "SAO Y BẢN CHÍNH").x == pytest.approx(LEFT + 100, abs=0.3)


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


BELOW = "wrapTopAndBottom"


def test_lines_stand_above_and_below_a_box_that_lets_none_beside_it() -> None:
    box = anchored(shape("rect", 100, 60, para("khung")), 100, 60, y=40, wrap=BELOW)
    found = lines(pdf_of(para(run("a") + box) + para("b") + para("c") + para("d")))
    at = {line.text: line.y for line in found}
    assert (at["a"], at["b"]) == pytest.approx((TOP + 13.1, TOP + 16.1 + 13.1), abs=0.1)
    assert (at["c"], at["d"]) == pytest.approx((TOP + 100 + 13.1, TOP + 100 + 16.1 + 13.1), abs=0.1)


def test_a_table_stands_below_a_box_that_lets_no_text_beside_it() -> None:
    box = anchored(shape("rect", 100, 60), 100, 60, y=20, wrap=BELOW)
    found = lines(pdf_of(para(run("a") + box) + table([4000], row(cell("b")))))
    assert line_of(found, "b").y == pytest.approx(TOP + 80 + 13.1, abs=0.6)


def test_a_cell_is_as_high_as_a_box_that_lets_no_text_beside_it() -> None:
    box = anchored(shape("rect", 100, 60), 100, 60, y=20, wrap=BELOW)
    found = lines(pdf_of(table([4000], row(cell(para(run("a") + box)))) + para("b")))
    assert line_of(found, "b").y == pytest.approx(TOP + 80 + 13.1, abs=1.2)


def test_a_paragraph_of_many_lines_that_a_box_would_part_is_refused() -> None:
    box = anchored(shape("rect", 100, 60), 100, 60, y=60, wrap=BELOW)
    with pytest.raises(ConversionError, match="chen giữa các dòng"):
        pdf_of(para(run("a") + box) + para(run("chữ " * 120)))


def test_what_stands_on_the_next_page_need_not_make_room() -> None:
    box = anchored(shape("rect", 100, 60), 100, 60, y=20, wrap=BELOW)
    found = lines(pdf_of(para(run("a") + box) + para("b", "<w:pageBreakBefore/>")))
    assert line_of(found, "b").y == pytest.approx(TOP + 13.1, abs=0.1)


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


def test_spaces_drawn_wider_move_the_word_behind_them() -> None:
    wide = "<w:r><w:rPr><w:w w:val='200'/></w:rPr><w:t xml:space='preserve'> </w:t></w:r>"
    page = pypdfium2.PdfDocument(pdf_of(para(run("một") + wide + run("hai"))))[0].get_textpage()
    narrow = pypdfium2.PdfDocument(pdf_of(para(run("một hai"))))[0].get_textpage()
    moved = [text.get_charbox(text.get_text_range().index("h"))[0] for text in (page, narrow)]
    assert moved[0] - moved[1] == pytest.approx(14 / 4, abs=0.2)


@pytest.mark.parametrize("share", [80, 90, 150])
@pytest.mark.parametrize("spacing", [0, -10, 20])
def test_letters_drawn_wider_or_narrower_take_that_room(share: int, spacing: int) -> None:
    look = f'<w:spacing w:val="{spacing}"/>'
    plain, drawn = (
        pages_of(pdf_of(para(run("Cộng hòa xã hội", look + more) + run(" chủ nghĩa"))))[0]
        for more in ("", f'<w:w w:val="{share}"/>')
    )
    assert drawn[0].text == plain[0].text
    assert drawn[0].y == plain[0].y
    letters = text_width(Faces(bundled_only=True), "Cộng hòa xã hội", TextFormat(size=14.0))
    # The room between letters stays as it is, also behind the last one.
    assert drawn[0].end - plain[0].end == pytest.approx(letters * (share / 100 - 1), abs=0.2)


def test_a_paragraph_of_narrow_letters_breaks_where_they_have_no_room() -> None:
    text = "Ủy ban nhân dân xã báo cáo kết quả thực hiện mục tiêu chất lượng năm 2026 như sau của các đơn vị "
    (narrow,) = pages_of(pdf_of(para(run(text * 4, '<w:w w:val="70"/>'), '<w:jc w:val="both"/>')))
    (plain,) = pages_of(pdf_of(para(run(text * 4), '<w:jc w:val="both"/>')))
    assert len(narrow) < len(plain)
    assert all(line.end == pytest.approx(595.3 - 56.7, abs=1.0) for line in narrow[:-1])
    assert "".join(line.text for line in narrow) == "".join(line.text for line in plain)


def test_letters_with_a_shadow_are_printed_and_the_shadow_is_told() -> None:
    made = convert(make(para("<w:r><w:rPr><w:shadow/></w:rPr><w:t>Quốc hiệu</w:t></w:r>")), bundled_fonts=True)
    assert [line.text for line in lines(made.pdf)] == ["Quốchiệu"]
    assert "không có bóng" in " ".join(made.notes)


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


def test_a_rectangle_of_word_2007_is_filled_by_a_picture() -> None:
    box = f'<v:rect style="{_PLACE};width:90pt;height:20pt" stroked="f"><v:fill r:id="logo.png" type="frame"/></v:rect>'
    pdf = pdf_of(para(vml(box) + run("x")), media={"logo.png": png()})
    assert len(_images(pdf)) == 1
    assert not strokes(pdf)


@pytest.mark.parametrize(("words", "fits"), [("một dòng", True), ("một dòng dài hơn khung " * 4, False)])
def test_a_box_that_breaks_no_lines_is_drawn_where_they_fit(words: str, fits: bool) -> None:
    box = anchored(shape("rect", 150, 60, para(words), body='wrap="none"'), 150, 60)
    if fits:
        assert line_of(lines(pdf_of(para(box))), "mộtdòng").x == pytest.approx(LEFT + 7.2, abs=0.1)
        return
    with pytest.raises(ConversionError, match="không xuống dòng"):
        pdf_of(para(box))


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
