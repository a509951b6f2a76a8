"""Bars, lines, areas and points in the frame that the axes leave."""

from __future__ import annotations

from generator.layout.charts.axes import Grid
from generator.layout.charts.canvas import LINE, Canvas, text_width
from generator.layout.charts.model import Chart, Labels, Plot, Series
from generator.layout.charts.numbers import written
from generator.layout.outlines.paths import Point, Step
from generator.layout.outlines.pen import FULL, HALF, Pen

_DOT = 2.5
_NEAR = 2.0
_BEND = 6  # a curve's handles are this share of the way between its neighbours


def label(labels: Labels, row: Series, value: float | None, category: str, share: float | None = None) -> str:
    """What stands beside a value."""
    parts = [row.name] if labels.series else []
    parts += [category] if labels.category else []
    if labels.value and value is not None:
        parts.append(written(value, labels.format or row.format))
    if labels.percent and share is not None:
        code = labels.format if "%" in labels.format else "0%"
        parts.append(written(share, code))
    return labels.separator.join(part for part in parts if part)


def draw_plot(canvas: Canvas, plot: Plot, grid: Grid, chart: Chart) -> None:
    """The series of a plot and the labels of their values."""
    draw = {"bar": _bars, "area": _areas, "scatter": _points}.get(plot.kind, _lines)
    draw(canvas, plot, grid, chart)


def _category(chart: Chart, at: int) -> str:
    return chart.categories[at] if at < len(chart.categories) else str(at + 1)


def _shares(plot: Plot) -> list[list[float | None]]:
    """The values as they are stacked: as shares of the whole where the plot asks for it."""
    if plot.grouping != "percentStacked":
        return [row.values for row in plot.series]
    whole = [
        sum(abs(row.values[at] or 0.0) for row in plot.series if at < len(row.values)) or 1.0
        for at in range(max(len(row.values) for row in plot.series))
    ]
    return [[None if v is None else v / whole[at] for at, v in enumerate(row.values)] for row in plot.series]


def _bars(canvas: Canvas, plot: Plot, grid: Grid, chart: Chart) -> None:
    stacked = plot.grouping in ("stacked", "percentStacked")
    count = 1 if stacked else len(plot.series)
    piles: dict[tuple[int, bool], float] = {}
    spoken: list[tuple[str, float, float, Labels, str]] = []
    for number, (row, values) in enumerate(zip(plot.series, _shares(plot), strict=True)):
        for at, value in enumerate(values):
            if value is None:
                continue
            start, slot = grid.slot(at)
            wide = slot / (count - (count - 1) * plot.overlap + plot.gap)
            place = 0 if stacked else number
            if grid.horizontal != grid.reversed and not stacked:
                place = count - 1 - number
            begin = start + wide * (plot.gap / 2 + place * (1 - plot.overlap))
            foot = piles.get((at, value < 0), 0.0) if stacked else 0.0
            head = foot + value
            if stacked:
                piles[at, value < 0] = head
            low = grid.value(min(max(foot, grid.low), grid.high))
            high = grid.value(min(max(head, grid.low), grid.high))
            fill, line = row.points.get(at, (row.fill, row.line))
            if grid.horizontal:
                canvas.box(low, begin, high - low, wide, fill, line)
            else:
                canvas.box(begin, low, wide, high - low, fill, line)
            if row.labels is None or at in row.labels.without:
                continue
            said = label(row.labels, row, row.values[at], _category(chart, at))
            where = row.labels.place or ("ctr" if stacked else "outEnd")
            along = _along(low, high, where, said, row.labels, grid)
            middle = begin + wide / 2
            spoken.append((said, along if grid.horizontal else middle, middle if grid.horizontal else along,
                           row.labels, where))  # fmt: skip
    for said, x, y, labels, _ in spoken:
        canvas.text([said], x, y, labels.look)


def _along(low: float, high: float, where: str, said: str, labels: Labels, grid: Grid) -> float:
    """Where the middle of a label stands along its bar."""
    size = text_width(said, labels.look) + _NEAR if grid.horizontal else labels.look.size * LINE
    way = 1.0 if high > low or (high == low and grid.horizontal) else -1.0
    if where == "ctr":
        return (low + high) / 2
    if where == "inEnd":
        return high - way * size / 2
    if where == "inBase":
        return low + way * size / 2
    return high + way * (size / 2 + _NEAR / 2)


