"""The bases a document of some day, agency and subject usually rests on, each judged on the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.findings import Finding, Level
from generator.judgement.force import judge
from generator.law.bases import LegalDocument
from generator.law.force import Law, usable
from generator.law.suggest import SuggestedSet, level_of
from generator.records import record
from generator.wording.characters import fold


@record(frozen=True)
class Suggestion:
    """One set offered: its documents that are usable on the day, what is to be said of each, and a note."""

    name: str
    documents: tuple[tuple[LegalDocument, tuple[Finding, ...]], ...]
    note: str = ""


def suggest(
    sets: Sequence[SuggestedSet], text: str, agency: str, day: date, law: Law, cited: Sequence[str] = ()
) -> list[Suggestion]:
    """The sets for a document of the day: of the agency, about what the text says; each document at most once.

    ``cited`` are ids already among the bases; those still usable are not offered again.
    """
    folded, level = fold(text), level_of(agency)
    seen = set(cited)
    merged: dict[str, Suggestion] = {}
    for one in sets:
        if not one.fits(day, level, folded):
            continue
        fresh = [d for d in law.registry.all_of(one.documents) if d.id not in seen and usable(d, day, law.registry)]
        seen.update(document.id for document in fresh)
        judged = tuple((d, tuple(f for f in judge(d, day, law, cited=seen) if f.level > Level.FINE)) for d in fresh)
        before = merged.get(one.name, Suggestion(one.name, ()))
        note = " ".join(part for part in (before.note, one.note) if part)
        merged[one.name] = Suggestion(one.name, before.documents + judged, note)
    return [one for one in merged.values() if one.documents or (one.note and level == "khac")]
