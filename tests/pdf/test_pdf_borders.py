"""Border lines of tables and paragraphs: where they stand, what room they take, which are refused."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as raw
import pytest

from generator.pdf import convert
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.pdf.pdf_lines import characters, lines

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _borders(kind: str, size: int, sides: tuple[str, ...] = _SIDES) -> str:
    made = "".join(f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="0" w:color="auto"/>' for side in sides)
    return f"<w:tblBorders>{made}</w:tblBorders>"


def _grid(kind: str, size: int) -> bytes:
    rows = [row(cell(para("a")), cell(para("b"))), row(cell(para("c")), cell(para("d")))]
    return make(table([2000, 2000], *rows, props=_borders(kind, size), borders=False) + para("dưới"))


def _rules(pdf: bytes) -> tuple[list[float], list[float]]:
    """The places of the upright lines and of the level lines on the first page, in points, each place once."""
    upright, level = set(), set()
    for drawn in pypdfium2.PdfDocument(pdf)[0].get_objects([raw.FPDF_PAGEOBJ_PATH]):
        left, low, right, high = drawn.get_bounds()
        if right - left < high - low:
            upright.add(round((left + right) / 2, 1))
        else:
            level.add(round((low + high) / 2, 1))
    return sorted(upright), sorted(level)


def test_a_double_border_is_two_lines_a_third_of_it_each() -> None:
    upright, level = _rules(convert(_grid("double", 8), bundled_fonts=True).pdf)
    for places in (upright, level):
        assert len(places) == 6  # two at each of three edges
        assert [round(b - a, 1) for a, b in zip(places[::2], places[1::2], strict=True)] == [2.0] * 3
    assert upright[2] - upright[0] == pytest.approx(100, abs=0.2)  # the columns keep their widths
    assert upright[0] == pytest.approx(85.05 + 0.5, abs=0.2)  # the outermost line begins at the margin


def test_a_double_border_takes_three_times_the_room_of_a_single_one() -> None:
    feet = [lines(convert(_grid(kind, 8), bundled_fonts=True).pdf)[-1].y for kind in ("single", "double")]
    assert feet[1] - feet[0] == pytest.approx(3 * (3 - 1), abs=0.1)


@pytest.mark.parametrize(
    ("kind", "alike", "size", "said"),
    [
        ("triple", "double", 40 / 3, "nhiều nét"),
        ("thinThickSmallGap", "double", 20 / 3, "nhiều nét"),
        ("wave", "single", 8, "sóng"),
        ("doubleWave", "double", 8, "sóng kép"),
        ("threeDEmboss", "single", 8, "nổi"),
        ("dashDotStroked", "dotDash", 8, "gạch xiên"),
        ("apples", "single", 8, "apples"),
    ],
)
def test_a_border_of_another_kind_inside_a_table_is_drawn_plainer_and_told(
    kind: str, alike: str, size: float, said: str
) -> None:
    def inside(kind: str, size: float) -> bytes:
        lines_said = f'<w:insideH w:val="{kind}" w:sz="{size}"/><w:insideV w:val="{kind}" w:sz="{size}"/>'
        rows = [row(cell(para("a")), cell(para("b"))), row(cell(para("c")), cell(para("d")))]
        return make(table([2000, 2000], *rows, props=f"<w:tblBorders>{lines_said}</w:tblBorders>", borders=False))

    drawn = convert(inside(kind, 8), bundled_fonts=True)
    assert drawn.notes == (f"đường viền kiểu {said}: vẽ bằng nét kẻ thường",)
    found, plain = _rules(drawn.pdf), _rules(convert(inside(alike, size), bundled_fonts=True).pdf)
    assert [len(places) for places in found] == [len(places) for places in plain]
    assert _flat([*found]) == pytest.approx(_flat([*plain]), abs=0.3)


@pytest.mark.parametrize("kind", ["wave", "doubleWave", "dashDotStroked", "threeDEngrave"])
def test_lines_of_paragraphs_and_of_text_are_drawn_plainer_and_told(kind: str) -> None:
    line = f'w:val="{kind}" w:sz="8" w:space="1" w:color="auto"/>'
    under = para("gạch chân trang", f"<w:pBdr><w:bottom {line}</w:pBdr>")
    for body in (under, para(run("có khung", f"<w:bdr {line}"))):
        (note,) = convert(make(body), bundled_fonts=True).notes
        assert note.startswith("đường viền kiểu ")


_SCALE = 8
_OUTER = ("top", "left", "bottom", "right")


def _crossed(docx: bytes, *, x: float | None = None, y: float | None = None) -> list[tuple[float, float]]:
    """Where the lines begin that a way across the first page meets, and how wide they are; down at x, or level at y."""
    shown = pypdfium2.PdfDocument(convert(docx, bundled_fonts=True).pdf)[0].render(scale=_SCALE)
    steps = range(shown.width if x is None else shown.height)
    places = [(at, int((y or 0) * _SCALE)) if x is None else (int(x * _SCALE), at) for at in steps]
    dark = [shown.buffer[row * shown.stride + column * shown.n_channels] < 128 for column, row in places]
    edges = [at for at in steps if at and dark[at] != dark[at - 1]]
    return [(a / _SCALE, (b - a) / _SCALE) for a, b in zip(edges[::2], edges[1::2], strict=True)]


@pytest.mark.parametrize(
    ("kind", "end", "strands"),
    [
        ("thinThickSmallGap", "thickThinSmallGap", [(0, 4), (4.75, 0.75)]),
        ("thickThinSmallGap", "thinThickSmallGap", [(0, 0.75), (1.5, 4)]),
        ("thinThickMediumGap", "thickThinMediumGap", [(0, 4), (6, 2)]),
        ("thinThickThinSmallGap", "thinThickThinSmallGap", [(0, 0.75), (1.5, 4), (6.25, 0.75)]),
        ("triple", "triple", [(0, 4), (8, 4), (16, 4)]),
    ],
)
def test_a_frame_of_several_strands_stands_around_a_table(
    kind: str, end: str, strands: list[tuple[float, float]]
) -> None:
    named = dict(zip(_OUTER, (kind, kind, end, end), strict=True))
    lines_said = "".join(f'<w:{s} w:val="{k}" w:sz="32" w:space="0" w:color="auto"/>' for s, k in named.items())
    props = f"<w:tblBorders>{lines_said}</w:tblBorders>"
    tall = row("BÌA", props='<w:trHeight w:val="2000"/>')
    docx = make(table([4000], tall, props=props, borders=False) + para("dưới"))
    whole = strands[-1][0] + strands[-1][1]
    mirrored = [(whole - start - wide, wide) for start, wide in strands[::-1]]
    for found, edge in ((_crossed(docx, y=120), 85.05), (_crossed(docx, x=220), 56.7)):  # at the margins of the page
        near, far = found[: len(strands)], found[len(strands) :]
        assert _flat(near) == pytest.approx(_flat([(edge + start, wide) for start, wide in strands]), abs=0.3)
        begins = far[0][0]
        assert _flat(far) == pytest.approx(_flat([(begins + start, wide) for start, wide in mirrored]), abs=0.3)
    # The frame lies half within the columns.
    last = _crossed(docx, y=120)[-1]
    assert last[0] + last[1] == pytest.approx(85.05 + 200 + whole, abs=0.4)


def _flat(pairs: list[tuple[float, float]]) -> list[float]:
    return [number for pair in pairs for number in pair]


@pytest.mark.parametrize(("sides", "room"), [(("bottom",), 1), (("top", "bottom"), 2), (_OUTER, 2), (("left",), 0)])
def test_a_side_of_several_strands_takes_the_room_of_its_line(sides: tuple[str, ...], room: int) -> None:
    def below(kind: str) -> float:
        props = _borders(kind, 16, sides)
        body = table([2000, 2000], row("a", "b"), row("c", "d"), props=props, borders=False) + para("dưới")
        return lines(convert(make(body), bundled_fonts=True).pdf)[-1].y

    assert below("thinThickSmallGap") - below("none") == pytest.approx(room * (2 + 1.5), abs=0.2)


def test_a_frame_of_several_strands_leaves_lines_inside_the_table_as_they_are() -> None:
    inner = _borders("single", 8, ("insideH", "insideV")).removeprefix("<w:tblBorders>")
    props = _borders("thinThickSmallGap", 16, _OUTER).removesuffix("</w:tblBorders>") + inner
    tall = '<w:trHeight w:val="2000"/>'
    docx = make(table([2000, 2000], row("a", "b", props=tall), row("c", "d", props=tall), props=props, borders=False))
    across, down = _crossed(docx, y=120), _crossed(docx, x=150)
    assert len(across) == len(down) == 5
    assert across[2][0] - across[0][0] == pytest.approx(100 + 3.5 / 2 - 0.5, abs=0.3)  # the columns keep their widths
    assert across[2][1] == down[2][1] == pytest.approx(1, abs=0.2)


def test_a_line_between_paragraphs_keeps_the_distance_of_the_frame_above_it() -> None:
    def feet(space: int) -> list[float]:
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="8" w:space="{space if side == "bottom" else 2}"/>'
            for side in ("top", "bottom", "between")
        )
        body = "".join(para(text, f"<w:pBdr>{sides}</w:pBdr>") for text in ("một", "hai", "ba"))
        return [line.y for line in lines(convert(make(body), bundled_fonts=True).pdf)]

    near, far = feet(0), feet(5)
    assert far[0] == pytest.approx(near[0], abs=0.01)
    assert far[1] - near[1] == pytest.approx(5, abs=0.01)
    assert far[2] - near[2] == pytest.approx(10, abs=0.01)


@pytest.mark.parametrize(
    ("kind", "widths"),
    [
        ("triple", [1, 1, 1]),
        ("thinThickSmallGap", [1, 0.75]),
        ("thickThinSmallGap", [0.75, 1]),
        ("thinThickMediumGap", [1, 0.5]),
        ("thinThickLargeGap", [1.5, 0.75]),
        ("thinThickThinLargeGap", [0.75, 1.5, 0.75]),
    ],
)
def test_lines_of_several_strands_above_a_paragraph(kind: str, widths: list[float]) -> None:
    """The text stands below them all; the widths are the lines' from above."""
    pdf = convert(
        make(para("a", f'<w:pBdr><w:top w:val="{kind}" w:sz="8" w:space="3"/></w:pBdr>')), bundled_fonts=True
    ).pdf
    drawn = [line.get_bounds() for line in pypdfium2.PdfDocument(pdf)[0].get_objects([raw.FPDF_PAGEOBJ_PATH])]
    drawn.sort(key=lambda bounds: -bounds[3])
    assert [round(top - low, 2) for _, low, _, top in drawn] == pytest.approx(widths, abs=0.3)
    whole = drawn[0][3] - drawn[-1][1]
    plain = lines(convert(make(para("a")), bundled_fonts=True).pdf)[0].y
    assert lines(pdf)[0].y - plain == pytest.approx(whole + 3, abs=0.8)


