"""Pictures made in code that random documents hold."""

from __future__ import annotations

from tests.pictures import png


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
