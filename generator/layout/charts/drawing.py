"""Lays a chart out in its frame: title, legend, axes and what they leave for the plots."""

from __future__ import annotations

from generator.layout.charts.axes import Grid, draw_axes
from generator.layout.charts.canvas import LINE, Canvas, text_width
from generator.layout.charts.model import Chart, Fill
from generator.layout.charts.plots import draw_plot
from generator.layout.charts.reading import read_chart
from generator.layout.charts.rounds import draw_round
from generator.layout.drawings.parts import DrawingParts, NotDrawnError
from generator.layout.names import Element
from generator.layout.tree import Border, Drawing, Group

_EDGE = 7.0
_KEY, _GAP, _APART = 6.0, 4.0, 12.0
_ROW = 1.7  # of the size of the letters
_SMALLEST = 20.0


def draw_chart(root: Element, parts: DrawingParts, width: float, height: float) -> Drawing:
    """The drawing of a ``c:chartSpace`` of a size in points."""
    chart = read_chart(root, parts)
    canvas = Canvas(parts)
    canvas.box(0, 0, width, height, chart.fill, chart.line)
    room = _Room(canvas, width, height)
    room.title(chart)
    room.legend(chart)
    if room.right - room.left < _SMALLEST or room.bottom - room.top < _SMALLEST:
        raise NotDrawnError("biểu đồ quá nhỏ")
    if chart.across is None or chart.up is None:
        draw_round(canvas, chart, (room.left, room.top, room.right, room.bottom))
    else:
        grid: Grid = draw_axes(canvas, chart, (room.left, room.top, room.right, room.bottom))
        for plot in chart.plots:
            draw_plot(canvas, plot, grid, chart)
        grid.over(canvas, chart.across)
    return Drawing(Group(canvas.placed), width, height)


def keys(chart: Chart) -> list[tuple[str, Fill, Border | None, str]]:
    """What the legend lists: a name with its fill, its line, and the kind of its plot."""
    listed: list[tuple[str, Fill, Border | None, str]] = []
    for plot in chart.plots:
        if plot.kind in ("pie", "doughnut"):
            first = plot.series[0]
            count = max(len(first.values), len(chart.categories))
            names = [chart.categories[at] if at < len(chart.categories) else str(at + 1) for at in range(count)]
            listed += [(name, *first.points.get(at, (first.fill, None)), plot.kind) for at, name in enumerate(names)]
        else:
            listed += [(row.name, row.fill, row.line, plot.kind) for row in plot.series]
    shown = [entry for at, entry in enumerate(listed) if at not in chart.unlisted]
    stacked = any(plot.grouping in ("stacked", "percentStacked") and not plot.horizontal for plot in chart.plots)
    return shown[::-1] if stacked and chart.legend in ("r", "l") else shown


class _Room:
    """What is left of the frame for the plots."""

    def __init__(self, canvas: Canvas, width: float, height: float) -> None:
        self._canvas = canvas
        self._width = width
        self.left, self.top, self.right, self.bottom = _EDGE, _EDGE, width - _EDGE, height - _EDGE

    def title(self, chart: Chart) -> None:
        if not chart.title:
            self.top += _GAP
            return
        look, wide = chart.title_look, (self.right - self.left) * 0.8
        tall = look.size * LINE * sum(self._canvas.rows(line, look, wide) for line in chart.title)
        self._canvas.text(chart.title, self._width / 2, self.top + tall / 2, look, wide=wide)
        self.top += tall + _EDGE

    def legend(self, chart: Chart) -> None:
        listed = keys(chart) if chart.legend else []
        if not listed:
            return
        look = chart.legend_look
        row = look.size * _ROW
        widths = [_KEY + _GAP + text_width(name, look) for name, *_ in listed]
        if chart.legend in ("r", "l"):
            wide = min(max(widths) + _GAP, (self.right - self.left) / 2)
            x = self.right - wide if chart.legend == "r" else self.left
            y = (self.top + self.bottom - row * len(listed)) / 2
            if y < self.top - row:
                raise NotDrawnError("biểu đồ có chú giải dài hơn khung")
            for at, entry in enumerate(listed):
                self._entry(entry, x, y + row * (at + 0.5), chart)
            if chart.legend == "r":
                self.right -= wide + _APART
            else:
                self.left += wide + _APART
            return
        rows: list[list[int]] = [[]]
        for at, width in enumerate(widths):
            if rows[-1] and sum(widths[i] + _APART for i in rows[-1]) + width > self.right - self.left:
                rows.append([])
            rows[-1].append(at)
        y = self.top if chart.legend == "t" else self.bottom - row * len(rows)
        for held in rows:
            x = (self.left + self.right - sum(widths[i] + _APART for i in held) + _APART) / 2
            for at in held:
                self._entry(listed[at], x, y + row / 2, chart)
                x += widths[at] + _APART
            y += row
        if chart.legend == "t":
            self.top += row * len(rows) + _GAP
        else:
            self.bottom -= row * len(rows) + _GAP

    def _entry(self, entry: tuple[str, Fill, Border | None, str], x: float, y: float, chart: Chart) -> None:
        name, fill, line, kind = entry
        if kind in ("line", "scatter"):
            if line is not None:
                self._canvas.line((x - _KEY, y), (x + _KEY, y), line)
            else:
                self._canvas.box(x + 1, y - 2, 4, 4, fill)
        else:
            self._canvas.box(x, y - _KEY / 2, _KEY, _KEY, fill, line)
        self._canvas.text([name], x + _KEY + _GAP, y, chart.legend_look, align="left")
