"""Shapes that a file draws itself: the guides and paths of ``a:custGeom``."""

from __future__ import annotations

from collections.abc import Callable
from math import atan2, cos, hypot, pi, sin, sqrt, tan

from generator.layout.drawings.parts import NotDrawnError
from generator.layout.names import A, Element, local
from generator.layout.outlines.paths import Outline, Path, Point
from generator.layout.outlines.pen import Pen

_EMU = 12700.0
_DEGREE = pi / 180 / 60_000  # angles are counted in sixty-thousandths of a degree
_MOST = 20_000  # guides and points of one shape
_FAR = 20_000.0  # points, beyond any paper


def _plus_or_minus(x: float, y: float, z: float) -> float:
    return y if x > 0 else z


_FORMULAS: dict[str, tuple[int, Callable[..., float]]] = {
    "val": (1, lambda x: x),
    "*/": (3, lambda x, y, z: x * y / z if z else 0.0),
    "+-": (3, lambda x, y, z: x + y - z),
    "+/": (3, lambda x, y, z: (x + y) / z if z else 0.0),
    "?:": (3, _plus_or_minus),
    "abs": (1, abs),
    "at2": (2, lambda x, y: atan2(y, x) / _DEGREE),
    "cat2": (3, lambda x, y, z: x * cos(atan2(z, y))),
    "sat2": (3, lambda x, y, z: x * sin(atan2(z, y))),
    "cos": (2, lambda x, y: x * cos(y * _DEGREE)),
    "sin": (2, lambda x, y: x * sin(y * _DEGREE)),
    "tan": (2, lambda x, y: x * tan(y * _DEGREE)),
    "max": (2, max),
    "min": (2, min),
    "mod": (3, lambda x, y, z: hypot(hypot(x, y), z)),
    "pin": (3, lambda x, y, z: max(x, min(y, z))),
    "sqrt": (1, lambda x: sqrt(max(x, 0.0))),
}


class _Guides:
    """The values formulas name, in EMU and in angles of DrawingML."""

    def __init__(self, width: float, height: float) -> None:
        w, h = width * _EMU, height * _EMU
        short, long = min(w, h), max(w, h)
        self._values = {
            "l": 0.0, "t": 0.0, "r": w, "b": h, "w": w, "h": h, "hc": w / 2, "vc": h / 2, "ss": short, "ls": long,
            "cd2": 10_800_000.0, "cd4": 5_400_000.0, "cd8": 2_700_000.0, "3cd4": 16_200_000.0, "3cd8": 8_100_000.0,
            "5cd8": 13_500_000.0, "7cd8": 18_900_000.0,
        }  # fmt: skip
        for part in (2, 3, 4, 5, 6, 8, 10, 12, 16, 32):
            self._values |= {f"wd{part}": w / part, f"hd{part}": h / part, f"ssd{part}": short / part}

    def read(self, shape: Element) -> None:
        """Works out the guides of the shape, one after the other."""
        for kind in ("avLst", "gdLst"):
            for guide in shape.findall(f"{A}{kind}/{A}gd")[:_MOST]:
                name, *words = (guide.get("fmla") or "").split()
                count, formula = _FORMULAS.get(name, (-1, abs))
                if count != len(words):
                    raise NotDrawnError("hình vẽ tự do có công thức lạ")
                self._values[guide.get("name", "")] = formula(*map(self.value, words))

    def value(self, text: str | None) -> float:
        """The number itself, or that of the guide of this name."""
        known = self._values.get(text or "")
        if known is not None:
            return known
        try:
            number = float(text or 0)
        except ValueError as error:
            raise NotDrawnError("hình vẽ tự do có công thức lạ") from error
        return number if abs(number) < 1e12 else 0.0


def custom_outline(shape: Element, width: float, height: float) -> Outline:
    """The outline of an ``a:custGeom`` in a frame of this size in points."""
    try:
        guides = _Guides(width, height)
        guides.read(shape)
        paths = tuple(_path(path, guides, width, height) for path in shape.iterfind(f"{A}pathLst/{A}path"))
        room = shape.find(A + "rect")
        inset = (0.0, 0.0, 0.0, 0.0)
        if room is not None:
            left, top, right, bottom = (guides.value(room.get(side)) / _EMU for side in "ltrb")
            inset = left, top, width - right, height - bottom
    except (OverflowError, ValueError) as error:
        raise NotDrawnError("hình vẽ tự do có công thức lạ") from error
    if sum(len(path.steps) for path in paths) > _MOST:
        raise NotDrawnError("hình vẽ tự do có quá nhiều điểm")
    return Outline(tuple(path for path in paths if len(path.steps) > 1), inset)


def _path(element: Element, guides: _Guides, width: float, height: float) -> Path:
    across = _scale(guides.value(element.get("w")), width)
    down = _scale(guides.value(element.get("h")), height)

    def place(point: Element) -> Point:
        return _near(guides.value(point.get("x")) * across), _near(guides.value(point.get("y")) * down)

    pen = Pen()
    for step in element:
        kind, points = local(step), [place(point) for point in step.iterchildren(A + "pt")]
        if kind == "moveTo":
            pen.move(*points[0])
        elif kind == "lnTo":
            pen.line(points[0])
        elif kind == "cubicBezTo":
            pen.curve(points[0], points[1], points[2])
        elif kind == "quadBezTo":
            pen.bend(points[0], points[1])
        elif kind == "arcTo":
            radii = _near(guides.value(step.get("wR")) * across), _near(guides.value(step.get("hR")) * down)
            start, swing = guides.value(step.get("stAng")) * _DEGREE, guides.value(step.get("swAng")) * _DEGREE
            pen.arc(*radii, start, swing)
        elif kind == "close":
            pen.close()
    return pen.path(filled=element.get("fill", "norm") != "none", stroked=element.get("stroke", "1") not in _OFF)


_OFF = {"0", "false"}


def _scale(units: float, length: float) -> float:
    """Points for one unit of a path; a path without a grid of its own counts EMU."""
    return length / units if units > 0 else 1 / _EMU


def _near(length: float) -> float:
    return min(max(length, -_FAR), _FAR) if length == length else 0.0
