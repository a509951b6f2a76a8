"""Results of several units' dossiers as those of the office above them: parts added up, never percentages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.errors import Problem
from generator.results.rollup.model import Rollup, Taken, Unit, UnitDossier
from generator.results.rollup.taking import Taker
from generator.results.rollup.units import Roster
from generator.wording.naming.likeness import name_key
from generator.wording.times.periods import Period

__all__ = ["Roller", "Rollup", "Taken", "Unit", "UnitDossier"]


class Roller:
    """Rolls units' dossiers up for an office's own objectives, over the period or over every period they report.

    ``others`` says what units are called: another name to the office's. Dossiers are given one by one to ``take``,
    which keeps nothing; ``together`` is given what it made of them.
    """

    def __init__(self, own: UnitDossier, period: Period | None = None, others: Mapping[str, str] | None = None) -> None:
        self._roster = Roster(own, others or {})
        self._taker = Taker(own, self._roster, period)

    def take(self, unit: UnitDossier) -> Taken:
        """What the dossier brings, with what is wrong with it."""
        return self._taker.take(unit)

    def together(self, taken: Iterable[Taken]) -> Rollup:
        """All dossiers as one; a unit whose name is in doubt brings nothing."""
        taken = list(taken)
        problems: list[Problem] = list(self._roster.problems)
        doubtful: set[str] = set()
        for problem, units in self._roster.doubts(taken):
            problems.append(problem)
            doubtful |= {unit.label for unit in units}
        problems += [problem for one in taken for problem in one.problems]
        sound = [one for one in taken if not one.problems and one.unit.label not in doubtful]
        missing = self._roster.missing(one.unit for one in taken)
        notes = [f"Chưa có hồ sơ của đơn vị: {', '.join(missing)}"] if missing else []
        notes += [note for one in taken for note in (*_renamed(one.unit), *one.notes)]
        entries = tuple(entry for one in sound for entry in one.entries)
        return Rollup(entries, tuple(notes), missing, tuple(problems), len(sound))


def _renamed(unit: Unit) -> list[str]:
    """That a unit is entered under another name than it calls itself by."""
    if unit.name in unit.called:
        return []
    how = "cùng tên" if name_key(unit.name) in map(name_key, unit.called) else "theo tên còn gọi là"
    return [f"{unit.place}: «{unit.called[0]}» ghi là «{unit.name}» ({how})"]
