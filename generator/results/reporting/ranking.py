"""Units that report on one common target, best first, and the units whose figures are missing or came late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from generator.dossier.agency import Agency
from generator.dossier.model import Dossier
from generator.dossier.quality.objectives import Objective
from generator.dossier.quality.target_lines import Misfit, TargetLine, TargetLines, unit_key
from generator.records import record
from generator.results.assessment import Assessment
from generator.results.judging.judgement import Verdict
from generator.results.row import Row
from generator.results.telling import lower_is_better
from generator.targets.measure import Measure

FEWEST_UNITS = 3  # of fewer, the table of results shows the order


@record(frozen=True)
class Ranking:
    """The units of one target with their places, equals sharing one; ``without`` had nothing to count or no figures.

    ``target`` is empty where each unit has its own figure to reach.
    """

    objective: Objective
    number: int
    target: str
    ranked: tuple[tuple[int, Row], ...]
    without: tuple[Row, ...]


@record(frozen=True)
class MissingUnit:
    """A unit that owes figures: of which objectives (number and what is missing)."""

    unit: str
    owed: tuple[tuple[int, str], ...]


@record(frozen=True)
class LateUnit:
    """A unit whose figures of the period came after the day they were due."""

    unit: str
    reported: date
    days_late: int
    objectives: tuple[int, ...]


def rankings(report: Assessment) -> tuple[Ranking, ...]:
    """A ranking for each target that three units or more have reported a number on, in the order of the report."""
    return tuple(found for objective in report.objectives for found in _of_objective(objective.rows))


def _missing_units(agency: Agency, report: Assessment) -> tuple[MissingUnit, ...]:
    """The units without the figures a target that is due waits for, in the order the report names them."""
    owed: dict[str, tuple[str, dict[int, str]]] = {}
    for row in report.rows:
        for line in _lines_due(row):
            if line.unit and line.result is None:
                _, of = owed.setdefault(agency.unit_key(line.unit), (line.unit, {}))
                of.setdefault(line.number, line.reason)
    return tuple(MissingUnit(unit, tuple(of.items())) for unit, of in owed.values())


def silent_units(dossier: Dossier, report: Assessment) -> tuple[str, ...]:
    """The units that sent nothing of the period: those the agency lists, then others whose figures are due."""
    agency = dossier.agency
    sent = _senders(dossier, report)
    expected = (*(unit.name for unit in agency.listed_units), *(unit.unit for unit in _missing_units(agency, report)))
    silent: dict[str, str] = {}
    for name in expected:
        if agency.unit_key(name) not in sent:
            silent.setdefault(agency.unit_key(name), name)
    return tuple(silent.values())


def unlisted_senders(dossier: Dossier, report: Assessment) -> tuple[str, ...]:
    """The units that sent figures of the period and do not stand in the agency's list."""
    listed = {dossier.agency.unit_key(unit.name) for unit in dossier.agency.listed_units}
    return tuple(name for key, name in _senders(dossier, report).items() if key not in listed)


def _senders(dossier: Dossier, report: Assessment) -> dict[str, str]:
    """The units that sent figures of the period, by their keys."""
    first, last = report.period.days()
    lines = TargetLines(dossier.objectives, dossier.agency.unit_key)
    return {
        dossier.agency.unit_key(unit): unit
        for result in dossier.results
        if result.says_figure and first <= result.period_in(dossier.year).days()[1] <= last
        if (unit := result.unit or _bound_by(lines.find(result)))
    }


def _bound_by(line: TargetLine | Misfit | None) -> str | None:
    """The unit of the target a result without one belongs to."""
    return line.unit if isinstance(line, TargetLine) else None


def owing_units(dossier: Dossier, report: Assessment) -> tuple[MissingUnit, ...]:
    """The units that sent something of the period and not all that is due, in the order the report names them."""
    unheard = set(map(dossier.agency.unit_key, silent_units(dossier, report)))
    missing = _missing_units(dossier.agency, report)
    return tuple(unit for unit in missing if dossier.agency.unit_key(unit.unit) not in unheard)


def late_units(dossier: Dossier, report: Assessment, due: date | None) -> tuple[LateUnit, ...]:
    """The units that reported on the period, or on the last part of it, after the day due."""
    if due is None:
        return ()
    end = report.period.days()[1]
    found: dict[str, tuple[str, list[date], list[int]]] = {}
    for result in dossier.results:
        late = result.reported is not None and result.reported > due
        if late and result.unit and result.reported and result.period_in(dossier.year).days()[1] == end:
            _, days, numbers = found.setdefault(dossier.agency.unit_key(result.unit), (result.unit, [], []))
            days.append(result.reported)
            numbers.append(dossier.objective_numbers[result.objective])
    return tuple(
        LateUnit(unit, max(days), (max(days) - due).days, tuple(sorted(set(numbers))))
        for unit, days, numbers in found.values()
    )


def _lines_due(row: Row) -> Iterable[Row]:
    """The lines of a row that should have figures: its units, or itself; none while its target is not due."""
    waits = row.verdict not in (Verdict.NO_DATA, Verdict.MET, Verdict.MISSED)
    return () if waits else (row.parts or (row,))


def _of_objective(rows: tuple[Row, ...]) -> Iterator[Ranking]:
    for row in rows:
        if row.target and len(row.parts) >= FEWEST_UNITS:
            yield from _ranking(row, row.target.measure, row.parts)
    same: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:  # what is asked of each unit may differ in its figure, not in what is counted
        if row.target and row.unit and not row.parts:
            measure = row.target.measure
            same.setdefault((measure.unit, measure.adding, lower_is_better(measure)), []).append(row)
    for group in same.values():
        if len({unit_key(row.unit or "") for row in group}) == len(group) >= FEWEST_UNITS and group[0].target:
            yield from _ranking(group[0], group[0].target.measure, tuple(group))


def _ranking(row: Row, measure: Measure, lines: tuple[Row, ...]) -> Iterator[Ranking]:
    numbered = [(line.exact, line) for line in lines if line.exact is not None]
    if len(numbered) < FEWEST_UNITS or measure.is_change or row.target is None:
        return
    low = lower_is_better(measure)

    def order(pair: tuple[Fraction, Row]) -> Fraction:
        return pair[0] if low else -pair[0]

    ranked: list[tuple[int, Row]] = []
    numbered.sort(key=order)
    for position, (value, line) in enumerate(numbered, start=1):
        equal = position > 1 and numbered[position - 2][0] == value
        ranked.append((ranked[-1][0] if equal else position, line))
    if ranked[-1][0] == 1:
        return  # all equal: the table of results shows it
    without = tuple(line for line in lines if line.exact is None)
    texts = {line.target.text for line in lines if line.target} or {row.target.text}
    target = texts.pop() if len(texts) == 1 else ""
    yield Ranking(row.objective, row.number, target, tuple(ranked), without)
