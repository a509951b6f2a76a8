"""A result against its target: met, missed, or not to be judged, with the arithmetic a reader can follow."""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction

from generator.patterns import late
from generator.records import record
from generator.results.amounts import Amount, Missing
from generator.results.levels import compare_levels
from generator.results.printing import (
    NOTHING,
    PERCENT,
    POINTS,
    Shown,
    decimal_text,
    percent,
    percent_text,
    shown,
    signed,
)
from generator.results.remarks import (
    Remark,
    fraction_for_a_number,
    level_for_a_number,
    level_off_the_scale,
    nothing_a_year_ago,
    other_kind_a_year_ago,
)
from generator.targets.measure import Adding, Comparison, Measure
from generator.wording.times.periods import Kind, Period

_SIGNS = {Comparison.AT_LEAST: "≥ ", Comparison.MORE_THAN: "> ", Comparison.AT_MOST: "≤ ", Comparison.LESS_THAN: "< "}
_SPAN = late(r"(?:/|mỗi|một|hằng|hàng|trong|1)\s*(?P<span>năm|quý|tháng)\b", re.I)
_MONTHS: dict[Kind, int] = {"năm": 12, "quý": 3, "tháng": 1}


class Verdict(StrEnum):
    """What a report says of a result; its text is what is printed."""

    MET = "Đạt"
    MISSED = "Không đạt"
    NO_DATA = "Chưa có số liệu"


@record(frozen=True)
class Judgement:
    """The verdict, the result as printed, the arithmetic; or why nothing can be said.

    ``gap`` is the difference to the target, computed as ``gap_formula``; ``remark`` is what the clerk is told of it.
    """

    verdict: Verdict
    shown: Shown = NOTHING
    arithmetic: str = ""
    reason: str = ""
    gap: Shown | None = None
    gap_formula: str = ""
    remark: Remark | None = None


def is_counted(measure: Measure) -> bool:
    """Whether values reported on the target are numbers of things, which add up over periods and units."""
    return measure.adding is Adding.SUM


def span_of(measure: Measure) -> Kind | None:
    """The span a number is asked for in: ``năm`` for ``02 lần/năm``; None when the target names none."""
    return next((kind for kind, months in _MONTHS.items() if months == measure.months), None)


def judge_each(measure: Measure, whole: Amount | Missing, each: list[tuple[Period, Amount | Missing]]) -> Judgement:
    """A number asked for in every quarter or month, judged on each of those of a longer period."""
    nothing = Missing(())
    printed = shown_amount(whole, measure) if isinstance(whole, Amount) else NOTHING
    judged = [(period, judge(measure, amount, period, nothing)) for period, amount in each]
    lacking = [period for period, one in judged if one.verdict is Verdict.NO_DATA]
    if any(one.verdict is Verdict.MISSED for _, one in judged) or not lacking:
        met = all(one.verdict is Verdict.MET for _, one in judged)
        parts = "; ".join(f"{period}: {one.shown}" for period, one in judged if one.shown)
        return _judged(met, measure, printed, parts)
    reason = f"chỉ tiêu tính theo {span_of(measure)}, thiếu số liệu {', '.join(str(period) for period in lacking)}"
    remark = next((one.remark for _, one in judged if one.remark), None)
    return Judgement(Verdict.NO_DATA, printed, reason=reason, remark=remark)


def lower_is_better(measure: Measure) -> bool:
    """Whether the target asks for little, not for much."""
    low = measure.comparison in (Comparison.AT_MOST, Comparison.LESS_THAN, Comparison.DECREASE_BY)
    return low or (measure.comparison == Comparison.EXACTLY and measure.value == 0)


def shown_amount(amount: Amount, measure: Measure | None) -> Shown:
    """The amount as printed in the unit of its target; ``0/0`` when nothing arose."""
    if amount.level is not None:
        return Shown(amount.level)
    value = amount.value
    if value is None:
        return Shown("0/0")
    bounds = _bounds(measure) if measure else ()
    if amount.is_fraction or (measure is not None and measure.is_rate):
        return percent(value, bounds)
    return shown(value, bounds, unit=_unit(measure) if measure else "")


def target_text(measure: Measure) -> str:
    """What the target asks for, in signs: ``≥ 95%``, ``từ 1 đến 2 lần/năm``; a level as the agency wrote it."""
    if measure.value is None:
        return measure.unit
    unit = "%" if measure.unit.startswith("%") else f" {measure.unit}" if measure.unit else ""
    value = _plain(measure.value)
    if measure.upper is not None:
        return f"từ {value} đến {_plain(measure.upper)}{unit}"
    if measure.is_change:
        return f"{'giảm' if measure.comparison == Comparison.DECREASE_BY else 'tăng'} ≥ {value}{unit}"
    return f"{_SIGNS.get(measure.comparison, '')}{value}{unit}"


