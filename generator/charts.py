"""Charts for black-and-white paper: results against their targets, and results over periods, each figure labelled."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise

import typst

from generator.content import Picture
from generator.fonts import BUNDLED_FAMILY, FOLDER
from generator.records import record

WIDTH = 440.0  # points: within the text of an upright A4 sheet
_DPI = 220
_LINE, _HEAD, _FOOT = 20.0, 14.0, 40.0
_LABEL, _VALUES = 170.0, 92.0
_PANEL, _PANELS = 96.0, 2
_MOMENT = datetime(1980, 1, 1, tzinfo=UTC)  # so that the same chart gives the same bytes


@record(frozen=True)
class Point:
    """One result: what it is of, its value and its target on one scale, as printed, and whether it is a miss."""

    label: str
    value: float
    text: str
    target: float
    target_text: str
    missed: bool


@record(frozen=True)
class Line:
    """Results of one objective over periods: a point each, named by its period."""

    label: str
    points: tuple[tuple[str, float, str], ...]


def against_targets(points: Sequence[Point], description: str) -> Picture:
    """A line for each result: a dot where it stands, filled when it is no miss, and a stroke where its target does."""
    low, high = _scale([value for point in points for value in (point.value, point.target)])
    left, wide = _LABEL, WIDTH - _LABEL - _VALUES
    height = _HEAD + _LINE * len(points) + _FOOT
    bottom = _HEAD + _LINE * len(points)

    def at(value: float) -> float:
        return left + 6 + (value - low) / (high - low) * (wide - 12)

    marks = [
        _rule(left, bottom, left + wide, bottom),
        *(_text(f"{value:g}%", at(value) - 20, bottom + 3, 40, "center", 8.5) for value in (low, high)),
    ]
    for number, point in enumerate(points):
        y = _HEAD + _LINE * (number + 0.5)
        marks.append(_text(point.label, 0, y - 9, left - 6, "right", 9.5, 18))
        marks.append(_rule(left, y, left + wide, y, "0.4pt + luma(150)", "dotted"))
        marks.append(_rule(at(point.target), y - 7, at(point.target), y + 7, "1.4pt + black"))
        marks.append(_dot(at(point.value), y, missed=point.missed))
        marks.append(_text(f"{point.text} ({point.target_text})", left + wide + 4, y - 9, _VALUES - 4, "left", 9.5, 18))
    y = bottom + 26
    marks += [_dot(30, y, missed=False), _text("đạt", 38, y - 9, 40, "left", 9.5, 18)]
    marks += [_dot(80, y, missed=True), _text("không đạt", 88, y - 9, 60, "left", 9.5, 18)]
    marks += [_rule(160, y - 7, 160, y + 7, "1.4pt + black"), _text("chỉ tiêu", 166, y - 9, 60, "left", 9.5, 18)]
    marks.append(_text("kết quả (chỉ tiêu)", WIDTH - _VALUES + 4, y - 9, _VALUES, "left", 9.5, 18))
    return _picture(marks, height, description)


def over_periods(lines: Sequence[Line], description: str) -> Picture:
    """A panel for each objective: its results joined by a line, each with its figure and its period."""
    wide = WIDTH / _PANELS
    rows = -(-len(lines) // _PANELS)
    marks = []
    for number, line in enumerate(lines):
        left, top = wide * (number % _PANELS), _PANEL * (number // _PANELS)
        low, high = min(v for _, v, _ in line.points), max(v for _, v, _ in line.points)
        span = (high - low) or 1.0
        marks.append(_text(line.label, left, top, wide, "center", 9.5, 14, bold=True))
        step = (wide - 60) / max(1, len(line.points) - 1)
        places = [
            (left + 30 + n * step, top + 34 + (high - value) / span * 28) for n, (_, value, _) in enumerate(line.points)
        ]
        marks += [_rule(*a, *b, "1pt + black") for a, b in pairwise(places)]
        for (x, y), (period, _, text) in zip(places, line.points, strict=True):
            marks.append(_dot(x, y, missed=False))
            marks.append(_text(text, x - 30, y - 16, 60, "center", 8.5, 12))
            marks.append(_text(period, x - 35, top + 72, 70, "center", 8.5, 12))
        marks.append(_rule(left + 15, top + 71, left + wide - 15, top + 71))
    return _picture(marks, _PANEL * rows, description)


def _scale(values: Sequence[float]) -> tuple[float, float]:
    """The ends of the axis: whole tens around the values."""
    low, high = min(values) // 10 * 10, -(-max(values) // 10) * 10
    return (low, high) if high > low else (low - 10, high)


def _rule(x1: float, y1: float, x2: float, y2: float, stroke: str = "0.6pt + black", dash: str = "solid") -> str:
    paint = f'stroke((paint: {stroke.split(" + ")[1]}, thickness: {stroke.split(" + ")[0]}, dash: "{dash}"))'
    return f"#place(line(start: ({x1:.2f}pt, {y1:.2f}pt), end: ({x2:.2f}pt, {y2:.2f}pt), stroke: {paint}))"


def _dot(x: float, y: float, *, missed: bool) -> str:
    fill = "white" if missed else "black"
    shape = f"circle(radius: 3.6pt, fill: {fill}, stroke: 1.1pt + black)"
    return f"#place(dx: {x - 3.6:.2f}pt, dy: {y - 3.6:.2f}pt, {shape})"


def _text(
    text: str, x: float, y: float, wide: float, align: str, size: float, high: float = 14, *, bold: bool = False
) -> str:
    weight = "bold" if bold else "regular"
    inner = f'text(size: {size}pt, weight: "{weight}", {json.dumps(text, ensure_ascii=False)})'
    box = f"box(width: {wide:.2f}pt, height: {high:.2f}pt, align({align} + horizon, {inner}))"
    return f"#place(dx: {x:.2f}pt, dy: {y:.2f}pt, {box})"


def _picture(marks: Sequence[str], height: float, description: str) -> Picture:
    code = (
        f"#set page(width: {WIDTH}pt, height: {height:.2f}pt, margin: 0pt)\n"
        f'#set text(font: "{BUNDLED_FAMILY}", lang: "vi")\n#set par(leading: 0.3em)\n' + "\n".join(marks)
    )
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
    made: bytes | list[bytes] = typst.compile(
        code.encode(),
        font_paths=fonts,
        format="png",
        ppi=_DPI,
        timestamp=_MOMENT,
    )
    png = made[0] if isinstance(made, list) else made
    return Picture(png, WIDTH, height, description)
