"""The metadata of a finished PDF replaced in place: all else keeps its bytes, so pages and tags cannot change."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

from generator.pdf.finishing.plain import ENTRY, NotPlainError, PlainPdf

_METADATA = re.compile(rb"/Metadata (\d+) 0 R")
_STREAM = re.compile(rb"\d+ 0 obj\s*<<([^<>]*)>>\s*stream\r?\n")
_LENGTH = re.compile(rb"/Length (\d+)(?!\s+\d+ R)")


def replace_metadata(pdf: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The PDF with its XMP packet changed; the same bytes for the same input, in microseconds for Typst's files."""
    made = _in_place(pdf, change)
    return _rewritten(pdf, change) if made is None else made


def _in_place(pdf: bytes, change: Callable[[bytes], bytes]) -> bytes | None:
    """The packet exchanged and what follows it moved, ``None`` where the file has not one plain table of objects."""
    tail = _TAIL.search(pdf, max(len(pdf) - 64, 0))
    head = _TABLE.match(pdf, int(tail[1])) if tail else None
    if tail is None or head is None:
        return None
    count, first = int(head[1]), head.end()
    trailer = pdf[first + count * _ENTRY : tail.start()]
    root = _ROOT.search(trailer)
    if not trailer.startswith(b"trailer") or root is None or b"/Prev" in trailer:
        return None

    def offset(number: int) -> int:
        return int(pdf[first + number * _ENTRY : first + number * _ENTRY + 10])

    at = offset(int(root[1]))
    metadata = _METADATA.search(pdf, at, pdf.index(b"endobj", at))
    stream = _STREAM.match(pdf, offset(int(metadata[1]))) if metadata else None
    length = _LENGTH.search(stream[1]) if stream else None
    if stream is None or length is None or b"/Filter" in stream[1]:
        return None
    begin, end = stream.end(), stream.end() + int(length[1])
    packet = change(pdf[begin:end])
    said = _LENGTH.sub(b"/Length %d" % len(packet), stream[1])
    opening = stream[0].replace(stream[1], said)
    moved = len(opening) + len(packet) - (end - stream.start())
    table = bytearray(pdf[first : first + count * _ENTRY])
    for line in range(0, len(table), _ENTRY):
        place = int(table[line : line + 10])
        if place > stream.start() and table[line + 17 : line + 18] == b"n":
            table[line : line + 10] = b"%010d" % (place + moved)
    return b"".join(
        (
            pdf[: stream.start()], opening, packet, pdf[end : int(tail[1])], head[0], table, trailer,
            pdf[tail.start() :].replace(tail[1], b"%d" % (int(tail[1]) + moved)),
        )
    )  # fmt: skip


def _rewritten(pdf: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The same by writing the whole file anew, for files of other makers."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    stream = writer.root_object.get("/Metadata")
    stream = stream.get_object() if stream is not None else None
    if not isinstance(stream, StreamObject):
        return pdf
    stream.set_data(change(stream.get_data()))
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
