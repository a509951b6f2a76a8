"""Who sent figures of a period: the units that sent nothing, not all, too late, or that nobody has listed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.dossier.agency import Agency
from generator.dossier.model import Dossier
from generator.dossier.quality.target_lines import Misfit, TargetLine, TargetLines
from generator.records import record
from generator.results.assessment import Assessment
from generator.results.judging.judgement import Verdict
from generator.results.row import Row


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


@record(frozen=True)
class Sending:
    """What units sent of a period.

    ``silent`` sent nothing: those the agency lists, then others whose figures are due; ``owing`` something and not all
    that is due, in the order the report names them; ``unlisted`` sent figures and do not stand in the agency's list.
    """

    silent: tuple[str, ...]
    owing: tuple[MissingUnit, ...]
    unlisted: tuple[str, ...]


def sending(dossier: Dossier, report: Assessment) -> Sending:
    """What the units of the dossier sent of the period of the report."""
    key = dossier.agency.unit_key
    sent, missing = _senders(dossier, report), _missing_units(dossier.agency, report)
    listed = [unit.name for unit in dossier.agency.listed_units]
    silent: dict[str, str] = {}
    for name in (*listed, *(unit.unit for unit in missing)):
        if key(name) not in sent:
            silent.setdefault(key(name), name)
    known = set(map(key, listed))
    return Sending(
        tuple(silent.values()),
        tuple(unit for unit in missing if key(unit.unit) not in silent),
        tuple(name for one, name in sent.items() if one not in known),
    )


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


def _missing_units(agency: Agency, report: Assessment) -> tuple[MissingUnit, ...]:
    """The units without the figures a target that is due waits for, in the order the report names them."""
    owed: dict[str, tuple[str, dict[int, str]]] = {}
    for row in report.rows:
        for line in _lines_due(row):
            if line.unit and line.result is None:
                _, of = owed.setdefault(agency.unit_key(line.unit), (line.unit, {}))
                of.setdefault(line.number, line.reason)
    return tuple(MissingUnit(unit, tuple(of.items())) for unit, of in owed.values())


def _lines_due(row: Row) -> Iterable[Row]:
    """The lines of a row that should have figures: its units, or itself; none while its target is not due."""
    waits = row.verdict not in (Verdict.NO_DATA, Verdict.MET, Verdict.MISSED)
    return () if waits else (row.parts or (row,))
