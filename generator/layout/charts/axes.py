"""The axes of a chart: their scale, marks, labels and lines."""

from __future__ import annotations

from dataclasses import field
from math import ceil, sqrt
from typing import TypeAlias

from generator.layout.charts.canvas import LINE, Canvas, text_width
from generator.layout.charts.model import Axis, Chart, Plot
from generator.layout.charts.numbers import scale, written
from generator.layout.drawings.parts import NotDrawnError
from generator.layout.outlines.paths import Point
from generator.layout.tree import Border
from generator.records import record

Frame: TypeAlias = tuple[float, float, float, float]
_GAP = 5.0
_TICK = 4.0
_SLANT = sqrt(0.5)
_MOST_MARKS = 100
_TIGHT, _LOOSE = 1.0, 0.95  # of the room of a category: words longer than the one stand aslant
_ROWS = 3
_MOST_NAMES = 0.75  # of the height that the names of categories may take


@record()
class Grid:
    """Where values stand: the frame of the plots, the scale of the values, and of the other values or categories."""

    frame: Frame
    low: float
    high: float
    count: int
    horizontal: bool
    between: bool
    reversed: bool
    far: tuple[float, float] | None = None
    lines: list[tuple[Point, Point, Border | None]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    aslant: bool = False
    wide: float = 0.0

    def value(self, number: float) -> float:
        """Where a value stands along its axis."""
        share = (number - self.low) / (self.high - self.low)
        left, top, right, bottom = self.frame
        return left + share * (right - left) if self.horizontal else bottom - share * (bottom - top)

    def base(self) -> float:
        """Where bars begin."""
        return self.value(min(max(0.0, self.low), self.high))

    def slot(self, at: int) -> tuple[float, float]:
        """Where the room of a category begins, and how long it is; bars of a chart turned so go up."""
        left, top, right, bottom = self.frame
        length = (bottom - top if self.horizontal else right - left) / max(self.count, 1)
        place = self.count - 1 - at if self.horizontal != self.reversed else at
        return (top if self.horizontal else left) + place * length, length

    def across(self, at: int) -> float:
        """Where the middle of a category stands."""
        if self.between or self.count < 2:
            start, length = self.slot(at)
            return start + length / 2
        left, _, right, _ = self.frame
        place = self.count - 1 - at if self.reversed else at
        return left + (right - left) * place / (self.count - 1)

    def other(self, number: float) -> float:
        """Where a value of the other axis of a scatter chart stands."""
        low, high = self.far or (0.0, 1.0)
        left, _, right, _ = self.frame
        return left + (number - low) / (high - low) * (right - left)

    def over(self, canvas: Canvas, axis: Axis) -> None:
        """Draws what lies over the plots: the lines of the axes and the names of the categories."""
        for start, end, line in self.lines:
            canvas.line(start, end, line)
        if self.names:
            _categories(canvas, axis, self)


def sums(plot: Plot) -> list[float]:
    """The values the scale must reach: for series stacked on each other the heights of their stacks."""
    if plot.grouping == "percentStacked":
        negative = any((value or 0) < 0 for row in plot.series for value in row.values)
        return [-1.0, 1.0] if negative else [0.0, 1.0]
    if plot.grouping != "stacked":
        return [value for row in plot.series for value in row.values if value is not None]
    found: list[float] = []
    for at in range(max(len(row.values) for row in plot.series)):
        held = [row.values[at] or 0.0 for row in plot.series if at < len(row.values)]
        found += [sum(value for value in held if value > 0), sum(value for value in held if value < 0)]
    return found


def draw_axes(canvas: Canvas, chart: Chart, room: Frame) -> Grid:
    """Draws the axes in this room; what they leave is the frame of the plots."""
    assert chart.across is not None
    assert chart.up is not None
    first = chart.plots[0]
    horizontal, scattered = first.horizontal, first.kind == "scatter"
    values = [value for plot in chart.plots for value in sums(plot)]
    if any(plot.kind in ("bar", "area") for plot in chart.plots):
        values.append(0.0)
    upright, flat = (chart.across, chart.up) if horizontal else (chart.up, chart.across)
    left, top, right, bottom = room
    if upright.title:
        size = upright.title_look.size * LINE * len(upright.title)
        canvas.text(upright.title, left + size / 2, (top + bottom) / 2, upright.title_look, turned=270)
        left += size + _GAP
    if flat.title:
        size = flat.title_look.size * LINE * len(flat.title)
        canvas.text(flat.title, (left + right) / 2, bottom - size / 2, flat.title_look)
        bottom -= size + _GAP
    count = max([len(chart.categories), *(len(row.values) for plot in chart.plots for row in plot.series)])
    names = [chart.categories[at] if at < len(chart.categories) else str(at + 1) for at in range(count)]
    tall = flat.look.size * LINE + _GAP if flat.labelled else _GAP
    if any(plot.grouping == "percentStacked" for plot in chart.plots):
        chart.up.low, chart.up.high = chart.up.low or min(values), chart.up.high or 1.0
    marks = _marks(chart.up, values, (right - left) if horizontal else bottom - top - tall, horizontal)
    numbers = [written(mark, chart.up.format) for mark in marks]
    other = _marks(chart.across, [v for row in first.series for v in row.across if v is not None] or [0.0, 1.0],
                   right - left, True) if scattered else []  # fmt: skip
    beside = names if horizontal else numbers
    wide = max((text_width(text, upright.look) for text in beside), default=0.0) + _GAP if upright.labelled else 0.0
    wide = min(wide, (right - left) / 2)
    far = chart.up.at_end != chart.across.reversed  # the axis of the values stands at the other end
    if not horizontal and far:
        right -= wide
    else:
        left += wide
    turned = False
    if flat.labelled and not horizontal and not scattered:
        slot = (right - left) / max(count, 1)
        longest = max((text_width(word, flat.look) for name in names for word in name.split()), default=0.0)
        turned = longest > slot * _TIGHT or any(canvas.rows(name, flat.look, slot * _LOOSE) > _ROWS for name in names)
        if turned:
            whole = max(text_width(name, flat.look) for name in names)
            tall = whole * _SLANT + flat.look.size + _GAP
            if tall > (bottom - top) * _MOST_NAMES:
                raise NotDrawnError("biểu đồ có nhãn trục dài hơn khung")
            left = max(left, room[0] + text_width(names[0], flat.look) * _SLANT - slot / 2)
        else:
            tall = (
                flat.look.size * LINE * max((canvas.rows(n, flat.look, slot * _LOOSE) for n in names), default=1) + _GAP
            )
    if horizontal and far:
        top += tall
    elif horizontal or scattered or flat.place != "nextTo" or marks[0] >= 0:
        bottom -= tall
    else:  # the names of categories stand among the bars
        bottom -= _GAP
    if not horizontal:
        right -= _GAP
    else:
        right -= max((text_width(numbers[-1], flat.look) / 2 if numbers else 0.0) - _GAP, 0.0)
    frame = left, top, right, bottom
    grid = Grid(frame, marks[0], marks[-1], count, horizontal, chart.up.between, chart.across.reversed)
    grid.far = (other[0], other[-1]) if other else None
    canvas.box(left, top, right - left, bottom - top, chart.plot_fill)
    _lines(canvas, chart, grid, marks, other)
    if chart.up.labelled:
        for mark, text in zip(marks, numbers, strict=True):
            place = grid.value(mark)
            if horizontal:
                y = top - tall / 2 if far else bottom + tall / 2
                canvas.text([text], place, y, chart.up.look)
            elif far:
                canvas.text([text], right + _GAP, place, chart.up.look, align="left")
            else:
                canvas.text([text], left - _GAP, place, chart.up.look, align="right")
    if chart.across.labelled and scattered:
        for mark in other:
            canvas.text([written(mark, chart.across.format)], grid.other(mark), bottom + tall / 2, chart.across.look)
    grid.names = names if chart.across.labelled and not scattered else []
    grid.aslant, grid.wide = turned, wide
    return grid


def _marks(axis: Axis, values: list[float], length: float, flat: bool) -> list[float]:
    """The values that are marked on an axis of this length."""
    each = axis.look.size * (4.0 if flat else 2.0)
    low, high, step = scale(values, axis.low, axis.high, axis.step, min(max(int(length / each), 2), 10))
    count = min(int((high - low) / step + 1e-6), _MOST_MARKS)
    marks = [low + step * at for at in range(count + 1)]
    if len(marks) < 2:
        marks = [low, high]
    return [0.0 if abs(mark) < abs(step) * 1e-9 else round(mark, 12) for mark in marks]


def _lines(canvas: Canvas, chart: Chart, grid: Grid, marks: list[float], other: list[float]) -> None:
    assert chart.across is not None
    assert chart.up is not None
    left, top, right, bottom = grid.frame
    for mark in marks:
        at = grid.value(mark)
        ends = ((at, top), (at, bottom)) if grid.horizontal else ((left, at), (right, at))
        canvas.line(*ends, chart.up.grid)
    if other:
        for mark in other:
            canvas.line((grid.other(mark), top), (grid.other(mark), bottom), chart.across.grid)
    else:
        for at in range(grid.count + 1):
            share = at / max(grid.count, 1)
            place = top + share * (bottom - top) if grid.horizontal else left + share * (right - left)
            ends = ((left, place), (right, place)) if grid.horizontal else ((place, top), (place, bottom))
            canvas.line(*ends, chart.across.grid)
    base, far = grid.base(), chart.up.at_end != chart.across.reversed
    along = ((base, top), (base, bottom)) if grid.horizontal else ((left, base), (right, base))
    edge = (top if far else bottom) if grid.horizontal else right if far else left
    if other and grid.far is not None:
        edge = grid.other(min(max(0.0, grid.far[0]), grid.far[1]))
    up = ((left, edge), (right, edge)) if grid.horizontal else ((edge, top), (edge, bottom))
    grid.lines = [(*along, chart.across.line), (*up, chart.up.line)]
    if chart.up.ticked:
        out = _TICK if far != grid.horizontal else -_TICK  # away from the plots
        for spot in map(grid.value, marks):
            ends = ((spot, edge), (spot, edge - out)) if grid.horizontal else ((edge, spot), (edge + out, spot))
            grid.lines.append((*ends, chart.up.line))
    if chart.across.ticked:
        for spot in _spots(grid, other):
            ends = ((base, spot), (base - _TICK, spot)) if grid.horizontal else ((spot, base), (spot, base + _TICK))
            grid.lines.append((*ends, chart.across.line))


def _spots(grid: Grid, other: list[float]) -> list[float]:
    """Where the marks of the other axis stand: at its values, or between categories."""
    if other:
        return [grid.other(mark) for mark in other]
    left, top, right, bottom = grid.frame
    start, length = (top, bottom - top) if grid.horizontal else (left, right - left)
    parts = max(grid.count if grid.between else grid.count - 1, 1)
    return [start + length * at / parts for at in range(parts + 1)]


def _categories(canvas: Canvas, axis: Axis, grid: Grid) -> None:
    names, turned = grid.names, grid.aslant
    left, _, _, bottom = grid.frame
    look = axis.look
    _, slot = grid.slot(0)
    skip = axis.skip or max(ceil(look.size * LINE / slot - 0.2), 1) if turned or grid.horizontal else axis.skip or 1
    edge = left if axis.place == "low" else grid.base() if grid.horizontal else bottom
    if not grid.horizontal and axis.place == "nextTo":
        edge = grid.base()
    for at in range(0, len(names), skip):
        place = grid.across(at)
        if grid.horizontal:
            canvas.text([names[at]], edge - _GAP, place, look, align="right", wide=grid.wide)
        elif turned:
            half = text_width(names[at], look) / 2 * _SLANT
            canvas.text([names[at]], place - half, edge + _GAP + half + look.size / 4, look, turned=-45)
        else:
            canvas.text([names[at]], place, edge + _GAP, look, wide=slot * _LOOSE, below=True)
