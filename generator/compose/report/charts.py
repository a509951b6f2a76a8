"""The charts of a report: its percentages against their targets, and over the quarters of its period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from generator.charts import Line, Point, against_targets, over_periods
from generator.content import Picture
from generator.records import record
from generator.results import Assessment, Figure, ObjectiveAssessment, Row, Verdict
from generator.results.printing import decimal_text

MOST_POINTS = 30
_LONGEST_LABEL = 60


@record(frozen=True)
class Chart:
    """A chart with the figures it prints, each with a label that says what it is."""

    picture: Picture
    figures: tuple[tuple[str, Figure], ...]


def target_chart(report: Assessment) -> Chart | None:
    """The percentages with a target as a chart, the furthest below theirs where they are many; None without any."""
    rows = [row for row in report.rows if _is_percentage(row)]
    if not rows:
        return None
    if len(rows) > MOST_POINTS:
        kept = {id(row) for row in sorted(rows, key=_above)[:MOST_POINTS]}
        rows = [row for row in rows if id(row) in kept]
    points = [_point(row) for row in rows]
    said = "; ".join(f"{point.label}: {point.text}, chỉ tiêu {point.target_text}" for point in points)
    picture = against_targets(points, f"Biểu đồ kết quả so với chỉ tiêu, {report.period}. {said}.")
    figures = ((point.label, row.result) for point, row in zip(points, rows, strict=True) if row.result)
    return Chart(picture, tuple(figures))


def trend_chart(reports: Sequence[Assessment]) -> Chart | None:
    """What each objective came to in each of several periods; None where fewer than two can be compared."""
    lines: list[Line] = []
    figures: list[tuple[str, Figure]] = []
    for index, objective in enumerate(reports[0].objectives if reports else ()):
        label = f"Mục tiêu {objective.number}"
        found = [(str(replace(report.period, year=None)), _overall(report.objectives[index])) for report in reports]
        rates = [(period, figure) for period, figure in found if figure and figure.is_rate]
        if len(rates) > 1:
            lines.append(
                Line(label, tuple((period, float(figure.number or 0), figure.text) for period, figure in rates))
            )
            figures += [(f"{label}, {period}", figure) for period, figure in rates]
    if not lines:
        return None
    said = "; ".join(f"{line.label}: " + ", ".join(f"{name} {text}" for name, _, text in line.points) for line in lines)
    return Chart(over_periods(lines, f"Biểu đồ kết quả qua các quý. {said}."), tuple(figures))


def _overall(objective: ObjectiveAssessment) -> Figure | None:
    if objective.together:
        return objective.together
    return objective.rows[0].result if len(objective.rows) == 1 else None


def _is_percentage(row: Row) -> bool:
    measure = row.target.measure if row.target else None
    return measure is not None and measure.value is not None and row.result is not None and row.result.is_rate


def _above(row: Row) -> float:
    value = row.target.measure.value if row.target else None
    return float(row.exact or 0) - float(value or 0)


def _point(row: Row) -> Point:
    asked = row.target.measure.value if row.target else None
    if row.target is None or asked is None or row.exact is None or row.result is None:
        raise ValueError("only percentages with a target are charted")
    name = row.unit or row.target.text
    if len(name) > _LONGEST_LABEL:
        name = f"{name[: name.rfind(' ', 0, _LONGEST_LABEL)]} …"
    label = f"MT{row.number}. {name}"
    shown = f"{decimal_text(Fraction(asked), most=10)}%"
    return Point(label, float(row.exact), row.result.text, float(asked), shown, row.verdict is Verdict.MISSED)
