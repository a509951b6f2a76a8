"""Zip files no honest program writes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from tests.hostile.corpus import make, para
from tests.hostile.mutate import pack, unpack


def sound() -> bytes:
    """A small sound DOCX to spoil."""
    return make(para("chữ"))


def bomb(megabytes: int, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A DOCX whose main part unpacks to that many megabytes of spaces."""
    parts = unpack(sound())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            if name != "word/document.xml":
                archive.writestr(name, content)
        with archive.open("word/document.xml", "w") as stream:
            for _ in range(megabytes):
                stream.write(b" " * 1024 * 1024)
    return buffer.getvalue()


def overlapping(copies: int) -> bytes:
    """A zip whose list names the same compressed megabytes again and again, after D. Fifield's bomb."""
    content = b" " * 50 * 1024 * 1024
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    crc = zlib.crc32(content)
    sizes = struct.pack("<III", crc, len(packed), len(content))
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes + struct.pack("<HH", 1, 0) + b"0"
    entries = b"".join(
        b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + sizes
        + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
        for name in (f"p{number}".encode() for number in range(copies))
    )  # fmt: skip
    at = len(local) + len(packed)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, copies, copies, len(entries), at, 0)
    return local + packed + entries + end


def many_entries(count: int) -> bytes:
    """A zip of that many empty parts."""
    return pack({f"word/p{number}": b"" for number in range(count)})


def marked_encrypted(docx: bytes) -> bytes:
    """The file with every entry marked as encrypted in the zip's list and before its bytes."""
    made = bytearray(docx)
    for sign, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = made.find(sign)
        while at >= 0:
            made[at + offset] |= 1
            at = made.find(sign, at + 4)
    return bytes(made)


def doubled_name(docx: bytes) -> bytes:
    """The file with a second main part of the same name in other letters."""
    buffer = io.BytesIO(docx)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/Document.xml", "<x/>")
    return buffer.getvalue()


def wrong_checksum(docx: bytes) -> bytes:
    """The file with one letter of its stored main part changed."""
    stored = pack(unpack(docx))
    return stored.replace("chữ".encode(), "chử".encode())


def big_zip(docx: bytes) -> bytes:
    """The same DOCX with the 64-bit fields of large zips."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", allowZip64=True) as archive:
        for name, content in unpack(docx).items():
            with archive.open(name, "w", force_zip64=True) as stream:
                stream.write(content)
    return buffer.getvalue()
