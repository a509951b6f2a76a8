"""The words in a DOCX's pictures that are drawings: the text records of its EMF and WMF files."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator

_EMF_SIGN = b" EMF"
_EMF_TEXTS = {83: "latin-1", 84: "utf-16-le"}
_WMF_TEXT, _WMF_TEXT_IN = 0x0521, 0x0A32
_OPAQUE_OR_CLIPPED = 0x06


def drawn_words(package: zipfile.ZipFile) -> Iterator[str]:
    """The texts that the drawings of a package set, each drawing as one string without the breaks between records."""
    for name in package.namelist():
        if name.lower().endswith((".emf", ".wmf")):
            data = package.read(name)
            texts = _of_emf(data) if data[40:44] == _EMF_SIGN else _of_wmf(data)
            yield "".join(texts)


def _of_emf(data: bytes) -> Iterator[str]:
    at = 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8:
            return
        if kind in _EMF_TEXTS and size >= 76:
            count, start = struct.unpack_from("<II", data, at + 44)
            width = 2 if kind == 84 else 1
            yield data[at + start : at + start + width * count].decode(_EMF_TEXTS[kind], "replace")
        at += size


def _of_wmf(data: bytes) -> Iterator[str]:
    at = 22 if data[:4] == b"\xd7\xcd\xc6\x9a" else 0
    at += 18
    while at + 6 <= len(data):
        words, kind = struct.unpack_from("<IH", data, at)
        if words < 3:
            return
        if kind == _WMF_TEXT:
            (count,) = struct.unpack_from("<H", data, at + 6)
            yield data[at + 8 : at + 8 + count].decode("cp1252", "replace")
        elif kind == _WMF_TEXT_IN:
            count, options = struct.unpack_from("<HH", data, at + 10)
            start = at + 14 + (8 if options & _OPAQUE_OR_CLIPPED else 0)
            yield data[start : start + count].decode("cp1252", "replace")
        at += 2 * words
