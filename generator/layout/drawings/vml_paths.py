"""Outlines that VML writes itself: paths of commands whose points formulas and handles say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import atan2, cos, hypot, inf, pi, sin, sqrt, tan

from generator.layout.names import VML, Element
from generator.layout.outlines.paths import Outline, Path, Point
from generator.layout.outlines.pen import FULL, QUARTER, Pen
from generator.patterns import late

_MOST = 20_000  # points of a path, and its formulas
_COMMAND = late(r"(n[fs]|at|ar|wa|wr|qx|qy|qb|[mlcxetrv])([^a-z]*)")
_VALUE = late(r"@\d+|#\d+|[-+]?\d+(?:\.\d+)?")
_TURN = 65536 * 180 / pi  # what angles are counted in, to the radian
_POINTS = {"m": 1, "t": 1, "l": 1, "r": 1, "c": 3, "v": 3, "qx": 1, "qy": 1, "qb": 2, "x": 0, "e": 0, "nf": 0, "ns": 0}
_CLOCKWISE = {"wa", "wr"}
_ARCS = {"at", "ar"} | _CLOCKWISE

_FORMULAS: dict[str, Callable[[float, float, float], float]] = {
    "val": lambda a, b, c: a,
    "sum": lambda a, b, c: a + b - c,
    "prod": lambda a, b, c: a * b / c if c else 0.0,
    "mid": lambda a, b, c: (a + b) / 2,
    "abs": lambda a, b, c: abs(a),
    "min": lambda a, b, c: min(a, b),
    "max": lambda a, b, c: max(a, b),
    "if": lambda a, b, c: b if a > 0 else c,
    "mod": lambda a, b, c: sqrt(a * a + b * b + c * c),
    "atan2": lambda a, b, c: atan2(b, a) * _TURN,
    "sin": lambda a, b, c: a * sin(b / _TURN),
    "cos": lambda a, b, c: a * cos(b / _TURN),
    "tan": lambda a, b, c: a * tan(b / _TURN),
    "cosatan2": lambda a, b, c: a * b / hypot(b, c) if hypot(b, c) else a,
    "sinatan2": lambda a, b, c: a * c / hypot(b, c) if hypot(b, c) else 0.0,
    "sqrt": lambda a, b, c: sqrt(max(a, 0.0)),
    "sumangle": lambda a, b, c: a + (b - c) * 65536,
    "ellipse": lambda a, b, c: c * sqrt(max(1 - (a / b) ** 2, 0.0)) if b else 0.0,
}


def written_outline(shape: Element, declared: Element | None, width: float, height: float) -> Outline | None:
    """The outline that a shape, or else its kind, writes as a path, in a frame of this size in points.

    ``None`` where it writes none, or one that cannot be read.
    """
    path = shape.get("path") or (declared.get("path") if declared is not None else None)
    if not path or len(path) > _MOST * 8:
        return None
    said = _Said(shape, declared)
    try:
        paths = tuple(part for part in _Drawn(said, width, height).paths(path) if len(part.steps) > 1)
        inset = said.inset(width, height)
    except (ValueError, OverflowError, ZeroDivisionError):
        return None
    return Outline(paths, inset) if paths else None


class _Said:
    """What the attributes and formulas of a shape say, with those of its kind where it says nothing."""

    def __init__(self, shape: Element, declared: Element | None) -> None:
        self._from = [shape] if declared is None else [shape, declared]
        size = self._pair("coordsize", (1000.0, 1000.0))
        self.size = size[0] or 1000.0, size[1] or 1000.0
        self.origin = self._pair("coordorigin", (0.0, 0.0))
        self._handles = self._moved()
        self._values: list[float] = []
        formulas = next((e for one in self._from if (e := one.find(VML + "formulas")) is not None), None)
        for formula in formulas if formulas is not None else ():
            name, *words = formula.get("eqn", "").split()
            if name not in _FORMULAS or len(self._values) > _MOST:
                raise ValueError(name)
            first, second, third, *_ = [self.value(word) for word in words] + [0.0] * 3
            self._values.append(_FORMULAS[name](first, second, third))

    def value(self, word: str) -> float:
        """The number itself, that of the formula or the handle named, or a size of the frame."""
        if word.startswith("@"):
            return self._values[int(word[1:])] if int(word[1:]) < len(self._values) else 0.0
        if word.startswith("#"):
            return self._handles[int(word[1:])] if int(word[1:]) < len(self._handles) else 0.0
        known = {
            "width": self.size[0],
            "height": self.size[1],
            "xcenter": self.size[0] / 2,
            "ycenter": self.size[1] / 2,
        }
        number = known[word] if word in known else float(word)
        if not -inf < number < inf or abs(number) > 1e12:
            raise ValueError(word)
        return number

    def inset(self, width: float, height: float) -> tuple[float, float, float, float]:
        """How far inside the frame the text stands: left, top, right, bottom."""
        for one in self._from:
            place = one.find(VML + "path")
            room = place.get("textboxrect") if place is not None else None
            if room:
                values = self.values(room.split(";")[0])
                if len(values) == 4:
                    across, down = width / self.size[0], height / self.size[1]
                    left, right = ((x - self.origin[0]) * across for x in values[::2])
                    top, bottom = ((y - self.origin[1]) * down for y in values[1::2])
                    return left, top, width - right, height - bottom
        return 0.0, 0.0, 0.0, 0.0

    def shown(self, name: str) -> bool:
        """Whether its lines or its inside are drawn at all."""
        places = (one.find(VML + "path") for one in self._from)
        said = next((place.get(name) for place in places if place is not None and place.get(name)), "t")
        return said not in ("f", "false")

    def values(self, text: str) -> list[float]:
        """The numbers that follow a command: between two commas without any stands 0."""
        made: list[float] = []
        for part in text.split(","):
            found = [match[0] for match in _VALUE.finditer(part)]
            made += [self.value(word) for word in found] or [0.0]
        return made

    def _moved(self) -> list[float]:
        lists = [one.get("adj", "").split(",") for one in self._from]
        count = max(map(len, lists))
        found = (
            next((one[at].strip() for one in lists if at < len(one) and one[at].strip()), "0") for at in range(count)
        )
        return [float(text) for text in found]

    def _pair(self, name: str, default: tuple[float, float]) -> tuple[float, float]:
        said = next((text for one in self._from if (text := one.get(name))), "")
        if not said:
            return default
        first, _, second = said.partition(",")
        return float(first.strip() or 0), float(second.strip() or 0)


class _Drawn:
    """Draws the commands of a path in a frame of this size."""

    def __init__(self, said: _Said, width: float, height: float) -> None:
        self._said = said
        self._across, self._down = width / said.size[0], height / said.size[1]
        self._x = self._y = 0.0  # where the pen stands, in units of the path

    def paths(self, text: str) -> Iterator[Path]:
        """Each part up to a command that ends one."""
        self._new()
        whole = "".join(text.lower().split())
        if "".join(match[0] for match in _COMMAND.finditer(whole)) != whole:
            raise ValueError(text)
        for match in _COMMAND.finditer(whole):
            name, values = match[1], self._said.values(match[2]) if match[2] else []
            if name == "e":
                yield self._made()
                self._new()
            elif name == "x":
                self._pen.close()
            elif name == "nf":
                self._filled = False
            elif name == "ns":
                self._stroked = False
            elif name in _ARCS:
                for at in range(0, len(values) // 8 * 8, 8):
                    self._arc(name, values[at : at + 8])
            else:
                self._steps(name, values)
        yield self._made()

    def _new(self) -> None:
        self._pen, self._filled, self._stroked = Pen(), self._said.shown("fillok"), self._said.shown("strokeok")

    def _made(self) -> Path:
        return self._pen.path(filled=self._filled, stroked=self._stroked)

    def _steps(self, name: str, values: list[float]) -> None:
        count = _POINTS[name] * 2
        if len(values) % count > 1 or (values and len(values) < count):
            raise ValueError(name)
        level = name == "qx"
        for at in range(0, len(values) // count * count, count):
            x0, y0 = self._x, self._y
            shift = (x0, y0) if name in ("t", "r", "v") else (0.0, 0.0)
            points = [(x + shift[0], y + shift[1]) for x, y in zip(*[iter(values[at : at + count])] * 2, strict=True)]
            self._x, self._y = points[-1]
            if name in ("m", "t"):
                self._pen.move(*self._at(points[0]))
            elif name in ("l", "r"):
                self._pen.line(self._at(points[0]))
            elif name == "qb":
                self._pen.bend(self._at(points[0]), self._at(points[1]))
            elif name in ("qx", "qy"):
                self._quadrant((x0, y0), points[0], level=level)
                level = not level
            else:
                self._pen.curve(*map(self._at, points))

    def _quadrant(self, start: Point, end: Point, *, level: bool) -> None:
        """A quarter of an ellipse that begins level, or upright."""
        share = 4 / 3 * tan(QUARTER / 4)
        (x0, y0), (x1, y1) = start, end
        wide, tall = (x1 - x0) * share, (y1 - y0) * share
        controls = ((x0 + wide, y0), (x1, y1 - tall)) if level else ((x0, y0 + tall), (x1 - wide, y1))
        self._pen.curve(self._at(controls[0]), self._at(controls[1]), self._at(end))

    def _arc(self, name: str, values: list[float]) -> None:
        left, top, right, bottom, x0, y0, x1, y1 = values
        x, y, across, down = (left + right) / 2, (top + bottom) / 2, abs(right - left) / 2, abs(bottom - top) / 2
        start, end = atan2(y0 - y, x0 - x), atan2(y1 - y, x1 - x)
        turn = ((end - start) % FULL if name in _CLOCKWISE else -((start - end) % FULL)) or FULL
        far = hypot(cos(start) / across, sin(start) / down) if across and down else 0.0
        if not far:
            raise ValueError(name)
        begin = self._at((x + cos(start) / far, y + sin(start) / far))
        if name in ("at", "wa") and self._pen.path().steps:
            self._pen.line(begin)
        else:
            self._pen.move(*begin)
        # Angles are seen from the middle of the ellipse as the path counts it: stretched to the frame they change.
        seen = atan2(sin(start) * self._down, cos(start) * self._across)
        last = start + turn
        whole = abs(turn) >= FULL - 1e-3
        until = atan2(sin(last) * self._down, cos(last) * self._across)
        swing = (until - seen) % FULL if turn > 0 else -((seen - until) % FULL)
        self._pen.arc(across * self._across, down * self._down, seen, (FULL if turn > 0 else -FULL) if whole else swing)
        far = hypot(cos(last) / across, sin(last) / down)
        self._x, self._y = x + cos(last) / far, y + sin(last) / far

    def _at(self, point: Point) -> Point:
        x, y = point
        return (x - self._said.origin[0]) * self._across, (y - self._said.origin[1]) * self._down
