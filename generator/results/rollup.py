"""Results of several units' dossiers as those of the office above them: parts added up, never percentages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.dossier.model import Dossier
from generator.dossier.quality.objectives import Objective
from generator.dossier.quality.results import Result, typed_figure
from generator.dossier.quality.target_lines import Misfit, TargetLine, TargetLines, unit_key
from generator.errors import DataError, Problem
from generator.records import record
from generator.results.amounts import Amount, Missing, Places, added
from generator.results.ledger import Ledger, Series
from generator.wording.times.dates import short_date
from generator.wording.times.periods import Period

Entry = dict[str, Any]


@record(frozen=True)
class UnitDossier:
    """One unit's dossier: where it was read from, as messages name it, and what names its places."""

    label: str
    dossier: Dossier
    place: Places


@record(frozen=True)
class Rollup:
    """The results as entries of ``ket-qua.yaml``, and what could not be taken over or is missing (Vietnamese)."""

    entries: tuple[Entry, ...]
    notes: tuple[str, ...]


def roll_up(own: Dossier, units: Sequence[UnitDossier], period: Period | None = None) -> Rollup:
    """The units' results over the period, or over every period they report, for the office's own objectives.

    Raises DataError for a dossier of another year, or two of one unit.
    """
    known = _units_of(own)
    named: dict[str, UnitDossier] = {}
    problems: list[Problem] = []
    for unit in units:
        name = _name(unit.dossier, known)
        if name in named:
            fix = "mỗi đơn vị chỉ đưa vào một hồ sơ"
            problems.append(Problem(unit.label, f"hồ sơ thứ hai của «{name}», đã có {named[name].label}", fix))
        elif unit.dossier.year != own.year:
            what = f"hồ sơ của năm {unit.dossier.year}, hồ sơ tổng hợp của năm {own.year}"
            problems.append(Problem(unit.label, what, "đưa vào hồ sơ cùng năm"))
        named.setdefault(name, unit)
    if problems:
        raise DataError(problems)
    merger = _Merger(own, period)
    for name, unit in named.items():
        merger.take(name, unit)
    missing = [name for key, name in known.items() if key not in {unit_key(name) for name in named}]
    notes = [f"Chưa có hồ sơ của đơn vị: {', '.join(missing)}"] if missing else []
    return Rollup(tuple(merger.entries), (*notes, *merger.notes))


def _units_of(own: Dossier) -> dict[str, str]:
    """The units the office's targets bind, by key."""
    lines = [line for objective in own.objectives for line in TargetLines((objective,)).of(objective.id)]
    names = (name for line in lines for name in line.members or ([line.unit] if line.unit else []))
    return {unit_key(name): name for name in names}


def _name(dossier: Dossier, known: dict[str, str]) -> str:
    agency = dossier.agency
    names = [name for name in (agency.full_name, agency.short_name) if name]
    return next((known[unit_key(name)] for name in names if unit_key(name) in known), names[-1])


