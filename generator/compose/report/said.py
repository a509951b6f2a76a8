"""What the results of a report's period came to, for whoever holds other words of the document against it."""

from __future__ import annotations

from fractions import Fraction

from generator.compose.report.cells import paths_of
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.records import record
from generator.results import Verdict, assess
from generator.typed.source import Path_


@record(frozen=True)
class Reached:
    """A result by objective (its place), unit and target: as printed, exactly, by its parts, where it was typed.

    ``met`` is None where there is no verdict on it yet.
    """

    objective: int
    unit: str
    text: str
    number: Fraction | None
    parts: tuple[int, int] | None
    met: bool | None
    path: Path_


@record(frozen=True)
class Reports:
    """The results of the period, and how many objectives there are, met and missed."""

    results: tuple[Reached, ...]
    total: int
    met: int
    missed: int


def reports_of(dossier: Dossier, document: Document) -> Reports | None:
    """What the results of the document's period came to; None where it has none, or the dossier no results."""
    if document.period is None or not dossier.results or not dossier.objectives:
        return None
    found = assess(dossier, document.period.within(dossier.year))
    verdicts = {Verdict.MET: True, Verdict.MISSED: False}
    results = []
    for row in found.rows:
        for one in (row, *row.parts):
            if one.result is None or one.amount is None:
                continue
            parts = (one.numerator or 0, one.denominator or 0) if one.denominator is not None else None
            path = next(iter(paths_of(one.result)), ("ket_qua",))
            met = verdicts.get(one.verdict) if one.verdict else None
            results.append(Reached(row.number - 1, one.unit or "", one.result.text, one.exact, parts, met, path))
    counts = (int(figure.number or 0) for figure in (found.total, found.met, found.missed))
    return Reports(tuple(results), *counts)
