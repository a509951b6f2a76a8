"""What a rollup is given and gives: units' dossiers, what each brought, and all of it together."""

from __future__ import annotations

from typing import Any

from generator.dossier.model import Dossier
from generator.errors import Problem
from generator.records import record
from generator.results.amounts import Places
from generator.typed.source import Path_

Entry = dict[str, Any]


@record(frozen=True)
class UnitDossier:
    """One dossier: where it was read from, as messages name it, and what names its places."""

    label: str
    dossier: Dossier
    place: Places

    def at(self, path: Path_) -> str:
        """The file with the place of the value in it."""
        place = self.place(path)
        return f"{self.label}: {place}" if place else self.label

    def problem(self, path: Path_, what: str, fix: str) -> Problem:
        """What is wrong with a value of this dossier."""
        return Problem(self.at(path), what, fix)


@record(frozen=True)
class Unit:
    """Whose dossier it is: the name its results are entered under, as it calls itself, where, and whether expected.

    ``place`` is where its name was typed.
    """

    name: str
    called: tuple[str, ...]
    label: str
    place: str
    known: bool


@record(frozen=True)
class Taken:
    """What one dossier brought: entries of ``ket-qua.yaml``, what was passed over (notes), what is wrong with it."""

    unit: Unit
    entries: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@record(frozen=True)
class Rollup:
    """The results of all units, notes on what was not taken over (Vietnamese), units that sent nothing, problems.

    With problems the entries are those of the dossiers without any.
    """

    entries: tuple[Entry, ...]
    notes: tuple[str, ...]
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]
    units: int
