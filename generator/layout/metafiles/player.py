"""Draws what the records of both kinds of metafile ask for."""

from __future__ import annotations

import math
from copy import copy

from generator.layout.metafiles.bitmaps import Bitmap, cut_out
from generator.layout.metafiles.canvas import Canvas, numbers
from generator.layout.metafiles.errors import MetafileError
from generator.layout.metafiles.lettering import Lettering
from generator.layout.metafiles.matrices import Matrix, Point, joined
from generator.layout.metafiles.state import Brush, Font, Pen, State, moved, scale

_COPY, _AND, _OR, _XOR, _NOTHING = 0xCC0020, 0x8800C6, 0xEE0086, 0x660046, 0xAA0029
_PATTERN, _BLACK, _WHITE = 0xF00021, 0x000042, 0xFF0062
_MAX_SAVED = 1_000
_BEYOND = 0.04  # of the part asked for: programs miscount the dots of what they copy from the screen
_ROUND = 0.5522847498


class Player:
    """Keeps the drawing state and draws on a canvas."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self.state = State()
        self._saved: list[State] = []
        self._path: list[str] | None = None
        self._ended: list[str] = []
        self._mask: tuple[Bitmap, int, tuple[int, int, int, int], Matrix] | None = None
        self._twice: tuple[Bitmap, Matrix] | None = None  # drawn before its mask, and once more after it

    # State
    def select(self, what: Pen | Brush | Font | None) -> None:
        """Draw with this from now on."""
        if isinstance(what, Pen):
            self.state.pen = what
        elif isinstance(what, Brush):
            self.state.brush = what
        elif isinstance(what, Font):
            self.state.font = what

    def save(self) -> None:
        """Keep the state."""
        if len(self._saved) >= _MAX_SAVED:
            raise MetafileError
        self._saved.append(copy(self.state))

    def restore(self, which: int) -> None:
        """Return to a state kept: the last ones are negative, counted back."""
        kept = len(self._saved) + which if which < 0 else which - 1
        if not 0 <= kept < len(self._saved):
            raise MetafileError
        self.state = self._saved[kept]
        del self._saved[kept:]

    # Paths
    def begin(self) -> None:
        """Lines are gathered from now on."""
        self._path = []

    def end(self) -> None:
        """The path is whole."""
        self._ended, self._path = self._path or [], None

    def close(self) -> None:
        """Close the figure of the path."""
        if self._path is not None:
            self._path.append("Z")

    def paint(self, filled: bool, stroked: bool) -> None:
        """Fill and stroke the path gathered."""
        self._draw("".join(self._ended), filled, stroked)
        self._ended = []

    def clip_path(self, mode: int) -> None:
        """Clip by the path gathered: within the clip so far (1) or in its stead (5)."""
        if mode not in (1, 5):
            raise MetafileError("vùng cắt phức tạp")
        within = self.state.clip if mode == 1 else ""
        self.state.clip = self.canvas.clip("".join(self._ended) or "M0 0", self.state.rule, within)
        self._ended = []

    def clip_box(self, left: float, top: float, right: float, bottom: float) -> None:
        """Clip by the rectangle, in logical units."""
        box = self._closed([(left, top), (right, top), (right, bottom), (left, bottom)])
        self.state.clip = self.canvas.clip(box, "nonzero", self.state.clip)

    # Figures
    def move(self, point: Point) -> None:
        """The next line begins here."""
        self.state.position = point
        if self._path is not None:
            self._path.append("M" + self._at(point))

    def lines_to(self, points: list[Point]) -> None:
        """Lines from where the pen stands."""
        self._on([f"L{self._at(point)}" for point in points], points)

    def curves_to(self, points: list[Point]) -> None:
        """Bézier curves from where the pen stands, three points each."""
        parts = [f"C{' '.join(map(self._at, points[at : at + 3]))}" for at in range(0, len(points) // 3 * 3, 3)]
        self._on(parts, points)

    def line(self, points: list[Point]) -> None:
        """A line through all points, the pen left where it stood."""
        if len(points) > 1:
            self._figure("M" + "L".join(map(self._at, points)), filled=False)

    def curve(self, points: list[Point]) -> None:
        """Bézier curves, the first point where they begin."""
        if len(points) > 3:
            parts = [f"C{' '.join(map(self._at, points[at : at + 3]))}" for at in range(1, len(points) - 2, 3)]
            self._figure("M" + self._at(points[0]) + "".join(parts), filled=False)

    def polygons(self, figures: list[list[Point]]) -> None:
        """Figures filled as one and lined."""
        self._figure("".join(self._closed(points) for points in figures if points))

    def rectangle(self, left: float, top: float, right: float, bottom: float) -> None:
        """A rectangle."""
        self.polygons([[(left, top), (right, top), (right, bottom), (left, bottom)]])

    def ellipse(self, left: float, top: float, right: float, bottom: float) -> None:
        """An ellipse in its rectangle."""
        self.rounded(left, top, right, bottom, right - left, bottom - top)

    def rounded(self, left: float, top: float, right: float, bottom: float, wide: float, high: float) -> None:
        """A rectangle whose corners are quarters of an ellipse that wide and high."""
        x = math.copysign(min(abs(wide), abs(right - left)) / 2, right - left)
        y = math.copysign(min(abs(high), abs(bottom - top)) / 2, bottom - top)
        u, v = x * (1 - _ROUND), y * (1 - _ROUND)
        d = f"M{self._at((left + x, top))}L{self._at((right - x, top))}"
        corners = (
            ((right - u, top), (right, top + v), (right, top + y), (right, bottom - y)),
            ((right, bottom - v), (right - u, bottom), (right - x, bottom), (left + x, bottom)),
            ((left + u, bottom), (left, bottom - v), (left, bottom - y), (left, top + y)),
            ((left, top + v), (left + u, top), (left + x, top), (left + x, top)),
        )
        for first, second, to, then in corners:
            d += f"C{self._at(first)} {self._at(second)} {self._at(to)}L{self._at(then)}"
        self._figure(d + "Z")

    def arc(self, box: tuple[float, float, float, float], start: Point, end: Point, kind: str) -> None:
        """Part of an ellipse between two rays from its middle: an ``arc``, a ``chord`` or a ``pie``."""
        left, top, right, bottom = box
        x, y, wide, high = (left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2
        if not wide or not high:
            return
        first, last = (math.atan2((point[1] - y) / high, (point[0] - x) / wide) for point in (start, end))
        way = 1 if self.state.clockwise else -1
        sweep = (last - first) * way % (2 * math.pi) or 2 * math.pi
        steps = math.ceil(sweep / (math.pi / 2))
        step = sweep / steps * way
        reach = 4 / 3 * math.tan(step / 4)
        d = "M" + self._at((x + wide * math.cos(first), y + high * math.sin(first)))
        for at in range(steps):
            a, b = first + at * step, first + (at + 1) * step
            held = [
                (math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
                (math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
                (math.cos(b), math.sin(b)),
            ]
            d += "C" + " ".join(self._at((x + wide * u, y + high * v)) for u, v in held)
        if kind == "pie":
            d += "L" + self._at((x, y))
        self._figure(d + ("" if kind == "arc" else "Z"), filled=kind != "arc")

    # Pictures and letters
    def bitmap(
        self, bitmap: Bitmap, part: tuple[int, int, int, int], box: tuple[float, float, float, float],
        way: int = _COPY, alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """The part of the bitmap in the box (x, y, width, height); ``way`` is the raster operation."""
        if way == _NOTHING:
            return
        x, y, wide, high = part
        right, below = min(x + wide, bitmap.width), min(y + high, bitmap.height)
        kept = (right - max(x, 0)) * (below - max(y, 0))
        if wide <= 0 or high <= 0 or kept < (1 - _BEYOND) * wide * high:
            raise MetafileError("ảnh lật hoặc vượt ngoài phần điểm ảnh")
        x, y = max(x, 0), max(y, 0)
        part = (x, y, right - x, below - y)
        matrix = joined((box[2], 0.0, 0.0, box[3], box[0], box[1]), self.state.matrix())
        moved(matrix, (0, 0)), moved(matrix, (1, 1))
        if way == _XOR and self._mask is None and self._twice is None:
            self._twice = (bitmap.cropped(part), matrix)
            return
        if way == _XOR and self._mask is not None and self._mask[1] == _AND:
            way = _OR  # where the mask keeps what is below, the picture is black, or was there before: all are one
            if self._twice == (bitmap.cropped(part), matrix):
                self._twice = None
        if way in (_AND, _OR) and self._mask is None:
            self._mask = (bitmap, way, part, matrix)
            return
        if self._mask is not None and self._mask[1::2] == (_AND + _OR - way, matrix) and self._mask[2][2:] == part[2:]:
            mask, image = self._mask[0].cropped(self._mask[2]), bitmap.cropped(part)
            bitmap, self._mask = cut_out(mask, image, 255 if way == _AND else 0), None
            part = (0, 0, *part[2:])
        elif way != _COPY:
            raise MetafileError("ảnh trộn với nền")
        self._uncovered()
        self.canvas.bitmap(bitmap, part, matrix, alpha, self.state.clip)

    def pattern(self, box: tuple[float, float, float, float], way: int) -> None:
        """Fill the box (x, y, width, height) as a raster operation without a source does."""
        if way == _NOTHING:
            return
        fill = {_PATTERN: self.state.brush.color, _BLACK: "#000000", _WHITE: "#FFFFFF"}.get(way, "")
        if fill == "" or (way == _PATTERN and self.state.brush.strange):
            raise MetafileError(self.state.brush.strange or "tô trộn với nền")
        self.fill_box(box[0], box[1], box[0] + box[2], box[1] + box[3], fill)

    def fill_box(self, left: float, top: float, right: float, bottom: float, fill: str | None) -> None:
        """Fill a rectangle with a colour."""
        self._uncovered()
        box = self._closed([(left, top), (right, top), (right, bottom), (left, bottom)])
        self.canvas.path(box, fill, "nonzero", None, 0.0, 1.0, self.state.clip)

    def write(
        self, text: str, at: Point, steps: list[float], options: int, box: tuple[float, float, float, float] | None
    ) -> None:
        """Write the text at its point, each letter as far from the next as said; none when the font says it."""
        self._uncovered()
        if self._path is not None:
            raise MetafileError("chữ làm vùng cắt")
        if options & 2 and box:
            self.fill_box(*box, self.state.back)
        clip = self.state.clip
        if options & 4 and box and box[2] > box[0] and box[3] > box[1]:
            self.clip_box(*box)
        Lettering(self.state, self.canvas).write(text, at, steps, boxed=bool(options & 2))
        self.state.clip = clip

    def finish(self) -> None:
        """Nothing may be left undrawn."""
        self._uncovered()

    def _uncovered(self) -> None:
        if self._mask is not None or self._twice is not None:
            raise MetafileError("ảnh trộn với nền")

    def _on(self, parts: list[str], points: list[Point]) -> None:
        if not points:
            return
        if self._path is None:
            self._figure(f"M{self._at(self.state.position)}{''.join(parts)}", filled=False)
        else:
            if not self._path or self._path[-1] == "Z":
                self._path.append("M" + self._at(self.state.position))
            self._path.extend(parts)
        self.state.position = points[-1]

    def _figure(self, d: str, filled: bool = True) -> None:
        if self._path is not None:
            self._path.append(d)
            return
        self._draw(d, filled, stroked=True)

    def _draw(self, d: str, filled: bool, stroked: bool) -> None:
        self._uncovered()
        state = self.state
        fill, line = state.brush.color if filled else None, state.pen if stroked else None
        if state.mode == 11 or (filled and state.brush.strange == "" and fill is None and not stroked):
            return
        if filled and state.brush.strange:
            raise MetafileError(state.brush.strange)
        if state.mode != 13 and (fill or (line and line.color)):
            raise MetafileError("nét vẽ trộn với nền")
        width = max((line.width if line else 0.0) * scale(state.matrix()), 1.0)
        self.canvas.path(d, fill, state.rule, line, width, state.miter, state.clip)

    def _closed(self, points: list[Point]) -> str:
        return "M" + "L".join(map(self._at, points)) + "Z"

    def _at(self, point: Point) -> str:
        return numbers(moved(self.state.matrix(), point))