def _runs(points: list[Point | None]) -> list[list[Point]]:
    """The points up to each gap."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _drawn(run: list[Point], *, smooth: bool) -> list[Step]:
    steps: list[Step] = [("M", (run[0],))]
    for at in range(1, len(run)):
        if not smooth:
            steps.append(("L", (run[at],)))
            continue
        before, one, two, after = run[max(at - 2, 0)], run[at - 1], run[at], run[min(at + 1, len(run) - 1)]
        first = one[0] + (two[0] - before[0]) / _BEND, one[1] + (two[1] - before[1]) / _BEND
        second = two[0] - (after[0] - one[0]) / _BEND, two[1] - (after[1] - one[1]) / _BEND
        steps.append(("C", (first, second, two)))
    return steps


def _stacked(plot: Plot) -> list[list[float | None]]:
    shares = _shares(plot)
    if plot.grouping not in ("stacked", "percentStacked"):
        return shares
    piles: dict[int, float] = {}
    made: list[list[float | None]] = []
    for values in shares:
        for at, value in enumerate(values):
            piles[at] = piles.get(at, 0.0) + (value or 0.0)
        made.append([piles[at] for at in range(len(values))])
    return made


def _line(canvas: Canvas, row: Series, points: list[Point | None], names: list[str], *, spans: bool) -> None:
    for run in _runs([point for point in points if point is not None] if spans else points):
        if row.line is not None and len(run) > 1:
            canvas.path(_drawn(run, smooth=row.smooth), None, row.line)
    for point in points if row.marker else ():
        if point is not None:
            _dot(canvas, row, point)
    if row.labels is None:
        return
    for at, point in enumerate(points):
        said = label(row.labels, row, row.values[at], names[at])
        if point is not None and at not in row.labels.without:
            x, y, align = _beside(point, row.labels)
            canvas.text([said], x, y, row.labels.look, align=align)


def _beside(point: Point, labels: Labels) -> tuple[float, float, str]:
    x, y = point
    tall = labels.look.size * LINE / 2 + _DOT
    if labels.place in ("", "r"):
        return x + 2 * _DOT, y, "left"
    if labels.place == "l":
        return x - 2 * _DOT, y, "right"
    return x, y + {"t": -tall, "b": tall}.get(labels.place, 0.0), "center"


def _dot(canvas: Canvas, row: Series, point: Point) -> None:
    x, y = point
    steps = Pen().move(x - _DOT, y).arc(_DOT, _DOT, HALF, FULL).close().path().steps
    canvas.path(list(steps), row.fill, None)


def _lines(canvas: Canvas, plot: Plot, grid: Grid, chart: Chart) -> None:
    for row, values in zip(plot.series, _stacked(plot), strict=True):
        points = [None if v is None else (grid.across(at), grid.value(v)) for at, v in enumerate(values)]
        _line(canvas, row, points, [_category(chart, at) for at in range(len(values))], spans=plot.spans)


def _points(canvas: Canvas, plot: Plot, grid: Grid, chart: Chart) -> None:
    for row in plot.series:
        pairs = zip(row.across, row.values, strict=False)
        points = [None if x is None or y is None else (grid.other(x), grid.value(y)) for x, y in pairs]
        _line(
            canvas, row, points, [written(x, "General") if x is not None else "" for x in row.across], spans=plot.spans
        )


def _areas(canvas: Canvas, plot: Plot, grid: Grid, chart: Chart) -> None:
    below: list[float] | None = None
    heights = _stacked(plot)
    spoken: list[tuple[str, float, float, Labels]] = []
    for row, values in zip(plot.series, heights, strict=True):
        tops = [(grid.across(at), grid.value(v or 0.0)) for at, v in enumerate(values)]
        feet = [
            (x, below[at] if below is not None and at < len(below) else grid.base()) for at, (x, _) in enumerate(tops)
        ]
        steps: list[Step] = [("M", (tops[0],)), *(("L", (p,)) for p in tops[1:]), *(("L", (p,)) for p in feet[::-1])]
        canvas.path([*steps, ("Z", ())], row.fill, row.line)
        if row.labels is not None:
            for at, (x, y) in enumerate(tops):
                said = label(row.labels, row, row.values[at], _category(chart, at))
                spoken.append((said, x, (y + feet[at][1]) / 2, row.labels))
        if plot.grouping in ("stacked", "percentStacked"):
            below = [y for _, y in tops]
    for said, x, y, labels in spoken:
        canvas.text([said], x, y, labels.look)
