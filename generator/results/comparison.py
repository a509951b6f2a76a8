"""A result beside that of another period: the change, its direction, and whether it is for the better."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from generator.dossier.targets import Measure
from generator.results.amounts import Amount, Figure, Missing, Places
from generator.results.judgement import lower_is_better, shown_amount
from generator.results.levels import compare_levels
from generator.results.printing import POINTS, decimals_of, signed
from generator.wording.periods import Period


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result of another period, the change since, and the trend (``tăng``, ``giảm``, ``không đổi``).

    ``better`` is None when nothing changed or it cannot be told; ``change`` is None between levels.
    """

    period: Period
    result: Figure
    exact: Fraction | None
    change: Figure | None
    trend: str
    better: bool | None


def compare(
    now: Amount | Missing, before: Amount | Missing, period: Period, measure: Measure | None, place: Places
) -> Comparison | None:
    """The amount beside that of ``period``; None when either is missing or they are of different kinds."""
    if isinstance(now, Missing) or isinstance(before, Missing) or now.is_fraction != before.is_fraction:
        return None
    shown = Figure(shown_amount(before, measure), before.formula, before.sources(place))
    if now.level is not None and before.level is not None:
        order = compare_levels(now.level, before.level)
        if order is None:
            return None
        trend = "tăng" if order > 0 else "giảm" if order < 0 else "không đổi"
        return Comparison(period, shown, None, None, trend, order > 0 if order else None)
    if now.value is None or before.value is None:
        return None
    change = now.value - before.value
    is_rate = now.is_fraction or (measure is not None and measure.is_rate)
    now_shown = shown_amount(now, measure)
    most = max(2, decimals_of(now_shown), decimals_of(shown.text))  # so that it is the difference of what is printed
    text = signed(change, 2, most) + POINTS if is_rate else signed(change, 0, most)
    formula = f"{now_shown} - {shown.text} = {text}"
    trend = "tăng" if change > 0 else "giảm" if change < 0 else "không đổi"
    better = None if not change or measure is None else (change < 0) == lower_is_better(measure)
    figure = Figure(text, formula, (*now.sources(place), *shown.sources))
    return Comparison(period, shown, before.value, figure, trend, better)
