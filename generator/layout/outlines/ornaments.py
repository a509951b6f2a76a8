"""Shapes by name that adorn a page: stars, and rectangles with a folded corner, round notches or a wide border."""

from __future__ import annotations

from math import cos, sin, sqrt

from generator.layout.outlines.basic_shapes import Adjust, Draw
from generator.layout.outlines.paths import Outline
from generator.layout.outlines.pen import FULL, HALF, QUARTER, Pen, polygon, polyline

_DIAGONAL = sqrt(0.5)


def _held(adjust: Adjust, name: str, default: float) -> float:
    return min(max(adjust(name, default), 0.0), 0.5)


def _star(points: int, inner: float, across: float = 1.0, down: float = 1.0) -> Draw:
    """A star whose inner corners stand so far from its middle; it is stretched until its points reach the frame."""

    def draw(w: float, h: float, adjust: Adjust) -> Outline:
        share = 2 * _held(adjust, "adj", inner)
        wide, tall = w / 2 * across, h / 2 * down
        corners = [
            (w / 2 + wide * far * cos(angle), tall + tall * far * sin(angle))
            for number in range(2 * points)
            for far, angle in ((share if number % 2 else 1.0, number * FULL / 2 / points - QUARTER),)
        ]
        x, y = wide * share * _DIAGONAL, tall * share * _DIAGONAL
        sides = max(w / 2 - x, 0.0)
        return Outline((polygon(*corners),), (sides, max(tall - y, 0.0), sides, max(h - tall - y, 0.0)))

    return draw


def _folded_corner(w: float, h: float, adjust: Adjust) -> Outline:
    fold = min(w, h) * _held(adjust, "adj", 0.16667)
    x, y, tip = w - fold, h - fold, fold / 5
    sheet = [(0.0, 0.0), (w, 0.0), (w, y), (x, h), (0.0, h)]
    return Outline((polygon(*sheet), polyline((x, h), (x + tip, y + tip), (w, y))), (0.0, 0.0, 0.0, fold))


def _plaque(w: float, h: float, adjust: Adjust) -> Outline:
    r = min(w, h) * _held(adjust, "adj", 0.16667)
    pen = Pen().move(0, r).arc(r, r, QUARTER, -QUARTER).line((w - r, 0)).arc(r, r, HALF, -QUARTER)
    pen.line((w, h - r)).arc(r, r, -QUARTER, -QUARTER).line((r, h)).arc(r, r, 0, -QUARTER)
    return Outline((pen.close().path(),), (r * _DIAGONAL,) * 4)


def _frame(w: float, h: float, adjust: Adjust) -> Outline:
    x = min(w, h) * _held(adjust, "adj1", 0.125)
    pen = Pen().move(0, 0).line((w, 0), (w, h), (0, h)).close()
    pen.move(x, x).line((x, h - x), (w - x, h - x), (w - x, x)).close()
    return Outline((pen.path(),), (x,) * 4)


ORNAMENTS: dict[str, Draw] = {
    "star4": _star(4, 0.125), "star5": _star(5, 0.19098, 1.05146, 1.10557), "star6": _star(6, 0.28868, 1.1547),
    "star7": _star(7, 0.34601, 1.02572, 1.0521), "star8": _star(8, 0.375), "star10": _star(10, 0.42533, 1.05146),
    "star12": _star(12, 0.375), "star16": _star(16, 0.375), "star24": _star(24, 0.375), "star32": _star(32, 0.375),
    "foldedCorner": _folded_corner, "plaque": _plaque, "frame": _frame,
}  # fmt: skip
