"""How large a picture really is, read from its first bytes: a small file can unpack to any number of pixels."""

from __future__ import annotations

import struct

from generator.layout.limits import MAX_PIXELS, refuse
from generator.patterns import late
from generator.wording.numerals.figures import thousands

_START_OF_FRAME = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_SVG = late(rb"<(?:[\w.-]+:)?svg[\s>/]")


def is_svg(data: bytes) -> bool:
    """Whether the picture is an SVG drawing, whatever its name says."""
    return data[:5].lstrip()[:1] in (b"<", b"\xef") and _SVG.search(data[:4000]) is not None


def check_pixels(data: bytes, name: str) -> None:
    """Raises ``ConversionError`` for a picture of more pixels than can be unpacked."""
    width, height = _size(data)
    if width * height > MAX_PIXELS:
        raise refuse(
            f"ảnh {name} có {thousands(width)} × {thousands(height)} điểm ảnh, quá lớn", "giảm kích thước ảnh rồi lưu"
        )


def _size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, zeros for formats and damage that the engine itself refuses."""
    try:
        if data.startswith(b"\x89PNG"):
            return struct.unpack(">II", data[16:24])
        if data.startswith(b"GIF8"):
            return struct.unpack("<HH", data[6:10])
        if data.startswith(b"RIFF"):
            return _webp(data)
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
    except (struct.error, IndexError):
        pass
    return 0, 0


def _jpeg(data: bytes) -> tuple[int, int]:
    at, largest = 2, (0, 0)
    while at + 9 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind in _START_OF_FRAME:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            largest = max(largest, (width, height), key=lambda size: size[0] * size[1])
        if kind == 0xDA:  # the pixels begin
            break
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big") if kind != 0xFF else 1
    return largest


def _webp(data: bytes) -> tuple[int, int]:
    kind = data[12:16]
    if kind == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", data[26:30])
    return width & 0x3FFF, height & 0x3FFF
