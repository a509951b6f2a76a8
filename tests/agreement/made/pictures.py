"""Pictures made in code: the ones random documents hold, and pages side by side."""

from __future__ import annotations

import struct
import zlib


def png(width: int, height: int, rows: list[bytes], *, colours: int = 3) -> bytes:
    """A PNG of the given rows; ``colours`` is 1 for grey and 3 for red, green, blue."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0 if colours == 1 else 2, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def seal(size: int = 24) -> bytes:
    """A small red ring on white, as a stamp."""
    middle = (size - 1) / 2
    rows = []
    for y in range(size):
        row = b""
        for x in range(size):
            radius = ((x - middle) ** 2 + (y - middle) ** 2) ** 0.5
            row += b"\xcc\x11\x11" if 0.35 * size < radius < 0.48 * size else b"\xff\xff\xff"
        rows.append(row)
    return png(size, size, rows)
