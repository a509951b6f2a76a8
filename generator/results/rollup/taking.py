"""What one unit's dossier brings to the office's own objectives: parts added up, never percentages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.dossier.quality.objectives import Objective
from generator.dossier.quality.results import Result
from generator.dossier.quality.target_lines import Misfit, TargetLine, TargetLines
from generator.errors import DataError, Problem
from generator.findings import Level
from generator.results.amounts import Amount, Missing, added
from generator.results.ledger import Ledger
from generator.results.plausibility import implausible
from generator.results.rollup.entries import entry_of, explained_by
from generator.results.rollup.meaning import asked_by, matter_key, no_target, other_target, other_words
from generator.results.rollup.model import Entry, Taken, Unit, UnitDossier
from generator.results.rollup.units import Roster
from generator.wording.times.periods import Period

Matched = tuple[TargetLine, list[TargetLine]]


class Taker:
    """Takes over what units report, each dossier by itself, so that it need not be kept."""

    def __init__(self, own: UnitDossier, roster: Roster, period: Period | None) -> None:
        self.own = own
        self.lines = TargetLines(own.dossier.objectives, own.dossier.agency.unit_key)
        self.period = period.within(own.dossier.year) if period else None
        self._roster = roster
        self.common: dict[str, tuple[TargetLine, ...]] = {}
        self.bound: dict[str, dict[str, tuple[TargetLine, ...]]] = {}
        self.count: dict[str, int] = {}
        for objective in own.dossier.objectives:
            lines = self.lines.of(objective.id)
            bound: dict[str, tuple[TargetLine, ...]] = {}
            for line in lines:
                for name in line.units:
                    key = own.dossier.agency.unit_key(name)
                    bound[key] = (*bound.get(key, ()), line)
            self.common[objective.id] = tuple(line for line in lines if line.unit is None)
            self.bound[objective.id], self.count[objective.id] = bound, len(lines)

    def take(self, unit: UnitDossier) -> Taken:
        """What the dossier brings; with problems it brings nothing."""
        whose = self._roster.unit_of(unit)
        own_year = self.own.dossier.year
        if unit.dossier.year != own_year:
            what = f"hồ sơ của năm {unit.dossier.year}, hồ sơ tổng hợp của năm {own_year}"
            return Taken(whose, problems=(unit.problem(("nam",), what, "đưa vào hồ sơ cùng năm"),))
        try:
            work = _Taking(self, whose, unit)
            work.take()
        except DataError as error:
            found = (Problem(f"{unit.label}: {p.place}", p.what, p.fix, p.code) for p in error.problems)
            return Taken(whose, problems=tuple(found))
        return Taken(whose, () if work.problems else tuple(work.entries), tuple(work.notes), tuple(work.problems))


class _Taking:
    """One dossier while it is taken over."""

    def __init__(self, taker: Taker, whose: Unit, unit: UnitDossier) -> None:
        self.entries: list[Entry] = []
        self.notes: list[str] = []
        self.problems: list[Problem] = []
        self._by = taker
        self._name = whose.name
        self._unit = unit
        self._ledger = Ledger(unit.dossier, unit.place)
        self._fits: dict[tuple[str, str], TargetLine | Misfit | None] = {}

    def take(self) -> None:
        """Take over what the unit reports, objective by objective."""
        label, ledger, by = self._unit.label, self._ledger, self._by
        theirs = {objective.id: objective for objective in self._unit.dossier.objectives}
        extra = [name for name in theirs if name not in by.common]
        self.notes += (f"{label}: mục tiêu {name} không có trong hồ sơ tổng hợp, bỏ qua" for name in extra)
        for objective in by.own.dossier.objectives:
            if objective.id not in theirs:
                self.notes.append(f"{label}: không có mục tiêu {objective.id}")
                continue
            for own_line, lines in self._matched(objective, theirs[objective.id]):
                self._take_line(own_line, lines)
        for problem in ledger.problems:
            self.problems.append(Problem(f"{label}: {problem.place}", problem.what, problem.fix))
        for finding in implausible(self._unit.dossier, ledger.line_of, self._unit.place):
            if finding.level is Level.ERROR:
                self.problems.append(Problem(f"{label}: {finding.source}", finding.what, finding.fix))
        if not self.entries and not self.problems:
            self.notes.append(f"{label}: không có số liệu nào của {by.period or 'kỳ nào'}")

    def _matched(self, objective: Objective, unit_objective: Objective) -> Iterator[Matched]:
        """Each of the office's targets with the unit's lines that are part of it."""
        by, own = self._by, self._by.own
        mine = by.bound[objective.id].get(own.dossier.agency.unit_key(self._name)) or by.common[objective.id]
        theirs = self._ledger.lines.of(objective.id)
        found = list(other_words(own, objective, self._unit, unit_objective))
        self.problems += found
        if not mine:
            if by.count[objective.id]:
                what = f"mục tiêu {objective.id} không giao chỉ tiêu cho «{self._name}», bỏ qua"
                self.notes.append(f"{self._unit.label}: {what}")
            return
        if not theirs:
            self.problems.append(no_target(own, mine, self._unit, unit_objective))
            return
        grouped: dict[int, list[TargetLine]] = {}
        for line in theirs:
            same = [one for one in mine if asked_by(one) == asked_by(line)]
            if len(same) > 1:  # several targets ask for the same figure: their words tell them apart
                words = matter_key(line.targets[0].text)
                same = [one for one in same if matter_key(one.targets[0].text) == words]
            if len(same) != 1:
                found.append(other_target(own, mine, self._unit, unit_objective, line))
                self.problems.append(found[-1])
                continue
            grouped.setdefault(same[0].position, []).append(line)
        if found:
            return
        for one in mine:
            lines = grouped.get(one.position, [])
            if len(lines) > 1 and len({line.unit for line in lines} - {None}) < len(lines):
                self.problems.append(other_target(own, (one,), self._unit, unit_objective, lines[-1]))
            elif lines:
                yield one, lines

    def _take_line(self, own_line: TargetLine, lines: list[TargetLine]) -> None:
        adding = own_line.targets[-1].measure.adding
        ledger = self._ledger
        for period in self._periods(own_line.objective.id):
            totals = [ledger.total(line, period, adding) for line in lines]
            amounts = [total.amount for total in totals if isinstance(total.amount, Amount)]
            lacking = [total.amount for total in totals if isinstance(total.amount, Missing)]
            where = f"{self._unit.label}: mục tiêu {own_line.objective.id}, {period}"
            if lacking:
                if period == self._by.period or amounts:
                    said = dict.fromkeys(str(found.remark or found.reason) for found in lacking)
                    self.notes.append(f"{where}: {'; '.join(said)}")
                continue
            total = added(amounts, adding)
            if isinstance(total, Missing):
                self.notes.append(f"{where}: {total.remark or total.reason}")
                continue
            owns = [series for series in map(ledger.own, lines) if series]
            below = [part for found in totals for part, _ in found.parts]
            self._add(own_line, period, total, explained_by(ledger, [*owns, *below], period))

    def _periods(self, objective: str) -> list[Period]:
        asked, dossier = self._by.period, self._unit.dossier
        typed = [r.period_in(dossier.year) for r in dossier.results if r.objective == objective and r.says_figure]
        if asked is None:
            return list(dict.fromkeys(typed))
        earlier = [period for period in typed if replace(period, year=asked.year) == asked]
        return list(dict.fromkeys([asked, *earlier]))

    def _add(self, line: TargetLine, period: Period, amount: Amount, explained: list[Result]) -> None:
        by = self._by
        numbered = by.count[line.objective.id] > 1 and line.unit is None
        year = by.own.dossier.year
        entry = entry_of(line, self._name, period, amount, self._unit, explained, year, numbered=numbered)
        named = line.objective.id, entry.get("chi_tieu", "")
        if named not in self._fits:  # whatever the period
            self._fits[named] = by.lines.find(Result.model_validate(entry))
        misfit = self._fits[named]
        if isinstance(misfit, Misfit):
            self.problems.append(self._unit.problem(("co_quan", "ten"), misfit.what, misfit.fix))
        else:
            self.entries.append(entry)
