"""Small metafiles, record by record."""

from __future__ import annotations

import struct

END = (14, struct.pack("<3I", 0, 16, 20))


def emf(*records: tuple[int, bytes], size: int = 100) -> bytes:
    """A metafile of those records, ``size`` dots square on a device of ten dots a millimetre."""
    body = b"".join(struct.pack("<2I", kind, 8 + len(data)) + data for kind, data in (*records, END))
    header = struct.pack("<2I8i", 1, 108, 0, 0, size - 1, size - 1, 0, 0, size * 10, size * 10)
    header += b" EMF" + struct.pack("<3IHH3I", 0x10000, 108 + len(body), len(records) + 2, 4, 0, 0, 0, 0)
    return header + struct.pack("<4i3I2i", 1000, 1000, 100, 100, 0, 0, 0, 100_000, 100_000) + body


def integers(*values: int) -> bytes:
    """Signed numbers of 32 bits."""
    return struct.pack(f"<{len(values)}i", *values)


def picture(
    pixels: bytes, width: int, height: int, depth: int = 24, way: int = 0xCC0020, palette: bytes = b"",
    box: tuple[int, int, int, int] = (0, 0, 100, 100), part: tuple[int, int] | None = None,
) -> tuple[int, bytes]:  # fmt: skip
    """A bitmap of those rows (from the lowest up) in the box (x, y, width, height)."""
    info = struct.pack("<IiiHH6I", 40, width, height, 1, depth, 0, len(pixels), 0, 0, len(palette) // 4, 0) + palette
    across, down = part or (width, height)
    head = integers(0, 0, 99, 99, box[0], box[1], 0, 0, across, down)
    head += struct.pack("<4I", 80, len(info), 80 + len(info), len(pixels)) + struct.pack("<2I", 0, way)
    return 81, head + integers(*box[2:]) + info + pixels


def words(text: str, x: int, y: int, steps: list[int], options: int = 0) -> tuple[int, bytes]:
    """Text at a point, each letter that far from the next."""
    raw = text.encode("utf-16-le")
    raw += b"\0" * (-len(raw) % 4)
    head = integers(0, 0, 9, 9) + struct.pack("<Iff", 1, 1.0, 1.0) + integers(x, y, len(text))
    head += struct.pack("<2I", 76, options) + integers(0, 0, -1, -1, 76 + len(raw))
    return 84, head + raw + integers(*steps)


def font(which: int, name: str, height: int, weight: int = 400, charset: int = 0) -> tuple[int, bytes]:
    """A font under that number."""
    head = integers(which, height, 0, 0, 0, weight) + bytes([0, 0, 0, charset, 0, 0, 0, 0])
    return 82, head + name.encode("utf-16-le").ljust(64, b"\0") + bytes(228)


def wmf(*records: tuple[int, bytes], size: int = 100) -> bytes:
    """An old metafile of those records, its place and size said before it."""
    window = [(0x020B, struct.pack("<2h", 0, 0)), (0x020C, struct.pack("<2h", size, size))]
    body = b"".join(struct.pack("<IH", 3 + len(data) // 2, kind) + data for kind, data in (*window, *records, (0, b"")))
    placed = b"\xd7\xcd\xc6\x9a" + struct.pack("<H4hHIH", 0, 0, 0, size, size, 72, 0, 0)
    return placed + struct.pack("<HHHIHIH", 1, 9, 0x300, 9 + len(body) // 2, 4, 100, 0) + body
