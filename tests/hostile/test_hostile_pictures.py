"""Pictures that ask for too much, or are broken: each file of the table is refused by its name, place and reason.

Nothing is timed: every picture passes a limit that is counted before the engine sees it, or cannot be decoded.
"""

from __future__ import annotations

import base64
import struct
import subprocess
import zlib
from pathlib import Path

import pytest

from generator.errors import ConversionError
from generator.layout import read
from generator.layout.limits import MAX_DRAWN, MAX_PROFILE, MAX_SVG_DEPTH, MAX_SVG_WORK
from generator.pdf import convert
from tests.hostile.mutate import pack, unpack
from tests.hostile.test_hostile_commands import vanthu
from tests.hostile.test_hostile_outside import pictured

_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
_RECT = b'<rect width="3" height="4"/>'
_HALF = MAX_SVG_WORK // 2


def svg(*parts: bytes) -> bytes:
    return b"".join((_SVG, *parts, b"</svg>"))


def chunk(kind: bytes, data: bytes, checksum: int | None = None) -> bytes:
    checksum = zlib.crc32(kind + data) if checksum is None else checksum
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)


def png(rows: bytes | None = None, *, size: int = 8, checksum: int | None = None, extra: bytes = b"") -> bytes:
    rows = bytes((size + 1) * size) if rows is None else rows
    head = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(rows), checksum)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + pixels + chunk(b"IEND", b"")


def profile(size: int) -> bytes:
    return chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(size)))


def doubling(times: int, kind: bytes = b'<use xlink:href="#a%d"/>') -> bytes:
    """A drawing in which each part draws the one before it ten times."""
    inside = [b'<rect id="a0" width="1" height="1"/>']
    inside += [b'<g id="a%d">' % number + (kind % (number - 1)) * 10 + b"</g>" for number in range(1, times)]
    return svg(b"<defs>", *inside, b"</defs>", kind % (times - 1))


def linked(data: bytes) -> bytes:
    return b'<image width="3" height="3" href="%s"/>' % data


def data_address(data: bytes) -> bytes:
    return b"data:image/png;base64," + base64.b64encode(data)


