"""The ornaments, hands, arrows and small pictures of Wingdings for which no common typeface has an outline.

Covers of theses and contracts wear them: buds and leaves at the sides of a rule, writing hands, ribbons of arrows.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from symbol_canvas import Canvas, Point

Draw = Callable[[Canvas], None]
_MIDDLE: Point = (900, 620)
_WHOLE = (130, -150, 1670, 1390)


def _to(x: float, y: float, way: tuple[int, int]) -> Point:
    """A point given from the middle for what points north-east, where something points ``way``."""
    return _MIDDLE[0] + x * way[0], _MIDDLE[1] + y * way[1]


def _bud(c: Canvas, way: tuple[int, int], *, heavy: bool = False) -> None:
    """A curled stem with two leaves and a bud at its end."""
    stem = [(-700, -560), (-520, -640), (-300, -560), (-60, -330), (130, -60), (260, 190)]
    c.path([_to(x, y, way) for x, y in stem], 130 if heavy else 75)
    c.disc(*_to(-690, -500, way), 120 if heavy else 90)
    wide = 1.35 if heavy else 1.0
    c.leaf(_to(-60, -330, way), _to(560, -420, way), 260 * wide)
    c.leaf(_to(-230, -500, way), _to(-330, 170, way), 260 * wide)
    c.leaf(_to(180, 60, way), _to(650, 680, way), 420 * wide)
    c.leaf(_to(330, 250, way), _to(560, 560, way), 90, cut=True)


def _leaf(c: Canvas, way: tuple[int, int], *, turned: bool = False) -> None:
    """A pointed leaf on its stem; one that is turned has its stem at the tip's side."""
    c.leaf(_to(-420, -420, way), _to(700, 700, way), 760)
    start, end = ((-360, -360), (520, 520)) if not turned else ((-200, -200), (620, 620))
    c.leaf(_to(*start, way), _to(*end, way), 80, cut=True)
    bend = [(-400, -400), (-560, -500), (-700, -640)] if not turned else [(-400, -400), (-500, -560), (-640, -700)]
    c.path([_to(x, y, way) for x, y in bend], 90)


def _quilt(c: Canvas, *, filled: bool) -> None:
    if filled:
        c.box(*_WHOLE)
    else:
        c.frame(*_WHOLE, 90)
    for x in (515, 1285):
        for y in (235, 1005):
            c.leaf((x - 330, y - 330), (x + 330, y + 330), 330, cut=filled)


def _ribbon(c: Canvas, *points: Point) -> None:
    """A broad stroke along three points with the head of an arrow at the last."""
    (x, y), (px, py) = points[-1], points[-2]
    length = abs(x - px) + abs(y - py)
    dx, dy = (x - px) / length, (y - py) / length
    base = (x - dx * 420, y - dy * 420)
    c.path([*points[:-1], base], 200)
    c.polygon((x, y), (base[0] - dy * 400, base[1] + dx * 400), (base[0] + dy * 400, base[1] - dx * 400))


def _envelope(c: Canvas) -> None:
    c.frame(130, 50, 1670, 1190, 90)
    c.box(1250, 780, 1500, 1030)
    for y in (300, 460):
        c.box(400, y, 1100, y + 70)


def _mailbox(c: Canvas, *, raised: bool, opened: bool) -> None:
    c.box(800, -150, 1000, 400)
    if opened:
        c.frame(200, 380, 1600, 1100, 100)
        c.box(200, 380, 620, 1100)
    else:
        c.box(200, 380, 1600, 1100)
        c.box(330, 500, 700, 980, cut=True)
    if raised:
        c.box(1200, 1060, 1290, 1400)
        c.box(1200, 1240, 1500, 1400)
    else:
        c.box(1000, 800, 1450, 890, cut=not opened)


def _pages(c: Canvas) -> None:
    c.frame(550, 100, 1550, 1390, 90)
    c.box(280, -150, 1280, 1140)
    c.box(370, -60, 1190, 1050, cut=True)


def _sheet(c: Canvas) -> None:
    c.frame(330, -150, 1470, 1390, 90)


def _titled(c: Canvas) -> None:
    c.frame(130, -100, 1670, 1340, 90)
    c.box(130, 1080, 1670, 1340)


def _cabinet(c: Canvas) -> None:
    c.frame(400, -150, 1400, 1390, 100)
    for y in (-50, 430, 910):
        c.frame(480, y + 40, 1320, y + 440, 70)
        c.box(780, y + 200, 1020, y + 280)


def _mouse(c: Canvas) -> None:
    c.box(450, -150, 1350, 900)
    c.box(550, -50, 1250, 420, cut=True)
    c.box(860, 500, 940, 820, cut=True)
    c.path([(900, 900), (900, 1150), (1150, 1250), (1350, 1390)], 80)


