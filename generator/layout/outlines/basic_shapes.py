"""The basic shapes of DrawingML by name: rectangles with changed corners, triangles, brackets, connectors."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from generator.layout.outlines.paths import Outline, Path
from generator.layout.outlines.pen import DIAGONAL, FULL, HALF, QUARTER, Pen, ellipse, polygon, polyline

Adjust: TypeAlias = Callable[[str, float], float]
"""The share a handle of the shape stands at: its name, and where it stands when nobody moved it."""
Draw: TypeAlias = Callable[[float, float, Adjust], Outline]


def _share(adjust: Adjust, name: str, default: float, most: float = 0.5) -> float:
    return min(max(adjust(name, default), 0.0), most)


def _corners(w: float, h: float, radii: tuple[float, float, float, float], *, cut: bool = False) -> Path:
    """A rectangle with its corners (top left, top right, bottom right, bottom left) rounded or cut off."""
    a, b, c, d = radii
    if cut:
        points = [(0, a), (a, 0), (w - b, 0), (w, b), (w, h - c), (w - c, h), (d, h), (0, h - d)]
        return polygon(*dict.fromkeys(points))
    pen = Pen().move(0, a).arc(a, a, HALF, QUARTER).line((w - b, 0)).arc(b, b, -QUARTER, QUARTER)
    pen.line((w, h - c)).arc(c, c, 0, QUARTER).line((d, h)).arc(d, d, QUARTER, QUARTER)
    return pen.close().path()


def round_rect(w: float, h: float, adjust: Adjust) -> Outline:
    """A rectangle with four round corners."""
    r = min(w, h) * _share(adjust, "adj", 0.16667)
    return Outline((_corners(w, h, (r, r, r, r)),), (r * DIAGONAL,) * 4)


def _changed(kind: str, *, cut: bool) -> Draw:
    def draw(w: float, h: float, adjust: Adjust) -> Outline:
        side = min(w, h)
        if kind == "1":
            a, c = 0.0, 0.0
            b, d = side * _share(adjust, "adj", 0.16667), 0.0
        elif kind == "2Same":
            a = b = side * _share(adjust, "adj1", 0.16667)
            c = d = side * _share(adjust, "adj2", 0.0)
        else:
            a = c = side * _share(adjust, "adj1", 0.0 if cut else 0.16667)
            b = d = side * _share(adjust, "adj2", 0.16667 if cut else 0.0)
        inset = max(a, b, c, d) * (0.5 if cut else DIAGONAL)
        top, bottom = (inset if a or b else 0.0), (inset if c or d else 0.0)
        return Outline((_corners(w, h, (a, b, c, d), cut=cut),), (0.0 if kind == "1" else inset, top, inset, bottom))

    return draw


def _triangle(w: float, h: float, adjust: Adjust) -> Outline:
    top = w * _share(adjust, "adj", 0.5, 1.0)
    return Outline((polygon((0, h), (top, 0), (w, h)),), (top / 2, h / 2, w / 2 - top / 2, 0.0))


def _right_triangle(w: float, h: float, _: Adjust) -> Outline:
    return Outline((polygon((0, h), (0, 0), (w, h)),), (w / 12, h * 7 / 12, w * 5 / 12, h / 12))


def diamond(w: float, h: float, _: Adjust) -> Outline:
    """A square on its corner: the decision of a flow chart."""
    return Outline((polygon((0, h / 2), (w / 2, 0), (w, h / 2), (w / 2, h)),), (w / 4, h / 4, w / 4, h / 4))


def _parallelogram(w: float, h: float, adjust: Adjust) -> Outline:
    most = w / min(w, h) if w and h else 1.0
    share = _share(adjust, "adj", 0.25, most)
    x, inner = min(w, h) * share, (1 + 5 * share / most) / 12
    return Outline((polygon((0, h), (x, 0), (w, 0), (w - x, h)),), (inner * w, inner * h, inner * w, inner * h))


def _trapezoid(w: float, h: float, adjust: Adjust) -> Outline:
    most = w / min(w, h) / 2 if w and h else 1.0
    share = _share(adjust, "adj", 0.25, most)
    x, inner = min(w, h) * share, share / most / 3
    return Outline((polygon((0, h), (x, 0), (w - x, 0), (w, h)),), (inner * w, inner * h, inner * w, 0.0))


def _hexagon(w: float, h: float, adjust: Adjust) -> Outline:
    most = w / min(w, h) / 2 if w and h else 1.0
    share = _share(adjust, "adj", 0.25, most)
    x = min(w, h) * share
    inner = (1 + 6 * share / most if share > most / 2 else 2 + 4 * share / most) / 24
    points = ((0, h / 2), (x, 0), (w - x, 0), (w, h / 2), (w - x, h), (x, h))
    return Outline((polygon(*points),), (inner * w, inner * h, inner * w, inner * h))


def _octagon(w: float, h: float, adjust: Adjust) -> Outline:
    x = min(w, h) * _share(adjust, "adj", 0.29289)
    return Outline((_corners(w, h, (x, x, x, x), cut=True),), (x / 2,) * 4)


def _plus(w: float, h: float, adjust: Adjust) -> Outline:
    x = min(w, h) * _share(adjust, "adj", 0.25)
    points = ((0, x), (x, x), (x, 0), (w - x, 0), (w - x, x), (w, x), (w, h - x), (w - x, h - x), (w - x, h), (x, h),
              (x, h - x), (0, h - x))  # fmt: skip
    return Outline((polygon(*points),), (0.0, x, 0.0, x) if w >= h else (x, 0.0, x, 0.0))


def _bracket(*, right: bool) -> Draw:
    def draw(w: float, h: float, adjust: Adjust) -> Outline:
        y = min(w, h) * _share(adjust, "adj", 0.08333, h / min(w, h) / 2 if w and h else 0.5)
        pen = Pen().move(w, h).arc(w, y, QUARTER, QUARTER).line((0, y)).arc(w, y, HALF, QUARTER)
        inset = (w * DIAGONAL, y * DIAGONAL, 0.0, y * DIAGONAL)
        return Outline((pen.path(stroked=False), pen.path(filled=False)), inset).flipped(right, False, w, h)

    return draw


def _brace(*, right: bool) -> Draw:
    def draw(w: float, h: float, adjust: Adjust) -> Outline:
        tip = h * _share(adjust, "adj2", 0.5, 1.0)
        y = min(min(w, h) * max(adjust("adj1", 0.08333), 0.0), tip / 2, (h - tip) / 2)
        half = w / 2
        pen = Pen().move(w, h).arc(half, y, QUARTER, QUARTER).line((half, tip + y)).arc(half, y, 0, -QUARTER)
        pen.arc(half, y, QUARTER, -QUARTER).line((half, y)).arc(half, y, HALF, QUARTER)
        inset = (half + half * DIAGONAL, y * DIAGONAL, 0.0, y * DIAGONAL)
        return Outline((pen.path(stroked=False), pen.path(filled=False)), inset).flipped(right, False, w, h)

    return draw


def _bracket_pair(w: float, h: float, adjust: Adjust) -> Outline:
    r = min(w, h) * _share(adjust, "adj", 0.16667)
    filled = Path(_corners(w, h, (r, r, r, r)).steps, stroked=False)
    left = Pen().move(r, h).arc(r, r, QUARTER, QUARTER).line((0, r)).arc(r, r, HALF, QUARTER).path(filled=False)
    right = Pen().move(w - r, 0).arc(r, r, -QUARTER, QUARTER).line((w, h - r)).arc(r, r, 0, QUARTER)
    return Outline((filled, left, right.path(filled=False)), (r * DIAGONAL,) * 4)


def _donut(w: float, h: float, adjust: Adjust) -> Outline:
    thick = min(w, h) * _share(adjust, "adj", 0.25)
    outer = ellipse(w, h)
    inner = Pen().move(thick, h / 2).arc(w / 2 - thick, h / 2 - thick, HALF, -FULL).close().path()
    return Outline((Path(outer.paths[0].steps + inner.steps),), outer.inset)


def _cube(w: float, h: float, adjust: Adjust) -> Outline:
    """A block seen from above at the right: its text stands on its front."""
    deep = min(w, h) * _share(adjust, "adj", 0.25, 1.0)
    x, y = w - deep, h - deep
    whole = polygon((0, deep), (deep, 0), (w, 0), (w, y), (x, h), (0, h))
    edges = (polyline((0, deep), (x, deep), (w, 0)), polyline((x, deep), (x, h)))
    return Outline((whole, *edges), (0.0, deep, deep, 0.0))


def _connector(*turns: tuple[str, float]) -> Draw:
    """A line of straight pieces that turns at right angles, first across: at shares of its width and height."""

    def draw(w: float, h: float, adjust: Adjust) -> Outline:
        points = [(0.0, 0.0)]
        for number, (name, default) in enumerate(turns):
            share = adjust(name, default) if name else default
            x, y = points[-1]
            points.append((x, h * share) if number % 2 else (w * share, y))
        return Outline((polyline(*points, (w, h)),))

    return draw


def _curved_2(w: float, h: float, _: Adjust) -> Outline:
    return Outline((Pen().move(0, 0).curve((w / 2, 0), (w, h / 2), (w, h)).path(filled=False),))


def _curved_3(w: float, h: float, adjust: Adjust) -> Outline:
    x = w * adjust("adj1", 0.5)
    pen = Pen().move(0, 0).curve((x / 2, 0), (x, h / 4), (x, h / 2)).curve((x, h * 3 / 4), ((w + x) / 2, h), (w, h))
    return Outline((pen.path(filled=False),))


BASIC: dict[str, Draw] = {
    "roundRect": round_rect, "ellipse": lambda w, h, _: ellipse(w, h), "diamond": diamond, "triangle": _triangle,
    "rtTriangle": _right_triangle, "parallelogram": _parallelogram, "trapezoid": _trapezoid, "hexagon": _hexagon,
    "octagon": _octagon, "plus": _plus, "donut": _donut, "cube": _cube, "leftBracket": _bracket(right=False),
    "rightBracket": _bracket(right=True), "leftBrace": _brace(right=False), "rightBrace": _brace(right=True),
    "bracketPair": _bracket_pair, "round1Rect": _changed("1", cut=False), "snip1Rect": _changed("1", cut=True),
    "round2SameRect": _changed("2Same", cut=False), "snip2SameRect": _changed("2Same", cut=True),
    "round2DiagRect": _changed("2Diag", cut=False), "snip2DiagRect": _changed("2Diag", cut=True),
    "bentConnector2": _connector(("", 1.0)), "bentConnector3": _connector(("adj1", 0.5), ("", 1.0)),
    "bentConnector4": _connector(("adj1", 0.5), ("adj2", 0.5), ("", 1.0)),
    "bentConnector5": _connector(("adj1", 0.5), ("adj2", 0.5), ("adj3", 0.5), ("", 1.0)),
    "curvedConnector2": _curved_2, "curvedConnector3": _curved_3,
}  # fmt: skip