_MANY, _FILTER, _BROKEN = "quá nhiều nét vẽ", "hiệu ứng lọc", "bị hỏng hoặc bị cắt cụt"
_TURBULENCE = b'<filter id="f"><feTurbulence numOctaves="99999" baseFrequency="9"/></filter>'
_PATTERN = b'<pattern id="p%d" width="1" height="1"><g fill="url(#p%d)">' + _RECT * 50 + b"</g></pattern>"
_MARKER = b'<marker id="m">' + _RECT * 400 + b"</marker>"
HOSTILE = {
    "nhieu-loan": (svg(_TURBULENCE, b'<rect filter="url(#f)" width="9" height="9"/>'), "svg", _FILTER),
    "mo": (svg(b'<rect width="9" height="9" style="fill:red;filter:blur(99999px)"/>'), "svg", _FILTER),
    "mo-theo-lop": (svg(b"<style>.a{filter:blur(99999px)}</style>", _RECT), "svg", _FILTER),
    "dau-thoat": (svg(rb"<style>.a{\66ilter:blur(9px)}</style>", _RECT), "svg", "bảng kiểu (CSS) phức tạp"),
    "nhan-muoi": (doubling(13), "svg", _MANY),
    "nhan-cat": (doubling(13, b'<g clip-path="url(#a%d)"/>'), "svg", _MANY),
    "nhan-theo-lop": (
        svg(b"<style>.a{fill:url(#p)}</style>", b'<pattern id="p">' + _RECT * 400 + b"</pattern>",
            b'<g class="a">' + _RECT * 400 + b"</g>"), "svg", _MANY,
    ),
    "hoa-van": (
        svg(*(_PATTERN % (n, n - 1) for n in range(1, 9)), b'<rect fill="url(#p8)" width="9" height="9"/>'),
        "svg", _MANY,
    ),
    "dau-mut": (svg(_MARKER, b'<path marker-mid="url(#m)" d="M0 0', b"l1 1" * 2000, b'"/>'), "svg", _MANY),
    "nhieu-nut": (svg(_RECT * (MAX_SVG_WORK + 1)), "svg", _MANY),
    "nhieu-chu": (svg(b"<text>", b"abcd " * MAX_SVG_WORK, b"</text>"), "svg", _MANY),
    "nhieu-quy-tac": (svg(b"<style>", b".a{fill:red}" * 20_000, b"</style>", _RECT * 2_000), "svg", _MANY),
    "tu-ve": (svg(b'<g id="a"><use href="#a"/></g>'), "svg", "vẽ lại chính nó"),
    "sau": (svg(b"<g>" * MAX_SVG_DEPTH, b"</g>" * MAX_SVG_DEPTH), "svg", "lồng nhau quá sâu"),
    "lien-ket": (svg(linked(b"file:///etc/passwd")), "svg", "liên kết ra ngoài"),
    "svg-trong-svg": (svg(linked(b"data:image/svg+xml;base64," + base64.b64encode(doubling(13)))), "svg", "ảnh khác"),
    "anh-trong-svg": (svg(linked(data_address(png(b"", size=50_000)))), "svg", "điểm ảnh"),
    "nen": (zlib.compress(svg(_RECT)), "svg", "XML sai"),
    "byte-loc": (png(b"\x09" + bytes(71)), "png", _BROKEN),
    "thieu-hang": (png(bytes(9)), "png", _BROKEN),
    "cat-cut": (png()[:50], "png", _BROKEN),
    "sai-crc": (png(checksum=5), "png", _BROKEN),
    "ho-so-mau": (png(extra=profile(MAX_PROFILE + 1)), "png", "hồ sơ màu quá lớn"),
    "jpg-cut": (b"\xff\xd8\xff\xe0" + bytes(40), "jpg", _BROKEN),
    "gif-cut": (b"GIF89a" + struct.pack("<HHBBB", 8, 8, 0, 0, 0), "gif", _BROKEN),
    "webp-cut": (b"RIFF\0\0\0\0WEBPVP8L" + bytes(40), "webp", _BROKEN),
}  # fmt: skip
INNOCENT = {
    "loc khong dung": (svg(_TURBULENCE, _RECT), "svg"),
    "khong loc": (svg(b'<rect filter="none" width="3" height="3"/>'), "svg"),
    "kieu theo lop": (
        svg(b'<style>.a,.b{fill:url(#g)}.b{stroke:red}</style><linearGradient id="g"><stop/></linearGradient>',
            b'<rect class="a b" width="3" height="3"/>' * 2000), "svg",
    ),
    "bieu do": (svg(b'<clipPath id="c">', _RECT, b'</clipPath><g clip-path="url(#c)">', _RECT * 5000, b"</g>"), "svg"),
    "bieu tuong": (svg(b'<symbol id="s">', _RECT, b"</symbol>", b'<use href="#s"/>' * 2000), "svg"),
    "anh ben trong": (svg(linked(data_address(png()))), "svg"),
    "chu thay trang": (svg(b"<switch><foreignObject/><text>abc</text></switch>"), "svg"),
    "utf-16": (svg(_RECT).decode().encode("utf-16"), "svg"),
    "ho so mau": (png(extra=profile(2_000_000)), "png"),
    "anh thuong": (png(), "png"),
}  # fmt: skip


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The command run once on all of them."""
    folder = tmp_path_factory.mktemp("anh")
    for name, (data, kind, _) in HOSTILE.items():
        (folder / f"{name}.docx").write_bytes(pictured(data, f"anh-{name}.{kind}"))
    return folder, vanthu("pdf", *sorted(folder.glob("*.docx")), "--engine", "typst")


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_its_place_and_nothing_is_written(
    name: str, refused: tuple[Path, subprocess.CompletedProcess[str]]
) -> None:
    folder, done = refused
    told = [line for line in done.stderr.splitlines() if f"{name}.docx" in line]
    assert len(told) == 1
    assert HOSTILE[name][2] in told[0]
    assert "đoạn 1" in told[0]
    assert not (folder / f"{name}.pdf").exists()


def test_the_command_ends_as_for_any_file_it_cannot_convert(
    refused: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    _, done = refused
    assert done.returncode == 5
    assert "Traceback" not in done.stderr
    assert "Format error" not in done.stderr  # the decoder's own words


@pytest.mark.parametrize("name", INNOCENT)
def test_its_innocent_neighbour_is_drawn(name: str) -> None:
    data, kind = INNOCENT[name]
    assert convert(pictured(data, f"anh.{kind}"), bundled_fonts=True).pages == 1


def test_every_broken_picture_is_named() -> None:
    parts = unpack(pictured(png(b"\x09" + bytes(71)), "mot.png"))
    drawing = parts["word/document.xml"].partition(b"<w:p>")[2].partition(b"</w:p>")[0]
    second = b"<w:p>" + drawing.replace(b"rIdAnh", b"rIdHai") + b"</w:p>"
    third = b"<w:p>" + drawing.replace(b"rIdAnh", b"rIdBa") + b"</w:p>"
    rels = parts["word/_rels/document.xml.rels"]
    arrow = rels[rels.index(b'<Relationship Id="rIdAnh"') : rels.index(b"</Relationships>")]
    more = arrow.replace(b"rIdAnh", b"rIdHai").replace(b"mot", b"hai")
    more += arrow.replace(b"rIdAnh", b"rIdBa").replace(b"mot", b"ba")
    parts["word/_rels/document.xml.rels"] = rels.replace(b"</Relationships>", more + b"</Relationships>")
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", second + third + b"<w:sectPr", 1)
    files = {"word/hai.png": png(), "word/ba.png": png(checksum=7)}
    with pytest.raises(ConversionError) as caught:
        convert(pack(parts | files), bundled_fonts=True)
    assert [(problem.place, problem.what.split()[1]) for problem in caught.value.problems] == [
        ("đoạn 1", "mot.png"), ("đoạn 3", "ba.png"),
    ]  # fmt: skip


def test_the_work_of_all_drawings_of_a_file_is_counted_together() -> None:
    parts = unpack(pictured(svg(_RECT * _HALF), "mot.svg"))
    drawing = parts["word/document.xml"].partition(b"<w:p>")[2].partition(b"</w:p>")[0]
    rels = parts["word/_rels/document.xml.rels"]
    arrow = rels[rels.index(b'<Relationship Id="rIdAnh"') : rels.index(b"</Relationships>")]
    more = arrow.replace(b"rIdAnh", b"rIdHai").replace(b"mot", b"hai")
    parts["word/_rels/document.xml.rels"] = rels.replace(b"</Relationships>", more + b"</Relationships>")
    second = b"<w:p>" + drawing.replace(b"rIdAnh", b"rIdHai") + b"</w:p>"
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", second + b"<w:sectPr", 1)
    with pytest.raises(ConversionError, match=r"đoạn 2: ảnh word/hai\.svg .*quá nhiều nét vẽ"):
        convert(pack(parts | {"word/hai.svg": svg(_RECT * _HALF)}), bundled_fonts=True)


def test_a_drawing_shown_again_and_again_is_counted_each_time() -> None:
    work = 20_000
    parts = unpack(pictured(svg(_RECT * work), "mot.svg"))
    paragraph = b"<w:p>" + parts["word/document.xml"].partition(b"<w:p>")[2].partition(b"</w:p>")[0] + b"</w:p>"
    body = paragraph * (MAX_DRAWN // work) + b"<w:sectPr"
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", body, 1)
    with pytest.raises(ConversionError, match="vẽ lại ảnh SVG nhiều nét quá nhiều lần"):
        convert(pack(parts), bundled_fonts=True)


def test_the_pixels_word_keeps_beside_a_drawing_stand_in_for_it() -> None:
    parts = unpack(pictured(HOSTILE["nhieu-loan"][0], "mot.svg"))
    beside = (
        b'<a:blip r:embed="rIdAnh2"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
        b'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rIdAnh"/></a:ext></a:extLst>'
        b"</a:blip>"
    )
    parts["word/document.xml"] = parts["word/document.xml"].replace(b'<a:blip r:embed="rIdAnh"/>', beside)
    rels = parts["word/_rels/document.xml.rels"]
    arrow = rels[rels.index(b'<Relationship Id="rIdAnh"') : rels.index(b"</Relationships>")]
    more = arrow.replace(b"rIdAnh", b"rIdAnh2").replace(b"mot.svg", b"hai.png")
    parts["word/_rels/document.xml.rels"] = rels.replace(b"</Relationships>", more + b"</Relationships>")
    assert convert(pack(parts | {"word/hai.png": png()}), bundled_fonts=True).pages == 1


def test_the_pixels_of_all_pictures_of_a_file_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.layout.package.MAX_ALL_PIXELS", 2_000_000)
    side = 1_000
    assert read(pictured(png(b"", size=side), "mot.png")).sections
    parts = unpack(pictured(png(b"", size=side), "mot.png"))
    drawing = parts["word/document.xml"].partition(b"<w:p>")[2].partition(b"</w:p>")[0]
    rels = parts["word/_rels/document.xml.rels"]
    arrow = rels[rels.index(b'<Relationship Id="rIdAnh"') : rels.index(b"</Relationships>")]
    names = [b"hai", b"ba"]
    more = b"".join(arrow.replace(b"rIdAnh", b"rId" + name).replace(b"mot", name) for name in names)
    body = b"".join(b"<w:p>" + drawing.replace(b"rIdAnh", b"rId" + name) + b"</w:p>" for name in names)
    parts["word/_rels/document.xml.rels"] = rels.replace(b"</Relationships>", more + b"</Relationships>")
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", body + b"<w:sectPr", 1)
    files = {f"word/{name.decode()}.png": png(b"", size=side) for name in names}
    with pytest.raises(ConversionError, match="đoạn 3: các ảnh có cả thảy hơn 2 triệu điểm ảnh"):
        read(pack(parts | files))