def _trackball(c: Canvas) -> None:
    c.frame(300, -150, 1500, 1100, 110)
    c.disc(900, 480, 380)
    c.path([(900, 1090), (900, 1390)], 90)


def _hard_disk(c: Canvas) -> None:
    c.frame(130, 250, 1670, 990, 100)
    c.disc(420, 620, 110)
    c.box(700, 570, 1450, 670)


def _soft_disk(c: Canvas) -> None:
    c.box(180, -100, 1620, 1340)
    c.disc(900, 560, 260, cut=True)
    c.box(820, -60, 980, 240, cut=True)


def _hand(c: Canvas) -> None:
    c.polygon((480, -150), (1250, -150), (1400, 350), (1400, 700), (420, 700), (420, 150))
    for x, top in ((420, 1150), (670, 1360), (920, 1390), (1170, 1280)):
        c.box(x, 600, x + 210, top)
    c.polygon((1300, 250), (1400, 200), (1720, 700), (1600, 800), (1350, 520))


def _bomb(c: Canvas) -> None:
    c.disc(780, 480, 620)
    c.box(1060, 900, 1330, 1170)
    c.path([(1200, 1100), (1350, 1300), (1560, 1250)], 90)
    c.sign("✶", (1440, 1100, 1740, 1420))


def _pennant(c: Canvas) -> None:
    c.box(300, -150, 400, 1390)
    c.polygon((400, 1390), (400, 690), (1600, 1040))
    c.polygon((490, 1270), (490, 810), (1270, 1040), cut=True)


def _drop(c: Canvas) -> None:
    c.disc(900, 350, 500)
    c.polygon((430, 520), (1370, 520), (900, 1420))


def _candle(c: Canvas) -> None:
    c.box(720, 0, 1080, 850)
    c.box(420, -150, 1380, -10)
    c.leaf((900, 900), (900, 1420), 260)


def _glasses(c: Canvas) -> None:
    c.ring(480, 500, 370, 100)
    c.ring(1320, 500, 370, 100)
    c.path([(830, 560), (900, 610), (970, 560)], 90)
    c.path([(200, 740), (420, 1080)], 80)
    c.path([(1600, 740), (1380, 1080)], 80)


def _cross(c: Canvas) -> None:
    for edge, cut in ((0, False), (80, True)):
        left, inner, low, bar = 350 + edge, 700 + edge, -170 + edge, 680 + edge
        half = [(left, bar), (inner, bar), (inner, low)]
        top = [(inner, 1410 - edge), (inner, 1740 - bar), (left, 1740 - bar)]
        other = [(1800 - x, y) for x, y in [*half[::-1], *top[::-1]]]
        c.polygon(*half, *other, *top, cut=cut)


def _celtic(c: Canvas) -> None:
    c.ring(900, 850, 420, 120)
    c.box(800, -170, 1000, 1410)
    c.box(330, 750, 1470, 950)


def _om(c: Canvas) -> None:
    c.sign("3", (150, -150, 900, 1000))
    c.path([(700, 480), (1000, 600), (1180, 480), (1250, 150), (1450, 50), (1620, 300), (1560, 560)], 150)
    c.path([(900, 1150), (1050, 1010), (1250, 1010), (1400, 1150)], 110)
    c.disc(1150, 1290, 110)


def _boxed_arrow(c: Canvas) -> None:
    c.frame(*_WHOLE, 100)
    c.sign("▲", (480, 300, 1320, 940))


def _shadowed_circle(c: Canvas) -> None:
    c.disc(960, 680, 740)
    c.disc(860, 580, 640, cut=True)


def _three_points(c: Canvas) -> None:
    c.polygon((900, 1400), (1040, 530), (1680, 20), (900, 300), (120, 20), (760, 530))


def _position(c: Canvas, *, square: bool) -> None:
    if square:
        c.frame(380, 100, 1420, 1140, 100)
    else:
        c.ring(900, 620, 480, 100)
    c.box(850, 900, 950, 1390)
    c.box(850, -150, 950, 340)
    c.box(130, 570, 620, 670)
    c.box(1180, 570, 1670, 670)


def _doubt(c: Canvas) -> None:
    c.polygon((900, 1420), (1700, 620), (900, -180), (100, 620))
    c.sign("?", (600, 160, 1200, 1080), cut=True)


def _skip(c: Canvas, *, back: bool) -> None:
    boxes = ((130, 200, 790, 1040), (790, 200, 1450, 1040))
    for left, low, right, high in boxes:
        c.sign("▶", (1800 - right, low, 1800 - left, high) if back else (left, low, right, high), mirrored=back)
    c.box(210 if back else 1450, 200, 350 if back else 1590, 1040)


