"""The bases a document of some day, agency and subject usually rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.findings import Finding, Level
from generator.law.bases import LegalDocument
from generator.law.force import Law, judge, name_of, usable
from generator.wording.characters import fold


@dataclass(frozen=True, slots=True)
class SuggestedSet:
    """Documents that belong together as bases, and when, for whom and for what subjects they are offered."""

    name: str
    documents: tuple[str, ...]
    since: date | None = None
    until: date | None = None
    levels: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    note: str = ""

    def fits(self, day: date, level: str, text: str) -> bool:
        """Whether the set is offered on the day to an agency of the level for what the text is about."""
        in_time = (self.since is None or day >= self.since) and (self.until is None or day <= self.until)
        for_level = not self.levels or level in self.levels
        return in_time and for_level and (not self.keywords or any(fold(word) in text for word in self.keywords))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One set offered: its documents that are usable on the day, what is to be said of each, and a note."""

    name: str
    documents: tuple[tuple[LegalDocument, tuple[Finding, ...]], ...]
    note: str = ""


def level_of(agency: str) -> str:
    """The level a people's committee or council is of: ``tinh``, ``huyen``, ``xa``; ``khac`` for other bodies."""
    name = fold(agency)
    at = name.find("nhandan")
    if at < 0 or not name[:at].endswith(("uyban", "hoidong")):
        return "khac"
    kind = name[at + len("nhandan") :]
    for level, kinds in {
        "xa": ("xa", "phuong", "dackhu", "thitran"),
        "tinh": ("tinh", "thanhpho"),
        "huyen": ("huyen", "quan", "thixa"),
    }.items():
        if kind.startswith(kinds):
            return level
    return "khac"


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


def names(suggestion: Suggestion) -> list[str]:
    """The citations of the suggestion, in order."""
    return [name_of(document) for document, _ in suggestion.documents]
