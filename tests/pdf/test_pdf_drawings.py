"""Drawn lines, pictures, boxes of text and footnotes stand where LibreOffice puts them, and move no text."""

from __future__ import annotations

import ctypes
import io

import pypdf
import pypdfium2
import pypdfium2.raw as raw
import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.drawing_maker import anchored, inline, picture, png, straight, text_box, vml
from tests.layout.word_maker import PAGE_FIELD, cell, make, para, row, run, section, table
from tests.pdf.pdf_lines import Line, lines, strokes

LEFT, TOP, FOOT = 85.05, 56.7, 841.9 - 56.7
SPACED = '<w:spacing w:before="240"/><w:ind w:left="720" w:firstLine="360"/>'
SMALL = '<w:sz w:val="20"/>'
RAISED = '<w:vertAlign w:val="superscript"/>'


def pdf_of(body: str, **parts: object) -> bytes:
    return convert(make(body, **parts), bundled_fonts=True).pdf  # type: ignore[arg-type]


def images(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of every picture of the first page, from the top left, in points."""
    page = pypdfium2.PdfDocument(pdf)[0]
    height = page.get_height()
    bounds = [item.get_bounds() for item in page.get_objects() if item.type == raw.FPDF_PAGEOBJ_IMAGE]
    return [(left, height - top, right, height - bottom) for left, bottom, right, top in bounds]


def ends(pdf: bytes) -> list[tuple[float, float]]:
    """The corners of every drawn path of the first page, in reading order, from the top left in points."""
    page = pypdfium2.PdfDocument(pdf)[0]
    found: list[tuple[float, float]] = []
    for item in page.get_objects():
        for index in range(raw.FPDFPath_CountSegments(item) if item.type == raw.FPDF_PAGEOBJ_PATH else 0):
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(item, index), x, y)
            at = item.get_matrix().on_point(x.value, y.value)
            found.append((round(at[0] - LEFT, 1), round(page.get_height() - at[1] - TOP, 1)))
    return sorted(found)


def line_of(found: list[Line], text: str) -> Line:
    return next(line for line in found if line.text == text.replace(" ", ""))


@pytest.mark.parametrize(
    ("across", "down", "x", "y"),
    [
        ("column", "paragraph", LEFT + 30, TOP + 16.1 + 10),
        ("margin", "line", LEFT + 30, TOP + 16.1 + 12 + 10),
        ("page", "page", 30, 10),
        ("column", "margin", LEFT + 30, TOP + 10),
        ("column", "bottomMargin", LEFT + 30, FOOT + 10),
    ],
)
def test_a_line_is_measured_from_what_its_anchor_names(across: str, down: str, x: float, y: float) -> None:
    rule = anchored(straight(120), 120, x=30, y=10, across=across, down=down)
    pdf = pdf_of(para("trước") + para(run("Điều 1") + rule, SPACED))
    ((left, right, height),) = strokes(pdf)
    assert (left, right) == pytest.approx((x, x + 120), abs=1.0)
    assert height == pytest.approx(y, abs=0.5)
    assert lines(pdf) == lines(pdf_of(para("trước") + para("Điều 1", SPACED)))


@pytest.mark.parametrize(("align", "x"), [("left", 0.0), ("center", 1 / 2), ("right", 1.0)])
def test_a_line_is_aligned_in_its_column(align: str, x: float) -> None:
    ((left, _, _),) = strokes(pdf_of(para(run("a") + anchored(straight(120), 120, align=align))))
    assert left == pytest.approx(LEFT + (453.55 - 120) * x, abs=1.0)


def test_lines_under_the_letterhead_stand_in_their_cells() -> None:
    rule = '<v:line style="position:absolute;z-index:1" from="40pt,17pt" to="120pt,17pt" strokeweight=".75pt"/>'
    cells = [cell(para(run(text) + vml(rule))) for text in ("UBND XÃ", "CỘNG HÒA")]
    found = strokes(pdf_of(table([4000, 5000], row(*cells), borders=False)))
    assert [left for left, _, _ in found] == pytest.approx([LEFT + 5.4 + 40, LEFT + 200 + 5.4 + 40], abs=1.0)
    assert [y for _, _, y in found] == pytest.approx([TOP + 17, TOP + 17], abs=0.5)


def test_a_horizontal_rule_is_as_wide_as_the_text() -> None:
    rule = '<v:rect style="width:0;height:1.5pt" o:hr="t" o:hrstd="t" fillcolor="#a0a0a0" stroked="f"/>'
    ((left, right, _),) = strokes(pdf_of(para(vml(rule)) + para("sau")))
    assert (left, right) == pytest.approx((LEFT, LEFT + 453.55), abs=0.5)


def test_a_picture_in_the_line_stands_on_its_foot_and_is_described() -> None:
    pdf = pdf_of(
        para("a") + para(run("x") + inline(picture("logo.png"), 60, 40, "Quốc huy")), media={"logo.png": png()}
    )
    ((left, top, right, bottom),) = images(pdf)
    foot = line_of(lines(pdf), "x").y
    assert foot == pytest.approx(TOP + 16.1 + 40, abs=0.1)
    assert (right - left, bottom - top, bottom) == pytest.approx((60, 40, foot), abs=0.2)
    assert has_alt(pdf, "Quốc huy")


def has_alt(pdf: bytes, text: str) -> bool:
    """Whether a tag of the PDF carries this description."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))

    def walk(node: object) -> bool:
        held = node.get_object() if isinstance(node, pypdf.generic.IndirectObject) else node
        if isinstance(held, pypdf.generic.DictionaryObject):
            return held.get("/Alt") == text or walk(held.get("/K"))
        return isinstance(held, list) and any(walk(child) for child in held)

    return walk(reader.trailer["/Root"]["/StructTreeRoot"])


def test_text_stands_below_a_picture_that_lets_none_beside_it() -> None:
    above = anchored(picture("logo.png"), 60, 40, wrap="wrapTopAndBottom")
    found = lines(pdf_of(para("a") + para(run("x") + above) + para("b"), media={"logo.png": png()}))
    assert line_of(found, "x").y == pytest.approx(TOP + 16.1 + 40 + 13.1, abs=0.1)
    assert line_of(found, "b").y == pytest.approx(TOP + 16.1 + 40 + 16.1 + 13.1, abs=0.1)


@pytest.mark.parametrize("gap", [-10, 0, 12])
def test_text_goes_on_below_a_picture_and_the_caption_under_it(gap: int) -> None:
    caption = text_box(para(run("Hình 1", SMALL)))
    both = anchored(picture("logo.png"), 60, 40, y=20, wrap="wrapTopAndBottom") + anchored(
        caption, 150, 60, y=60 + gap, wrap="wrapTopAndBottom"
    )
    found = lines(pdf_of(para(run("a") + both) + para("b"), media={"logo.png": png()}))
    assert line_of(found, "b").y - line_of(found, "a").y == pytest.approx(120 + gap, abs=0.3)


def test_a_picture_and_a_caption_with_room_for_a_line_between_are_refused() -> None:
    both = anchored(picture("logo.png"), 60, 40, y=20, wrap="wrapTopAndBottom") + anchored(
        text_box(para("Hình 1")), 150, 60, y=90, wrap="wrapTopAndBottom"
    )
    with pytest.raises(ConversionError, match="khung văn bản mà chữ chảy quanh"):
        pdf_of(para(run("a") + both) + para("b"), media={"logo.png": png()})


SQUARE = 'wrapSquare wrapText="bothSides"'
MEDIA = {"logo.png": png()}
WORDS = " ".join(["Ủy ban nhân dân xã"] * 40)


@pytest.mark.parametrize(("x", "left"), [(0.0, 60.0), (400.0, 0.0)])
def test_text_flows_beside_a_picture_at_the_edge_and_goes_on_below_it(x: float, left: float) -> None:
    pdf = pdf_of(para(anchored(picture("logo.png"), 60, 40, x=x, wrap=SQUARE) + run(WORDS)), media={"logo.png": png()})
    alone = lines(pdf_of(para(WORDS)))
    found = lines(pdf)
    assert "".join(line.text for line in found) == "".join(line.text for line in alone)
    beside, below = found[:3], found[3:]  # three lines reach into forty points
    assert [line.x for line in beside] == pytest.approx([LEFT + left] * 3, abs=1)
    assert all(len(line.text) < len(alone[0].text) - 4 for line in beside)
    assert [line.x for line in below] == pytest.approx([LEFT] * len(below), abs=1)
    assert len(below[0].text) == pytest.approx(len(alone[0].text), abs=4)


def test_the_next_paragraph_goes_on_beside_the_picture() -> None:
    pdf = pdf_of(
        para(anchored(picture("logo.png"), 60, 40, wrap=SQUARE) + run("a")) + para("b") + para("c") + para("d"),
        media={"logo.png": png()},
    )
    assert [round(line.x - LEFT) for line in lines(pdf)] == [60, 60, 60, 0]


def test_a_box_of_text_beside_a_picture_leaves_the_text_after_it_beside_the_picture() -> None:
    box = anchored(text_box(para(run("khung")), 80, 40), 80, 40, x=300)
    pdf = pdf_of(
        para(anchored(picture("logo.png"), 60, 40, wrap=SQUARE) + run("a")) + para(box + run("b")) + para(run("c")),
        media={"logo.png": png()},
    )
    assert {line.text: line.x for line in lines(pdf)}["c"] == pytest.approx(LEFT + 60, abs=1)


@pytest.mark.parametrize(
    ("words", "x", "before"),
    [
        (run(WORDS), 200.0, ""),  # text on both sides
        (run("dài" * 200), 0.0, ""),  # Word goes on below, where there is room for the word
        (run(WORDS), 0.0, para("một") * 43),  # the page ends beside the picture
    ],
)
def test_text_that_would_flow_round_a_picture_in_another_way_is_refused(words: str, x: float, before: str) -> None:
    beside = anchored(picture("logo.png"), 60, 40, x=x, wrap=SQUARE, alt="Dấu")
    with pytest.raises(ConversionError, match="chảy quanh"):
        pdf_of(before + para(beside + words), media={"logo.png": png()})


MIXED = run("Ủy ban ") + run("nhân dân ", '<w:sz w:val="40"/><w:i/>') + run("xã " * 120) + run("hết", "<w:b/>")


@pytest.mark.parametrize("x", [0.0, 400.0])
def test_text_of_many_looks_flows_beside_a_picture_line_by_line(x: float) -> None:
    found = lines(pdf_of(para(anchored(picture("logo.png"), 60, 60, x=x, wrap=SQUARE) + MIXED), media=MEDIA))
    assert "".join(line.text for line in found) == "Ủybannhândân" + "xã" * 120 + "hết"
    beside, below = found[:4], found[4]  # the first is taller than the others
    assert {round(line.x - LEFT) for line in beside} == {0 if x else 60}
    assert max(len(line.text) for line in beside[1:]) < len(below.text) - 4
    assert round(below.x - LEFT) == 0


def test_a_word_of_two_looks_is_not_parted_beside_a_picture() -> None:
    words = "".join(run("mộthai", "<w:b/>") + run("babốn ") for _ in range(30))
    found = lines(pdf_of(para(anchored(picture("logo.png"), 60, 60, wrap=SQUARE) + words), media=MEDIA))
    assert all(line.text.startswith("mộthai") and line.text.endswith("bốn") for line in found)


def test_numbered_lines_and_tabs_stand_beside_a_picture_at_the_right() -> None:
    """As an address beside a code to scan: each line ends before the picture."""
    stop = '<w:tabs><w:tab w:val="left" w:pos="1418"/></w:tabs>'
    hanging = '<w:ind w:left="567" w:hanging="567"/>'
    beside = anchored(picture("logo.png"), 60, 60, x=380, wrap=SQUARE)
    tab = "<w:r><w:tab/></w:r>"
    body = para(beside + run("Điện thoại:") + tab + run("0123"), stop) + para(run("1.") + tab + run(WORDS), hanging)
    found = lines(pdf_of(body, media=MEDIA))
    assert found[0].text == "Điệnthoại:0123"
    assert [round(line.x - LEFT, 1) for line in found[1:3]] == [0.0, pytest.approx(28.3, abs=0.1)]
    widths = [len(line.text) for line in found[1:]]
    assert max(widths[:3]) < widths[4] - 4


def test_text_stands_between_two_pictures() -> None:
    both = anchored(picture("logo.png"), 60, 40, wrap=SQUARE) + anchored(
        picture("logo.png"), 60, 40, x=400, wrap=SQUARE
    )
    found = lines(pdf_of(para(both + run(WORDS), '<w:jc w:val="both"/>'), media=MEDIA))
    assert [round(line.x - LEFT) for line in found[:4]] == [60, 60, 60, 0]
    assert max(len(line.text) for line in found[:3]) < len(found[3].text) - 10


@pytest.mark.parametrize(
    ("x", "wrap", "start"),
    [
        (150.0, 'wrapSquare wrapText="left"', 0),
        (150.0, 'wrapSquare wrapText="right"', 210),
        (150.0, 'wrapSquare wrapText="largest"', 210),
        (40.0, SQUARE, 100),  # what is left of it holds no text
        (0.0, 'wrapTight wrapText="bothSides"', 60),
    ],
)
def test_text_flows_on_the_side_where_the_file_or_the_room_lets_it(x: float, wrap: str, start: int) -> None:
    found = lines(pdf_of(para(anchored(picture("logo.png"), 60, 40, x=x, wrap=wrap) + run(WORDS)), media=MEDIA))
    assert [round(line.x - LEFT) for line in found[:4]] == [start, start, start, 0]


def test_a_picture_nearly_as_wide_as_the_text_lets_none_beside_it() -> None:
    found = lines(pdf_of(para(anchored(picture("logo.png"), 400, 40, wrap=SQUARE) + run("a")), media=MEDIA))
    assert found[0].y == pytest.approx(TOP + 40 + 13.1, abs=0.1)
    assert found[0].x == pytest.approx(LEFT, abs=0.1)


def test_a_short_line_ends_before_a_picture_in_the_middle() -> None:
    beside = anchored(picture("logo.png"), 60, 40, x=200, wrap=SQUARE)
    found = lines(pdf_of(para(beside + run("Kính gửi")) + para("b"), media=MEDIA))
    assert [(round(line.x - LEFT), round(line.y - TOP)) for line in found] == [(0, 13), (0, 29)]


def test_a_picture_hung_on_the_paper_moves_the_first_text_of_the_page() -> None:
    beside = anchored(picture("logo.png"), 60, 40, y=-10, down="margin", wrap=SQUARE)
    found = lines(pdf_of(para(beside + run(WORDS)), media=MEDIA))
    assert [round(line.x - LEFT) for line in found[:3]] == [60, 60, 0]


def test_text_flows_beside_a_picture_in_a_cell_and_the_row_holds_it() -> None:
    beside = anchored(picture("logo.png"), 60, 90, wrap=SQUARE)
    body = table([8000], row(cell(para(beside + run("một")))), row(cell("hai")))
    found = lines(pdf_of(body, media=MEDIA))
    assert found[0].x - found[1].x == pytest.approx(60, abs=0.1)
    assert found[1].y - found[0].y >= 90 - 0.5


def test_a_table_that_ends_before_a_picture_is_drawn() -> None:
    beside = anchored(picture("logo.png"), 60, 60, x=390, wrap=SQUARE)
    found = lines(pdf_of(para(beside + run("a")) + table([4000], row(cell("b"))) + para(WORDS), media=MEDIA))
    assert [line.text for line in found[:2]] == ["a", "b"]
    assert len(found[2].text) < len(found[4].text) - 4


def test_cells_all_in_frames_are_a_plain_table() -> None:
    framed = '<w:framePr w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="text" w:xAlign="right" w:y="1"/>'
    cells = [cell(para(text, framed)) for text in ("Ngành", "Tin học", "Lớp", "A")]
    plain = [cell(text) for text in ("Ngành", "Tin học", "Lớp", "A")]
    made = [lines(pdf_of(table([3000, 3000], row(*held[:2]), row(*held[2:])) + para("sau"))) for held in (cells, plain)]
    assert made[0] == made[1]


def test_a_table_in_the_way_of_a_picture_is_refused() -> None:
    beside = anchored(picture("logo.png"), 60, 40, wrap=SQUARE)
    with pytest.raises(ConversionError, match="chảy quanh"):
        pdf_of(para(beside + run("a")) + table([4000], row(cell("b"))), media={"logo.png": png()})


def test_a_box_of_text_stands_at_its_anchor_and_moves_nothing() -> None:
    box = anchored(text_box(para("MẬT")), 150, 60, x=300, y=40)
    found = lines(pdf_of(para(run("x") + box) + para("b")))
    held = line_of(found, "MẬT")
    assert (held.x, held.y) == pytest.approx((LEFT + 300 + 7.2, TOP + 40 + 3.6 + 13.1), abs=0.2)
    assert line_of(found, "b").y == pytest.approx(TOP + 16.1 + 13.1, abs=0.1)


@pytest.mark.parametrize("extra", ["", para(), para() * 6])
def test_empty_lines_need_no_room_in_a_box(extra: str) -> None:
    box = anchored(text_box(para("MẬT") + extra, 150, 26), 150, 26, x=200, y=40)
    found = lines(pdf_of(para(run("x") + box) + para("b")))
    assert [line.text for line in found] == ["x", "b", "MẬT"]
    assert len(lines(pdf_of(para(run("x") + anchored(text_box(para(), 9, 6), 9, 6))))) == 1


def test_a_line_that_only_dips_below_its_box_is_drawn() -> None:
    box = anchored(text_box(para(run("5a")), 60, 18), 60, 18, x=200, y=40)
    assert "5a" in [line.text for line in lines(pdf_of(para(run("x") + box)))]


def notes(*texts: str) -> dict[str, str]:
    mark = f"<w:r><w:rPr>{RAISED}{SMALL}</w:rPr><w:footnoteRef/></w:r>"
    content = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    for number, text in enumerate(texts, 1):
        content += f'<w:footnote w:id="{number}">{para(mark + run(text, SMALL))}</w:footnote>'
    return {"footnotes": content}


def referred(number: int) -> str:
    return f'<w:r><w:rPr>{RAISED}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def test_footnotes_stand_at_the_foot_of_the_page_that_refers_to_them() -> None:
    body = para(run("Điều 1") + referred(1)) + para(run("Điều 2") + referred(2), "<w:pageBreakBefore/>")
    pdf = pdf_of(body, notes=notes("Bổ sung.", "Thay thế. " * 30))
    found = lines(pdf)
    first, *second = [line for line in found if line.text.startswith(("Bổ", "Thay"))]
    assert (first.page, first.y) == (1, pytest.approx(FOOT - 2.16, abs=0.2))
    assert {line.page for line in second} == {2}
    last = [line for line in found if line.page == 2]
    assert last[-1].y - last[-2].y == pytest.approx(11.5, abs=0.1)
    ((left, right, y),) = strokes(pdf)
    assert (left, right) == pytest.approx((LEFT, LEFT + 453.55 / 4), abs=0.6)
    assert y == pytest.approx(FOOT - 11.5 - 2.85 - 0.25, abs=0.5)


def test_a_reference_is_small_and_raised() -> None:
    found = lines(pdf_of(para(run("Điều 1") + referred(1)), notes=notes("Bổ sung.")))
    mark, text = line_of(found, "1"), line_of(found, "Điều 1")
    assert text.y - mark.y == pytest.approx(14 * 0.4, abs=0.1)


def test_a_drawing_in_a_header_stands_on_every_page() -> None:
    rule = anchored(straight(200), 200, y=20)
    sect = section('<w:headerReference w:type="default" r:id="header1"/>' + "<w:pgSz w:w='11906' w:h='16838'/>")
    pdf = pdf_of(para("a") + para("b", "<w:pageBreakBefore/>"), headers={"header1": para(PAGE_FIELD + rule)}, sect=sect)
    assert [len(strokes(pdf, page)) for page in (0, 1)] == [1, 1]


def test_a_picture_may_have_a_line_around_it() -> None:
    line = '<a:ln w="12700"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></pic:spPr>'
    rimmed = picture("logo.png").replace("</pic:spPr>", line)
    pdf = pdf_of(para(inline(rimmed, 60, 40)), media={"logo.png": png()})
    (image,) = images(pdf)
    page = pypdfium2.PdfDocument(pdf)[0]
    paths = [item.get_bounds() for item in page.get_objects() if item.type == raw.FPDF_PAGEOBJ_PATH]
    left, bottom, right, top = paths[0]
    assert image == pytest.approx((LEFT, TOP, LEFT + 60, TOP + 40), abs=0.5)
    assert (left, 841.9 - top, right, 841.9 - bottom) == pytest.approx(image, abs=1.2)


def test_a_fill_that_lets_text_show_through_is_drawn() -> None:
    fill = '<a:solidFill><a:srgbClr val="FF0000"><a:alpha val="50000"/></a:srgbClr></a:solidFill>'
    box = text_box(para("MẬT")).replace("<a:noFill/>", fill)
    pdf = pdf_of(para(run("x") + anchored(box, 150, 60, x=100)))
    assert "MẬT" in [line.text for line in lines(pdf)] or "xMẬT" in [line.text for line in lines(pdf)]
    shown = pypdfium2.PdfDocument(pdf)[0].render(scale=1)
    at = (int(TOP) + 50) * shown.stride + (int(LEFT) + 200) * shown.n_channels
    assert list(shown.buffer[at : at + 3]) == pytest.approx([127, 127, 255], abs=2)


_CONNECTOR = '<v:shapetype id="_x0000_t32" o:spt="32"/><v:shape type="#_x0000_t32" style="position:absolute;'
_PLACED = "margin-left:10pt;margin-top:20pt;"


@pytest.mark.parametrize(
    ("drawn", "where"),
    [
        (anchored(straight(0, 30), 0, 30, x=10, y=20), [(10, 20), (10, 50)]),
        (anchored(straight(50, 0), 50, 0, x=10, y=20), [(10, 20), (60, 20)]),
        (anchored(straight(0, 0), 0, 0, x=10, y=-5), []),
        (anchored(straight(50, 30, turned='flipV="true"'), 50, 30, x=10, y=20), [(10, 50), (60, 20)]),
        (anchored(straight(50, 30, turned='flipH="1" flipV="1"'), 50, 30, x=10, y=20), [(10, 20), (60, 50)]),
        (anchored(straight(50, 30, turned='rot="10800000"'), 50, 30, x=10, y=20), [(10, 20), (60, 50)]),
        (inline(straight(0, 30), 0, 30), [(0, 0), (0, 30)]),
        (vml('<v:line style="position:absolute" from="10pt,20pt" to="10pt,50pt"/>'), [(10, 20), (10, 50)]),
        (vml('<v:line style="position:absolute" from="10pt,-5pt" to="10pt,-5pt"/>'), []),
        (vml('<v:line style="position:absolute;flip:x" from="10pt,20pt" to="60pt,50pt"/>'), [(10, 50), (60, 20)]),
        (vml(f'{_CONNECTOR}{_PLACED}width:0;height:30pt"/>'), [(10, 20), (10, 50)]),
        (vml(f'{_CONNECTOR}{_PLACED}width:50pt;height:30pt;flip:y"/>'), [(10, 50), (60, 20)]),
    ],
)
def test_a_line_is_as_wide_and_as_high_as_the_file_says(drawn: str, where: list[tuple[float, float]]) -> None:
    assert ends(pdf_of(para(drawn + run("Điều 1")))) == where


@pytest.mark.parametrize(
    ("wrap", "places"),
    [
        ("wrapTopAndBottom", [(98.9, 0), (115.0, 0), (131.1, 0)]),  # the picture ends 98.9 points down the page
        (SQUARE, [(56.7, 60), (72.8, 60), (88.9, 60)]),
    ],
)
def test_text_above_its_paragraph_makes_room_for_a_picture(wrap: str, places: list[tuple[float, float]]) -> None:
    """It stands where its paragraph would be without it, and covers no text."""
    up = anchored(picture("logo.png"), 60, 40, y=-30, wrap=wrap)
    found = lines(pdf_of(para("một") + para("hai") + para(up + run("ba")), media=MEDIA))
    assert [line.text for line in found] == ["một", "hai", "ba"]
    assert [(line.y - 13.1, line.x - 85.05) for line in found] == [pytest.approx(place, abs=0.2) for place in places]


def test_a_picture_over_empty_paragraphs_brings_the_text_below_it() -> None:
    up = anchored(picture("logo.png"), 60, 40, y=-40, wrap="wrapTopAndBottom")
    title, end = lines(pdf_of(para("một") + para() * 3 + para(up + run("sau")), media=MEDIA))
    assert end.y - title.y == pytest.approx(182.5 - 69.8, abs=0.2)
    beside = anchored(picture("logo.png"), 60, 40, y=-40, wrap=SQUARE)
    title, end = lines(pdf_of(para("một") + para() * 3 + para(beside + run("sau")), media=MEDIA))
    assert (round(end.y - title.y), round(end.x - title.x)) == (64, 0)


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


def test_a_picture_with_its_title_in_a_box_below_it_holds_all_text_off() -> None:
    shown = anchored(picture("logo.png"), 60, 40, y=30, wrap="wrapTopAndBottom")
    title = anchored(text_box(para("Hình 1"), 60, 30), 60, 30, y=70, wrap="wrapTopAndBottom")
    found = lines(pdf_of(para(shown + title + run("a")) + para("b"), media=MEDIA))
    assert [line.text for line in found] == ["a", "Hình1", "b"]
    assert found[2].y == pytest.approx(TOP + 100 + 13.1, abs=0.2)
