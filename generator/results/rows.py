"""The rows of a report: one objective, target and unit, its result of the period judged, compared and explained."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.dossier.quality.objectives import Objective
from generator.dossier.quality.results import Result
from generator.dossier.quality.target_lines import TargetLine
from generator.dossier.quality.targets import Target
from generator.errors import Problem
from generator.faults import Described, listed
from generator.findings import Finding
from generator.records import record
from generator.results.amounts import Amount, Figure, Missing, Places, SourceRef
from generator.results.comparison import Comparison, compare
from generator.results.judgement import Judgement, Verdict, is_counted, judge, judge_each, shown_amount, span_of
from generator.results.ledger import Ledger, Series, Total
from generator.results.periods import pieces, previous, year_ago
from generator.results.printing import NOTHING
from generator.results.remarks import Remark, more_than_all, no_target
from generator.targets.measure import Measure
from generator.wording.times.dates import short_date
from generator.wording.times.periods import Period

_Explained = list[tuple[str, int, Result]]  # the unit when it is one of several, the index, the entry


@record(frozen=True)
class Row:
    """One objective × target × unit in the period; ``target`` and ``verdict`` are None for a unit that has none.

    ``amount`` is what was reported, added up; ``reason`` says why there is no verdict;
    ``parts`` are the units whose results make up that of a common target.
    """

    objective: Objective
    number: int
    target: Target | None
    unit: str | None
    verdict: Verdict | None
    arithmetic: str
    reason: str
    result: Figure | None
    amount: Amount | None
    difference: Figure | None
    year_ago: Comparison | None
    previous: Comparison | None
    causes: tuple[str, ...]
    actions: tuple[str, ...]
    evidence: tuple[str, ...]
    notes: tuple[str, ...]
    parts: tuple[Row, ...] = ()

    @property
    def exact(self) -> Fraction | None:
        """The result as an exact number, a rate in hundredths; None for a level, for 0 of 0 and without data."""
        return self.amount.value if self.amount else None

    @property
    def numerator(self) -> int | None:
        """The numerator where the result is a fraction."""
        return self.amount.numerator if self.amount else None

    @property
    def denominator(self) -> int | None:
        """The denominator where the result is a fraction."""
        return self.amount.denominator if self.amount else None

    @property
    def nothing_arisen(self) -> bool:
        """Whether there was nothing to count: 0 of 0."""
        return self.denominator == 0

    def figures(self) -> Iterator[tuple[str, Figure]]:
        """Every figure of the row and of its parts, with a label that says what it is."""
        who = f"Mục tiêu {self.number}" + (f", {self.unit}" if self.unit else "")
        who += f", {self.target.text}" if self.target else ""
        if self.result:
            yield f"{who}: kết quả", self.result
        if self.difference:
            yield f"{who}: chênh lệch so với chỉ tiêu", self.difference
        for other in (self.year_ago, self.previous):
            if other:
                yield f"{who}: kết quả {other.period}", other.result
                if other.change:
                    yield f"{who}: so với {other.period}", other.change
        for part in self.parts:
            yield from part.figures()


class Rows:
    """Makes the rows of one period; ``problems`` grows with the misses that nobody explained.

    ``findings`` grows with what keeps results from being added up or judged: the rows say it as an office does.
    """

    def __init__(self, ledger: Ledger, period: Period, place: Places) -> None:
        self.problems: list[Problem] = []
        self.findings: list[Finding] = []
        self._ledger = ledger
        self._period = period
        self._place = place

    def of(self, objective: Objective, number: int) -> tuple[Row, ...]:
        """The rows of an objective in the order of its targets, then the units without a target that reported."""
        rows = [self._of_line(line, number) for line in self._ledger.lines.of(objective.id)]
        if not rows:
            where = self._place(("muc_tieu", number - 1))
            self.findings.append(no_target(objective.id).finding(where, f"mục tiêu {number}"))
        for series in self._ledger.without_target(objective.id):
            amount = self._ledger.over(series, self._period, counted=False)
            if isinstance(amount, Amount):
                why = "không giao chỉ tiêu cho đơn vị này" if objective.targets else "chưa xác định chỉ tiêu"
                rows.append(self._plain(objective, number, series, amount, why))
        return tuple(rows)

    def _of_line(self, line: TargetLine, number: int) -> Row:
        counted = is_counted(line.targets[-1].measure)
        total = self._ledger.total(line, self._period, counted=counted)
        ago, before = year_ago(self._period), previous(self._period)
        amount_ago = self._ledger.total(line, ago, counted=counted).amount
        target = line.on(self._period.days()[1])
        measure = target.measure if target else None
        judged = self._judged(line, target, total, amount_ago)
        self._remark(judged.remark, total.amount, number, line.unit)
        explained = self._explained(line, total)
        if judged.verdict is Verdict.MISSED:
            self._demand_explanation(line, judged, total, explained)
        compared_before = None
        if before is not None:
            amount_before = self._ledger.total(line, before, counted=counted).amount
            compared_before = compare(total.amount, amount_before, before, measure, self._place)
        return self._row(
            line.objective,
            number,
            line.unit,
            total.amount,
            judged,
            target,
            year_ago=compare(total.amount, amount_ago, ago, measure, self._place),
            previous=compared_before,
            difference=self._difference(line, target, judged, total.amount),
            explained=explained,
            notes=self._notes(line, target),
            parts=tuple(
                self._plain(line.objective, number, series, amount, "tính chung vào chỉ tiêu trên", measure)
                for series, amount in total.parts
            ),
        )

    def _judged(self, line: TargetLine, target: Target | None, total: Total, amount_ago: Amount | Missing) -> Judgement:
        if target is None:
            since = line.targets[0].since
            reason = f"chỉ tiêu áp dụng từ ngày {short_date(since)}" if since else ""
            shown = shown_amount(total.amount, None) if isinstance(total.amount, Amount) else NOTHING
            return Judgement(Verdict.NO_DATA, shown, reason=reason)
        span = span_of(target.measure)
        each = pieces(self._period, span) if span else ()
        if each:
            counted = is_counted(target.measure)
            amounts = [(piece, self._ledger.total(line, piece, counted=counted).amount) for piece in each]
            return judge_each(target.measure, total.amount, amounts)
        return judge(target.measure, total.amount, self._period, amount_ago)

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
        explained: _Explained,
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
        objective: Objective,
        number: int,
        series: Series,
        amount: Amount | Missing,
        reason: str,
        measure: Measure | None = None,
    ) -> Row:
        """The row of a unit that has no target of its own: its figures without a verdict."""
        shown = shown_amount(amount, measure) if isinstance(amount, Amount) else NOTHING
        why = reason if isinstance(amount, Amount) else amount.reason
        explained: _Explained = [("", *entry) for entry in self._ledger.explained(series, self._period)]
        judged = Judgement(Verdict.NO_DATA, shown, reason=why)
        self._remark(None, amount, number, series.unit)
        return self._row(objective, number, series.unit, amount, judged, None, explained=explained)

    def _difference(
        self, line: TargetLine, target: Target | None, judged: Judgement, amount: Amount | Missing
    ) -> Figure | None:
        if target is None or judged.gap is None or isinstance(amount, Missing):
            return None
        objective = self._ledger.position(line.objective.id)
        position = line.position + line.targets.index(target)
        where = self._place(("muc_tieu", objective, "chi_tieu", position))
        asked = SourceRef(where, f"chỉ tiêu «{target.text}»")
        return Figure(judged.gap, judged.gap_formula, (*amount.sources(self._place), asked))

    def _explained(self, line: TargetLine, total: Total) -> _Explained:
        """The entries that may explain the row: its own, else those of the units below it, each with its unit."""
        own = self._ledger.own(line)
        entries = self._ledger.explained(own, self._period) if own else []
        found: _Explained = [("", *entry) for entry in entries]
        for series, _ in total.parts:
            found += [(series.unit or "", *entry) for entry in self._ledger.explained(series, self._period)]
        return found

    def _demand_explanation(self, line: TargetLine, judged: Judgement, total: Total, explained: _Explained) -> None:
        lacking = [
            Result.label(name)
            for name, given in (
                ("cause", any(entry.cause for _, _, entry in explained)),
                ("action", any(entry.action for _, _, entry in explained)),
            )
            if not given
        ]
        if not lacking or isinstance(total.amount, Missing):
            return
        who = f"mục tiêu {line.objective.id}" + (f", {line.unit}" if line.unit else "")
        missed = f"{who}, {self._period} không đạt ({judged.arithmetic}) mà chưa ghi "
        fix = "điền vào dòng này; kỳ cộng từ nhiều dòng thì ghi ở một trong các dòng đó"
        where = self._place(("ket_qua", total.amount.terms[-1].index, lacking[0].key))
        self.problems.append(Problem(where, Described(missed, listed(lacking, " và ")), fix))

    def _remark(self, remark: Remark | None, amount: Amount | Missing, number: int, unit: str | None) -> None:
        """Take down what is to be said of an amount, at the result that is at fault."""
        remarks = [remark] if remark else []
        if isinstance(amount, Missing):
            remarks, index = [amount.remark] if amount.remark else remarks, amount.index
        else:
            index = amount.terms[-1].index
            if amount.denominator and (amount.numerator or 0) > amount.denominator:
                remarks.append(more_than_all(amount.numerator or 0, amount.denominator))
        where = f"mục tiêu {number}" + (f", {unit}" if unit else "")
        self.findings += [found.finding(self._place(("ket_qua", index)), where) for found in remarks]

    def _notes(self, line: TargetLine, target: Target | None) -> tuple[str, ...]:
        notes: list[str] = []
        if target is not None and target.since and target is not line.targets[0]:
            before = line.targets[line.targets.index(target) - 1]
            notes.append(f"chỉ tiêu đổi từ ngày {short_date(target.since)}: trước là {before.text}, nay {target.text}")
        return tuple(notes)


def _distinct(texts: Iterator[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{unit}: {text}" if unit else text for unit, text in texts))
