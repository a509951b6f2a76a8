"""Text longer than its box: drawn whole into empty paper, cut off where it would cover anything, and both is said."""

from __future__ import annotations

import re
import struct
import zlib
from itertools import pairwise

import pytest

from generator.errors import ConversionError
from generator.pdf import PdfResult, convert, pictures
from generator.pdf.seen.beyond import cut_words
from generator.pdf.typst.sheets.overfull import told
from tests.layout.drawing_maker import anchored, group, photo, picture, png, shape, straight, text_box, vml
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.pdf.pdf_lines import lines

MANY = "".join(para(f"dòng {number}") for number in range(8))  # 128.8 points
WORDS = [f"dòng{number}" for number in range(8)]
LINE = 16.1


def result_of(body: str, **parts: object) -> PdfResult:
    return convert(make(body, **parts), bundled_fonts=True)  # type: ignore[arg-type]


def box(content: str = MANY, height: float = 60, x: float = 150, y: float = 30) -> str:
    return anchored(text_box(content, 150, height), 150, height, x=x, y=y)


OLD = vml(
    '<v:rect style="position:absolute;margin-left:150pt;margin-top:30pt;width:150pt;height:60pt">'
    f"<v:textbox><w:txbxContent>{MANY}</w:txbxContent></v:textbox></v:rect>"
)
BARE = vml(
    '<v:rect style="position:absolute;margin-left:150pt;margin-top:30pt;width:150pt;height:60pt" stroked="f"'
    f' filled="f"><v:textbox><w:txbxContent>{MANY}</w:txbxContent></v:textbox></v:rect>'
)
CENTRED = anchored(
    shape("rect", 150, 60, MANY, body='anchor="ctr"'), 150, 60, x=150, y=30
)  # what is overfull begins at the top


@pytest.mark.parametrize("drawn", [box(), OLD, BARE, CENTRED], ids=["box", "old", "bare", "centred"])
def test_text_goes_on_into_empty_paper_and_this_is_said(drawn: str) -> None:
    result = result_of(para(run("a") + drawn) + para("b"))
    found = lines(result.pdf)
    assert [line.text for line in found if line.text in WORDS] == WORDS
    feet = [line.y for line in found if line.text in WORDS]
    assert [low - high for high, low in pairwise(feet)] == pytest.approx([LINE] * 7, abs=0.1)
    (note,) = result.notes
    assert note.startswith("khung văn bản “dòng 0 dòng 1")
    assert "chữ dài hơn khung" in note


def test_two_boxes_are_told_apart() -> None:
    result = result_of(para(run("a") + box(x=0) + box(MANY.replace("dòng", "hàng"), x=250)))
    assert [note[:22] for note in result.notes] == ["khung văn bản “dòng 0 ", "khung văn bản “hàng 0 "]


@pytest.mark.parametrize(
    "body",
    [
        para(run("a") + box(height=140)),
        para(run("a") + box(para("MẬT") + para() * 9, height=26)),
        para(run("a") + box(para(run("5a")), height=18)),
        para(run("a") + box("".join(para("x " * 12) for _ in range(3)), height=60)),
    ],
    ids=["room", "empty lines", "half a line", "just"],
)
def test_nothing_is_said_of_text_that_has_room(body: str) -> None:
    assert result_of(body).notes == ()


COVERED = {
    "text": para(run("a") + box(x=0)) + para("chữ " * 200),
    "a box": para(run("a") + box() + box(para("dưới"), y=120)),
    "a line": para(run("a") + box() + anchored(straight(150), 150, x=150, y=120)),
    "a picture": para(run("a") + box() + anchored(picture("logo.png"), 60, 40, x=150, y=110)),
    "what is below its table": table([9000], row(cell(para(run("a") + box(x=0, y=5))))) + para("chữ " * 200),
    "the foot": para(run("a") + box(y=680)),
    "text, in a group": para(anchored(group(shape("rect", 150, 60, MANY, alone=False), size=(150, 60)), 150, 60, y=5))
    + para("chữ " * 200),
}


