"""One row of a report: an objective, a target and a unit, with the result of the period and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.dossier.quality.objectives import Objective
from generator.dossier.quality.targets import Target
from generator.records import record
from generator.results.amounts import Amount, Figure
from generator.results.comparison import Comparison
from generator.results.judging.judgement import Verdict
from generator.wording.times.periods import Period


@record(frozen=True)
class Row:
    """One objective × target × unit in the period; ``target`` and ``verdict`` are None for a unit that has none.

    ``amount`` is what was reported, added up; ``reason`` says why there is no verdict;
    ``parts`` are the units whose results make up that of a common target. ``period`` is what the result is of: that of
    the report, but of a number asked for in a longer span (``04 lần/năm``) the span up to the report's last day, and
    ``in_period`` is then what the report's own period added to it. ``year_to_date`` is the result from January on (lũy
    kế) where that is more, ``of_plan`` how much of the number asked for in the year is reached. ``lacking`` names the
    periods and units nothing was reported of.
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
    period: Period | None = None
    in_period: Figure | None = None
    year_to_date: Figure | None = None
    of_plan: Figure | None = None
    lacking: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """Where the target stands, in the words a report has for it; empty for a unit without a target."""
        if self.verdict is None:
            return ""
        if self.verdict is Verdict.NO_DATA and self.amount is not None:
            return "Không phát sinh trong kỳ" if self.nothing_arisen else "Chưa đánh giá được"
        return str(self.verdict)

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
        for name, figure in (("trong kỳ", self.in_period), ("lũy kế", self.year_to_date), ("so với năm", self.of_plan)):
            if figure:
                yield f"{who}: {name}", figure
        if self.difference:
            yield f"{who}: chênh lệch so với chỉ tiêu", self.difference
        for other in (self.year_ago, self.previous):
            if other:
                yield f"{who}: kết quả {other.period}", other.result
                for change in (other.change, other.relative):
                    if change:
                        yield f"{who}: so với {other.period}", change
        for part in self.parts:
            yield from part.figures()
