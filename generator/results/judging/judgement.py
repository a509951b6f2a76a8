"""A result against its target: met, missed, not due, or not to be judged, with the arithmetic a reader can follow."""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction

from generator.patterns import late
from generator.records import record
from generator.results.amounts import Amount, Missing
from generator.results.judging.levels import meets
from generator.results.periods import previous, year_ago
from generator.results.printing import (
    NOTHING,
    PERCENT,
    POINTS,
    Shown,
    adds_up,
    balanced,
    decimal_text,
    decimals_of,
    equals_sign,
    signed,
)
from generator.results.remarks import (
    Remark,
    fraction_for_a_number,
    level_for_a_number,
    level_off_the_scale,
    nothing_a_year_ago,
    other_kind_a_year_ago,
    unknown_base,
)
from generator.results.telling import asked_text, in_percent, shown_amount, target_text, unit_of
from generator.targets.measure import Comparison, Measure
from generator.wording.times.periods import Period

_A_YEAR_AGO = late(r"cùng kỳ|năm (?:liền )?trước|năm ngoái", re.I)
_THE_ONE_BEFORE = late(r"(?:kỳ|quý|tháng)\s+(?:liền\s+)?(?:trước|liền kề)", re.I)
_YEAR = late(r"\b(?:19|20)\d\d\b")


class Verdict(StrEnum):
    """What a report says of a result; its text is what is printed."""

    MET = "Đạt"
    MISSED = "Không đạt"
    NO_DATA = "Chưa có số liệu"
    NOT_DUE = "Chưa đến hạn"
    """What counts over a longer span than has gone by."""
    YEAR_END = "Đánh giá cuối năm"
    """What is assessed once a year, of which a shorter period reports nothing."""


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


def base_of(measure: Measure, period: Period) -> Period | None:
    """The period a change is measured from: a year ago unless the target says another; None when it cannot be told."""
    against = measure.against or measure.unit.partition(" so với ")[2]
    if not against or _A_YEAR_AGO.search(against):
        return year_ago(period)
    if _THE_ONE_BEFORE.search(against):
        return previous(period)
    year = _YEAR.search(against)
    found = period
    while year and (found.year or 0) > int(year[0]):
        found = year_ago(found)
    return found if year and found.year == int(year[0]) and found != period else None


def judge(
    measure: Measure, amount: Amount | Missing, base: Amount | Missing, since: Period | None = None, places: int = 2
) -> Judgement:
    """The result judged by a target that was understood; ``base`` is what a change is measured from, of ``since``.

    ``places`` are the decimals with which the result adds up with what is printed beside it.
    """
    if isinstance(amount, Missing):
        return Judgement(Verdict.NO_DATA, reason=amount.reason)
    printed = shown_amount(amount, measure, places)
    if measure.comparison == Comparison.LEVEL:
        return _judge_level(measure, amount, printed)
    value = amount.value
    if amount.nothing_arisen:
        return Judgement(Verdict.NO_DATA, printed, reason="không phát sinh trong kỳ (0/0)")
    if value is None:
        remark = level_for_a_number(amount.level, target_text(measure))
        return Judgement(Verdict.NO_DATA, printed, reason="chưa có số liệu để so với chỉ tiêu", remark=remark)
    if measure.is_change:
        return _judge_change(measure, amount, value, base, since, printed)
    if amount.is_fraction and not measure.is_rate and not amount.averaged:
        reason = "kết quả chưa cùng đơn vị tính với chỉ tiêu"
        return Judgement(Verdict.NO_DATA, printed, reason=reason, remark=fraction_for_a_number(target_text(measure)))
    bound, met = against(measure, value)
    arithmetic = f"{amount.formula} = {printed}" if amount.formula else str(printed)
    unit = POINTS if measure.is_rate else unit_of(measure)
    gap = signed(value - bound, 2 if measure.is_rate else 0, places, unit=unit)
    asked = asked_text(bound, 2) + PERCENT if measure.is_rate else asked_text(bound) + unit
    return judged(
        met, measure, printed, arithmetic, gap, f"{printed} - {asked} {equals_sign(value, bound, places)} {gap}"
    )


