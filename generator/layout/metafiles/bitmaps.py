"""Device-independent bitmaps, as metafiles hold them, written as PNG."""

from __future__ import annotations

import struct
import zlib

from generator.layout.limits import MAX_PIXELS
from generator.layout.metafiles.errors import MetafileError
from generator.records import record

_CORE, _INFO = 12, 40
_RGB, _BITFIELDS, _JPEG, _PNG = 0, 3, 4, 5
_MASKS = {16: (0x7C00, 0x3E0, 0x1F), 32: (0xFF0000, 0xFF00, 0xFF)}
_MAX_SLOW = 4_000_000  # pixels that Python turns one by one


@record(frozen=True)
class Bitmap:
    """A picture of pixels: its size, whether its rows were written upwards, and its rows downwards.

    ``palette`` holds the colours (RGB) that the pixels of 1, 4 or 8 bits stand for; pixels of 24 bits are RGB, those of
    32 bits RGBA. ``ready`` is a PNG or JPEG that the metafile held as it is.
    """

    width: int
    height: int
    upwards: bool
    depth: int
    rows: tuple[bytes, ...] = ()
    palette: bytes = b""
    ready: bytes = b""

    @property
    def png(self) -> bytes:
        """The bitmap as a PNG."""
        if self.ready:
            return self.ready
        kind, bits = (3, self.depth) if self.palette else (6 if self.depth == 32 else 2, 8)
        head = struct.pack(">IIBBBBB", self.width, self.height, bits, kind, 0, 0, 0)
        rows = zlib.compress(b"".join(b"\0" + row for row in self.rows), 6)
        colours = _chunk(b"PLTE", self.palette) if self.palette else b""
        return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + colours + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")

    def cropped(self, part: tuple[int, int, int, int]) -> Bitmap:
        """The part of the bitmap at this place (x, y) of this width and height."""
        x, y, wide, high = part
        if part == (0, 0, self.width, self.height):
            return self
        if self.ready:
            raise MetafileError("ảnh có mặt nạ")
        rows, depth = self.rows[y : y + high], self.depth
        if depth < 8:  # one byte a pixel, so that any part can be cut out
            rows, depth = tuple(self._spread(row) for row in rows), 8
        each = depth // 8
        return Bitmap(
            wide, high, self.upwards, depth, tuple(row[x * each : (x + wide) * each] for row in rows), self.palette
        )

    def _spread(self, row: bytes) -> bytes:
        """A row of pixels of 1 or 4 bits with a byte for each."""
        if self.width * self.height > _MAX_SLOW:
            raise MetafileError("mặt nạ ảnh quá lớn")
        each = self.depth
        return bytes(byte >> at & (1 << each) - 1 for byte in row for at in range(8 - each, -1, -each))

    def levels(self, channel: int) -> list[bytes]:
        """One byte a pixel for each row: its red, green or blue (0 to 2)."""
        if self.width * self.height > _MAX_SLOW or self.ready:
            raise MetafileError("mặt nạ ảnh quá lớn")
        if not self.palette:
            return [row[channel :: self.depth // 8] for row in self.rows]
        shades, each, per = self.palette[channel::3].ljust(256, b"\0"), self.depth, 8 // self.depth
        table = [
            bytes(shades[byte >> (8 - each * (at + 1)) & (1 << each) - 1] for at in range(per)) for byte in range(256)
        ]
        return [b"".join(table[byte] for byte in row)[: self.width] for row in self.rows]


def cut_out(mask: Bitmap, image: Bitmap, seen: int) -> Bitmap:
    """The image where the mask is of that shade (0 or 255): programs lay the two upon each other for a cut-out."""
    if (mask.width, mask.height) != (image.width, image.height):
        raise MetafileError("ảnh có mặt nạ")
    made = [bytearray(4 * image.width) for _ in image.rows]
    for at in range(4):
        for row, levels in zip(made, mask.levels(0) if at == 3 else image.levels(at), strict=True):
            row[at::4] = levels if at < 3 or seen else bytes(255 - level for level in levels)
    return Bitmap(image.width, image.height, image.upwards, 32, tuple(map(bytes, made)))


def read_bitmap(info: bytes, bits: bytes, translucent: bool = False) -> Bitmap:
    """The bitmap of that header (with its colours) and those pixels; ``translucent`` when 32 bits hold their alpha."""
    try:
        size = struct.unpack_from("<I", info)[0]
        if size == _CORE:
            width, height, _, depth = struct.unpack_from("<HHHH", info, 4)
            packing, used = _RGB, 0
        else:
            width, height, _, depth, packing = struct.unpack_from("<iiHHI", info, 4)
            used = struct.unpack_from("<I", info, 32)[0]
    except struct.error as error:
        raise MetafileError from error
    upwards, height = height > 0, abs(height)
    if width <= 0 or not height or width * height > MAX_PIXELS:
        raise MetafileError("ảnh điểm quá lớn hoặc rỗng")
    if packing in (_JPEG, _PNG):
        return Bitmap(width, height, upwards=False, depth=24, ready=bits)
    if packing not in (_RGB, _BITFIELDS) or depth not in (1, 4, 8, 16, 24, 32):
        raise MetafileError("ảnh điểm nén")
    stride = (width * depth + 31) // 32 * 4
    if len(bits) < stride * height:
        raise MetafileError
    rows = [bits[at : at + stride] for at in range(0, stride * height, stride)]
    if upwards:
        rows.reverse()
    if depth <= 8:
        step, count = (3, 1 << depth) if size == _CORE else (4, used or 1 << depth)
        table = info[size : size + step * min(count, 1 << depth)]
        palette = b"".join(table[at : at + 3][::-1] for at in range(0, len(table) - len(table) % step, step))
        if not palette:
            raise MetafileError
        packed = (width * depth + 7) // 8
        # A PNG may not name a colour that its table lacks.
        return Bitmap(
            width, height, upwards, depth, tuple(row[:packed] for row in rows), palette.ljust(3 << depth, b"\0")
        )
    masks = struct.unpack_from("<III", info, _INFO) if packing == _BITFIELDS and len(info) >= _INFO + 12 else None
    if depth == 16:
        return Bitmap(width, height, upwards, 24, tuple(_of_words(rows, width, masks or _MASKS[16])))
    if masks not in (None, _MASKS[32]):
        raise MetafileError("ảnh điểm có thứ tự màu lạ")
    return Bitmap(width, height, upwards, 32 if translucent and depth == 32 else 24,
                  tuple(_turned(row, width, depth // 8, translucent and depth == 32) for row in rows))  # fmt: skip


def _turned(row: bytes, width: int, step: int, translucent: bool) -> bytes:
    out = 4 if translucent else 3
    row, made = row[: width * step], bytearray(width * out)
    for at in range(3):
        made[at::out] = row[2 - at :: step]
    if translucent:
        made[3::4] = alpha = row[3::4]
        for at in range(3):  # GDI's colours are multiplied by their alpha, those of a PNG are not
            made[at::4] = bytes(min(255, level * 255 // seen) if seen else 0
                                for level, seen in zip(made[at::4], alpha, strict=True))  # fmt: skip
    return bytes(made)


def _of_words(rows: list[bytes], width: int, masks: tuple[int, ...]) -> list[bytes]:
    if width * len(rows) > _MAX_SLOW or not all(masks):
        raise MetafileError("ảnh điểm 16 bit quá lớn")
    shifts = [(mask, (mask & -mask).bit_length() - 1) for mask in masks]
    known: dict[int, bytes] = {}
    made = []
    for row in rows:
        line = []
        for word in struct.unpack_from(f"<{width}H", row):
            pixel = known.get(word)
            if pixel is None:
                pixel = known[word] = bytes(((word & mask) >> by) * 255 // (mask >> by) for mask, by in shifts)
            line.append(pixel)
        made.append(b"".join(line))
    return made


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
