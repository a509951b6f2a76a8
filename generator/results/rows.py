"""The rows of a report made: the result of each objective, target and unit judged, compared and explained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from generator.dossier.quality.objectives import Objective
from generator.dossier.quality.results import Result
from generator.dossier.quality.target_lines import TargetLine, whose
from generator.dossier.quality.targets import Target
from generator.errors import Problem
from generator.faults import Described, listed
from generator.results.amounts import Amount, Figure, Missing, Places, SourceRef, Term
from generator.results.comparison import Comparison, compare
from generator.results.deadlines import deadline_in
from generator.results.judging.judgement import Judgement, Verdict, base_of, judge
from generator.results.judging.levels import meets
from generator.results.judging.spans import Counted, counted, is_counted_by_span, judge_spans, may_be_of_the_year
from generator.results.ledger import Ledger, Series, Total
from generator.results.periods import months_in, previous, spanning, year_ago
from generator.results.printing import percent
from generator.results.remarks import no_target, span_not_said, unread_target
from generator.results.row import Row
from generator.results.telling import asked_text, lower_is_better, places_of, shown_amount, shown_if_any, target_text
from generator.results.told import Explained, Told
from generator.targets.levels import LevelKind, level_kind
from generator.targets.measure import Adding, Measure
from generator.targets.measure import Comparison as Asked
from generator.wording.times.dates import short_date
from generator.wording.times.periods import Period


class Rows:
    """Makes the rows of one period; ``problems`` grows with the misses that nobody explained.

    ``findings`` grows with what keeps results from being added up or judged: the rows say it as an office does.
    """

    def __init__(self, ledger: Ledger, period: Period, place: Places) -> None:
        self.problems: list[Problem] = []
        self._told = Told(ledger, place)
        self.findings = self._told.findings
        self._ledger = ledger
        self._period = period
        self._place = place

    def of(self, objective: Objective, number: int) -> tuple[Row, ...]:
        """The rows of an objective in the order of its targets, then the units without a target that reported."""
        rows = [self._of_line(line, number) for line in self._ledger.lines.of(objective.id)]
        for series in self._ledger.without_target(objective.id):
            amount = self._ledger.over(series, self._period, Adding.PARTS)
            if isinstance(amount, Amount):
                why = "không giao chỉ tiêu cho đơn vị này" if objective.targets else "chưa xác định chỉ tiêu"
                rows.append(self._assessed(self._plain(objective, number, series, amount, why), series, amount))
        if not objective.targets and not any(row.verdict for row in rows):
            where = self._place(("muc_tieu", number - 1))
            self.findings.append(no_target(objective.id).finding(where, f"mục tiêu {number}"))
        return tuple(rows)

    def _assessed(self, row: Row, series: Series, amount: Amount) -> Row:
        """The row of an objective in words alone, judged where an assessor said «đạt» or «không đạt» of it."""
        met = meets(amount.level, "") if amount.level and not row.objective.targets else None
        if met is None:
            return row
        if not met:
            explained: Explained = [("", *entry) for entry in self._ledger.explained(series, self._period)]
            self._demand_explanation(
                row.objective.id, row.unit, row.result.text if row.result else "", amount, explained
            )
        return replace(row, verdict=Verdict.MET if met else Verdict.MISSED, reason="")

    def _of_line(self, line: TargetLine, number: int) -> Row:
        target = line.on(self._period.days()[1])
        measure = target.measure if target else None
        own = self._over(line, self._period)
        each: tuple[Counted, ...] = ()
        total, of = own, self._period
        if measure is not None and is_counted_by_span(measure):
            each = counted(measure, self._period, lambda period: self._over(line, period).amount)
            if len(each) == 1 and isinstance(each[0].amount, Amount):
                of = each[0].period
                total = self._over(line, of)
        ago = year_ago(of)
        before = previous(self._period) if of == self._period else None
        amount_ago = self._over(line, ago).amount
        amount_before = self._over(line, before).amount if before else Missing(())
        places = places_of(total.amount, measure) if isinstance(total.amount, Amount) else 2
        judged = self._judged(line, target, own, each, places)
        self._told.remark(judged.remark, own.amount, number, line)
        explained = self._explained(line, total, of)
        if judged.verdict is Verdict.MISSED:
            low = target is not None and lower_is_better(target.measure)
            self._demand_explanation(line.objective.id, line.unit, judged.arithmetic, total.amount, explained, low)
            self._told.old(line, number, explained)
        elif judged.verdict is Verdict.MET:
            self._told.needless(line, number, self._period)
        elif not _is_later(judged, each) and _lacks_figures(own):
            self._told.lacking(line, number, own.amount)
        row = self._row(
            line.objective,
            number,
            line.unit,
            total.amount,
            judged,
            target,
            year_ago=compare(total.amount, amount_ago, ago, measure, self._place),
            previous=compare(total.amount, amount_before, before, measure, self._place) if before else None,
            difference=self._difference(line, target, judged, total.amount),
            explained=explained,
            notes=self._notes(line, target, total.amount),
            parts=tuple(
                self._plain(line, number, series, amount, "tính chung vào chỉ tiêu trên", measure)
                for series, amount in total.parts
            ),
        )
        in_period = self._figure(own.amount, measure) if of != self._period else None
        lacking = own.amount.lacking if isinstance(own.amount, Missing) else ()
        return replace(
            row,
            period=of,
            in_period=in_period,
            year_to_date=self._to_date(line, of, measure),
            of_plan=self._of_plan(total.amount, measure),
            lacking=tuple(str(one).removeprefix("của ") for one in lacking if judged.verdict is not Verdict.YEAR_END),
        )

    def _over(self, line: TargetLine, period: Period) -> Total:
        return self._ledger.total(line, period, line.targets[-1].measure.adding)

    def _figure(self, amount: Amount | Missing, measure: Measure | None) -> Figure | None:
        if isinstance(amount, Missing):
            return None
        shown = shown_amount(amount, measure)
        return Figure(shown, f"{amount.formula} = {shown}" if amount.formula else "", amount.sources(self._place))

    def _to_date(self, line: TargetLine, of: Period, measure: Measure | None) -> Figure | None:
        """The result from January to the end of the period, of what may be added; None where the period is that."""
        first, last = of.days()
        if measure is None or measure.adding not in (Adding.PARTS, Adding.SUM) or first.month == 1:
            return None
        return self._figure(self._over(line, spanning(date(last.year, 1, 1), last)).amount, measure)

    def _of_plan(self, amount: Amount | Missing, measure: Measure | None) -> Figure | None:
        """How much of a number asked for in the year is reached, in percent."""
        if measure is None or measure.months != 12 or not is_counted_by_span(measure) or lower_is_better(measure):
            return None
        if isinstance(amount, Missing) or amount.number is None or not measure.value:
            return None
        asked = Fraction(measure.value)
        share = percent(100 * amount.number / asked)
        formula = f"{shown_amount(amount, measure)} / {asked_text(asked)} = {share}"
        return Figure(share, formula, amount.sources(self._place))

    def _judged(
        self, line: TargetLine, target: Target | None, total: Total, each: tuple[Counted, ...], places: int
    ) -> Judgement:
        shown = shown_if_any(total.amount, None)
        if target is None:
            since = line.targets[0].since
            reason = f"chỉ tiêu áp dụng từ ngày {short_date(since)}" if since else ""
            return Judgement(Verdict.NO_DATA, shown, reason=reason)
        measure = target.measure
        if measure.comparison is Asked.UNREAD:
            remark = unread_target(target.typed or target.text, measure.why)
            return Judgement(Verdict.NO_DATA, shown, reason="chưa xác định được chỉ tiêu để đánh giá", remark=remark)
        if is_counted_by_span(measure):
            return judge_spans(measure, self._period, total.amount, each)
        not_due = self._not_due(measure, total.amount)
        if not_due:
            return Judgement(Verdict.NOT_DUE, reason=not_due)
        if self._at_year_end(line, measure, total.amount):
            shown = shown_if_any(total.amount, measure)
            reason = "đánh giá cuối năm" + (f"; đến hết {self._period}: {shown}" if shown else "")
            return Judgement(Verdict.YEAR_END, shown, reason=reason)
        base = base_of(measure, self._period) if measure.is_change else None
        before = self._over(line, base).amount if base else Missing(())
        found = judge(measure, total.amount, before, base, places)
        if found.verdict is Verdict.MISSED and may_be_of_the_year(measure) and months_in(self._period) < 12:
            return replace(found, remark=span_not_said(target_text(measure), str(self._period)))
        return found

    def _at_year_end(self, line: TargetLine, measure: Measure, amount: Amount | Missing) -> bool:
        """Whether the target is assessed once a year: so asked for, or a level of which no part of it reported any."""
        if months_in(self._period) >= 12:
            return False
        if measure.months == 12 and measure.adding is not Adding.PARTS and not measure.is_change:
            return True
        if measure.comparison is not Asked.LEVEL or isinstance(amount, Amount):
            return False
        graded = level_kind(measure.unit) in (LevelKind.GRADE, LevelKind.PLACE)
        return graded and not self._ledger.reports(line, self._period)

    def _not_due(self, measure: Measure, amount: Amount | Missing) -> str:
        """Why what is to be done by a day after the period is not due; empty when it is, or was done."""
        if measure.comparison is not Asked.LEVEL or isinstance(amount, Amount):
            return ""
        if level_kind(measure.unit) is not LevelKind.DAY:
            return ""
        due = deadline_in((measure.unit,), self._period.days()[1].year)
        return f"chưa đến hạn: hạn {short_date(due)}" if due and due > self._period.days()[1] else ""

    def _row(
        self,
        objective: Objective,
        number: int,
        unit: str | None,
        amount: Amount | Missing,
        judged: Judgement,
        target: Target | None,
        *,
        year_ago: Comparison | None = None,
        previous: Comparison | None = None,
        difference: Figure | None = None,
        explained: Explained,
        notes: tuple[str, ...] = (),
        parts: tuple[Row, ...] = (),
    ) -> Row:
        known = amount if isinstance(amount, Amount) else None
        shown = str(judged.shown)
        formula = f"{known.formula} = {shown}" if known and known.formula and known.value is not None else shown
        result = Figure(judged.shown, formula, known.sources(self._place)) if known else None
        return Row(
            objective,
            number,
            target,
            unit,
            judged.verdict if target else None,
            judged.arithmetic,
            judged.reason,
            result,
            known,
            difference,
            year_ago,
            previous,
            _distinct((unit, text) for unit, _, entry in explained for text in entry.cause or ()),
            _distinct((unit, text) for unit, _, entry in explained for text in entry.action or ()),
            _distinct((unit, text) for unit, _, entry in explained for text in entry.evidence or ()),
            notes,
            parts,
        )

    def _plain(
        self,
        line: TargetLine | Objective,
        number: int,
        series: Series,
        amount: Amount | Missing,
        reason: str,
        measure: Measure | None = None,
    ) -> Row:
        """The row of a unit that has no target of its own: its figures without a verdict."""
        shown = shown_if_any(amount, measure)
        why = reason if isinstance(amount, Amount) else amount.reason
        explained: Explained = [("", *entry) for entry in self._ledger.explained(series, self._period)]
        judged = Judgement(Verdict.NO_DATA, shown, reason=why)
        objective = line if isinstance(line, Objective) else line.objective
        self._told.remark(None, amount, number, None, series.unit)
        return self._row(objective, number, series.unit, amount, judged, None, explained=explained)

    def _difference(
        self, line: TargetLine, target: Target | None, judged: Judgement, amount: Amount | Missing
    ) -> Figure | None:
        if target is None or judged.gap is None or isinstance(amount, Missing):
            return None
        objective = self._ledger.position(line.objective.id)
        position = line.position + line.targets.index(target)
        path = ("muc_tieu", objective, "chi_tieu", position)
        asked = SourceRef(self._place(path), f"chỉ tiêu «{target.text}»", path)
        return Figure(judged.gap, judged.gap_formula, (*amount.sources(self._place), asked))

    def _explained(self, line: TargetLine, total: Total, of: Period) -> Explained:
        """The entries that may explain the row: its own, else those of the units below it, each with its unit.

        Those of the report's own period come before others of a longer span.
        """
        own = self._ledger.own(line)
        several = [("", own)] if own else []
        several += [(series.unit or "", series) for series, _ in total.parts]
        found: Explained = []
        for period in dict.fromkeys((self._period, of)):
            found = [(unit, *entry) for unit, one in several for entry in self._ledger.explained(one, period)]
            if any(entry.cause or entry.action for _, _, entry in found):
                break
        return found

    def _demand_explanation(
        self,
        objective: str,
        unit: str | None,
        arithmetic: str,
        amount: Amount | Missing,
        explained: Explained,
        low: bool = False,
    ) -> None:
        """Asks for what is not explained, at the line that is worst itself; ``low``: the lower, the better."""
        lacking = [
            Result.label(name)
            for name, given in (
                ("cause", any(entry.cause for _, _, entry in explained)),
                ("action", any(entry.action for _, _, entry in explained)),
            )
            if not given
        ]
        if not lacking or isinstance(amount, Missing):
            return
        missed = f"{whose(objective, unit)}, {self._period} không đạt ({arithmetic}) mà chưa ghi "
        fix = "điền vào dòng này, hoặc dòng của đơn vị có nguyên nhân: báo cáo in kèm tên đơn vị của dòng"
        where = self._place(("ket_qua", _worst(amount, low).index, lacking[0].key))
        self.problems.append(Problem(where, Described(missed, listed(lacking, " và ")), fix))

    def _notes(self, line: TargetLine, target: Target | None, amount: Amount | Missing) -> tuple[str, ...]:
        notes: list[str] = []
        if target is not None and target.since and target is not line.targets[0]:
            before = line.targets[line.targets.index(target) - 1]
            notes.append(f"chỉ tiêu đổi từ ngày {short_date(target.since)}: trước là {before.text}, nay {target.text}")
        if target is not None and target.measure.adding is Adding.LAST and isinstance(amount, Amount):
            of = self._ledger.period_of(amount)
            if of != self._period:
                notes.append(f"số liệu có đến cuối kỳ, ghi ở {of}")
        return tuple(notes)


def _is_later(judged: Judgement, each: tuple[Counted, ...]) -> bool:
    """Whether nothing need be reported yet; what is counted over a longer span is reported all along."""
    return judged.verdict is Verdict.YEAR_END or (judged.verdict is Verdict.NOT_DUE and not each)


def _worst(amount: Amount, low: bool) -> Term:
    """The line by itself farthest from the target; the last one where lines have no rates to be compared by."""
    rates = [(Fraction(one.result.numerator, one.result.denominator), one) for one in amount.terms
             if one.result.numerator is not None and one.result.denominator]  # fmt: skip
    return (max if low else min)(rates, key=lambda rate: rate[0])[1] if rates else amount.terms[-1]


def _lacks_figures(total: Total) -> bool:
    """Whether something was not reported, and not merely reported so that it cannot be added up."""
    amounts = [total.amount, *(amount for _, amount in total.parts)]
    return isinstance(total.amount, Missing) and not any(isinstance(one, Missing) and one.remark for one in amounts)


def _distinct(texts: Iterator[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{unit}: {text}" if unit else text for unit, text in texts))
