"""Drawn lines, pictures, boxes of text and footnotes stand where LibreOffice puts them, and move no text."""

from __future__ import annotations

import ctypes
import io

import pypdf
import pypdfium2
import pypdfium2.raw as raw
import pytest

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


def images(pdf: bytes, page: int = 1) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of every picture of a page, from the top left, in points."""
    sheet = pypdfium2.PdfDocument(pdf)[page - 1]
    height = sheet.get_height()
    bounds = [item.get_bounds() for item in sheet.get_objects() if item.type == raw.FPDF_PAGEOBJ_IMAGE]
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


def test_cells_all_in_frames_are_a_plain_table() -> None:
    framed = '<w:framePr w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="text" w:xAlign="right" w:y="1"/>'
    cells = [cell(para(text, framed)) for text in ("Ngành", "Tin học", "Lớp", "A")]
    plain = [cell(text) for text in ("Ngành", "Tin học", "Lớp", "A")]
    made = [lines(pdf_of(table([3000, 3000], row(*held[:2]), row(*held[2:])) + para("sau"))) for held in (cells, plain)]
    assert made[0] == made[1]


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
    ("before", "height", "depth"),
    [("", 40.0, 0.0), ("", 80.0, 0.0), ("a", 80.0, 3.0)],
    ids=["low", "high", "beside text"],
)
def test_a_line_of_a_picture_alone_has_no_depth(before: str, height: float, depth: float) -> None:
    """Text after a break stands below the foot of the picture, as it does below a picture that ends its paragraph."""
    drawn = inline(picture("logo.png", 60, height), 60, height)
    pdf = pdf_of(
        para((run(before) if before else "") + drawn + "<w:r><w:br/></w:r>" + run("dưới")), media={"logo.png": png()}
    )
    ((_, _, _, foot),) = images(pdf)
    assert line_of(lines(pdf), "dưới").y - foot == pytest.approx(12.95 + depth, abs=0.3)


@pytest.mark.parametrize(
    ("position", "spacing", "down", "above", "below"),
    [
        (0, "", 40.0, 40.0, 3.0),
        (-16, "", 32.0, 40.0, 8.0),  # lowered by 8 points, which the line reaches below as well
        (16, "", 48.0, 40.0, 3.0),
        (-80, "", 13.1, 53.1, 40.0),  # all of it hangs below
        (-16, '<w:spacing w:line="400" w:lineRule="exact"/>', 16.0, 24.0, 4.0),
    ],
)
def test_a_picture_in_the_line_is_raised_as_its_run_says(
    position: int, spacing: str, down: float, above: float, below: float
) -> None:
    """The baseline ``down`` from the top, the foot of the picture at ``above``, the line ``below`` deep."""
    moved = inline(picture("logo.png"), 60, 40).replace(
        "<w:r>", f'<w:r><w:rPr><w:position w:val="{position}"/></w:rPr>', 1
    )
    pdf = pdf_of(para(run("x") + moved, spacing) + para("b"), media={"logo.png": png()})
    found = lines(pdf)
    assert line_of(found, "x").y - TOP == pytest.approx(down, abs=0.1)
    assert images(pdf)[0][3] - TOP == pytest.approx(above, abs=0.1)
    assert line_of(found, "b").y - TOP == pytest.approx(down + below + 13.1, abs=0.2)


@pytest.mark.parametrize(("looks", "room"), [("<a:effectLst><a:outerShdw/></a:effectLst>", 12.0), ("", 0.0)])
def test_a_picture_in_the_line_has_the_room_of_its_shadow(looks: str, room: float) -> None:
    held = inline(picture("logo.png", looks=looks), 60, 40, effects=12.0)
    pdf = pdf_of(para(held) + para("dưới"), media={"logo.png": png()})
    ((left, top, right, bottom),) = images(pdf)
    assert (left, right, bottom - top) == pytest.approx((LEFT + room, LEFT + room + 60, 40), abs=0.1)
    assert line_of(lines(pdf), "dưới").y - bottom == pytest.approx(12.5 + room, abs=4)


def test_a_picture_in_the_colours_of_printing_is_drawn() -> None:
    pdf = pdf_of(para(inline(picture("a.jpg"), 60, 40)), media={"a.jpg": cmyk(), "logo.png": png()})
    assert len(images(pdf)) == 1
    assert b"DeviceCMYK" not in pdf


def cmyk() -> bytes:
    """A JPEG of eight by eight dots in cyan, magenta, yellow and black: in each as dark as half."""

    def part(kind: int, data: bytes) -> bytes:
        return bytes((0xFF, kind)) + (len(data) + 2).to_bytes(2, "big") + data

    numbers = (1, 2, 3, 4)
    codes = bytes((1, *[0] * 15, 0))  # one code, of one bit: nothing changes, nothing follows
    return b"".join((
        b"\xff\xd8",
        part(0xEE, b"Adobe\0\x64\0\0\0\0\0"),
        part(0xDB, bytes((0, *[1] * 64))),
        part(0xC0, bytes((8, 0, 8, 0, 8, 4)) + b"".join(bytes((number, 0x11, 0)) for number in numbers)),
        part(0xC4, b"\x00" + codes + b"\x10" + codes),
        part(0xDA, bytes((4,)) + b"".join(bytes((number, 0)) for number in numbers) + bytes((0, 63, 0))),
        b"\x00\xff\xd9",
    ))  # fmt: skip
