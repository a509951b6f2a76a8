"""What a document shows that is not its own text: pictures that are traps, and things that lie outside the file."""

from __future__ import annotations

import contextlib
import socket
import struct
import zlib
from collections.abc import Iterator

import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.hostile.corpus import make, para
from tests.hostile.mutate import pack, unpack
from tests.pictures import packed_png

_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"'


def png(width: int, height: int) -> bytes:
    """A picture that says a size of its own, of a thousand dots."""
    return packed_png(width, height, zlib.compress(b"\0" * 1000, 9), colours=1)


def pictured(data: bytes, name: str = "anh.png", *, mode: str = "") -> bytes:
    """A document that shows one picture; ``mode`` External makes ``name`` an address outside it."""
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="a"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="a"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:{"link" if mode else "embed"}="rIdAnh"/><a:stretch>'
        '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" '
        'cy="914400"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
    parts = unpack(make(para(drawing)))
    outside = f' TargetMode="{mode}"' if mode else ""
    relation = (
        '<Relationship Id="rIdAnh" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        f'Target="{name}"{outside}/></Relationships>'
    )
    rels = parts["word/_rels/document.xml.rels"].replace(b"</Relationships>", relation.encode())
    return pack(parts | {"word/_rels/document.xml.rels": rels, f"word/{name.rpartition('/')[2]}": data})


@pytest.mark.parametrize(
    ("picture", "name", "said"),
    [
        (png(200_000, 200_000), "anh.png", "điểm ảnh"),
        (b"GIF89a" + struct.pack("<HH", 60_000, 60_000) + b"\0" * 50, "anh.gif", "điểm ảnh"),
        (b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff" + b"\0" * 50, "anh.jpg", "điểm ảnh"),
        (_SVG + b">" + b"<g>" * 100_000 + b"</g>" * 100_000 + b"</svg>", "anh.svg", "lồng nhau"),
        (b'<!DOCTYPE svg [<!ENTITY a "x">]>' + _SVG + b"/>", "anh.svg", "DTD"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "anh.png", "."),
        (b"", "anh.png", "."),
    ],
    ids=range(7),
)  # fmt: skip
def test_pictures_that_unpack_to_too_much_or_to_nothing_are_refused(picture: bytes, name: str, said: str) -> None:
    with pytest.raises(ConversionError, match=said):
        convert(pictured(picture, name), bundled_fonts=True)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server on this machine that notices whoever connects."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.setblocking(False)
        yield server


def reaching_out(port: int, chunk: str = '<w:altChunk r:id="rIdChunk"/>') -> bytes:
    """A document that refers outside itself in every way it can, also for a ``chunk`` of its text."""
    base = f"http://127.0.0.1:{port}"
    parts = unpack(pictured(b"", f"{base}/anh.png", mode="External"))
    body = (
        f'<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;{base}/b.png&quot; \\d "><w:r/></w:fldSimple>'
        f'<w:fldSimple w:instr=" INCLUDETEXT &quot;{base}/c.docx&quot; "><w:r/></w:fldSimple></w:p>'
        f"{chunk}"
    )
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", body.encode() + b"<w:sectPr", 1)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    outer = "".join(
        f'<Relationship Id="rId{name}" Type="{office}/{kind}" Target="{base}/{name}" TargetMode="External"/>'
        for name, kind in (("Chunk", "aFChunk"), ("Mau", "attachedTemplate"), ("Le", "header"), ("Kieu", "styles"))
    )
    rels = parts["word/_rels/document.xml.rels"].replace(b"</Relationships>", outer.encode() + b"</Relationships>")
    return pack(parts | {"word/_rels/document.xml.rels": rels})


def visited(server: socket.socket) -> bool:
    try:
        server.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def test_nothing_outside_the_file_is_fetched(listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    with pytest.raises(ConversionError, match="altChunk"):
        convert(reaching_out(port), bundled_fonts=True)
    made = convert(reaching_out(port, chunk=""), bundled_fonts=True)
    assert not visited(listener)
    assert any("không nằm trong tệp" in note for note in made.notes), made.notes


def test_libreoffice_fetches_nothing_either(listener: socket.socket, soffice: str) -> None:
    with contextlib.suppress(ConversionError):  # it may refuse the file, as long as it asks nobody
        convert(reaching_out(listener.getsockname()[1]), engine="libreoffice")
    assert not visited(listener)
