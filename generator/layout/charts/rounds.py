"""Pies and rings."""

from __future__ import annotations

from math import cos, pi, sin

from generator.layout.charts.canvas import LINE, Canvas, text_width
from generator.layout.charts.model import Chart, Labels, Plot
from generator.layout.charts.plots import label
from generator.layout.outlines.pen import FULL, QUARTER, Pen

_NARROW = 0.35  # radians: a label stands outside a slice that is narrower
_INSIDE = 0.62  # of the radius
_LEAST = 0.2  # of the room a radius has at least
_LABEL, _SPARE = 0.3, 1.3  # of the room: longer labels are broken


def draw_round(canvas: Canvas, chart: Chart, room: tuple[float, float, float, float]) -> None:
    """The pie, or the rings from the inside out, in this room."""
    left, top, right, bottom = room
    plot = chart.plots[0]
    radius = min(right - left, bottom - top) / 2
    widest = (right - left) * _LABEL
    held = [row for row in plot.series if row.labels is not None and _outside(row.labels)]
    if plot.kind == "pie" and held and held[0].labels is not None:
        look = held[0].labels.look
        said = [_said(plot, 0, at, chart) for at in range(len(held[0].values))]
        rows = max((canvas.rows(text, look, widest) for text in said), default=1)
        wide = min(max((text_width(text, look) for text in said), default=0.0), widest)
        radius = min(radius - look.size * LINE * rows - 4.0, (right - left) / 2 - wide - 4.0)
        radius = max(radius, min(right - left, bottom - top) * _LEAST)
    middle = (left + right) / 2, (top + bottom) / 2
    hole = radius * plot.hole if plot.kind == "doughnut" else 0.0
    thick = (radius - hole) / max(len(plot.series), 1)
    for number in range(len(plot.series)):
        _ring(canvas, plot, number, chart, middle, hole + thick * number, hole + thick * (number + 1), widest)


def _said(plot: Plot, number: int, at: int, chart: Chart) -> str:
    row = plot.series[number]
    whole = sum(max(value or 0.0, 0.0) for value in row.values) or 1.0
    name = chart.categories[at] if at < len(chart.categories) else str(at + 1)
    share = max(row.values[at] or 0.0, 0.0) / whole
    return label(row.labels, row, row.values[at], name, share) if row.labels is not None else ""


def _outside(labels: Labels) -> bool:
    return labels.place in ("outEnd", "bestFit", "")


def _ring(
    canvas: Canvas,
    plot: Plot,
    number: int,
    chart: Chart,
    middle: tuple[float, float],
    inner: float,
    outer: float,
    widest: float,
) -> None:
    row = plot.series[number]
    values = [max(value or 0.0, 0.0) for value in row.values]
    whole = sum(values) or 1.0
    angle = plot.first / 180 * pi - QUARTER
    spoken: list[tuple[str, float, float, Labels]] = []
    for at, value in enumerate(values):
        swing = value / whole * FULL
        if not swing:
            continue
        swing = min(swing, FULL - 1e-4)
        start = middle[0] + outer * cos(angle), middle[1] + outer * sin(angle)
        end = middle[0] + inner * cos(angle + swing), middle[1] + inner * sin(angle + swing)
        pen = Pen().move(*start).arc(outer, outer, angle, swing).line(end)
        if inner:
            pen.arc(inner, inner, angle + swing, -swing)
        fill, line = row.points.get(at, (row.fill, row.line))
        canvas.path(list(pen.close().path().steps), fill, line)
        if row.labels is not None and at not in row.labels.without:
            said = _said(plot, number, at, chart)
            far = (inner + outer) / 2
            if not inner:
                size = min(text_width(said, row.labels.look), widest), row.labels.look.size * LINE
                size = size[0], size[1] * canvas.rows(said, row.labels.look, widest)
                far = _distance(row.labels, size, outer, swing, angle + swing / 2)
            half = angle + swing / 2
            spoken.append((said, middle[0] + far * cos(half), middle[1] + far * sin(half), row.labels))
        angle += swing
    taken: list[tuple[float, float, float, float]] = []
    for said, x, y, labels in spoken:
        wide = min(text_width(said, labels.look), widest) / 2
        tall = labels.look.size * LINE * canvas.rows(said, labels.look, widest) / 2
        for _ in spoken:  # beside a label that is there already, not over it
            if not any(abs(x - a) < wide + b and abs(y - c) < tall + d for a, b, c, d in taken):
                break
            y += -tall if y < middle[1] else tall
        taken.append((x, wide, y, tall))
        canvas.text([said], x, y, labels.look, wide=min(text_width(said, labels.look) * _SPARE, widest))


def _distance(labels: Labels, size: tuple[float, float], radius: float, swing: float, angle: float) -> float:
    """How far from the middle of a pie a label stands."""
    wide, tall = size[0] / 2, size[1] / 2
    fits = swing > _NARROW and 2 * wide < radius * min(swing, 1.2)
    if labels.place == "ctr":
        return radius / 2
    if labels.place == "inEnd" or (labels.place != "outEnd" and fits):
        return radius * _INSIDE
    return radius + abs(cos(angle)) * wide + abs(sin(angle)) * tall + 3.0
