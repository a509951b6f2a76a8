"""The signs DejaVu Sans has no outline for, composed from those it has: coloured circles, ticks in boxes, marks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import cos, pi, sin

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from symbol_arrows import ARROWS
from symbol_canvas import Canvas
from symbol_geometry import GEOMETRY
from symbol_ornaments import ORNAMENTS
from symbol_pictures import PICTURES

# A sign and the one whose outline it takes, in one size.
COPIES = {
    **dict.fromkeys("🔴🟠🟡🟢🔵🟣🟤", "⬤"), **dict.fromkeys("🟥🟧🟨🟩🟦🟪🟫⬛", "■"), "⬜": "□",
    **dict.fromkeys("💙💚💛💜🧡🖤🤎", "♥"), "🤍": "♡", **dict.fromkeys("🔶🔷", "◆"), **dict.fromkeys("🔸🔹", "◆"),
    **dict.fromkeys("🔺🔼", "▲"), **dict.fromkeys("🔻🔽", "▼"), "⭐": "★", "❌": "✖", "🚫": "⊘", "👉": "☞", "👈": "☜",
    "👆": "☝", "👇": "☟", "📧": "✉", "🎯": "◎", "🔘": "◉", "📞": "✆", "🗸": "✓", "🗹": "☑", "🗷": "☒",
    "🗶": "✗", "🔄": "↻", "🔁": "↻", "🌐": "⊕", "🛠": "⚒", "🔧": "⚒", "⬧": "◆", "⬥": "◆", "🞆": "○", "🞈": "◉", "✀": "✂",
    **dict.fromkeys("🙰🙲", "&"), "⟡": "✧", **dict.fromkeys("🖘🖜", "☜"), **dict.fromkeys("🖙🖝", "☞"), "🖚": "☚", "🖛": "☛",
    **dict.fromkeys("🖞🖠🖢", "☝"), **dict.fromkeys("🖟🖡🖣", "☟"), **dict.fromkeys("🖊🖍", "✏"), "🖋": "✒", "🕇": "✝", "🌕": "○",
    **dict.fromkeys("⭮🗘", "↻"), "⭯": "↺", "⭍": "↯", "🙺": "‽", "🖸": "◎", "🕾": "☎", **dict.fromkeys("🕻🕽", "✆"),
    "🌣": "☼", "🛆": "△", "🎔": "♥", "🗴": "✗", "🗵": "☒",
}  # fmt: skip
# As above, from the bold face: marks that are heavy by their names.
HEAVY = {"❓": "?", "❗": "!", "➕": "+", "➖": "−", "➗": "÷", **dict.fromkeys("🙱🙳🙴", "&"), **dict.fromkeys("🙹🙻", "‽")}
LIGHT = {"❔": "?", "❕": "!"}
_SMALL = "🔸🔹⬧⬥"
_ADVANCE = 1800
# Figures in a frame are a figure and the frame, which must come from one font: the figures are as wide as Liberation's.
_KEYS, _KEY_FRAME, _KEY_ADVANCE = "0123456789#*", "\u20e3", 1024
_FLAG_LETTERS = {chr(0x1F1E6 + number): chr(0x41 + number) for number in range(26)}  # 🇻🇳 as Windows prints it: VN


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
    "⏳": _hourglass, "⌚": _clock, "⏱": _clock, "⏰": _alarm, **PICTURES, **ORNAMENTS,
    **GEOMETRY, **ARROWS,
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
                made[ord(char)] = _drawn(source, partial(Canvas.sign, char=outline, box=box))
    for char, draw in DRAWN.items():
        if ord(char) not in lacking:
            made[ord(char)] = _drawn(font, draw)
    for char, letter in _FLAG_LETTERS.items():
        made[ord(char)] = _drawn(font, partial(_letter, letter=letter, width=1400), 1440)
    for char in _KEYS:
        made[ord(char)] = _drawn(font, partial(_letter, letter=char, width=760), _KEY_ADVANCE)
    made[ord(_KEY_FRAME)] = _drawn(font, lambda c: c.frame(-1090, -230, 66, 1390, 80), 0)
    return made


def _letter(c: Canvas, letter: str, width: float) -> None:
    middle = _KEY_ADVANCE / 2 if width < _KEY_ADVANCE else width / 2
    c.sign(letter, (middle - width / 2, 0, middle + width / 2, 1160))


def _drawn(font: TTFont, draw: Callable[[Canvas], None], advance: int = _ADVANCE) -> tuple[Glyph, int]:
    canvas = Canvas(font)
    draw(canvas)
    return canvas.glyph(), advance
