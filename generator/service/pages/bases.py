"""Legal documents of the registry looked up by words, with their force on a day."""

from __future__ import annotations

from datetime import date

from generator.records import record
from generator.service.law.bases import known_bases
from generator.wording.characters import fold

_MOST = 12


@record(frozen=True)
class Basis:
    """A legal document to be cited: what it is cited by, what it is called, its force on the day, whether it stands."""

    reference: str
    label: str
    title: str
    verdict: str
    told: str
    stands: bool


def found_bases(words: str, day: date | None = None) -> tuple[Basis, ...]:
    """The documents whose number, name or field has every one of the words, with or without diacritics."""
    asked = [fold(word) for word in words.split()]
    if not any(asked):
        return ()
    found: list[tuple[bool, Basis]] = []
    whole = fold(words)
    for one in known_bases(day=day)[0]:
        document = one.document
        said = fold(f"{document.label} {document.number} {document.title} {document.issuer} {document.field}")
        if all(word in said for word in asked):
            first = one.findings[0]
            stands = one.verdict.startswith("có hiệu lực")
            reference = document.number if not document.named_by_title and document.number else document.id
            basis = Basis(reference, document.label, document.title, one.verdict, first.what, stands)
            found.append((whole not in said, basis))
    # Those that say the words together first, and of them those that are in force.
    return tuple(basis for _, basis in sorted(found, key=lambda one: (one[0], not one[1].stands))[:_MOST])
