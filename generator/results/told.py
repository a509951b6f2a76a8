"""What the clerk is told of a report's rows: what is lacking, cannot be added or judged, was left from before."""

from __future__ import annotations

from generator.dossier.quality.results import Result
from generator.dossier.quality.target_lines import TargetLine, whose
from generator.findings import Finding
from generator.results.amounts import Amount, Missing, Places
from generator.results.ledger import Ledger
from generator.results.remarks import Remark, left_from_before, needless_cause, something_lacking
from generator.wording.times.periods import Period

Explained = list[tuple[str, int, Result]]
"""What explains a row: the unit when it is one of several, the index of the entry, the entry."""


class Told:
    """Collects the findings of the rows of one report."""

    def __init__(self, ledger: Ledger, place: Places) -> None:
        self.findings: list[Finding] = []
        self._ledger = ledger
        self._place = place

    def lacking(self, line: TargetLine, number: int, amount: Amount | Missing) -> None:
        """Say that of a target nothing, or not all, was reported."""
        if isinstance(amount, Missing):
            where = self._place(("muc_tieu", number - 1))
            self.findings.append(something_lacking(amount.reason).finding(where, whose(number, line.unit)))

    def old(self, line: TargetLine, number: int, explained: Explained) -> None:
        """Say where a miss is explained in the very words of an earlier period."""
        for unit, index, entry in explained:
            earlier = self._ledger.earlier(line, entry)
            for name, texts in (("cause", entry.cause), ("action", entry.action)):
                when = next((period for period, one in earlier if texts and getattr(one, name) == texts), None)
                if when is not None:
                    remark = left_from_before(Result.label(name), when)
                    where = self._place(("ket_qua", index, Result.ref(name).key))
                    self.findings.append(remark.finding(where, whose(number, unit or line.unit)))

    def needless(self, line: TargetLine, number: int, period: Period) -> None:
        """Say where a period that met its target explains a miss."""
        own = self._ledger.own(line)
        index, entry = own.entries.get(period, (0, None)) if own else (0, None)
        if entry is not None and entry.says_figure and entry.cause:
            where = self._place(("ket_qua", index, Result.ref("cause").key))
            self.findings.append(needless_cause().finding(where, whose(number, line.unit)))

    def remark(
        self,
        found: Remark | None,
        amount: Amount | Missing,
        number: int,
        line: TargetLine | None,
        unit: str | None = None,
    ) -> None:
        """Take down what is to be said of an amount, at the result or the target that is at fault."""
        where = whose(number, line.unit if line else unit)
        if found and found.rule == "chi-tieu-chua-hieu" and line:
            source = self._place(("muc_tieu", number - 1, "chi_tieu", line.position))
            self.findings.append(found.finding(source, where))
            return
        if isinstance(amount, Missing):
            found, index = amount.remark or found, amount.index
        else:
            index = amount.terms[-1].index
        if found:
            self.findings.append(found.finding(self._place(("ket_qua", index)), where))
