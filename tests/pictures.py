"""PNG files made byte by byte: the same everywhere, and wrong where a test wants them wrong."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable


def png(width: int, height: int, rows: Iterable[bytes], *, colours: int = 3, level: int = 6) -> bytes:
    """The picture of the rows, a byte a dot of grey (``colours`` 1) or three of red, green, blue."""
    return packed_png(width, height, zlib.compress(b"".join(b"\0" + row for row in rows), level), colours=colours)


def packed_png(width: int, height: int, pixels: bytes, *, colours: int = 3) -> bytes:
    """A file that says this size of these packed pixels, whatever they are."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0 if colours == 1 else 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", head), _chunk(b"IDAT", pixels), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