def judged(
    met: bool, measure: Measure, printed: Shown, arithmetic: str, gap: Shown | None = None, gap_formula: str = ""
) -> Judgement:
    """Met or missed, with the sentence that says why."""
    verdict = Verdict.MET if met else Verdict.MISSED
    sentence = f"{arithmetic}; {target_text(measure)} → {verdict}"
    return Judgement(verdict, printed, sentence, "", gap, gap_formula)


def against(measure: Measure, value: Fraction) -> tuple[Fraction, bool]:
    """The bound the value is told apart from, and whether the target is met; a plain figure asks for no less."""
    asked = Fraction(measure.value or 0)
    if measure.upper is not None:
        upper = Fraction(measure.upper)
        enough = value > asked if measure.above else value >= asked
        not_more = value < upper if measure.below else value <= upper
        return (upper if value > upper or (enough and not not_more) else asked), enough and not_more
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
    met = meets(reached, measure.unit) if reached else None
    if met is None:
        reason, remark = "chưa xác định được mức đạt so với chỉ tiêu", level_off_the_scale(str(printed), measure.unit)
        return Judgement(Verdict.NO_DATA, printed, reason=reason, remark=remark)
    return judged(met, measure, printed, str(printed))


def _judge_change(
    measure: Measure, amount: Amount, value: Fraction, base: Amount | Missing, since: Period | None, printed: Shown
) -> Judgement:
    if since is None:
        reason = "chưa xác định được mốc để so sánh"
        return Judgement(
            Verdict.NO_DATA, printed, reason=reason, remark=unknown_base(measure.against or target_text(measure))
        )
    since_when = measure.against or measure.unit.partition(" so với ")[2]
    last_year = not since_when or bool(_A_YEAR_AGO.search(since_when))
    named = "cùng kỳ năm trước" if last_year else str(since)
    if isinstance(base, Missing) or base.value is None:
        reason = f"chưa có số liệu {named} để so sánh"
        return Judgement(Verdict.NO_DATA, printed, reason=reason, remark=nothing_a_year_ago(named))
    if amount.is_fraction != base.is_fraction:
        reason = f"kết quả và số liệu {named} không cùng cách tính"
        return Judgement(Verdict.NO_DATA, printed, reason=reason, remark=other_kind_a_year_ago(named))
    down = measure.comparison == Comparison.DECREASE_BY
    asked = Fraction(measure.value or 0)
    was_value = base.value
    change = was_value - value if down else value - was_value
    unit = unit_of(measure)
    relative = measure.unit.startswith("%") and not in_percent(amount, measure)
    if in_percent(amount, measure):
        unit = POINTS
    elif relative:
        if was_value == 0:
            reason = f"{named} bằng 0, không tính được tỷ lệ thay đổi"
            return Judgement(Verdict.NO_DATA, printed, reason=reason)
        change, unit = 100 * change / was_value, PERCENT
    decimals = 2 if unit in (POINTS, PERCENT) else 0
    places = balanced(change, (asked,), (asked, Fraction(0)), max(decimals, decimals_of(asked)))
    if not relative:  # the change is that of the two results as printed
        places = next((n for n in range(places, 7) if adds_up(value, was_value, n)), places)
    shown = [shown_amount(one, measure, places) for one in (amount, base)]
    amounts = f"{amount.formula} = {shown[0]}" if amount.formula else str(shown[0])
    changed = decimal_text(abs(change), (asked, Fraction(0)), decimals, places) + unit
    word = "giảm" if (change >= 0) == down else "tăng"
    before = "cùng kỳ" if last_year else named
    arithmetic = f"{before} {shown[1]}; kỳ này {amounts}; {f'{word} {changed}' if change else 'không đổi'}"
    gap = signed(change - asked, decimals, places, unit)
    done = decimal_text(change, (asked,), decimals, places)
    bound = asked_text(asked) if asked >= 0 else f"({asked_text(asked)})"
    gap_formula = f"{done} - {bound} {equals_sign(change, asked, places)} {gap}"
    met = change > asked if measure.above else change >= asked
    return judged(met, measure, shown[0], arithmetic, gap, gap_formula)
