"""Charts for black-and-white paper: results against their targets, and results over periods, each figure labelled.

A chart is made of strips, pictures that a page may break between; all strips of a chart are drawn on one scale.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import TypeVar

import typst

from generator.content import Picture
from generator.fonts import BUNDLED_FAMILY, FOLDER
from generator.records import record

WIDTH = 440.0  # points: within the text of an upright A4 sheet
_DPI = 220
_LINE, _HEAD, _FOOT = 24.0, 14.0, 40.0
_LABEL, _VALUES = 190.0, 100.0
_STRIP = 5  # lines of a strip
_PANEL, _PANELS, _BAND = 112.0, 2, 40.0  # a panel's height, panels side by side, the height its line moves in
_MOMENT = datetime(1980, 1, 1, tzinfo=UTC)  # so that the same chart gives the same bytes

_Part = TypeVar("_Part")


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
    """Results of one objective over periods, a point each, named by its period; a period without a result has no value.

    ``target`` is drawn across the panel; None where there is none, or where it changed.
    """

    label: str
    points: tuple[tuple[str, float | None, str], ...]
    target: float | None = None
    target_text: str = ""


def against_targets(points: Sequence[Point], descriptions: Sequence[str]) -> tuple[Picture, ...]:
    """A line for each result: a dot where it stands, filled when it is no miss, and a stroke where its target does.

    ``descriptions`` say each strip in words, as :func:`strips_of` divides the points.
    """
    scale = _scale([value for point in points for value in (point.value, point.target)])
    strips = strips_of(points)
    return tuple(
        _target_strip(strip, scale, said, last=number == len(strips))
        for number, (strip, said) in enumerate(zip(strips, descriptions, strict=True), start=1)
    )


def strips_of(parts: Sequence[_Part], size: int = _STRIP) -> list[tuple[_Part, ...]]:
    """The parts of a chart by the strip they are drawn in, as even as can be."""
    each = -(-len(parts) // -(-len(parts) // size)) if parts else 1
    return [tuple(parts[start : start + each]) for start in range(0, len(parts), each)]


def _target_strip(points: Sequence[Point], scale: tuple[float, float], description: str, *, last: bool) -> Picture:
    low, high = scale
    left, wide = _LABEL, WIDTH - _LABEL - _VALUES
    bottom = _HEAD + _LINE * len(points)

    def at(value: float) -> float:
        return left + 6 + (value - low) / (high - low) * (wide - 12)

    marks = []
    for number, point in enumerate(points):
        y = _HEAD + _LINE * (number + 0.5)
        marks.append(_text(point.label, 0, y - 12, left - 6, "right", 9.5, 24))
        marks.append(_rule(left, y, left + wide, y, "0.4pt + luma(150)", "dotted"))
        marks.append(_rule(at(point.target), y - 7, at(point.target), y + 7, "1.4pt + black"))
        marks.append(_dot(at(point.value), y, missed=point.missed))
        marks.append(_text(f"{point.text} ({point.target_text})", left + wide + 4, y - 9, _VALUES - 4, "left", 9.5, 18))
    if not last:
        return _picture(marks, bottom, description, ends=False)
    marks.append(_rule(left, bottom, left + wide, bottom))
    marks += [_text(f"{value:g}%", at(value) - 20, bottom + 3, 40, "center", 8.5) for value in (low, high)]
    y = bottom + 26
    marks += [_dot(30, y, missed=False), _text("đạt", 38, y - 9, 40, "left", 9.5, 18)]
    marks += [_dot(80, y, missed=True), _text("không đạt", 88, y - 9, 60, "left", 9.5, 18)]
    marks += [_rule(160, y - 7, 160, y + 7, "1.4pt + black"), _text("chỉ tiêu", 166, y - 9, 60, "left", 9.5, 18)]
    marks.append(_text("kết quả (chỉ tiêu)", WIDTH - _VALUES + 4, y - 9, _VALUES, "left", 9.5, 18))
    return _picture(marks, bottom + _FOOT, description)


def panels_of(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The lines of a chart over periods by the strip they are drawn in."""
    return strips_of(lines, _PANELS)


def over_periods(lines: Sequence[Line], descriptions: Sequence[str]) -> tuple[Picture, ...]:
    """A panel for each objective: its results joined by a line but through no gap, its target, each with its figure.

    ``descriptions`` say each strip in words, as :func:`panels_of` divides the lines.
    """
    values = [value for line in lines for _, value, _ in line.points if value is not None]
    scale = _scale([*values, *(line.target for line in lines if line.target is not None)])
    strips = panels_of(lines)
    pictures = []
    for number, (strip, said) in enumerate(zip(strips, descriptions, strict=True), start=1):
        marks = [mark for n, line in enumerate(strip) for mark in _panel(line, n * WIDTH / _PANELS, scale)]
        last = number == len(strips)
        if last and any(line.target is not None for line in lines):
            marks.append(_rule(WIDTH / 2 - 50, _PANEL + 7, WIDTH / 2 - 22, _PANEL + 7, "0.8pt + luma(90)", "dashed"))
            marks.append(_text("chỉ tiêu", WIDTH / 2 - 16, _PANEL, 60, "left", 9.5, 14))
            pictures.append(_picture(marks, _PANEL + 16, said))
        else:
            pictures.append(_picture(marks, _PANEL, said, ends=last))
    return tuple(pictures)


def _panel(line: Line, left: float, scale: tuple[float, float]) -> Iterator[str]:
    wide, (low, high), top, base = WIDTH / _PANELS, scale, 44.0, 92.0
    right = left + wide - 8

    def height(value: float) -> float:
        return top + (high - value) / (high - low) * _BAND

    yield _text(line.label, left + 4, 0, wide - 8, "center", 9.5, 24, bold=True)
    yield from (_text(f"{end:g}%", left, height(end) - 7, 24, "right", 7.5) for end in scale)
    yield _rule(left + 27, base, right, base)
    yield _rule(left + 27, top, left + 27, base, "0.4pt + luma(120)")
    if line.target is not None:
        yield _rule(left + 27, height(line.target), right, height(line.target), "0.8pt + luma(90)", "dashed")
    step = (wide - 84) / max(1, len(line.points) - 1)
    places = [
        (left + 52 + n * step, None if value is None else height(value)) for n, (_, value, _) in enumerate(line.points)
    ]
    for (x1, y1), (x2, y2) in pairwise(places):
        if y1 is not None and y2 is not None:
            yield _rule(x1, y1, x2, y2, "1pt + black")
    for (x, y), (period, _, text) in zip(places, line.points, strict=True):
        yield _text(period, x - 26, base + 2, 52, "center", 8.5, 12)
        if y is None:
            yield _text("–", x - 26, base - 14, 52, "center", 8.5, 12)
        else:
            yield _dot(x, y, missed=False)
            yield _text(text, x - 30, y - 16, 60, "center", 8.5, 12)


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


def _picture(marks: Sequence[str], height: float, description: str, *, ends: bool = True) -> Picture:
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
    return Picture(png, WIDTH, height, description, keep_with_next=ends)
