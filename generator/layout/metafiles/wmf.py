"""Old metafiles (MS-WMF): records of 16-bit numbers, their arguments written from the last to the first."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeAlias

from generator.layout.metafiles.bitmaps import read_bitmap
from generator.layout.metafiles.errors import MetafileError
from generator.layout.metafiles.player import Player
from generator.layout.metafiles.record import Record
from generator.layout.metafiles.state import Brush, Font, Pen, brush, code_page, colour, pen

MAX_RECORDS = 200_000
_PLACEABLE, _PLACED_HEAD, _HEAD = b"\xd7\xcd\xc6\x9a", 22, 18
# Palettes, hints, escapes to printers.
_SILENT = {0x0035, 0x0037, 0x00F8, 0x0107, 0x0139, 0x0231, 0x0234, 0x0436, 0x0626, 0x0149}
_ORIGIN, _EXTENT = 0x020B, 0x020C
Do: TypeAlias = Callable[["Wmf", Record], None]


class Wmf(Player):
    """Plays an old metafile with its header of place and size, or the window it sets first."""

    _DO: ClassVar[dict[int, Do]] = {}

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data
        self._objects: list[Pen | Brush | Font | None] = []

    def svg(self) -> bytes:
        """The picture, as large as its first window."""
        whole, at = Record(self._data), 0
        if self._data[:4] == _PLACEABLE:
            left, top, right, bottom = whole.get("4h", 6)
            self.state.window, at = (left, top, right - left, bottom - top), _PLACED_HEAD
        at += 2 * whole.one("H", at + 2)
        records = []
        for _ in range(MAX_RECORDS):
            words, kind = whole.get("IH", at)
            if kind == 0:
                break
            if words < 3:
                raise MetafileError
            records.append((kind, Record(whole.piece(at, 2 * words))))
            at += 2 * words
        else:
            raise MetafileError("quá nhiều lệnh vẽ")
        first = dict(reversed(records))
        x, y, wide, high = self.state.window
        if _EXTENT in first:
            high, wide = first[_EXTENT].get("2h", 6)
            y, x = first[_ORIGIN].get("2h", 6) if _ORIGIN in first else (0, 0)
        if not wide or not high:
            raise MetafileError
        self.state.window, self.state.viewport = (x, y, wide, high), (0.0, 0.0, abs(wide), abs(high))
        self.state.mapping = 8
        for kind, record in records:
            if kind not in _SILENT:
                do = self._DO.get(kind)
                if do is None:
                    raise MetafileError(f"lệnh vẽ số {kind:04X}")
                do(self, record)
        self.finish()
        return self.canvas.svg(0, 0, abs(wide), abs(high))

    # State
    def _map(self, record: Record) -> None:
        if record.one("H", 6) not in (1, 7, 8):  # the window alone says where things lie
            raise MetafileError("đơn vị đo cố định")

    def _window(self, record: Record, extent: bool) -> None:
        second, first = record.get("2h", 6)
        old = self.state.window
        self.state.window = (*old[:2], first, second) if extent else (first, second, *old[2:])

    def _keep(self, made: Pen | Brush | Font) -> None:
        if None in self._objects:
            self._objects[self._objects.index(None)] = made
        elif len(self._objects) < 0xFFFF:
            self._objects.append(made)

    def _object(self, record: Record, gone: bool) -> None:
        which = record.one("H", 6)
        if which >= len(self._objects):
            raise MetafileError
        if gone:
            self._objects[which] = None
        else:
            self.select(self._objects[which])

    def _pen(self, record: Record) -> None:
        style, width, _, said = record.get("HhhI", 6)
        self._keep(pen(style, width, said))

    def _brush(self, record: Record) -> None:
        style, said = record.get("HI", 6)
        self._keep(brush(style, said))

    def _font(self, record: Record) -> None:
        height, _, angle, _, weight = record.get("5h", 6)
        italic, underline, struck, charset = record.get("4B", 16)
        name = record.data[24:56].partition(b"\0")[0].decode("cp1252", "replace")
        self._keep(Font(name, height, angle / 10, weight >= 600, bool(italic), bool(underline), bool(struck), charset))

    # Figures
    def _line_to(self, record: Record) -> None:
        y, x = record.get("2h", 6)
        self.lines_to([(x, y)])

    def _move_to(self, record: Record) -> None:
        y, x = record.get("2h", 6)
        self.move((x, y))

    def _many(self, record: Record) -> None:
        count = record.one("H", 6)
        at, figures = 8 + 2 * count, []
        for length in record.many(8, count, "H"):
            figures.append(record.points(at, length, "h"))
            at += 4 * length
        self.polygons(figures)

    def _box(self, record: Record, draw: Callable[..., None]) -> None:
        bottom, right, top, left = record.get("4h", 6)
        draw(self, left, top, right, bottom)

    def _rounded(self, record: Record) -> None:
        high, wide, bottom, right, top, left = record.get("6h", 6)
        self.rounded(left, top, right, bottom, wide, high)

    # Pictures and letters
    def _pattern(self, record: Record) -> None:
        way, tall, across, y, x = record.get("I4h", 6)
        self.pattern((x, y, across, tall), way)

    def _stretch(self, record: Record) -> None:
        way, usage = record.get("IH", 6)
        if usage:
            raise MetafileError("ảnh điểm nén hoặc màu theo bảng màu")
        self._spread(record, way, record.get("8h", 12), 28)

    def _stretch_old(self, record: Record) -> None:
        if len(record.data) > 28:
            self._spread(record, record.one("I", 6), record.get("8h", 10), 26)
        else:  # no picture, and a word in its place
            self._pattern_old(record, 20)

    def _copy(self, record: Record) -> None:
        if len(record.data) > 24:
            top, left, tall, across, y, x = record.get("6h", 10)
            self._spread(record, record.one("I", 6), (tall, across, top, left, tall, across, y, x), 22)
        else:
            self._pattern_old(record, 16)

    def _pattern_old(self, record: Record, at: int) -> None:
        tall, across, y, x = record.get("4h", at)
        self.pattern((x, y, across, tall), record.one("I", 6))

    def _spread(self, record: Record, way: int, places: tuple[int, ...], at: int) -> None:
        """Draws part of the bitmap that begins ``at`` this place of the record."""
        high, wide, top, left, tall, across, y, x = places
        (size,) = record.get("I", at)
        depth, used = record.one("H", at + 14), record.one("I", at + 32)
        if size != 40 or record.one("I", at + 16):
            raise MetafileError("ảnh điểm nén hoặc màu theo bảng màu")
        length = size + 4 * (min(used or 1 << depth, 256) if depth <= 8 else 0)
        bitmap = read_bitmap(record.piece(at, length), record.data[at + length :])
        if bitmap.upwards:
            top = bitmap.height - top - high
        self.bitmap(bitmap, (left, top, wide, high), (x, y, across, tall), way)

    def _text(self, record: Record) -> None:
        y, x, count, options = record.get("hhHH", 6)
        at = 22 if options & 6 else 14
        text = record.piece(at, count).decode(code_page(self.state.font.charset), "replace")
        if len(text) != count or options & 0x10:
            raise MetafileError("chữ theo số hiệu của phông")
        after = at + count + count % 2
        steps = list(map(float, record.many(after, count, "h"))) if len(record.data) >= after + 2 * count else []
        box = record.get("4h", 14) if options & 6 else None
        self.write(text, (x, y), steps, options, box)

    def _plain_text(self, record: Record) -> None:
        count = record.one("H", 6)
        text = record.piece(8, count).decode(code_page(self.state.font.charset), "replace")
        y, x = record.get("2h", 8 + count + count % 2)
        self.write(text, (x, y), [], 0, None)


def _set(name: str) -> Do:
    return lambda wmf, record: setattr(wmf.state, name, record.one("H", 6))


Wmf._DO.update({
    0x001E: lambda wmf, record: wmf.save(), 0x0127: lambda wmf, record: wmf.restore(record.one("h", 6)),
    0x0103: Wmf._map, 0x0104: _set("mode"), 0x012E: _set("align"),
    0x0102: lambda wmf, record: setattr(wmf.state, "opaque", record.one("H", 6) == 2),
    0x0106: lambda wmf, record: setattr(wmf.state, "rule", "evenodd" if record.one("H", 6) == 1 else "nonzero"),
    0x0201: lambda wmf, record: setattr(wmf.state, "back", colour(record.one("I", 6))),
    0x0209: lambda wmf, record: setattr(wmf.state, "color", colour(record.one("I", 6))),
    0x020B: lambda wmf, record: wmf._window(record, extent=False),
    0x020C: lambda wmf, record: wmf._window(record, extent=True),
    0x012D: lambda wmf, record: wmf._object(record, gone=False),
    0x01F0: lambda wmf, record: wmf._object(record, gone=True),
    0x02FA: Wmf._pen, 0x02FC: Wmf._brush, 0x02FB: Wmf._font,
    0x0213: Wmf._line_to, 0x0214: Wmf._move_to, 0x0538: Wmf._many, 0x061C: Wmf._rounded,
    0x0324: lambda wmf, record: wmf.polygons([record.points(8, record.one("H", 6), "h")]),
    0x0325: lambda wmf, record: wmf.line(record.points(8, record.one("H", 6), "h")),
    0x041B: lambda wmf, record: wmf._box(record, Player.rectangle),
    0x0418: lambda wmf, record: wmf._box(record, Player.ellipse),
    0x0416: lambda wmf, record: wmf._box(record, Player.clip_box),
    0x0F43: Wmf._stretch, 0x0B41: Wmf._stretch_old, 0x0940: Wmf._copy, 0x061D: Wmf._pattern, 0x0A32: Wmf._text,
    0x0521: Wmf._plain_text,
})  # fmt: skip
