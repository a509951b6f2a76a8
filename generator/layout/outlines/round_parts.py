"""Parts of ellipses by name: pies, wedges, arcs and chords."""

from __future__ import annotations

from math import atan2, cos, pi, sin, sqrt

from generator.layout.outlines.basic_shapes import Adjust, Draw
from generator.layout.outlines.paths import Outline, Path
from generator.layout.outlines.pen import DIAGONAL, FULL, HALF, QUARTER, Pen, ellipse

_UNIT = 100_000 / 60_000 * pi / 180  # radians of a handle's share of 100 000


def _angle(adjust: Adjust, name: str, default: float) -> float:
    return adjust(name, default / _UNIT) * _UNIT


def _between(start: float, end: float) -> float:
    return (end - start) % FULL or FULL


def _on(w: float, h: float, angle: float, inside: float = 0.0) -> tuple[float, float]:
    """The point of the ellipse in the frame, drawn so far inside, that is seen at this angle from its middle."""
    across, down = w / 2 - inside, h / 2 - inside
    far = ((cos(angle) / across) ** 2 + (sin(angle) / down) ** 2) ** -0.5 if across > 0 and down > 0 else 0.0
    return w / 2 + far * cos(angle), h / 2 + far * sin(angle)


def _wedge(w: float, h: float, _: Adjust) -> Outline:
    pen = Pen().move(0, h).arc(w, h, HALF, QUARTER).line((w, h)).close()
    return Outline((pen.path(),), (w * DIAGONAL, h * DIAGONAL, 0.0, 0.0))


def _swept(first: float, last: float, *, to_middle: bool, closed: bool) -> Draw:
    """A piece of an ellipse between two angles, from its middle or from its chord."""

    def draw(w: float, h: float, adjust: Adjust) -> Outline:
        start, end = _angle(adjust, "adj1", first), _angle(adjust, "adj2", last)

        def pen() -> Pen:
            return Pen().move(*_on(w, h, start)).arc(w / 2, h / 2, start, _between(start, end))

        whole = pen().line((w / 2, h / 2)) if to_middle else pen()
        inset = ellipse(w, h).inset
        if closed:
            return Outline((whole.close().path(),), inset)
        return Outline((whole.close().path(stroked=False), pen().path(filled=False)), inset)

    return draw


def _block_arc(w: float, h: float, adjust: Adjust) -> Outline:
    start, end = _angle(adjust, "adj1", HALF), _angle(adjust, "adj2", 0.0)
    thick = min(w, h) * min(max(adjust("adj3", 0.25), 0.0), 0.5)
    swing = _between(start, end)
    pen = Pen().move(*_on(w, h, start)).arc(w / 2, h / 2, start, swing).line(_on(w, h, end, thick))
    path: Path = pen.arc(w / 2 - thick, h / 2 - thick, end, -swing).close().path()
    return Outline((path,))


def _round_arrow(w: float, h: float, adjust: Adjust) -> Outline:
    """A bent arrow: its head stands across the middle of its body and ends at the second angle and that of the head."""
    side = min(w, h)
    half_head = side * min(max(adjust("adj5", 0.125), 0.0), 0.25)
    thick = side * min(max(adjust("adj1", 0.125), 0.0), 2 * half_head / side if side else 0.0)
    start, end = _angle(adjust, "adj4", HALF), _angle(adjust, "adj3", 20_457_681 / 60_000 * pi / 180)
    point = end + max(_angle(adjust, "adj2", 1_142_319 / 60_000 * pi / 180), 0.0)
    out, middle, inner = (half_head - thick / 2 + thick * part for part in (0.0, 0.5, 1.0))
    neck, tip = _on(w, h, end, middle), _on(w, h, point, middle)
    way = cos(point), sin(point)
    above, below = _meet(w, h, out, neck, way), _meet(w, h, inner, neck, way)
    to, back = (atan2(y - h / 2, x - w / 2) for x, y in (above, below))
    pen = Pen().move(*_on(w, h, start, out)).arc(w / 2 - out, h / 2 - out, start, _between(start, to))
    pen.line((neck[0] + way[0] * half_head, neck[1] + way[1] * half_head), tip)
    pen.line((neck[0] - way[0] * half_head, neck[1] - way[1] * half_head), below)
    pen.arc(w / 2 - inner, h / 2 - inner, back, -_between(start, back))
    return Outline((pen.close().path(),))


def _meet(w: float, h: float, inside: float, at: tuple[float, float], way: tuple[float, float]) -> tuple[float, float]:
    """Where the line through ``at`` meets the ellipse so far inside the frame, on the side of ``at``."""
    across, down = max(w / 2 - inside, 1e-6), max(h / 2 - inside, 1e-6)
    x, y, dx, dy = (at[0] - w / 2) / across, (at[1] - h / 2) / down, way[0] / across, way[1] / down
    a, b, c = dx * dx + dy * dy, x * dx + y * dy, x * x + y * y - 1
    far = (sqrt(max(b * b - a * c, 0.0)) - b) / a
    return at[0] + far * way[0], at[1] + far * way[1]


ROUND_PARTS: dict[str, Draw] = {
    "pieWedge": _wedge, "pie": _swept(0.0, 3 * QUARTER, to_middle=True, closed=True),
    "arc": _swept(3 * QUARTER, 0.0, to_middle=True, closed=False),
    "chord": _swept(QUARTER / 2, 3 * QUARTER, to_middle=False, closed=True), "blockArc": _block_arc,
    "circularArrow": _round_arrow,
}  # fmt: skip
