"""Enhanced metafiles (MS-EMF): their records, one after another."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any, ClassVar, TypeAlias

from generator.layout.metafiles.bitmaps import read_bitmap
from generator.layout.metafiles.errors import MetafileError
from generator.layout.metafiles.matrices import IDENTITY, Point, joined
from generator.layout.metafiles.player import Player
from generator.layout.metafiles.record import Record
from generator.layout.metafiles.state import (
    STOCK,
    Brush,
    Font,
    Pen,
    brush,
    code_page,
    colour,
    pen,
)

MAX_RECORDS = 200_000
_END = 14
# Records that draw nothing: palettes, colour management, hints.
_SILENT = {13, 14, 16, 21, 23, 48, 49, 50, 51, 52, 65, 98, 99, 100, 101, 109, 111, 112, 113, 119, 120, 121, 122}
_PLUS, _PUBLIC, _FORMATS = b"EMF+", b"GDIC", 0x40000004
Do: TypeAlias = Callable[["Emf", Record], None]


class Emf(Player):
    """Plays an enhanced metafile."""

    _DO: ClassVar[dict[int, Do]] = {}

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data
        self._objects: dict[int, Pen | Brush | Font | None] = {}

    def svg(self) -> bytes:
        """The picture, as large as its frame."""
        header = Record(self._data[:108])
        left, top, right, bottom = header.get("4i", 24)
        device, millimetres = header.get("2i", 72), header.get("2i", 80)
        if min(*device, *millimetres) <= 0 or right <= left or bottom <= top:
            raise MetafileError
        self._play()
        self.finish()
        across, down = device[0] / millimetres[0] / 100, device[1] / millimetres[1] / 100
        return self.canvas.svg(left * across, top * down, (right - left) * across, (bottom - top) * down)

    def _play(self) -> None:
        at, header = 0, Record(self._data)
        for _ in range(MAX_RECORDS):
            kind, size = header.get("2I", at)
            if size < 8 or size % 4:
                raise MetafileError
            if kind == _END:
                return
            record = Record(header.piece(at, size))
            if kind not in _SILENT and at:
                do = self._DO.get(kind)
                if do is None:
                    raise MetafileError(f"lệnh vẽ số {kind}")
                do(self, record)
            at += size
        raise MetafileError("quá nhiều lệnh vẽ")

    # State
    def _window(self, record: Record, extent: bool, viewport: bool) -> None:
        pair = record.get("2i", 8)
        state = self.state
        old = state.viewport if viewport else state.window
        new = (*old[:2], *pair) if extent else (*pair, *old[2:])
        if viewport:
            state.viewport = new
        else:
            state.window = new

    def _scaled(self, record: Record, viewport: bool) -> None:
        across, by, down, under = record.get("4i", 8)
        if not by or not under:
            raise MetafileError
        x, y, wide, high = self.state.viewport if viewport else self.state.window
        new = (x, y, wide * across / by, high * down / under)
        if viewport:
            self.state.viewport = new
        else:
            self.state.window = new

    def _map(self, record: Record) -> None:
        self.state.mapping = record.one("I", 8)
        if self.state.mapping not in (1, 7, 8):
            raise MetafileError("đơn vị đo cố định")

    def _world(self, record: Record) -> None:
        self.state.world = record.get("6f", 8)

    def _change_world(self, record: Record) -> None:
        matrix, how = record.get("6f", 8), record.one("I", 32)
        old = self.state.world
        made = {1: IDENTITY, 2: joined(matrix, old), 3: joined(old, matrix), 4: matrix}.get(how)
        if made is None:
            raise MetafileError
        self.state.world = made

    def _colour(self, record: Record, back: bool) -> None:
        said = colour(record.one("I", 8))
        if back:
            self.state.back = said
        else:
            self.state.color = said

    def _layout(self, record: Record) -> None:
        if record.one("I", 8):
            raise MetafileError("bản vẽ soi gương")

    def _comment(self, record: Record) -> None:
        if record.data[12:16] == _PLUS:
            # The flag of the first of its records says that all is drawn a second time, by plain ones.
            if record.one("H", 16) == 0x4001 and not record.one("H", 18) & 1:
                raise MetafileError("chỉ có lệnh vẽ EMF+")
        elif record.data[12:16] == _PUBLIC and record.one("I", 16) == _FORMATS:
            raise MetafileError("nhiều định dạng trong một")

    def _meta_region(self, record: Record) -> None:
        if self.state.clip:
            raise MetafileError("vùng cắt phức tạp")

    def _clip_region(self, record: Record) -> None:
        size, mode = record.get("2I", 8)
        if mode == 5:
            self.state.clip = ""
        elif mode != 1:
            raise MetafileError("vùng cắt phức tạp")
        if size:
            count = record.one("I", 24)
            boxes = record.many(48, 4 * count, "i")
            # A region is said in units of the device.
            d = "".join(f"M{a} {b}H{c}V{d}H{a}Z" for a, b, c, d in zip(*[iter(boxes)] * 4, strict=True))
            self.state.clip = self.canvas.clip(d or "M0 0", "nonzero", self.state.clip)

    # Objects
    def _select(self, record: Record) -> None:
        which = record.one("I", 8)
        self.select(STOCK.get(which & 0xFF) if which >> 31 else self._objects.get(which))

    def _delete(self, record: Record) -> None:
        self._objects.pop(record.one("I", 8), None)

    def _pen(self, record: Record) -> None:
        which, style, width, _, said = record.get("IIiiI", 8)
        self._objects[which] = pen(style, width, said)

    def _wide_pen(self, record: Record) -> None:
        which = record.one("I", 8)
        style, width, kind, said, _, count = record.get("6I", 28)
        own = record.many(52, count, "I") if count <= 16 else ()
        if style >> 16 & 1 and kind not in (0, 1):
            raise MetafileError("nét kẻ bằng hoa văn")
        self._objects[which] = Pen(None) if kind == 1 else pen(style, width, said, own)

    def _brush(self, record: Record) -> None:
        which, style, said = record.get("3I", 8)
        self._objects[which] = brush(style, said)

    def _pattern_brush(self, record: Record) -> None:
        self._objects[record.one("I", 8)] = brush(3, 0)

    def _font(self, record: Record) -> None:
        which, height, _, angle, _, weight = record.get("Iiiiii", 8)
        italic, underline, struck, charset = record.get("4B", 32)
        name = record.piece(40, 64).decode("utf-16-le", "replace").partition("\0")[0]
        self._objects[which] = Font(name, height, angle / 10, weight >= 600, bool(italic), bool(underline),
                                    bool(struck), charset)  # fmt: skip

    # Figures
    def _poly(self, record: Record, form: str, draw: Callable[[Player, list[Point]], None]) -> None:
        draw(self, record.points(28, record.one("I", 24), form))

    def _many_poly(self, record: Record, form: str, closed: bool) -> None:
        count = record.one("I", 24)
        lengths = record.many(32, count, "I")
        at, step, figures = 32 + 4 * count, struct.calcsize("<2" + form), []
        for length in lengths:
            figures.append(record.points(at, length, form))
            at += step * length
        if closed:
            self.polygons(figures)
        else:
            for figure in figures:
                self.line(figure)

    def _box(self, record: Record, draw: Callable[..., None]) -> None:
        left, top, right, bottom = record.get("4i", 8)
        draw(self, left, top, right, bottom)

    def _rounded(self, record: Record) -> None:
        left, top, right, bottom, wide, high = record.get("6i", 8)
        self.rounded(left, top, right, bottom, wide, high)

    def _part(self, record: Record, kind: str) -> None:
        values = record.get("8i", 8)
        self.arc(values[:4], values[4:6], values[6:], kind)

    def _dot(self, record: Record) -> None:
        x, y, said = record.get("iiI", 8)
        self.fill_box(x, y, x + 1, y + 1, colour(said))

    # Pictures
    def _stretch(self, record: Record) -> None:
        x, y, left, top, wide, high = record.get("6i", 24)
        header, length, bits, size, usage, way, across, down = record.get("6I2i", 48)
        self._image(
            record, (header, length, bits, size, usage), (left, top, wide, high), (x, y, across, down), way, 1.0
        )

    def _block(self, record: Record, stretched: bool, blended: bool = False) -> None:
        x, y, across, down, way = record.get("4iI", 24)
        header, length, bits, size = record.get("4I", 84)
        if not length:
            self.pattern((x, y, across, down), way)
            return
        left, top = record.get("2i", 44)
        by, slant, lean, under, dx, dy = record.get("6f", 52)
        if slant or lean or by <= 0 or under <= 0:
            raise MetafileError("ảnh lật hoặc vượt ngoài phần điểm ảnh")
        wide, high = record.get("2i", 100) if stretched else (across, down)
        # The part is said in units of the program that drew it.
        left, top, wide, high = (
            round(length) for length in (left * by + dx, top * under + dy, wide * by, high * under)
        )
        said = (header, length, bits, size, record.one("I", 80))
        if blended:
            alpha, own = way >> 16 & 0xFF, way >> 24 & 1
            self._image(record, said, (left, top, wide, high), (x, y, across, down), 0xCC0020, alpha / 255, bool(own))
        else:
            self._image(record, said, (left, top, wide, high), (x, y, across, down), way, 1.0)

    def _image(
        self, record: Record, said: tuple[int, ...], part: tuple[int, int, int, int],
        box: tuple[int, int, int, int], way: int, alpha: float, translucent: bool = False,
    ) -> None:  # fmt: skip
        header, length, bits, size, usage = said
        if usage:
            raise MetafileError("màu theo bảng màu")
        bitmap = read_bitmap(record.piece(header, length), record.piece(bits, size), translucent)
        left, top, wide, high = part
        if record.one("I", 0) == 81 and bitmap.upwards:  # its part is counted from the bottom, where its rows begin
            top = bitmap.height - top - high
        self.bitmap(bitmap, (left, top, wide, high), box, way, alpha)

    # Letters
    def _text(self, record: Record, wide: bool) -> None:
        x, y, count, start, options = record.get("iiIII", 36)
        step = 2 if wide else 1
        raw = record.piece(start, count * step)
        if options & 0x10:
            raise MetafileError("chữ theo số hiệu của phông")
        text = raw.decode("utf-16-le" if wide else code_page(self.state.font.charset), "replace")
        pairs = 2 if options & 0x2000 else 1
        at = record.one("I", 72)
        steps = list(map(float, record.many(at, count * pairs, "i")))[::pairs] if at else []
        if len(text) != count:  # letters outside the first plane take two places
            steps = _gathered(text, steps) if wide else []
        box: Any = None if options & 0x100 else record.get("4i", 56)
        self.write(text, (x, y), steps, options, box)

    def _small_text(self, record: Record) -> None:
        x, y, count, options = record.get("iiII", 8)
        at = 36 if options & 0x100 else 52
        raw = record.piece(at, count if options & 0x200 else 2 * count)
        if options & 0x10:
            raise MetafileError("chữ theo số hiệu của phông")
        text = raw.decode(code_page(self.state.font.charset) if options & 0x200 else "utf-16-le", "replace")
        box: Any = None if options & 0x100 else record.get("4i", 36)
        self.write(text, (x, y), [], options, box)


def _gathered(text: str, steps: list[float]) -> list[float]:
    made, at = [], 0
    for letter in text:
        units = 2 if ord(letter) > 0xFFFF else 1
        made.append(sum(steps[at : at + units]))
        at += units
    return made


def _set(name: str, form: str = "I") -> Do:
    def do(emf: Emf, record: Record) -> None:
        setattr(emf.state, name, record.one(form, 8))

    return do


def _figures(first: int, form: str) -> dict[int, Do]:
    """The records of figures, which come twice: with long and with short numbers."""
    return {
        first: lambda emf, record: emf._poly(record, form, Player.curve),
        first + 1: lambda emf, record: emf._poly(record, form, lambda player, points: player.polygons([points])),
        first + 2: lambda emf, record: emf._poly(record, form, Player.line),
        first + 3: lambda emf, record: emf._poly(record, form, Player.curves_to),
        first + 4: lambda emf, record: emf._poly(record, form, Player.lines_to),
        first + 5: lambda emf, record: emf._many_poly(record, form, closed=False),
        first + 6: lambda emf, record: emf._many_poly(record, form, closed=True),
    }


def _rule(emf: Emf, record: Record) -> None:
    emf.state.rule = "evenodd" if record.one("I", 8) == 1 else "nonzero"


Emf._DO.update(_figures(2, "i"))
Emf._DO.update(_figures(85, "h"))
Emf._DO.update({
    9: lambda emf, record: emf._window(record, extent=True, viewport=False),
    10: lambda emf, record: emf._window(record, extent=False, viewport=False),
    11: lambda emf, record: emf._window(record, extent=True, viewport=True),
    12: lambda emf, record: emf._window(record, extent=False, viewport=True),
    15: Emf._dot, 17: Emf._map, 19: _rule, 20: _set("mode"), 22: _set("align"),
    18: lambda emf, record: setattr(emf.state, "opaque", record.one("I", 8) == 2),
    24: lambda emf, record: emf._colour(record, back=False), 25: lambda emf, record: emf._colour(record, back=True),
    27: lambda emf, record: emf.move(record.get("2i", 8)),
    28: Emf._meta_region, 30: lambda emf, record: emf._box(record, Player.clip_box),
    31: lambda emf, record: emf._scaled(record, viewport=True),
    32: lambda emf, record: emf._scaled(record, viewport=False),
    33: lambda emf, record: emf.save(), 34: lambda emf, record: emf.restore(record.one("i", 8)),
    35: Emf._world, 36: Emf._change_world, 37: Emf._select, 38: Emf._pen, 39: Emf._brush, 40: Emf._delete,
    42: lambda emf, record: emf._box(record, Player.ellipse),
    43: lambda emf, record: emf._box(record, Player.rectangle),
    44: Emf._rounded, 45: lambda emf, record: emf._part(record, "arc"),
    46: lambda emf, record: emf._part(record, "chord"), 47: lambda emf, record: emf._part(record, "pie"),
    54: lambda emf, record: emf.lines_to(record.points(8, 1, "i")),
    57: lambda emf, record: setattr(emf.state, "clockwise", record.one("I", 8) == 2),
    58: lambda emf, record: setattr(emf.state, "miter", float(record.one("I", 8))),
    59: lambda emf, record: emf.begin(), 60: lambda emf, record: emf.end(), 61: lambda emf, record: emf.close(),
    62: lambda emf, record: emf.paint(filled=True, stroked=False),
    63: lambda emf, record: emf.paint(filled=True, stroked=True),
    64: lambda emf, record: emf.paint(filled=False, stroked=True),
    67: lambda emf, record: emf.clip_path(record.one("I", 8)),
    68: lambda emf, record: emf.end(), 70: Emf._comment, 75: Emf._clip_region,
    76: lambda emf, record: emf._block(record, stretched=False),
    77: lambda emf, record: emf._block(record, stretched=True), 81: Emf._stretch,
    82: Emf._font, 83: lambda emf, record: emf._text(record, wide=False),
    84: lambda emf, record: emf._text(record, wide=True), 93: Emf._pattern_brush, 94: Emf._pattern_brush,
    95: Emf._wide_pen, 108: Emf._small_text,
    114: lambda emf, record: emf._block(record, stretched=True, blended=True), 115: Emf._layout,
})  # fmt: skip
