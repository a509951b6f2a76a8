"""The shapes of flow charts and the block arrows of DrawingML, by name."""

from __future__ import annotations

from generator.layout.outlines.basic_shapes import Adjust, Draw, diamond, round_rect
from generator.layout.outlines.paths import Outline, Path, Point
from generator.layout.outlines.pen import DIAGONAL, HALF, QUARTER, Pen, ellipse, polygon, polyline

_GRID = 21600  # what the parts of a shape's width and height are counted in


def _fixed(points: tuple[Point, ...], parts: float, inset: tuple[float, float, float, float]) -> Draw:
    """A polygon whose points, and whose text, stand at so many of ``parts`` of its width and height."""

    def draw(w: float, h: float, _: Adjust) -> Outline:
        left, top, right, bottom = inset
        made = polygon(*((x * w / parts, y * h / parts) for x, y in points))
        return Outline((made,), (left * w, top * h, right * w, bottom * h))

    return draw


def _terminator(w: float, h: float, _: Adjust) -> Outline:
    x, tall = w * 3475 / _GRID, h / 2
    pen = Pen().move(x, 0).line((w - x, 0)).arc(x, tall, -QUARTER, HALF).line((x, h)).arc(x, tall, QUARTER, HALF)
    across, down = w * 1018 / _GRID, h * 3163 / _GRID
    return Outline((pen.close().path(),), (across, down, across, down))


def _document(w: float, h: float, _: Adjust) -> Outline:
    x, y = w / _GRID, h / _GRID
    pen = Pen().move(0, 0).line((w, 0), (w, 17322 * y))
    pen.curve((10800 * x, 17322 * y), (10800 * x, 23922 * y), (0, 20172 * y))
    return Outline((pen.close().path(),), (0.0, 0.0, 0.0, h - 17322 * y))


def _documents(w: float, h: float, _: Adjust) -> Outline:
    x, y = w / _GRID, h / _GRID

    def sheet(at: Point, edge: tuple[Point, ...], bow: tuple[Point, Point, Point], back: Point) -> Path:
        pen = Pen().move(at[0] * x, at[1] * y).line(*((a * x, b * y) for a, b in edge))
        pen.curve(*((a * x, b * y) for a, b in bow)).line((back[0] * x, back[1] * y))
        return pen.close().path()

    third = sheet((2972, 1815), ((2972, 0), (21600, 0), (21600, 14392)),
                  ((20800, 14392), (20000, 14467), (20000, 14467)), (20000, 1815))  # fmt: skip
    second = sheet((1532, 3675), ((1532, 1815), (20000, 1815), (20000, 16252)),
                   ((19298, 16252), (18595, 16352), (18595, 16352)), (18595, 3675))  # fmt: skip
    first = Pen().move(0, 20782 * y).curve((9298 * x, 23542 * y), (9298 * x, 18022 * y), (18595 * x, 18022 * y))
    first.line((18595 * x, 3675 * y), (0, 3675 * y)).close()
    inset = (0.0, 3675 * y, w - 18595 * x, h - 18022 * y)
    return Outline((third, second, first.path()), inset)


def _lined(across: float, down: float, *, both: bool) -> Draw:
    """A rectangle with lines inside, beside its left (and right) edge, and below its top."""

    def draw(w: float, h: float, _: Adjust) -> Outline:
        paths = [polygon((0, 0), (w, 0), (w, h), (0, h)), polyline((w * across, 0), (w * across, h))]
        if both:
            paths.append(polyline((w - w * across, 0), (w - w * across, h)))
        if down:
            paths.append(polyline((0, h * down), (w, h * down)))
        return Outline(tuple(paths), (w * across, h * down, w * across if both else 0.0, 0.0))

    return draw


def _crossed(*, diagonal: bool) -> Draw:
    """A circle with two lines through its middle."""

    def draw(w: float, h: float, _: Adjust) -> Outline:
        made = ellipse(w, h)
        x, y = (w / 2 * DIAGONAL, h / 2 * DIAGONAL) if diagonal else (0.0, h / 2)
        one = polyline((x, y), (w - x, h - y))
        two = polyline((x, h - y), (w - x, y)) if diagonal else polyline((w / 2, 0), (w / 2, h))
        return Outline((*made.paths, one, two), made.inset)

    return draw


def _delay(w: float, h: float, _: Adjust) -> Outline:
    pen = Pen().move(0, 0).line((w / 2, 0)).arc(w / 2, h / 2, -QUARTER, HALF).line((0, h)).close()
    return Outline((pen.path(),), (0.0, h / 2 * DIAGONAL, w / 2 * DIAGONAL, h / 2 * DIAGONAL))


def _stored(w: float, h: float, _: Adjust) -> Outline:
    pen = Pen().move(w / 6, 0).line((w, 0)).arc(w / 6, h / 2, -QUARTER, -HALF).line((w / 6, h))
    return Outline((pen.arc(w / 6, h / 2, QUARTER, HALF).close().path(),), (w / 6, 0.0, w / 6, 0.0))


def _can(w: float, h: float, lid: float) -> Outline:
    pen = Pen().move(0, lid).arc(w / 2, lid, HALF, HALF).line((w, h - lid)).arc(w / 2, lid, 0, HALF).close()
    rim = Pen().move(w, lid).arc(w / 2, lid, 0, HALF).path(filled=False)
    return Outline((pen.path(), rim), (0.0, 2 * lid, 0.0, lid))


