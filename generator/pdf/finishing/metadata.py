"""The metadata of a finished PDF replaced in place: all else keeps its bytes, so pages and tags cannot change."""

from __future__ import annotations

from collections.abc import Callable

from generator.patterns import late
from generator.pdf.finishing.plain import ENTRY, NotPlainError, PlainPdf

_METADATA = late(rb"/Metadata (\d+) 0 R")
_STREAM = late(rb"\d+ 0 obj\s*<<([^<>]*)>>\s*stream\r?\n")
_LENGTH = late(rb"/Length (\d+)(?!\s+\d+ R)")


def replace_metadata(pdf: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The PDF with its XMP packet changed; the same bytes for the same input, in microseconds for Typst's files."""
    try:
        return _in_place(pdf, change)
    except NotPlainError:
        from generator.pdf.finishing.any_pdf import rewrite  # here: importing pypdf takes longer than Typst's work

        return rewrite(pdf, change)


def _in_place(pdf: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The packet exchanged and what follows it moved."""
    file = PlainPdf.read(pdf)
    metadata = _METADATA.search(file.object(file.root()))
    stream = _STREAM.match(pdf, file.offset(int(metadata[1]))) if metadata else None
    length = _LENGTH.search(stream[1]) if stream else None
    if stream is None or length is None or b"/Filter" in stream[1]:
        raise NotPlainError
    begin, end = stream.end(), stream.end() + int(length[1])
    packet = change(pdf[begin:end])
    said = _LENGTH.sub(b"/Length %d" % len(packet), stream[1])
    opening = stream[0].replace(stream[1], said)
    moved = len(opening) + len(packet) - (end - stream.start())
    table = bytearray(pdf[file.first : file.first + file.count * ENTRY])
    for line in range(0, len(table), ENTRY):
        place = int(table[line : line + 10])
        if place > stream.start() and table[line + 17 : line + 18] == b"n":
            table[line : line + 10] = b"%010d" % (place + moved)
    start = b"%d" % file.start
    return b"".join(
        (
            pdf[: stream.start()], opening, packet, pdf[end : file.start], pdf[file.start : file.first], table,
            file.trailer, pdf[file.tail :].replace(start, b"%d" % (file.start + moved)),
        )
    )  # fmt: skip
