"""The signs DejaVu Sans has no outline for, composed from those it has: coloured circles, ticks in boxes, marks."""

from __future__ import annotations

from collections.abc import Callable
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

EM = 2048
# A sign and the one whose outline it takes, in one size.
COPIES = {
    **dict.fromkeys("🔴🟠🟡🟢🔵🟣🟤", "⬤"), **dict.fromkeys("🟥🟧🟨🟩🟦🟪🟫⬛", "■"), "⬜": "□",
    **dict.fromkeys("💙💚💛💜🧡🖤🤎", "♥"), "🤍": "♡", **dict.fromkeys("🔶🔷", "◆"), **dict.fromkeys("🔸🔹", "◆"),
    **dict.fromkeys("🔺🔼", "▲"), **dict.fromkeys("🔻🔽", "▼"), "⭐": "★", "❌": "✖", "🚫": "⊘", "👉": "☞", "👈": "☜",
    "👆": "☝", "👇": "☟", "📧": "✉", "🎯": "◎", "🔘": "◉", "📞": "✆", "🗸": "✓", "🗹": "☑", "🗷": "☒",
    "🗶": "✗",
}  # fmt: skip
# As above, from the bold face: marks that are heavy by their names.
HEAVY = {"❓": "?", "❗": "!", "➕": "+", "➖": "−", "➗": "÷"}
LIGHT = {"❔": "?", "❕": "!"}
_SMALL = "🔸🔹"
_ADVANCE = 1800
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


def _tick(c: Canvas) -> None:
    c.box(130, -150, 1670, 1390)
    c.sign("✔", (350, 70, 1450, 1170), cut=True)


def _crossed(c: Canvas) -> None:
    c.box(130, -150, 1670, 1390)
    c.sign("✖", (420, 140, 1380, 1100), cut=True)


def _no_entry(c: Canvas) -> None:
    c.disc(900, 620, 770)
    c.box(420, 500, 1380, 740, cut=True)


def _sparkles(c: Canvas) -> None:
    c.sign("✦", (100, -100, 1200, 1000))
    c.sign("✦", (1050, 750, 1700, 1400))
    c.sign("✦", (1150, -150, 1600, 300))


def _glowing_star(c: Canvas) -> None:
    c.sign("★", (300, 60, 1500, 1260))
    for n in range(5):
        angle = -pi / 2 + n * 2 * pi / 5
        x, y = cos(angle), sin(angle)
        c.line((900 + 480 * x, 640 + 480 * y), (900 + 800 * x, 640 + 800 * y), 110)


def _hourglass(c: Canvas) -> None:
    c.box(300, 1260, 1500, 1400)
    c.box(300, -160, 1500, -20)
    c.polygon((420, 1200), (1380, 1200), (900, 620))
    c.polygon((420, 40), (1380, 40), (900, 620))


def _clock(c: Canvas) -> None:
    c.ring(900, 620, 740, 120)
    c.line((900, 620), (900, 1180), 120)
    c.line((850, 590), (1280, 590), 120)


def _alarm(c: Canvas) -> None:
    c.ring(900, 560, 640, 120)
    c.line((900, 540), (900, 1000), 110)
    c.line((850, 540), (1200, 540), 110)
    c.line((180, 1050), (560, 1360), 150)
    c.line((1620, 1050), (1240, 1360), 150)


DRAWN: dict[str, Callable[[Canvas], None]] = {
    "✅": _tick, "❎": _crossed, "⛔": _no_entry, "✨": _sparkles, "🌟": _glowing_star, "⌛": _hourglass,
    "⏳": _hourglass, "⌚": _clock, "⏱": _clock, "🕒": _clock, "⏰": _alarm,
}  # fmt: skip


def composed(font: TTFont, bold: TTFont) -> dict[int, tuple[Glyph, int]]:
    """Every composed sign by code point: its outline and its advance in units of the em."""
    made: dict[int, tuple[Glyph, int]] = {}
    lacking = font.getBestCmap()
    for source, signs, tall in ((font, COPIES, 1540), (bold, HEAVY, 1500), (font, LIGHT, 1500)):
        for char, outline in signs.items():
            if ord(char) not in lacking:
                half = (tall * (0.6 if char in _SMALL else 1.0)) / 2
                box = (_ADVANCE / 2 - half, 620 - half, _ADVANCE / 2 + half, 620 + half)
                made[ord(char)] = _drawn(source, lambda c, o=outline, b=box: c.sign(o, b))
    for char, draw in DRAWN.items():
        if ord(char) not in lacking:
            made[ord(char)] = _drawn(font, draw)
    return made


def _drawn(font: TTFont, draw: Callable[[Canvas], None]) -> tuple[Glyph, int]:
    canvas = Canvas(font)
    draw(canvas)
    return canvas.glyph(), _ADVANCE
