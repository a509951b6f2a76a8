"""A result beside that of another period: the change, its direction, and whether it is for the better."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from fractions import Fraction

from generator.records import record
from generator.results.amounts import Amount, Figure, Missing, Places
from generator.results.judging.levels import compare_levels
from generator.results.printing import PERCENT, POINTS, equals_sign, rounded, signed
from generator.results.telling import in_percent, lower_is_better, places_of, shown_amount
from generator.targets.measure import Measure
from generator.wording.times.periods import Period


class Trend(StrEnum):
    """Which way a result went; its text is what is printed."""

    UP = "tăng"
    DOWN = "giảm"
    SAME = "không đổi"

    @classmethod
    def of(cls, change: Fraction | int) -> Trend:
        """The trend of a change."""
        return cls.UP if change > 0 else cls.DOWN if change < 0 else cls.SAME


@record(frozen=True)
class Comparison:
    """The result of another period, the change since, and the trend.

    ``better`` is None when nothing changed or it cannot be told; ``change`` is None between levels. ``relative`` is the
    change in percent of what it was, of numbers of things alone. ``now`` is the result with as many decimals as make
    the change the difference of the two as printed: they stand together in a sentence.
    """

    period: Period
    result: Figure
    exact: Fraction | None
    change: Figure | None
    trend: Trend
    better: bool | None
    relative: Figure | None = None
    now: Figure | None = None


def compare(
    now: Amount | Missing, before: Amount | Missing, period: Period, measure: Measure | None, place: Places
) -> Comparison | None:
    """The amount beside that of ``period``; None when either is missing or they are of different kinds."""
    if isinstance(now, Missing) or isinstance(before, Missing) or now.is_fraction != before.is_fraction:
        return None
    if now.level is not None and before.level is not None:
        was = Figure(shown_amount(before, measure), before.formula, before.sources(place))
        order = compare_levels(now.level, before.level)
        if order is None:
            return None
        return Comparison(period, was, None, None, Trend.of(order), order > 0 if order else None)
    if now.value is None or before.value is None:
        return None
    change = now.value - before.value
    places = places_of(now, measure, [before.value])
    now_shown, was_shown = shown_amount(now, measure, places), shown_amount(before, measure, places)
    is_rate = in_percent(now, measure)
    since = signed(change, 2, max(2, places), POINTS) if is_rate else signed(change, 0, places)
    sign = equals_sign(now.value, before.value, places)
    formula = f"{now_shown} - {was_shown} {sign} {since}"
    if sign == "≈":  # 2/3 - 1/3: no number of decimals adds up
        since = replace(since, digits=f"≈ {since.digits}")
    better = None if not change or measure is None else (change < 0) == lower_is_better(measure)
    sources = (*now.sources(place), *before.sources(place))
    was = Figure(was_shown, before.formula, before.sources(place))
    relative = None
    if not is_rate and not now.is_fraction and before.value > 0:
        part = 100 * change / before.value
        told = signed(part, 2, unit=PERCENT)
        exactly = "=" if rounded(part, told.decimals) == part else "≈"
        relative = Figure(told, f"({now_shown} - {was_shown})/{was_shown} {exactly} {told}", sources)
    figure = Figure(since, formula, sources)
    beside = Figure(now_shown, now.formula, now.sources(place))
    return Comparison(period, was, before.value, figure, Trend.of(change), better, relative, beside)
