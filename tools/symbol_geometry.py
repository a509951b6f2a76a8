"""The circles, squares, diamonds, crosses and stars of Wingdings 2, in the weights that Unicode names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from math import cos, pi, sin

from symbol_canvas import Canvas, Point

Draw = Callable[[Canvas], None]
_X, _Y, _R = 900.0, 620.0, 740.0


def _at(radius: float, turn: float) -> Point:
    """A point so far from the middle, ``turn`` of a whole turn from the top, anticlockwise."""
    return _X - radius * sin(2 * pi * turn), _Y + radius * cos(2 * pi * turn)


def _corners(c: Canvas, count: int, radius: float, turn: float = 0.0, *, cut: bool = False) -> None:
    c.polygon(*(_at(radius, turn + n / count) for n in range(count)), cut=cut)


def _square(c: Canvas, half: float, *, cut: bool = False) -> None:
    c.box(_X - half, _Y - half, _X + half, _Y + half, cut=cut)


def _diamond(c: Canvas, half: float, *, narrow: float = 1.0, cut: bool = False) -> None:
    c.polygon((_X, _Y + half), (_X + half * narrow, _Y), (_X, _Y - half), (_X - half * narrow, _Y), cut=cut)


def _disc(c: Canvas, half: float, *, cut: bool = False) -> None:
    c.disc(_X, _Y, half, cut=cut)


def _nested(shape: Callable[..., None], *halves: float) -> Draw:
    """A shape with holes of its form, the largest first."""

    def draw(c: Canvas) -> None:
        for number, half in enumerate(halves):
            shape(c, half, cut=bool(number % 2))

    return draw


def _triangle(c: Canvas, turn: float) -> None:
    c.polygon(_at(380, turn), _at(380, turn + 0.25), _at(380, turn - 0.25))


def _cross(c: Canvas, width: float, turn: float = 0.0) -> None:
    for n in range(2):
        c.line(_at(_R, turn + n / 4), _at(_R, turn + n / 4 + 0.5), width)


def _spokes(c: Canvas, count: int, width: float) -> None:
    for n in range(count):
        c.line((_X, _Y), _at(_R, n / count), width)


def _star(c: Canvas, points: int, inner: float, turn: float = 0.0) -> None:
    c.polygon(*(_at(_R if n % 2 == 0 else _R * inner, turn + n / (2 * points)) for n in range(2 * points)))


def _pinwheel(c: Canvas, points: int, inner: float, *, other: bool = False) -> None:
    """A star each of whose points is black on one side and white on the other."""
    rim = [_at(_R if n % 2 == 0 else _R * inner, n / (2 * points)) for n in range(2 * points)]
    for n in range(0, 2 * points, 2):
        c.polygon((_X, _Y), rim[n], rim[n + 1 if not other else n - 1])
    c.path([*rim, rim[0]], 50)


def _half_disc(c: Canvas, *, top: bool) -> None:
    turns = [(-0.25 if top else 0.25) + n / 48 for n in range(25)]
    c.polygon(*(_at(_R, turn) for turn in turns))


def _cusp(c: Canvas, turn: float) -> None:
    """A four-pointed star whose sides curve inwards."""
    points = []
    for n in range(4):
        (x, y), (to_x, to_y) = _at(_R, turn + n / 4), _at(_R, turn + (n + 1) / 4)
        for step in range(8):
            t = step / 8
            points.append(((1 - t) ** 2 * x + 2 * t * (1 - t) * _X + t * t * to_x,
                           (1 - t) ** 2 * y + 2 * t * (1 - t) * _Y + t * t * to_y))  # fmt: skip
    c.polygon(*points)


def _crossed_circle(c: Canvas, width: float, *, bar: bool = False) -> None:
    c.ring(_X, _Y, _R, width)
    c.line(_at(_R - 60, 0.125), _at(_R - 60, 0.625), width)
    if not bar:
        c.line(_at(_R - 60, 0.375), _at(_R - 60, 0.875), width)


def _box_x(c: Canvas, width: float) -> None:
    c.frame(_X - 700, _Y - 700, _X + 700, _Y + 700, 90)
    for n in (0.125, 0.375):
        c.line(_at(640, n), _at(640, n + 0.5), width)


def _half_past(c: Canvas, hour: int) -> None:
    c.ring(_X, _Y, _R, 110)
    c.line((_X, _Y), _at(520, 0.5), 90)
    c.line((_X, _Y), _at(380, -(hour + 0.5) / 12), 130)


def _overlapping(c: Canvas) -> None:
    c.frame(500, 600, 1500, 1390, 110)
    c.box(300, -150, 1300, 900)
    c.box(400, -50, 1200, 700, cut=True)


def _window(c: Canvas) -> None:
    c.frame(130, -150, 1670, 1390, 100)
    c.box(130, 1150, 1670, 1390)


def _checkers(c: Canvas) -> None:
    for row in range(4):
        for column in range(row % 2, 4, 2):
            left, low = 130 + column * 385, -150 + row * 385
            c.box(left, low, left + 385, low + 385)


def _solidus(c: Canvas, way: int) -> None:
    c.line((_X - 500 * way, -150), (_X + 500 * way, 1390), 380)


def _bolt(c: Canvas) -> None:
    c.polygon((1250, 1400), (420, 560), (880, 600), (520, -180), (1400, 800), (950, 770))


def _circled(c: Canvas, sign: str) -> None:
    c.ring(_X, _Y, _R, 110)
    c.sign(sign, (_X - 400, _Y - 420, _X + 400, _Y + 420))


def _number(c: Canvas, number: str, *, filled: bool) -> None:
    _nested(_disc, _R, *(() if filled else (_R - 90,)))(c)
    for digit, left in zip(number, (_X - 430, _X + 30), strict=True):
        c.sign(digit, (left, _Y - 380, left + 400, _Y + 380), cut=filled)


def _rays(c: Canvas, turn: float) -> None:
    for n in (-1, 0, 1):
        c.line(_at(180, turn + n / 8), _at(_R, turn + n / 8), 110)


def _weights(first: int, draw: Callable[..., None], *widths: float) -> Iterator[tuple[str, Draw]]:
    for number, width in enumerate(widths):
        yield chr(first + number), partial(draw, width=width)


def _all() -> Iterator[tuple[str, Draw]]:
    for sign, half in (("🞄", 300), ("⦁", 380)):
        yield sign, partial(_disc, half=half)
    for sign, hole in (("🞅", 0.82), ("🞇", 0.6), ("🞉", 0.35)):
        yield sign, _nested(_disc, _R, _R * hole)
    yield "⦿", _nested(_disc, _R, _R - 90, 330)
    for sign, half in (("🞌", 200), ("🞍", 340), ("⯀", 560)):
        yield sign, partial(_square, half=half)
    for sign, hole in (("🞑", 0.62), ("🞒", 0.5), ("🞓", 0.32)):
        yield sign, _nested(_square, 700, 700 * hole)
    for sign, halves in (("🞔", (700, 610, 200)), ("🞕", (700, 610, 420)), ("🞖", (700, 600, 480, 380, 220))):
        yield sign, _nested(_square, *halves)
    for sign, half in (("🞗", 220), ("🞘", 320), ("⬩", 430), ("⯁", 740)):
        yield sign, partial(_diamond, half=half)
    for sign, halves in (("🞚", (770, 650, 220)), ("🞛", (770, 650, 450)), ("🞜", (770, 650, 500, 380, 220))):
        yield sign, _nested(_diamond, *halves)
    for sign, half in (("🞝", 250), ("🞞", 360), ("⬪", 480)):
        yield sign, partial(_diamond, half=half, narrow=0.6)
    yield "🞠", _nested(partial(_diamond, narrow=0.6), 770, 620, 300)
    yield "⯊", partial(_half_disc, top=True)
    yield "⯋", partial(_half_disc, top=False)
    yield "⯂", partial(_corners, count=5, radius=_R, turn=0.5)
    yield "⯃", partial(_corners, count=8, radius=_R, turn=1 / 16)
    yield "⯄", partial(_corners, count=8, radius=_R)
    yield from _weights(0x1F7A1, _cross, 70, 130, 190, 260, 340, 430, 540)
    yield from _weights(0x1F7A8, partial(_cross, turn=0.125), 70, 130, 190, 260, 340, 430, 540)
    yield from _weights(0x1F7AF, partial(_spokes, count=5), 90, 140, 190, 250, 320, 400)
    yield from _weights(0x1F7B5, partial(_spokes, count=6), 80, 130, 180, 230, 290, 360)
    yield from _weights(0x1F7BB, partial(_spokes, count=8), 70, 110, 160, 210, 260)
    stars = {"🟀": (3, 0.15), "🟄": (4, 0.22), "🟆": (4, 0.35), "🟉": (5, 0.25), "🟊": (5, 0.52), "🟌": (6, 0.7),
             "🟎": (8, 0.5), "🟐": (8, 0.78), "🟒": (12, 0.5)}  # fmt: skip
    for sign, (points, inner) in stars.items():
        yield sign, partial(_star, points=points, inner=inner)
    for sign, (points, inner) in {"🟃": (3, 0.2), "🟇": (4, 0.3), "🟍": (6, 0.5), "🟔": (12, 0.7)}.items():
        yield sign, partial(_pinwheel, points=points, inner=inner)
    yield "🟈", partial(_pinwheel, points=4, inner=0.25, other=True)
    yield "⯌", partial(_cusp, turn=0.0)
    yield "⯍", partial(_cusp, turn=0.125)
    yield "⮽", partial(_box_x, width=70)
    yield "⮾", partial(_crossed_circle, width=90)
    yield "⮿", partial(_crossed_circle, width=170)
    yield "⦸", partial(_crossed_circle, width=90, bar=True)
    yield "🛇", partial(_crossed_circle, width=150, bar=True)
    for sign, turn in (("🞀", 0.25), ("🞁", 0.0), ("🞂", 0.75), ("🞃", 0.5)):
        yield sign, partial(_triangle, turn=turn)
    for signs, size in (("⯅⯇⯆⯈", 600), ("⏶⏴⏷⏵", 600)):
        for number, sign in enumerate(signs):
            yield sign, partial(_corners, count=3, radius=size, turn=number / 4)
    for hour in range(1, 13):
        yield chr(0x1F55C + hour - 1), partial(_half_past, hour=hour)
    yield "🙾", _checkers
    yield "🙼", partial(_solidus, way=1)
    yield "🙽", partial(_solidus, way=-1)
    yield "🗕", lambda c: c.box(200, -150, 1600, 80)
    yield "🗖", _window
    yield "🗗", _overlapping
    yield "⏹", partial(_square, half=640)
    yield "⏺", partial(_disc, half=660)
    yield "🗙", partial(_cross, width=220, turn=0.125)
    yield "🗲", _bolt
    yield "⏐", lambda c: c.box(850, -300, 950, 1500)
    for number in range(11, 21):
        yield chr(0x24EB + number - 11), partial(_number, number=str(number), filled=True)
        yield chr(0x2460 + number - 1), partial(_number, number=str(number), filled=False)
    yield from (("🛈", partial(_circled, sign="i")), ("Ⓞ", partial(_circled, sign="O")))
    for sign, turn in (("🗤", 0.0), ("🗥", 0.5), ("🗦", 0.25), ("🗧", 0.75)):
        yield sign, partial(_rays, turn=turn)


GEOMETRY: dict[str, Draw] = dict(_all())