class _Merger:
    def __init__(self, own: Dossier, period: Period | None) -> None:
        self.entries: list[Entry] = []
        self.notes: list[str] = []
        self._own = own
        self._lines = TargetLines(own.objectives)
        self._period = period.within(own.year) if period else None

    def take(self, name: str, unit: UnitDossier) -> None:
        """Take over what one unit reports, objective by objective."""
        ledger = Ledger(unit.dossier, unit.place)
        theirs = {objective.id: objective for objective in unit.dossier.objectives}
        mine = {objective.id for objective in self._own.objectives}
        before = len(self.entries)
        for extra in theirs.keys() - mine:
            self.notes.append(f"{unit.label}: mục tiêu {extra} không có trong hồ sơ tổng hợp, bỏ qua")
        for objective in self._own.objectives:
            if objective.id not in theirs:
                self.notes.append(f"{unit.label}: không có mục tiêu {objective.id}")
                continue
            for own_line, lines in self._matched(objective, name, unit, ledger):
                self._take_line(own_line, lines, name, unit, ledger)
        self.notes += [f"{unit.label}, {problem}" for problem in ledger.problems]
        if len(self.entries) == before:
            self.notes.append(f"{unit.label}: không có số liệu nào của {self._period or 'kỳ nào'}")

    def _matched(
        self, objective: Objective, name: str, unit: UnitDossier, ledger: Ledger
    ) -> Iterator[tuple[TargetLine, list[TargetLine]]]:
        """Each of the office's targets with the unit's lines that are part of it."""
        all_mine = self._lines.of(objective.id)
        key = unit_key(name)
        bound = [line for line in all_mine if line.unit and key in map(unit_key, line.members or (line.unit,))]
        mine = bound or [line for line in all_mine if line.unit is None]
        theirs = ledger.lines.of(objective.id)
        if not mine:
            self.notes.append(f"{unit.label}: mục tiêu {objective.id} không giao chỉ tiêu cho «{name}», bỏ qua")
        elif len(mine) == 1 and (len(theirs) == 1 or len({line.unit for line in theirs} - {None}) == len(theirs)):
            yield mine[0], list(theirs)
        else:
            by_text = {unit_key(line.targets[0].text): line for line in mine}
            for line in theirs:
                text = line.targets[0].text
                if unit_key(text) in by_text:
                    yield by_text[unit_key(text)], [line]
                else:
                    self.notes.append(f"{unit.label}: mục tiêu {objective.id}, không khớp chỉ tiêu «{text}», bỏ qua")

    def _take_line(
        self, own_line: TargetLine, lines: list[TargetLine], name: str, unit: UnitDossier, ledger: Ledger
    ) -> None:
        adding = own_line.targets[-1].measure.adding
        for period in self._periods(own_line.objective.id, unit):
            totals = [ledger.total(line, period, adding) for line in lines]
            amounts = [total.amount for total in totals if isinstance(total.amount, Amount)]
            lacking = [total.amount for total in totals if isinstance(total.amount, Missing)]
            asked = period == self._period
            where = f"{unit.label}: mục tiêu {own_line.objective.id}, {period}"
            if lacking:
                if asked or amounts:
                    self.notes.append(
                        f"{where}: {'; '.join(dict.fromkeys(str(found.remark or found.reason) for found in lacking))}"
                    )
                continue
            total = added(amounts, adding)
            if isinstance(total, Missing):
                self.notes.append(f"{where}: {total.remark or total.reason}")
                continue
            owns = [series for series in map(ledger.own, lines) if series]
            below = [part for found in totals for part, _ in found.parts]
            self._add(own_line, name, period, total, unit, _entries(ledger, [*owns, *below], period))

    def _periods(self, objective: str, unit: UnitDossier) -> list[Period]:
        year = unit.dossier.year
        typed = [r.period_in(year) for r in unit.dossier.results if r.objective == objective and r.says_figure]
        if self._period is None:
            return list(dict.fromkeys(typed))
        earlier = [period for period in typed if replace(period, year=self._period.year) == self._period]
        return list(dict.fromkeys([self._period, *earlier]))

    def _add(
        self, line: TargetLine, name: str, period: Period, amount: Amount, unit: UnitDossier, explained: list[Result]
    ) -> None:
        entry: Entry = {"muc_tieu": line.objective.id, "don_vi": name}
        if len(self._lines.of(line.objective.id)) > 1 and line.unit is None:
            entry["chi_tieu"] = str(line.position + 1)
        entry["ky"] = str(replace(period, year=None))
        if period.year != self._own.year:
            entry["nam"] = str(period.year)
        if amount.is_fraction:
            entry |= {"tu_so": amount.numerator, "mau_so": amount.denominator}
        elif amount.number is not None and amount.terms[0].result.value is not None:
            value = sum((t.result.value for t in amount.terms if t.result.value is not None), start=_zero(amount))
            entry["gia_tri"] = typed_figure(value)
        else:
            entry["muc"] = amount.level
        for key, attribute in (("nguyen_nhan", "cause"), ("khac_phuc", "action"), ("minh_chung", "evidence")):
            texts = list(dict.fromkeys(text for result in explained for text in getattr(result, attribute) or ()))
            if texts:
                entry[key] = texts
        acting = [result for result in explained if result.action]
        if len(acting) == 1:  # the one action keeps who answers for it and until when
            one = acting[0]
            followed = (("han_khac_phuc", one.action_due), ("xong_khac_phuc", one.action_done))
            entry |= {"nguoi_khac_phuc": one.action_by} if one.action_by else {}
            entry |= {key: short_date(day) for key, day in followed if day}
        if amount.estimated:
            entry["uoc"] = "có"
        results = [term.result for term in amount.terms]
        reporters = {result.reporter for result in results if result.reporter}
        if len(reporters) == 1:
            entry["nguoi_bao_cao"] = reporters.pop()
        if len(results) == 1 and results[0].corrected:
            entry |= {"so_da_cong_bo": results[0].published, "dinh_chinh": results[0].corrected}
        days = [result.reported for result in results if result.reported]
        if days:
            entry["ngay_bao_cao"] = short_date(max(days))
        places = "; ".join(dict.fromkeys(source.place for source in amount.sources(unit.place)))
        entry["ghi_chu"] = f"{unit.label}: {places}" + (f"; {amount.formula}" if len(results) > 1 else "")
        misfit = self._lines.find(Result.model_validate(entry))
        if isinstance(misfit, Misfit):
            self.notes.append(f"{unit.label}: {misfit.what} → {misfit.fix}")
        else:
            self.entries.append(entry)


def _zero(amount: Amount) -> Any:
    value = amount.terms[0].result.value
    return value - value if value is not None else 0


def _entries(ledger: Ledger, series: list[Series], period: Period) -> list[Result]:
    return [result for one in series for _, result in ledger.explained(one, period)]