@pytest.mark.parametrize("body", COVERED.values(), ids=COVERED.keys())
def test_text_that_would_cover_something_is_cut_off_as_in_word_and_named(body: str) -> None:
    result = result_of(body, media={"logo.png": png()})
    note, words = result.notes
    assert re.match(r"khung văn bản “dòng 0 .*chữ dài hơn khung, phần thừa che chỗ khác nên bị cắt", note)
    assert re.search(r"trang 1, khung.*: chữ .*“7” bị cắt, không đọc được: khung thấp hơn chữ", words)
    cut = [lost.word for lost in cut_words(result.pdf)]
    assert cut[-8:] == [word for number in range(4, 8) for word in ("dòng", str(number))]


def test_of_a_typeface_that_is_not_there_it_is_not_said_what_word_cuts() -> None:
    asked = '<w:rPr><w:rFonts w:ascii="Khong Co Phong Nay" w:hAnsi="Khong Co Phong Nay"/></w:rPr>'
    body = next(iter(COVERED.values()))
    note, *_ = result_of(body + f"<w:p><w:r>{asked}<w:t>chữ</w:t></w:r></w:p>", media={"logo.png": png()}).notes
    assert "máy thiếu phông Khong Co Phong Nay" in note
    assert "Word cũng cắt" not in note


PHOTO = anchored(picture("photo.png"), 200, 150, x=0, y=30)
NEXT = para(run('<w:br w:type="page"/>'))


def test_every_box_that_is_cut_off_is_named_on_whichever_page() -> None:
    pages = [
        para(run("a") + PHOTO + box()),
        para(run("b") + PHOTO),
        para(run("c") + box(MANY.replace("dòng", "câu"), x=0)) + para("chữ " * 200),
    ]
    notes = result_of(NEXT.join(pages), media={"photo.png": photo()}).notes
    assert [note[:19] for note in notes[:2]] == ["khung văn bản “dòng", "khung văn bản “câu "]


def test_text_goes_on_beside_a_photograph() -> None:
    result = result_of(para(run("a") + PHOTO + box(x=210)), media={"photo.png": photo()})
    assert [line.text for line in lines(result.pdf) if line.text in WORDS] == WORDS
    assert len(result.notes) == 1


@pytest.mark.parametrize(
    "drawn",
    [
        anchored(shape("rect", 150, 60, MANY, turned='rot="2700000"'), 150, 60, y=100),
        anchored(shape("rect", 150, 60, MANY * 2, body='vert="vert"'), 150, 60, y=100),
    ],
    ids=["shape", "text"],
)
def test_turned_text_too_long_for_its_shape_is_refused(drawn: str) -> None:
    with pytest.raises(ConversionError, match="khung văn bản có chữ dài hơn khung"):
        result_of(para(run("a") + drawn))


def test_pages_as_pictures_are_cut_off_alike() -> None:
    covered, white = (
        make(para(run("a") + box(MANY + last, x=0)) + para("chữ " * 200)) for last in ("", para("Z" * 12))
    )
    assert pictures(covered, 72, bundled_fonts=True) == pictures(white, 72, bundled_fonts=True)
    assert len(pictures(make(para(run("a") + box())), 72, bundled_fonts=True)) == 1


def _page(*dots: tuple[int, int, int]) -> bytes:
    """A page one dot high, and a white row below it, as Typst writes them."""
    rows = b"\0" + b"".join(bytes((*dot, 255)) for dot in dots) + b"\0" + b"\xff" * 4 * len(dots)
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", len(dots), 2, 8, 6, 0, 0, 0)), (b"IDAT", zlib.compress(rows)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


@pytest.mark.parametrize("whole", [0, 3, 200])
def test_the_edges_of_a_patch_name_no_other_box(whole: int) -> None:
    """Where a patch ends its colour is mixed with the paper's, or with that of another patch."""
    patch = (whole, (89 * whole + 7) % 256, (3 * whole * whole + 1) % 256)
    mixed = [
        tuple(round(one * share / 20 + two * (20 - share) / 20) for one, two in zip(patch, other, strict=True))
        for share in range(1, 20)
        for other in ((255, 255, 255), (0, 0, 0), (9, 40, 244))
    ]
    names = [f"khung{number}" for number in range(256)]
    white = _page(*[(255, 255, 255)] * (len(mixed) + 1))
    said, _ = told(names, [white], [_page(patch, *mixed)])  # type: ignore[arg-type]
    assert len(said) == 1
    assert f"“khung{whole}”" in said[0]