def _framed(kind: str, more: str = "") -> str:
    return f'<w:bdr w:val="{kind}" w:sz="8" w:space="0" w:color="FF0000"/>{more}'


def test_a_line_around_text_closes_where_text_with_that_line_ends() -> None:
    words = run("Số ") + run("tối ", _framed("single")) + run("mật", _framed("single", "<w:b/>")) + run(" hết")
    pdf = convert(make(para(words)), bundled_fonts=True).pdf
    page = pypdfium2.PdfDocument(pdf)[0]
    drawn = sorted(item.get_bounds() for item in page.get_objects([raw.FPDF_PAGEOBJ_PATH]))
    tall = [(left, right) for left, low, right, high in drawn if high - low > 10]
    places = {sign: x for _, x, sign in characters(page)}
    assert len(tall) == 2  # the first letter and the last, whose sides are closed
    assert tall[0][0] == pytest.approx(places["ố"] - 3.9, abs=0.7)
    assert tall[1][1] == pytest.approx(places["h"] - 3.5, abs=0.7)
    assert drawn[0][3] - drawn[0][1] == pytest.approx(14 * 1.11 + 2, abs=0.6)


def test_a_line_around_text_takes_no_room_and_goes_on_over_lines() -> None:
    text = "Nơi nhận: như trên, các phòng 2021-2025 và/hoặc " * 3
    plain, drawn = (convert(make(para(run(text, look))), bundled_fonts=True).pdf for look in ("", _framed("dashed")))
    assert lines(drawn) == lines(plain)


@pytest.mark.parametrize(
    ("kind", "told"), [("single", ""), ("none", ""), ("nil", ""), ("double", "đôi"), ("apples", "apples")]
)
def test_a_line_around_text_is_drawn_as_one_and_told_where_it_is_another(kind: str, told: str) -> None:
    result = convert(make(para(run("mật", _framed(kind)))), bundled_fonts=True)
    alike = "none" if kind in ("none", "nil") else "single"
    assert _rules(result.pdf) == _rules(convert(make(para(run("mật", _framed(alike)))), bundled_fonts=True).pdf)
    assert result.notes == ((f"đường viền kiểu {told}: vẽ bằng nét kẻ thường",) if told else ())
