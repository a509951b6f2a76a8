"""Where the signs of the bundled font are drawn: outlines of other signs, circles, polygons, lines."""

from __future__ import annotations

from math import cos, pi, sin

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

    def sign(self, char: str, box: tuple[float, float, float, float], *, cut: bool = False) -> None:
        """The outline of another sign, in the middle of a box (left, bottom, right, top) that it just fits into."""
        glyph = self._glyphs[self._cmap[ord(char)]]
        bounds = BoundsPen(self._glyphs)
        glyph.draw(bounds)
        left, bottom, right, top = bounds.bounds
        scale = min((box[2] - box[0]) / (right - left), (box[3] - box[1]) / (top - bottom))
        x = (box[0] + box[2] - (left + right) * scale) / 2
        y = (box[1] + box[3] - (bottom + top) * scale) / 2
        recorded = DecomposingRecordingPen(self._glyphs)
        glyph.draw(recorded)
        recorded.replay(TransformPen(self._out(cut), Transform(scale, 0, 0, scale, x, y)))

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

    def _out(self, cut: bool) -> AbstractPen:
        return ReverseContourPen(self._pen) if cut else self._pen


def _whole(point: Point) -> tuple[int, int]:
    return round(point[0]), round(point[1])
