"""How amounts and targets are told: in which unit, with which decimals, beside which numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from generator.patterns import late
from generator.results.amounts import Amount, Missing
from generator.results.printing import NOTHING, Shown, balanced, decimal_text, decimals_of, percent, shown
from generator.targets.measure import Comparison, Measure

_SIGNS = {Comparison.AT_LEAST: "≥ ", Comparison.MORE_THAN: "> ", Comparison.AT_MOST: "≤ ", Comparison.LESS_THAN: "< "}
_SPAN = late(r"(?:/|mỗi|một|hằng|hàng|trong|\b1)\s*(?:\d+\s*)?(?:năm|quý|tháng)\b", re.I)
_ENDS = (Fraction(0), Fraction(100))  # what is not all is not printed as all
_ALL = 10  # decimals: more than anyone types


def lower_is_better(measure: Measure) -> bool:
    """Whether the target asks for little, not for much."""
    low = measure.comparison in (Comparison.AT_MOST, Comparison.LESS_THAN, Comparison.DECREASE_BY)
    return low or (measure.comparison == Comparison.EXACTLY and measure.value == 0)


def bounds_of(measure: Measure | None) -> tuple[Fraction, ...]:
    """The numbers a result is held against by themselves; none of a change or a level."""
    if measure is None or measure.is_change:
        return ()
    return tuple(Fraction(bound) for bound in (measure.value, measure.upper) if bound is not None)


def in_percent(amount: Amount, measure: Measure | None) -> bool:
    """Whether the amount is told in percent."""
    if amount.is_fraction:
        return not amount.averaged
    return measure is not None and measure.is_rate


def places_of(amount: Amount, measure: Measure | None, others: Iterable[Fraction] = ()) -> int:
    """With how many decimals the amount is printed, so that what is printed beside it adds up with it."""
    value = amount.value
    if value is None:
        return 2
    if not in_percent(amount, measure) and not amount.is_fraction:
        return _ALL  # as typed
    bounds = bounds_of(measure)
    ends = _ENDS if in_percent(amount, measure) else ()
    least = max([2, *map(decimals_of, bounds)])  # the target is printed as it was typed
    return balanced(value, [*others, *bounds], (*bounds, *ends), least)


def shown_amount(amount: Amount, measure: Measure | None, places: int | None = None) -> Shown:
    """The amount as printed in the unit of its target; ``0/0`` when nothing arose."""
    if amount.level is not None:
        return Shown(amount.level)
    value = amount.value
    if value is None:
        return Shown("0/0")
    most = places_of(amount, measure) if places is None else places
    if in_percent(amount, measure):
        return percent(value, (*bounds_of(measure), *_ENDS), most)
    return shown(value, bounds_of(measure), most=most, unit=unit_of(measure) if measure else "")


def shown_if_any(amount: Amount | Missing, measure: Measure | None) -> Shown:
    """The amount as :func:`shown_amount` has it; nothing where none is known."""
    return shown_amount(amount, measure) if isinstance(amount, Amount) else NOTHING


def unit_of(measure: Measure) -> str:
    """What is counted, without the span and what a change is measured from: ``lần/năm`` gives `` lần``."""
    if measure.comparison == Comparison.LEVEL or measure.unit.startswith("%"):
        return ""
    counted = _SPAN.split(measure.noun.removesuffix(measure.against))[0].partition("so với ")[0].strip()
    return f" {counted}" if counted else ""


def target_text(measure: Measure) -> str:
    """What the target asks for, in signs: ``≥ 95%``, ``từ 1 đến 2 lần/năm``; a level as the agency wrote it."""
    if measure.value is None:
        return measure.unit
    if measure.is_change:
        return _change_text(measure, measure.value)
    unit = "%" if measure.unit.startswith("%") else f" {measure.unit}" if measure.unit else ""
    value = asked_text(measure.value)
    if measure.upper is not None:
        low, high = "trên" if measure.above else "từ", "dưới" if measure.below else "đến"
        return f"{low} {value} {high} {asked_text(measure.upper)}{unit}"
    return f"{_SIGNS.get(measure.comparison, '')}{value}{unit}"


def _change_text(measure: Measure, value: Decimal) -> str:
    down = measure.comparison == Comparison.DECREASE_BY
    if not value and measure.above:
        return "giảm" if down else "tăng"
    if not value:
        return "không tăng" if down else "không giảm"
    amount = f"{asked_text(abs(value))}{'%' if measure.unit.startswith('%') else unit_of(measure)}"
    if value < 0:  # a rise that stays below something is a decrease by no less than a negative one
        return f"{'tăng' if down else 'giảm'} {'<' if measure.above else '≤'} {amount}"
    return f"{'giảm' if down else 'tăng'} {'>' if measure.above else '≥'} {amount}"


def asked_text(value: object, decimals: int = 0) -> str:
    """A figure of a target with all the decimals it was typed with."""
    return decimal_text(Fraction(str(value)), decimals=decimals, most=_ALL)
