"""A result beside that of another period: the change, its direction, and whether it is for the better."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from generator.records import record
from generator.results.amounts import Amount, Figure, Missing, Places
from generator.results.judgement import lower_is_better, shown_amount
from generator.results.levels import compare_levels
from generator.results.printing import POINTS, signed
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

    ``better`` is None when nothing changed or it cannot be told; ``change`` is None between levels.
    """

    period: Period
    result: Figure
    exact: Fraction | None
    change: Figure | None
    trend: Trend
    better: bool | None


def compare(
    now: Amount | Missing, before: Amount | Missing, period: Period, measure: Measure | None, place: Places
) -> Comparison | None:
    """The amount beside that of ``period``; None when either is missing or they are of different kinds."""
    if isinstance(now, Missing) or isinstance(before, Missing) or now.is_fraction != before.is_fraction:
        return None
    was = Figure(shown_amount(before, measure), before.formula, before.sources(place))
    if now.level is not None and before.level is not None:
        order = compare_levels(now.level, before.level)
        if order is None:
            return None
        return Comparison(period, was, None, None, Trend.of(order), order > 0 if order else None)
    if now.value is None or before.value is None:
        return None
    change = now.value - before.value
    is_rate = now.is_fraction or (measure is not None and measure.is_rate)
    now_shown = shown_amount(now, measure)
    most = max(2, now_shown.decimals, was.shown.decimals)  # so that it is the difference of what is printed
    since = signed(change, 2, most, POINTS) if is_rate else signed(change, 0, most)
    formula = f"{now_shown} - {was.shown} = {since}"
    better = None if not change or measure is None else (change < 0) == lower_is_better(measure)
    figure = Figure(since, formula, (*now.sources(place), *was.sources))
    return Comparison(period, was, before.value, figure, Trend.of(change), better)
