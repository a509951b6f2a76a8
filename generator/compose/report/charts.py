"""The charts of a report: its percentages against their targets, and over the quarters of its period."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from generator.charts import Line, Point, against_targets, over_periods, panels_of, strips_of
from generator.compose.report.context import ReportContext, is_estimated, reached
from generator.content import Picture
from generator.records import record
from generator.results import Assessment, Figure, ObjectiveAssessment, Row, Verdict
from generator.results.printing import decimal_text

MOST_POINTS = 30
_LONGEST_LABEL, _LONGEST_TITLE = 60, 76


@record(frozen=True)
class Chart:
    """A chart in strips, with the figures it prints, each with a label that says what it is."""

    pictures: tuple[Picture, ...]
    figures: tuple[tuple[str, Figure], ...]


def target_chart(context: ReportContext) -> Chart | None:
    """The percentages with a target as a chart, the furthest below theirs where they are many; None without any."""
    report = context.report
    rows = [row for row in report.rows if _is_percentage(row)]
    if not rows:
        return None
    if len(rows) > MOST_POINTS:
        kept = {id(row) for row in sorted(rows, key=_above)[:MOST_POINTS]}
        rows = [row for row in rows if id(row) in kept]
    points = [_point(context, row, _label(context, row)) for row in rows]
    said = [
        f"Biểu đồ kết quả so với chỉ tiêu, {report.period}. "
        + "; ".join(f"{point.label}: {point.text}, chỉ tiêu {point.target_text}" for point in strip)
        + "."
        for strip in strips_of(points)
    ]
    figures = ((point.label, row.result) for point, row in zip(points, rows, strict=True) if row.result)
    return Chart(against_targets(points, said), tuple(figures))


def trend_chart(context: ReportContext) -> Chart | None:
    """What each objective came to in each of several periods; None where fewer than two can be compared."""
    reports = context.quarters
    lines: list[Line] = []
    figures: list[tuple[str, Figure]] = []
    for index, objective in enumerate(reports[0].objectives if reports else ()):
        label = f"Mục tiêu {objective.number}"
        found = [_of_period(report, report.objectives[index]) for report in reports]
        if sum(figure is not None for _, figure, _ in found) < 2:
            continue
        points = tuple(
            (period, float(figure.number or 0), f"ước {figure.text}" if estimated else figure.text)
            if figure
            else (period, None, "không có số liệu")
            for period, figure, estimated in found
        )
        title = _cut(f"{label} - {context.name(objective.objective)}", _LONGEST_TITLE)
        lines.append(Line(title, points, *_common_target(objective)))
        figures += [(f"{label}, {period}", figure) for period, figure, _ in found if figure]
    if not lines:
        return None
    said = ["Biểu đồ kết quả qua các quý. " + "; ".join(map(_in_words, strip)) + "." for strip in panels_of(lines)]
    return Chart(over_periods(lines, said), tuple(figures))


def _in_words(line: Line) -> str:
    asked = f" (chỉ tiêu {line.target_text})" if line.target_text else ""
    return f"{line.label}{asked}: " + ", ".join(f"{name} {text}" for name, _, text in line.points)


def _of_period(report: Assessment, objective: ObjectiveAssessment) -> tuple[str, Figure | None, bool]:
    """The period's name, what the objective came to in percent, and whether that is an estimate."""
    name = str(replace(report.period, year=None))
    figure, rows = objective.together, objective.rows
    if figure is None and len(rows) == 1:
        figure = rows[0].result
    estimated = any(is_estimated(row) for row in rows)
    return name, figure if figure and figure.is_rate else None, estimated


def _common_target(objective: ObjectiveAssessment) -> tuple[float | None, str]:
    """The one percentage all rows ask for, and its text; None where they ask for several."""
    asked = {row.target.measure.value for row in objective.rows if row.target and row.target.measure.is_rate}
    value = asked.pop() if len(asked) == 1 else None
    return (None, "") if value is None else (float(value), f"{decimal_text(Fraction(value), most=10)}%")


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: text.rfind(' ', 0, longest)]} …"


def _is_percentage(row: Row) -> bool:
    measure = row.target.measure if row.target else None
    return measure is not None and measure.value is not None and row.result is not None and row.result.is_rate


def _above(row: Row) -> float:
    value = row.target.measure.value if row.target else None
    return float(row.exact or 0) - float(value or 0)


def _label(context: ReportContext, row: Row) -> str:
    """What a row is told by: its unit, its target where the objective has several, else the objective's name."""
    several = sum(other.number == row.number for other in context.report.rows) > 1
    target = context.inline.plain(row.target.text) if several and row.target else ""
    return _cut(f"MT{row.number}. {context.unit(row) or target or context.name(row.objective)}", _LONGEST_LABEL)


def _point(context: ReportContext, row: Row, label: str) -> Point:
    asked = row.target.measure.value if row.target else None
    if row.target is None or asked is None or row.exact is None or row.result is None:
        raise ValueError("only percentages with a target are charted")
    shown = f"{decimal_text(Fraction(asked), most=10)}%"
    text = reached(row, row.result.text)
    return Point(label, float(row.exact), text, float(asked), shown, row.verdict is Verdict.MISSED)
