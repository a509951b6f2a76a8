"""A number asked for in every year, half-year, quarter or month, judged on each such span that is over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from generator.records import record
from generator.results.amounts import Amount, Missing
from generator.results.judging.judgement import Judgement, Verdict, judge, judged
from generator.results.periods import spans, until
from generator.results.telling import shown_amount, shown_if_any
from generator.targets.measure import Adding, Comparison, Measure
from generator.wording.times.periods import Period

AmountOver = Callable[[Period], Amount | Missing]
FLOORS = (Comparison.AT_LEAST, Comparison.MORE_THAN, Comparison.EXACTLY)
"""What asks for so many to be reached."""
_NAMES = {12: "năm", 6: "6 tháng", 3: "quý", 1: "tháng"}


@record(frozen=True)
class Counted:
    """A number asked for in one span: what was counted from its beginning to the end of the report's period.

    ``period`` is that part of the span, ``due`` whether it is the whole of it.
    """

    span: Period
    period: Period
    amount: Amount | Missing

    @property
    def due(self) -> bool:
        """Whether the span is over."""
        return self.span == self.period


def is_counted_by_span(measure: Measure | None) -> bool:
    """Whether the target asks for a number in every span of so many months."""
    return measure is not None and measure.months is not None and measure.adding is Adding.SUM and not measure.is_change


def may_be_of_the_year(measure: Measure) -> bool:
    """Whether so many are to be reached and no span is said, which mostly means the year of the objectives."""
    return (
        measure.adding is Adding.SUM
        and measure.comparison in FLOORS
        and bool(measure.value)
        and not (measure.months or measure.span or measure.is_rate)
    )


def counted(measure: Measure, period: Period, over: AmountOver) -> tuple[Counted, ...]:
    """The spans the period touches, each with what was counted in it up to the period's end; none of odd spans."""
    last = period.days()[1]
    found = []
    for span in spans(period, measure.months or 12):
        part = span if span.days()[1] <= last else until(span, last)
        found.append(Counted(span, part, over(part)))
    return tuple(found)


def judge_spans(measure: Measure, period: Period, whole: Amount | Missing, each: Sequence[Counted]) -> Judgement:
    """The number judged on every span that is over, and on one that is not where it can no longer be met."""
    if not each:
        shown = shown_if_any(whole, measure)
        return Judgement(Verdict.NOT_DUE, shown, reason=f"chưa đến hạn: chỉ tiêu tính theo {span_name(measure)}")
    if len(each) == 1:
        return _judge_one(measure, period, whole, each[0])
    results = [(one, judge(measure, one.amount, Missing(()))) for one in each if one.due or _is_over(measure, one)]
    lacking = [one.span for one, found in results if found.verdict is Verdict.NO_DATA]
    printed = shown_if_any(whole, measure)
    parts = "; ".join(f"{one.period}: {found.shown}" for one, found in results if found.shown)
    if any(found.verdict is Verdict.MISSED for _, found in results):
        return judged(False, measure, printed, parts)
    if lacking:
        reason = f"chỉ tiêu tính theo {span_name(measure)}, thiếu số liệu {', '.join(map(str, lacking))}"
        remark = next((found.remark for _, found in results if found.remark), None)
        return Judgement(Verdict.NO_DATA, printed, reason=reason, remark=remark)
    if not each[-1].due:
        reached = f"{parts}; đến hết {period} {_reached(each[-1], measure)}"
        return Judgement(
            Verdict.NOT_DUE, printed, reason=f"chưa đến hạn: chỉ tiêu tính theo {span_name(measure)}, {reached}"
        )
    return judged(True, measure, printed, parts)


def span_name(measure: Measure) -> str:
    """The span a number is asked for in: ``năm``, ``6 tháng``, ``quý``, ``5 tháng``."""
    months = measure.months or 12
    return _NAMES.get(months, f"{months} tháng")


def _judge_one(measure: Measure, period: Period, whole: Amount | Missing, one: Counted) -> Judgement:
    if one.due and isinstance(one.amount, Missing):
        return Judgement(Verdict.NO_DATA, shown_if_any(whole, measure), reason=one.amount.reason)
    if one.due or _is_over(measure, one):
        found = judge(measure, one.amount, Missing(()), places=10)
        if one.period == period or not found.arithmetic:
            return found
        sentence = f"lũy kế {one.period}: {found.arithmetic}"
        return Judgement(found.verdict, found.shown, sentence, "", found.gap, found.gap_formula)
    name = span_name(measure)
    if isinstance(one.amount, Missing):
        reason = f"chưa đến hạn: chỉ tiêu tính theo {name}; {one.amount.reason}"
        return Judgement(Verdict.NOT_DUE, shown_if_any(whole, measure), reason=reason)
    if one.amount.value is None or one.amount.is_fraction:
        return judge(measure, one.amount, Missing(()))  # of another kind: said
    reason = f"chưa đến hạn: chỉ tiêu tính theo {name}, đến hết {period} {_reached(one, measure)}"
    return Judgement(Verdict.NOT_DUE, shown_amount(one.amount, measure), reason=reason)


def _reached(one: Counted, measure: Measure) -> str:
    if isinstance(one.amount, Missing):
        return one.amount.reason
    return f"được {shown_amount(one.amount, measure)}"


def _is_over(measure: Measure, one: Counted) -> bool:
    """Whether more was counted than the whole span allows: what is counted never becomes less."""
    if one.due or not isinstance(one.amount, Amount) or one.amount.value is None or one.amount.is_fraction:
        return False
    value = one.amount.value
    if measure.upper is not None:
        upper = Fraction(measure.upper)
        return value > upper or (measure.below and value == upper)
    asked = Fraction(measure.value or 0)
    if measure.comparison == Comparison.AT_MOST or (measure.comparison == Comparison.EXACTLY and not asked):
        return value > asked
    return measure.comparison == Comparison.LESS_THAN and value >= asked
