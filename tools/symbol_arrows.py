"""The arrows of Wingdings 3, drawn along one axis and turned to where they point."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import cos, pi, radians, sin

from symbol_canvas import Canvas, Point

Draw = Callable[[Canvas], None]
Turn = tuple[int, int, int, int]  # what becomes of the first and of the second axis
_X, _Y = 900, 620
_REACH = 700.0
_WAYS = (180, 90, 0, 270)  # left, up, right, down, as Unicode orders them
_CORNERS = (135, 45, 315, 225)  # north west, north east, south east, south west
# A way that bends from downwards to leftwards, turned into the eight that Unicode has, in its order.
_BENDS: tuple[Turn, ...] = (
    (1, 0, 0, 1), (-1, 0, 0, 1), (1, 0, 0, -1), (-1, 0, 0, -1), (0, 1, -1, 0), (0, -1, -1, 0),
    (0, 1, 1, 0), (0, -1, 1, 0),
)  # fmt: skip


def _turned(points: Sequence[Point], way: float) -> list[Point]:
    c, s = cos(radians(way)), sin(radians(way))
    return [(_X + x * c - y * s, _Y + x * s + y * c) for x, y in points]


def _shape(c: Canvas, way: float, *points: Point, cut: bool = False) -> None:
    c.polygon(*_turned(points, way), cut=cut)


def _stroke(c: Canvas, way: float, width: float, *points: Point) -> None:
    c.path(_turned(points, way), width)


def arrow(
    c: Canvas, way: float, shaft: float, head: tuple[float, float], *, tail: float = -_REACH, tip: float = _REACH,
    y: float = 0.0,
) -> None:  # fmt: skip
    """An arrow as wide as ``shaft``, its head so long and so wide to each side."""
    long, wide = head
    half, neck = shaft / 2, tip - long
    side = [(tail, half), (neck, half), (neck, wide), (tip, 0.0)]
    _shape(c, way, *[(x, y + h) for x, h in side], *[(x, y - h) for x, h in side[2::-1]])


_FINE = (420.0, 260.0)


def _plain(c: Canvas, way: float) -> None:
    arrow(c, way, 110, _FINE)


def _both(c: Canvas, way: float, shaft: float, head: tuple[float, float]) -> None:
    arrow(c, way, shaft, head, tail=0)
    arrow(c, way + 180, shaft, head, tail=0)


def _dashed(c: Canvas, way: float) -> None:
    for start in (-_REACH, -350):
        _shape(c, way, (start, 55), (start + 200, 55), (start + 200, -55), (start, -55))
    arrow(c, way, 110, _FINE, tail=0)


def _to_bar(c: Canvas, way: float) -> None:
    arrow(c, way, 110, _FINE, tip=_REACH - 110)
    _shape(c, way, (_REACH - 110, 420), (_REACH, 420), (_REACH, -420), (_REACH - 110, -420))


def _struck(c: Canvas, way: float) -> None:
    arrow(c, way, 110, _FINE)
    for x in (-350, -100):
        _shape(c, way, (x - 45, 260), (x + 45, 260), (x + 45, -260), (x - 45, -260))


def _pair(c: Canvas, way: float, *, opposed: bool = False, barred: bool = False) -> None:
    """Two arrows side by side; ``opposed`` point away from each other, ``barred`` to a bar each."""
    for number, y in enumerate((350.0, -350.0)):
        turned = way + 180 * (number if opposed or barred else 0)
        side = y if turned == way else -y
        arrow(c, turned, 100, (380, 230), y=side, tip=_REACH - (100 if barred else 0))
        if barred:
            _shape(c, turned, *((x, side + h) for x, h in ((600, 270), (700, 270), (700, -270), (600, -270))))


def _u_turn(c: Canvas, way: float) -> None:
    bend = [(150 + 380 * sin(pi * n / 12), -380 * cos(pi * n / 12)) for n in range(13)]
    _stroke(c, way, 110, (-600, -380), *bend, (-250, 380))
    _shape(c, way, (-680, 380), (-250, 640), (-250, 120))


def _bent(c: Canvas, turn: Turn, points: Sequence[Point], width: float, head: tuple[float, float]) -> None:
    """A way along points that ends leftwards, with the head of an arrow at its end."""
    a, b, d, e = turn

    def placed(x: float, y: float) -> Point:
        return _X + a * x + b * y, _Y + d * x + e * y

    x, y = points[-1]
    c.path([placed(*point) for point in points], width)
    c.polygon(placed(x - head[0], y), placed(x, y + head[1]), placed(x, y - head[1]))


_LONG_TIP = [(550.0, 650.0), (550.0, -250.0), (-280.0, -250.0)]
_CURVED = [(600.0 - 640 * (1 - cos(n * pi / 20)), 650.0 - 900 * sin(n * pi / 20)) for n in range(11)] + [
    (-150.0, -250.0)
]
_RETURN = [(-650.0, 450.0), (600.0, 450.0), (600.0, -250.0), (-250.0, -250.0)]
_NEWLINE = [(600.0, 600.0), (600.0, -250.0), (-250.0, -250.0)]


def _arrowhead(c: Canvas, way: float, back: float = 0.0) -> None:
    _shape(c, way, (600, 0), (-440, 600), (-440 + back, 0), (-440, -600))


def _white(c: Canvas, way: float, dark: str) -> None:
    """A white arrow with a broad dark rim on one side, or with a shadow (``under``)."""
    outline = [(-_REACH, 220), (100, 220), (100, 520), (_REACH, 0), (100, -520), (100, -220), (-_REACH, -220)]
    # What is called top or bottom stays there whichever way the arrow points.
    flip = -1 if way == 180 else 1
    dx, dy = {"top": (0, -90), "bottom": (0, 90), "front": (-110, 0), "back": (110, 0), "under": (-60, 60)}[dark]
    inner = [(-640, 170), (140, 170), (140, 420), (600, 0), (140, -420), (140, -170), (-640, -170)]
    _shape(c, way, *outline)
    _shape(c, way, *[(x * 0.9 + dx * 0.6, y * 0.82 + dy * flip * 0.6) for x, y in inner], cut=True)


def _notched(c: Canvas, way: float) -> None:
    _shape(
        c, way, (-_REACH, 260), (50, 260), (50, 560), (_REACH, 0), (50, -560), (50, -260), (-_REACH, -260), (-440, 0)
    )


def _finger_post(c: Canvas, way: float) -> None:
    _shape(c, way, (-_REACH, 330), (300, 330), (_REACH, 0), (300, -330), (-_REACH, -330))


def _barbed(c: Canvas, way: float, width: float) -> None:
    _stroke(c, way, width, (-_REACH, 0), (_REACH - width * 0.7, 0))
    for side in (1, -1):
        _stroke(c, way, width, (_REACH - width * 0.7, 0), (_REACH - 520 - width * 0.7, side * 520))


def _sans(c: Canvas, way: float, *, both: bool = False) -> None:
    _stroke(c, way, 150, (-600 if both else -_REACH, 0), (600, 0))
    for turn in (0, 180) if both else (0,):
        for side in (1, -1):
            _stroke(c, way + turn, 150, (600, 0), (230, side * 370))


def _shaft(c: Canvas, share: float) -> None:
    _shape(c, 0, (-_REACH * share, 220), (_REACH * share, 220), (_REACH * share, -220), (-_REACH * share, -220))


def _within(c: Canvas, way: float) -> None:
    _arrowhead(c, way)
    _shape(c, way, (-360, 110), (0, 110), (0, 240), (320, 0), (0, -240), (0, -110), (-360, -110), cut=True)


def _from(first: int, draw: Callable[..., None], ways: Sequence[float]) -> Iterator[tuple[str, Draw]]:
    for number, way in enumerate(ways):
        yield chr(first + number), partial(draw, way=way)


def _sized(shaft: float, long: float, wide: float) -> Callable[[Canvas, float], None]:
    return partial(arrow, shaft=shaft, head=(long, wide))


def _all() -> Iterator[tuple[str, Draw]]:
    yield from _from(0x2B60, _plain, _WAYS)
    yield from _from(0x2B66, _plain, _CORNERS)
    yield from _from(0x2B64, partial(_both, shaft=110, head=_FINE), (0, 90))
    yield from _from(0x2B6A, _dashed, _WAYS)
    yield from _from(0x2B70, _to_bar, _WAYS)
    yield from _from(0x2B76, _to_bar, _CORNERS)
    yield from _from(0x2B7A, _struck, _WAYS)
    yield from _from(0x2B7E, partial(_pair, barred=True), (180, 90))
    yield from _from(0x2B80, partial(_pair, opposed=True), (180, 0, 90, 270))
    yield from _from(0x2B84, _pair, _WAYS)
    yield from _from(0x2B8C, _u_turn, (0, 270, 180, 90))
    for turn, sign, newline in zip(_BENDS[:2], "⮐⮑", "⮒⮓", strict=True):
        yield sign, partial(_bent, turn=turn, points=_RETURN, width=120, head=(430, 280))
        yield newline, partial(_bent, turn=turn, points=_NEWLINE, width=200, head=(430, 380))
    yield from _from(0x2B9C, _arrowhead, _WAYS)
    for number, turn in enumerate(_BENDS):
        yield chr(0x2BA0 + number), partial(_bent, turn=turn, points=_LONG_TIP, width=110, head=(400, 260))
        yield chr(0x2BA8 + number), partial(_bent, turn=turn, points=_CURVED, width=260, head=(500, 420))
    for first, long, wide in ((0x1F800, 300, 200), (0x1F804, 420, 290), (0x1F808, 560, 400)):
        yield from _from(first, _sized(110, long, wide), _WAYS)
    sizes = ((0x1F810, 110, 350, 200), (0x1F814, 110, 480, 280), (0x1F818, 260, 550, 320), (0x1F81C, 330, 760, 440))
    for first, shaft, long, wide in (*sizes, *((0x1F820 + 4 * n, 120 + 90 * n, 560, 500) for n in range(5))):
        yield from _from(first, _sized(shaft, long, wide), _WAYS)
    yield from _from(0x1F834, _finger_post, _WAYS)
    yield from _from(0x1F838, _sized(300, 480, 480), _WAYS)
    for first, shaft, wide in ((0x1F83C, 160, 260), (0x1F840, 240, 340), (0x1F844, 320, 520)):
        yield from _from(first, _sized(shaft, 560, wide), _WAYS)
    for start, draw in (
        (0x1F850, _sans), (0x1F860, partial(_barbed, width=90)), (0x1F868, partial(_barbed, width=140)),
        (0x1F870, partial(_barbed, width=190)), (0x1F878, partial(_barbed, width=250)),
        (0x1F880, partial(_barbed, width=320)),
    ):  # fmt: skip
        yield from _from(start, draw, (*_WAYS, *_CORNERS))
    yield from _from(0x1F858, partial(_sans, both=True), (0, 90))
    yield from _from(0x1F890, _arrowhead, _WAYS)
    yield from _from(0x1F894, _within, _WAYS)
    yield from _from(0x1F898, _notched, _WAYS)
    for sign, share in zip("🢜🢝🢞🢟", (1, 2 / 3, 1 / 2, 1 / 3), strict=True):
        yield sign, partial(_shaft, share=share)
    kinds = ("bottom", "top", "back", "front", "under", "under")  # left-shaded leftwards: at its front
    for number, dark in enumerate(kinds):
        for turn_number, way in enumerate((180, 0)):
            yield chr(0x1F8A0 + 2 * number + turn_number), partial(_white, way=way, dark=dark)


ARROWS: dict[str, Draw] = dict(_all())
