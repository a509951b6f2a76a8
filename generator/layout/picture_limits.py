"""How large a picture really is, read from its first bytes: a small file can unpack to any number of pixels."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress

from generator.layout.limits import MAX_PIXELS, MAX_PROFILE, refuse
from generator.wording.numerals.figures import thousands

_START_OF_FRAME = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_BITMAPS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")


def is_bitmap(data: bytes) -> bool:
    """Whether the picture consists of pixels the engine can read, whatever its name says."""
    return data.startswith(_BITMAPS)


def pixels(data: bytes) -> int:
    """The pixels the picture unpacks to, zero for formats and damage that the engine itself refuses."""
    width, height = size(data)
    return width * height


def check_pixels(data: bytes, name: str) -> None:
    """Raises ``ConversionError`` for a picture of more pixels, or colours, than can be unpacked."""
    width, height = size(data)
    if width * height > MAX_PIXELS:
        raise refuse(
            f"ảnh {name} có {thousands(width)} × {thousands(height)} điểm ảnh, quá lớn", "giảm kích thước ảnh rồi lưu"
        )
    if data.startswith(b"\x89PNG") and _profile_size(data) > MAX_PROFILE:
        raise refuse(f"ảnh {name} mang hồ sơ màu quá lớn", "mở ảnh, lưu lại không kèm hồ sơ màu (ICC) rồi chèn lại")


def _profile_size(png: bytes) -> int:
    """How far the colour profile of a PNG unpacks, no further than the limit."""
    at, size = 8, 0
    while at + 12 <= len(png) and png[at + 4 : at + 8] != b"IDAT":
        length = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"iCCP":
            packed = png[at + 8 : at + 8 + length].partition(b"\0")[2][1:]
            with suppress(zlib.error):  # the engine goes without it
                size += len(zlib.decompressobj().decompress(packed, MAX_PROFILE + 1))
        at += 12 + length
    return size


def size(data: bytes) -> tuple[int, int]:
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
