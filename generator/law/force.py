"""Whether a legal document is in force on the day of signing, and what to cite instead when it is not."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from generator.law.bases import LegalDocument, Registry
from generator.records import record
from generator.typed.fields import Day, Ident, Record, Text
from generator.typed.models.declaring import Field


class ReplacedSet(Record):
    """Documents that were replaced together: from ``since``, what lapsed of ``old`` gives way to all of ``new``."""

    name: Text = Field(alias="ten")
    since: Day = Field(alias="tu")
    old: tuple[Ident, ...] = Field(alias="cu")
    new: tuple[Ident, ...] = Field(alias="moi")


@record()
class Law:
    """What force is judged by: the documents known, and the sets in which they replace one another."""

    registry: Registry
    sets: tuple[ReplacedSet, ...] = field(default=())


def lapsed(document: LegalDocument, day: date, registry: Registry) -> bool:
    """Whether the document has lost its force by the day, as far as anyone verified."""
    if document.status != "hết hiệu lực" and (document.expired is None or document.status.endswith("một phần")):
        return False
    end = document.expired or document.warn_from
    if end is None:
        starts = [d for new in registry.all_of(document.replaced_by) if (d := new.effective or new.issued)]
        end = min(starts, default=document.issued)
    return end is not None and day >= end


def has_begun(document: LegalDocument, day: date) -> bool:
    """Whether the document can be in force already; where its first day is not verified, whether it was issued."""
    start = document.effective or document.issued
    return start is not None and start <= day


def usable(document: LegalDocument, day: date, registry: Registry) -> bool:
    """Whether the document may be offered as a basis on the day."""
    return has_begun(document, day) and not lapsed(document, day, registry)


def successors(document: LegalDocument, day: date, law: Law) -> list[LegalDocument]:
    """What to cite instead of a document without force: its whole set as it stands on the day, amendments included."""
    found: dict[str, LegalDocument] = {}
    for old in law.sets:
        if document.id in old.old and old.since <= day:
            new = law.registry.all_of(old.new)
            if any(usable(item, day, law.registry) for item in new):
                found |= {item.id: item for item in new if usable(item, day, law.registry)}
    for item in found or _chain(document, day, law.registry):
        found.setdefault(item, law.registry.by_id[item])
    return list(found.values())


def _chain(document: LegalDocument, day: date, registry: Registry) -> dict[str, LegalDocument]:
    found: dict[str, LegalDocument] = {}
    pending, seen = [document], {document.id}
    while pending:
        for new in registry.all_of(pending.pop().replaced_by):
            if new.id in seen:
                continue
            seen.add(new.id)
            if usable(new, day, registry):
                found |= {item.id: item for item in (new, *amendments(new, day, registry))}
            elif lapsed(new, day, registry):
                pending.append(new)
    return found


def amendments(document: LegalDocument, day: date, registry: Registry) -> list[LegalDocument]:
    """The known acts that amend the document and are themselves in force on the day."""
    return [act for act in registry.all_of(document.amended_by) if usable(act, day, registry)]


def name_of(document: LegalDocument) -> str:
    """The citation when it is verified, else type and number."""
    return document.label if document.why_not_citable else document.cite


def is_too_new(document: LegalDocument, day: date) -> bool:
    """Whether the document has no force yet on the day: by its first day in force, or else by its day of issue."""
    return bool((document.effective and day < document.effective) or (document.issued and day < document.issued))


def set_mates(document: LegalDocument, day: date, law: Law) -> list[LegalDocument]:
    """The other documents that were replaced together with this one and have lapsed too."""
    old = {mate for one in law.sets if document.id in one.old and one.since <= day for mate in one.old}
    return [mate for mate in law.registry.all_of(tuple(sorted(old - {document.id}))) if lapsed(mate, day, law.registry)]
