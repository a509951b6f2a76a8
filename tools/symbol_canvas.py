"""Where the signs of the bundled font are drawn: outlines of other signs, circles, polygons, lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, radians, sin

from fontTools.misc.transform import Transform
from fontTools.pens.basePen import AbstractPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.reverseContourPen import ReverseContourPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

Point = tuple[float, float]


class Canvas:
    """Draws one sign: the outlines of others, circles, polygons and lines; ``cut`` draws holes."""

    def __init__(self, font: TTFont) -> None:
        self._glyphs, self._cmap = font.getGlyphSet(), font.getBestCmap()
        self._pen = TTGlyphPen(None)

    def glyph(self) -> Glyph:
        """What was drawn."""
        return self._pen.glyph()

    def sign(
        self,
        char: str,
        box: tuple[float, float, float, float],
        *,
        cut: bool = False,
        turned: float = 0.0,
        mirrored: bool = False,
    ) -> None:
        """The outline of another sign, in the middle of a box (left, bottom, right, top) that it just fits into.

        It is ``turned`` by degrees anticlockwise after its left and right were ``mirrored``.
        """
        recorded = DecomposingRecordingPen(self._glyphs)
        self._glyphs[self._cmap[ord(char)]].draw(recorded)
        stance = Transform().rotate(radians(turned)).scale(-1 if mirrored else 1, 1)
        bounds = BoundsPen(self._glyphs)
        recorded.replay(TransformPen(bounds, stance))
        left, bottom, right, top = bounds.bounds
        scale = min((box[2] - box[0]) / (right - left), (box[3] - box[1]) / (top - bottom))
        x = (box[0] + box[2] - (left + right) * scale) / 2
        y = (box[1] + box[3] - (bottom + top) * scale) / 2
        placed = Transform(scale, 0, 0, scale, x, y).transform(stance)
        recorded.replay(TransformPen(self._out(cut != mirrored), placed))

    def polygon(self, *points: Point, cut: bool = False) -> None:
        """A filled polygon, its corners in any direction."""
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))
        corners = points[::-1] if area > 0 else points
        pen = self._out(cut)
        pen.moveTo(_whole(corners[0]))
        for corner in corners[1:]:
            pen.lineTo(_whole(corner))
        pen.closePath()

    def box(self, left: float, bottom: float, right: float, top: float, *, cut: bool = False) -> None:
        """A filled rectangle."""
        self.polygon((left, bottom), (left, top), (right, top), (right, bottom), cut=cut)

    def frame(self, left: float, bottom: float, right: float, top: float, width: float) -> None:
        """The rim of a rectangle."""
        self.box(left, bottom, right, top)
        self.box(left + width, bottom + width, right - width, top - width, cut=True)

    def disc(self, x: float, y: float, radius: float, *, cut: bool = False) -> None:
        """A filled circle."""
        pen = self._out(cut)
        steps = [(x + radius * cos(a), y + radius * sin(a)) for a in (-n * pi / 4 for n in range(8))]
        reach = radius / cos(pi / 8)
        pen.moveTo(_whole(steps[0]))
        for n in range(8):
            angle = -(n + 0.5) * pi / 4
            pen.qCurveTo(_whole((x + reach * cos(angle), y + reach * sin(angle))), _whole(steps[(n + 1) % 8]))
        pen.closePath()

    def ring(self, x: float, y: float, radius: float, width: float) -> None:
        """The rim of a circle."""
        self.disc(x, y, radius)
        self.disc(x, y, radius - width, cut=True)

    def line(self, start: Point, end: Point, width: float, *, cut: bool = False) -> None:
        """A straight stroke."""
        dx, dy = end[0] - start[0], end[1] - start[1]
        length = (dx * dx + dy * dy) ** 0.5
        nx, ny = -dy / length * width / 2, dx / length * width / 2
        corners = [(start[0] + nx, start[1] + ny), (end[0] + nx, end[1] + ny)]
        self.polygon(*corners, (end[0] - nx, end[1] - ny), (start[0] - nx, start[1] - ny), cut=cut)

    def path(self, points: Sequence[Point], width: float) -> None:
        """A stroke along points, with round joints."""
        for start, end in pairwise(points):
            self.line(start, end, width)
            self.disc(*end, width / 2)

    def leaf(self, foot: Point, tip: Point, width: float, *, cut: bool = False) -> None:
        """A leaf, pointed at both ends, ``width`` across in its middle."""
        (x, y), (dx, dy) = foot, (tip[0] - foot[0], tip[1] - foot[1])
        length = (dx * dx + dy * dy) ** 0.5
        nx, ny = -dy / length * width / 2, dx / length * width / 2
        steps = [step / 12 for step in range(13)]
        there = [(x + dx * t + nx * sin(pi * t), y + dy * t + ny * sin(pi * t)) for t in steps]
        back = [(x + dx * t - nx * sin(pi * t), y + dy * t - ny * sin(pi * t)) for t in steps[-2:0:-1]]
        self.polygon(*there, *back, cut=cut)

    def _out(self, cut: bool) -> AbstractPen:
        return ReverseContourPen(self._pen) if cut else self._pen


def _whole(point: Point) -> tuple[int, int]:
    return round(point[0]), round(point[1])
