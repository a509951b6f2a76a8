"""How periods relate: what a period is made of, the one before it, the same one a year ago."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from generator.wording.times.periods import Kind, Period

_LARGEST_FIRST = ("năm", "6 tháng đầu", "6 tháng cuối", "quý", "tháng")


@lru_cache(maxsize=512)
def splits(period: Period) -> tuple[tuple[Period, ...], ...]:
    """The ways a period with a year is made of shorter ones, the usual way first; none for a month or odd days."""
    year = period.year
    quarters = [Period("quý", number, year) for number in range(1, 5)]
    if period.kind == "quý":
        first, last = period.months
        return (tuple(Period("tháng", month, year) for month in range(first, last + 1)),)
    if period.kind == "6 tháng đầu":
        return ((quarters[0], quarters[1]),)
    if period.kind == "6 tháng cuối":
        return ((quarters[2], quarters[3]),)
    if period.kind == "9 tháng đầu":
        return ((Period("6 tháng đầu", 0, year), quarters[2]),)
    if period.kind == "năm":
        halves = (Period("6 tháng đầu", 0, year), Period("6 tháng cuối", 0, year))
        return halves, (Period("9 tháng đầu", 0, year), quarters[3])
    if period.kind == "đột xuất":
        whole = _whole_periods(*period.days())
        return (whole,) if whole else ()
    return ()


def _whole_periods(first: date, last: date) -> tuple[Period, ...]:
    """The fewest calendar periods that fill the days exactly; empty when they begin or end within a month."""
    found: list[Period] = []
    while first <= last:
        for candidate in _starting(first):
            start, end = candidate.days()
            if start == first and end <= last:
                found.append(candidate)
                first = end + timedelta(days=1)
                break
        else:
            return ()
    return tuple(found)


def _starting(day: date) -> list[Period]:
    numbers = {"quý": (day.month + 2) // 3, "tháng": day.month}
    return [Period(kind, numbers.get(kind, 0), day.year) for kind in _LARGEST_FIRST]  # type: ignore[arg-type]


def pieces(period: Period, kind: Kind) -> tuple[Period, ...]:
    """The months (or quarters, years) a longer period is made of; empty when it is not longer."""
    found = _expanded(period, kind)
    return found if len(found) > 1 else ()


def _expanded(period: Period, kind: Kind) -> tuple[Period, ...]:
    if period.kind == kind:
        return (period,)
    parts = [_expanded(part, kind) for part in (splits(period) or ((),))[0]]
    return tuple(piece for part in parts for piece in part) if all(parts) else ()


def year_ago(period: Period) -> Period:
    """The same period of the year before."""
    first, last = period.first, period.last
    if first and last:
        first, last = _year_before(first), _year_before(last)
    return replace(period, year=(period.year or 0) - 1, first=first, last=last)


def spanning(first: date, last: date) -> Period:
    """The calendar period of exactly these days, or one agreed ad hoc."""
    for candidate in (*_starting(first), Period("6 tháng cuối", 0, first.year), Period("9 tháng đầu", 0, first.year)):
        if candidate.days() == (first, last):
            return candidate
    return Period("đột xuất", 0, last.year, first, last)


@lru_cache(maxsize=512)
def spans(period: Period, months: int) -> tuple[Period, ...]:
    """The spans of so many months, counted from January, that the period touches, each whole, in order.

    None where a year is not made of such spans.
    """
    if 12 % months:
        return ()
    first, last = period.days()
    found: list[Period] = []
    start = date(first.year, (first.month - 1) // months * months + 1, 1)
    while start <= last:
        after = date(start.year + (start.month + months > 12), (start.month + months - 1) % 12 + 1, 1)
        found.append(spanning(start, after - timedelta(days=1)))
        start = after
    return tuple(found)


def until(span: Period, day: date) -> Period:
    """The part of the span up to the day."""
    return spanning(span.days()[0], day)


def months_in(period: Period) -> int:
    """How many calendar months the period touches."""
    first, last = period.days()
    return 12 * (last.year - first.year) + last.month - first.month + 1


def last_piece(period: Period, *, months: bool) -> Period:
    """The quarter, or with ``months`` the month, that ends the period; the period itself when it has no such piece."""
    if period.kind == "tháng" or (period.kind == "quý" and not months):
        return period
    parts = splits(period)
    return last_piece(parts[0][-1], months=months) if parts else period


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def previous(period: Period) -> Period | None:
    """The period of the same length just before; None for nine months and ad hoc days, which have none."""
    year = period.year or 0
    if period.kind in ("tháng", "quý"):
        if period.number > 1:
            return replace(period, number=period.number - 1)
        return replace(period, number=12 if period.kind == "tháng" else 4, year=year - 1)
    if period.kind == "6 tháng đầu":
        return Period("6 tháng cuối", 0, year - 1)
    if period.kind == "6 tháng cuối":
        return Period("6 tháng đầu", 0, year)
    return year_ago(period) if period.kind == "năm" else None
