"""Numbers asked for in a year: what they came to since its first day, beside the plan and beside the year before."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from generator.dossier.model import Dossier
from generator.records import record
from generator.results.amounts import Figure, Places
from generator.results.assessment import Assessment, assess
from generator.results.judging.spans import FLOORS
from generator.results.printing import PERCENT, shown
from generator.results.row import Row
from generator.targets.measure import Adding
from generator.wording.times.periods import Period

_ENDS: dict[int, Period] = {3: Period("quý", 1), 6: Period("6 tháng đầu"), 9: Period("9 tháng đầu"), 12: Period("năm")}


@record(frozen=True)
class YearPlan:
    """One target of the year: the row of the period, that of the year to date, and its share of the plan.

    ``share`` is None while something is missing.
    """

    row: Row
    to_date: Row
    share: Figure | None


def year_to_date(period: Period) -> Period | None:
    """The part of the year that ends with the period; None for days that end within a month or span two years."""
    first, last = period.days()
    if first.year != last.year:
        return None
    known = _ENDS.get(last.month)
    if known is not None:
        whole = replace(known, year=last.year)
        return whole if whole.days()[1] == last else None
    months = Period("tháng", last.month, last.year)
    if months.days()[1] != last:
        return None
    start = Period("năm", 0, last.year).days()[0]
    return months if last.month == 1 else Period("đột xuất", 0, last.year, start, last)


def year_plans(dossier: Dossier, report: Assessment, place: Places) -> tuple[Period | None, tuple[YearPlan, ...]]:
    """The targets that ask for a number in the year, and the part of the year they are told of."""
    rows = [row for row in report.rows if _is_of_the_year(row)]
    period = year_to_date(report.period) if rows else None
    if period is None:
        return None, ()
    whole = report if period == report.period else assess(dossier, period, place)
    by_line = {_line(row): row for row in whole.rows}
    return period, tuple(_plan(row, by_line[_line(row)]) for row in rows if _line(row) in by_line)


def _is_of_the_year(row: Row) -> bool:
    measure = row.target.measure if row.target else None
    if measure is None or not measure.value or measure.is_rate or measure.is_change:
        return False
    return measure.adding in (Adding.SUM, Adding.LAST) and measure.months in (None, 12) and measure.comparison in FLOORS


def _line(row: Row) -> tuple[str, str, str | None]:
    return row.objective.id, row.target.text if row.target else "", row.unit


def _plan(row: Row, to_date: Row) -> YearPlan:
    asked = Fraction(row.target.measure.value or 0) if row.target else Fraction(0)
    share = None
    if to_date.exact is not None and to_date.result is not None and asked:
        rate = shown(100 * to_date.exact / asked, (Fraction(100),), decimals=2, unit=PERCENT)
        formula = f"{to_date.result.text} / {row.target.text if row.target else ''} = {rate}"
        share = Figure(rate, formula, to_date.result.sources)
    return YearPlan(row, to_date, share)