def judge(measure: Measure, amount: Amount | Missing, period: Period, before: Amount | Missing) -> Judgement:
    """The result of a period judged by its target; ``before`` is that of the same period a year ago.

    What counts per year is judged on the year; until then it is not due.
    """
    if isinstance(amount, Missing):
        return Judgement(Verdict.NO_DATA, reason=amount.reason)
    printed = shown_amount(amount, measure)
    if measure.comparison == Comparison.LEVEL:
        return _judge_level(measure, amount, printed)
    value = amount.value
    if amount.nothing_arisen:
        return Judgement(Verdict.NO_DATA, printed, reason="không phát sinh trong kỳ (0/0)")
    if value is None:
        remark = level_for_a_number(amount.level, target_text(measure))
        return Judgement(Verdict.NO_DATA, printed, reason="chưa có số liệu để so với chỉ tiêu", remark=remark)
    if measure.is_change:
        return _judge_change(measure, amount, value, before, printed)
    if amount.is_fraction and not measure.is_rate:
        reason = "kết quả chưa cùng đơn vị tính với chỉ tiêu"
        return Judgement(Verdict.NO_DATA, printed, reason=reason, remark=fraction_for_a_number(target_text(measure)))
    not_due = "" if measure.is_rate else _not_due(measure, period, printed)
    if not_due:
        return Judgement(Verdict.NO_DATA, printed, reason=not_due)
    bound, met = _against(measure, value)
    arithmetic = f"{amount.formula} = {printed}" if amount.formula else str(printed)
    unit = POINTS if measure.is_rate else _unit(measure)
    gap = signed(value - bound, 2 if measure.is_rate else 0, unit=unit)
    asked = percent_text(bound) if measure.is_rate else decimal_text(bound) + _unit(measure)
    return _judged(met, measure, printed, arithmetic, gap, f"{printed} - {asked} = {gap}")


def _judged(
    met: bool, measure: Measure, printed: Shown, arithmetic: str, gap: Shown | None = None, gap_formula: str = ""
) -> Judgement:
    verdict = Verdict.MET if met else Verdict.MISSED
    sentence = f"{arithmetic}; {target_text(measure)} → {verdict}"
    return Judgement(verdict, printed, sentence, "", gap, gap_formula)


def _against(measure: Measure, value: Fraction) -> tuple[Fraction, bool]:
    """The bound the value is told apart from, and whether the target is met; a plain figure asks for no less."""
    asked = Fraction(measure.value or 0)
    if measure.upper is not None:
        upper = Fraction(measure.upper)
        return (upper if value > upper else asked), asked <= value <= upper
    met = {
        Comparison.AT_LEAST: value >= asked,
        Comparison.MORE_THAN: value > asked,
        Comparison.AT_MOST: value <= asked,
        Comparison.LESS_THAN: value < asked,
        Comparison.EXACTLY: value >= asked if asked else value == 0,
    }
    return asked, met[measure.comparison]


def _judge_level(measure: Measure, amount: Amount, printed: Shown) -> Judgement:
    reached = amount.level
    if reached is None:
        number = amount.number
        reached = f"hạng {number}" if number is not None and number == int(number) else None
    order = compare_levels(reached, measure.unit) if reached else None
    if order is None:
        reason, remark = "chưa xác định được mức đạt so với chỉ tiêu", level_off_the_scale(str(printed), measure.unit)
        return Judgement(Verdict.NO_DATA, printed, reason=reason, remark=remark)
    return _judged(order >= 0, measure, printed, str(printed))


def _judge_change(
    measure: Measure, amount: Amount, value: Fraction, before: Amount | Missing, printed: Shown
) -> Judgement:
    if isinstance(before, Missing) or before.value is None:
        reason = "chưa có số liệu cùng kỳ năm trước để so sánh"
        return Judgement(Verdict.NO_DATA, printed, reason=reason, remark=nothing_a_year_ago())
    if amount.is_fraction != before.is_fraction:
        reason = "kết quả và số liệu cùng kỳ năm trước không cùng cách tính"
        return Judgement(Verdict.NO_DATA, printed, reason=reason, remark=other_kind_a_year_ago())
    down = measure.comparison == Comparison.DECREASE_BY
    asked = Fraction(measure.value or 0)
    change = before.value - value if down else value - before.value
    unit = _unit(measure)
    if amount.is_fraction:
        unit = POINTS
    elif measure.unit.startswith("%"):
        if before.value == 0:
            reason = "cùng kỳ năm trước bằng 0, không tính được tỷ lệ thay đổi"
            return Judgement(Verdict.NO_DATA, printed, reason=reason)
        change, unit = 100 * change / before.value, PERCENT
    decimals = 2 if unit in (POINTS, PERCENT) else 0
    was = shown_amount(before, measure)
    amounts = f"{amount.formula} = {printed}" if amount.formula else str(printed)
    changed = decimal_text(abs(change), (asked, Fraction(0)), decimals) + unit
    word = "giảm" if (change >= 0) == down else "tăng"
    arithmetic = f"cùng kỳ {was}; kỳ này {amounts}; {f'{word} {changed}' if change else 'không đổi'}"
    gap = signed(change - asked, decimals, unit=unit)
    gap_formula = f"{decimal_text(change, (asked,), decimals)} - {decimal_text(asked)} = {gap}"
    return _judged(change >= asked, measure, printed, arithmetic, gap, gap_formula)


def _not_due(measure: Measure, period: Period, printed: Shown) -> str:
    """Why a number per year (or quarter, month) cannot be judged on this period; empty when it can."""
    span = span_of(measure)
    if span is None:
        return ""
    first, last = period.days()
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    if months < _MONTHS[span]:
        return f"chưa đến hạn: chỉ tiêu tính theo {span}, đến hết {period} được {printed}"
    if months > _MONTHS[span]:
        return f"chỉ tiêu tính theo {span}, kỳ này không gồm trọn các {span}"
    return ""


def _bounds(measure: Measure) -> tuple[Fraction, ...]:
    if measure.is_change:
        return ()
    return tuple(Fraction(bound) for bound in (measure.value, measure.upper) if bound is not None)


def _unit(measure: Measure) -> str:
    """What is counted, without the span: ``lần/năm`` gives `` lần``."""
    if measure.comparison == Comparison.LEVEL or measure.unit.startswith("%"):
        return ""
    counted = _SPAN.split(measure.unit)[0].split(" so với ")[0].strip()
    return f" {counted}" if counted else ""


def _plain(value: object) -> str:
    return decimal_text(Fraction(str(value)), most=10)