def _disk(w: float, h: float, _: Adjust) -> Outline:
    return _can(w, h, h / 6)


def _arrow(w: float, h: float, adjust: Adjust) -> Outline:
    """A block arrow that points right."""
    shaft = h * min(max(adjust("adj1", 0.5), 0.0), 1.0) / 2
    tip = min(min(w, h) * max(adjust("adj2", 0.5), 0.0), w)
    x, above, below = w - tip, h / 2 - shaft, h / 2 + shaft
    points = ((0, above), (x, above), (x, 0), (w, h / 2), (x, h), (x, below), (0, below))
    return Outline((polygon(*points),), (0.0, above, tip - (above * tip / (h / 2) if h else 0.0), above))


def _double_arrow(w: float, h: float, adjust: Adjust) -> Outline:
    shaft = h * min(max(adjust("adj1", 0.5), 0.0), 1.0) / 2
    tip = min(min(w, h) * max(adjust("adj2", 0.5), 0.0), w / 2)
    x, above, below = w - tip, h / 2 - shaft, h / 2 + shaft
    points = ((0, h / 2), (tip, 0), (tip, above), (x, above), (x, 0), (w, h / 2), (x, h), (x, below), (tip, below),
              (tip, h))  # fmt: skip
    side = tip - (above * tip / (h / 2) if h else 0.0)
    return Outline((polygon(*points),), (side, above, side, above))


def _home_plate(w: float, h: float, adjust: Adjust) -> Outline:
    tip = min(min(w, h) * max(adjust("adj", 0.5), 0.0), w)
    return Outline((polygon((0, 0), (w - tip, 0), (w, h / 2), (w - tip, h), (0, h)),), (0.0, 0.0, tip / 2, 0.0))


def _chevron(w: float, h: float, adjust: Adjust) -> Outline:
    tip = min(min(w, h) * max(adjust("adj", 0.5), 0.0), w)
    points = ((0, 0), (w - tip, 0), (w, h / 2), (w - tip, h), (0, h), (tip, h / 2))
    inset = tip if 2 * tip < w else 0.0
    return Outline((polygon(*points),), (inset, 0.0, inset, 0.0))


def _mirrored(draw: Draw) -> Draw:
    return lambda w, h, adjust: draw(w, h, adjust).flipped(True, False, w, h)


def _upright(draw: Draw, *, up: bool) -> Draw:
    """The shape that points right, pointing down or up."""

    def turned(w: float, h: float, adjust: Adjust) -> Outline:
        made = draw(h, w, adjust)
        paths = tuple(
            Path(tuple((kind, tuple((y, x) for x, y in points)) for kind, points in path.steps)) for path in made.paths
        )
        left, top, right, bottom = made.inset
        return Outline(paths, (top, left, bottom, right)).flipped(False, up, w, h)

    return turned


FLOW_CHART: dict[str, Draw] = {
    "flowChartAlternateProcess": round_rect, "flowChartDecision": diamond, "flowChartTerminator": _terminator,
    "flowChartConnector": lambda w, h, _: ellipse(w, h), "flowChartDocument": _document,
    "flowChartMultidocument": _documents, "flowChartDelay": _delay, "flowChartOnlineStorage": _stored,
    "flowChartMagneticDisk": _disk, "flowChartPredefinedProcess": _lined(1 / 8, 0.0, both=True),
    "flowChartInternalStorage": _lined(1 / 8, 1 / 8, both=False), "flowChartOr": _crossed(diagonal=False),
    "flowChartSummingJunction": _crossed(diagonal=True),
    "flowChartInputOutput": _fixed(((0, 5), (1, 0), (5, 0), (4, 5)), 5, (1 / 5, 0.0, 1 / 5, 0.0)),
    "flowChartManualOperation": _fixed(((0, 0), (5, 0), (4, 5), (1, 5)), 5, (1 / 5, 0.0, 1 / 5, 0.0)),
    "flowChartManualInput": _fixed(((0, 1), (5, 0), (5, 5), (0, 5)), 5, (0.0, 1 / 5, 0.0, 0.0)),
    "flowChartPunchedCard": _fixed(((0, 1), (1, 0), (5, 0), (5, 5), (0, 5)), 5, (0.0, 1 / 5, 0.0, 0.0)),
    "flowChartPreparation": _fixed(((0, 5), (2, 0), (8, 0), (10, 5), (8, 10), (2, 10)), 10, (1 / 5, 0.0, 1 / 5, 0.0)),
    "flowChartOffpageConnector": _fixed(((0, 0), (10, 0), (10, 8), (5, 10), (0, 8)), 10, (0.0, 0.0, 0.0, 1 / 5)),
    "flowChartMerge": _fixed(((0, 0), (2, 0), (1, 2)), 2, (1 / 4, 0.0, 1 / 4, 1 / 2)),
    "flowChartExtract": _fixed(((0, 2), (1, 0), (2, 2)), 2, (1 / 4, 1 / 2, 1 / 4, 0.0)),
    "can": lambda w, h, adjust: _can(w, h, min(min(w, h) * adjust("adj", 0.25) / 2, h / 2)),
    "rightArrow": _arrow, "leftArrow": _mirrored(_arrow), "downArrow": _upright(_arrow, up=False),
    "upArrow": _upright(_arrow, up=True), "leftRightArrow": _double_arrow,
    "upDownArrow": _upright(_double_arrow, up=False), "homePlate": _home_plate, "chevron": _chevron,
}  # fmt: skip