def _bicycle(c: Canvas) -> None:
    c.ring(420, 250, 380, 80)
    c.ring(1380, 250, 380, 80)
    c.path([(420, 250), (680, 850), (1200, 850), (860, 250), (420, 250)], 80)
    c.path([(680, 850), (860, 250)], 80)
    c.path([(1380, 250), (1130, 1150), (1350, 1200)], 80)
    c.path([(560, 900), (800, 900)], 110)


def _turned(c: Canvas, sign: str, degrees: float) -> None:
    c.sign(sign, _WHOLE, turned=degrees)


_NE, _NW, _SE, _SW = (1, 1), (-1, 1), (1, -1), (-1, -1)
_WEST, _EAST, _LOW, _HIGH = 230.0, 1570.0, -70.0, 1310.0

ORNAMENTS: dict[str, Draw] = {
    **{sign: partial(_bud, way=way) for sign, way in zip("🙠🙡🙢🙣", (_NW, _SW, _NE, _SE), strict=True)},
    **{sign: partial(_bud, way=way, heavy=True) for sign, way in zip("🙜🙝🙞🙟", (_NW, _SW, _NE, _SE), strict=True)},
    **{sign: partial(_bud, way=way, heavy=True) for sign, way in zip("🙤🙥🙦🙧", (_NW, _SW, _NE, _SE), strict=True)},
    **{sign: partial(_leaf, way=way) for sign, way in zip("🙘🙙🙚🙛", (_NW, _SW, _NE, _SE), strict=True)},
    **{sign: partial(_leaf, way=way) for sign, way in zip("🙐🙑🙒🙓", (_NW, _SW, _NE, _SE), strict=True)},
    **{sign: partial(_leaf, way=way, turned=True) for sign, way in zip("🙔🙕🙖🙗", (_NW, _SW, _NE, _SE), strict=True)},
    **dict.fromkeys("🙪🙨", partial(_quilt, filled=False)), **dict.fromkeys("🙫🙩", partial(_quilt, filled=True)),
    "⮰": lambda c: _ribbon(c, (_EAST, _HIGH), (_EAST, 330), (_WEST, 330)),
    "⮱": lambda c: _ribbon(c, (_WEST, _HIGH), (_WEST, 330), (_EAST, 330)),
    "⮲": lambda c: _ribbon(c, (_EAST, _LOW), (_EAST, 910), (_WEST, 910)),
    "⮳": lambda c: _ribbon(c, (_WEST, _LOW), (_WEST, 910), (_EAST, 910)),
    "⮴": lambda c: _ribbon(c, (_EAST, _LOW), (590, _LOW), (590, _HIGH)),
    "⮵": lambda c: _ribbon(c, (_WEST, _LOW), (1210, _LOW), (1210, _HIGH)),
    "⮶": lambda c: _ribbon(c, (_EAST, _HIGH), (590, _HIGH), (590, _LOW)),
    "⮷": lambda c: _ribbon(c, (_WEST, _HIGH), (1210, _HIGH), (1210, _LOW)),
    "⮘": partial(_turned, sign="➢", degrees=180), "⮙": partial(_turned, sign="➢", degrees=90),
    "⮛": partial(_turned, sign="➢", degrees=270), "⮈": partial(_turned, sign="➲", degrees=180),
    "⮉": partial(_turned, sign="➲", degrees=90), "⮋": partial(_turned, sign="➲", degrees=270),
    "🖎": lambda c: c.sign("✍", (130, -150, 1670, 1390), mirrored=True), **dict.fromkeys("🖃🖄🖅🖆", _envelope),
    "📪": partial(_mailbox, raised=False, opened=False), "📫": partial(_mailbox, raised=True, opened=False),
    "📬": partial(_mailbox, raised=True, opened=True), "📭": partial(_mailbox, raised=False, opened=True),
    **dict.fromkeys("🗐🗍🗇🗊", _pages), **dict.fromkeys("🗅🗆🗋🗌", _sheet),
    "🗔": _titled, "🗄": _cabinet, **dict.fromkeys("🖰🖯🖱", _mouse),
    "🖲": _trackball, "🖴": _hard_disk, **dict.fromkeys("🖬🖪", _soft_disk), "✋": _hand,
    "💣": _bomb, "🏱": _pennant, "💧": _drop, "🕯": _candle, "👓": _glasses, "🕆": _cross, "🕈": _celtic, "🕉": _om,
    "⮹": _boxed_arrow, "🔿": _shadowed_circle, "🟂": _three_points, "⯐": partial(_position, square=True),
    "⌖": partial(_position, square=False), "⯑": _doubt, "⏮": partial(_skip, back=True), "⏭": partial(_skip, back=False),
    "🚲": _bicycle,
}  # fmt: skip
