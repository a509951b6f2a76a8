"""Legal documents by identity, and how one is cited as a căn cứ."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.wording.dates import long_date

_CITED_BY_NAME_AND_DATE = ("luật", "bộ luật", "pháp lệnh")


def number_key(number: str) -> str:
    """The number as it is compared: no spaces, no case (``19/2014/qđ-ttg``)."""
    return "".join(number.split()).casefold()


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """One legal document: what identifies it, when it is in force, and how well that was verified.

    ``expired`` is the first day without force; None in a date means that it was not verified.
    """

    id: str
    type: str
    number: str
    issuer: str
    issued: date
    title: str
    effective: date | None = None
    expired: date | None = None
    status: str = "chưa xác định"
    replaced_by: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    verification: str = "chưa xác minh"
    status_verification: str = "chưa xác minh"
    last_seen_in_force: date | None = None

    @property
    def cite(self) -> str:
        """The document as a legal basis names it, without «Căn cứ» and without closing sign.

        Luật and pháp lệnh go by name and date (ND30-I.2.6a3), all others in full (ND30-I.2.6a2).
        """
        if self.type.lower() in _CITED_BY_NAME_AND_DATE:
            return f"{self.title} {long_date(self.issued)}"
        return f"{self.type} số {self.number} {long_date(self.issued)} của {self.issuer} {self.title}"


@dataclass(slots=True)
class Registry:
    """Legal documents found by id or by number; the first source given wins over later ones."""

    by_id: dict[str, LegalDocument] = field(default_factory=dict)
    by_number: dict[str, list[LegalDocument]] = field(default_factory=dict)

    def add(self, document: LegalDocument) -> None:
        """Take the document in; a document of the same id already there is kept."""
        if document.id in self.by_id:
            return
        self.by_id[document.id] = document
        self.by_number.setdefault(number_key(document.number), []).append(document)

    def find(self, reference: str) -> list[LegalDocument]:
        """The documents the id or number names: none, one, or several that share the number."""
        if reference in self.by_id:
            return [self.by_id[reference]]
        return self.by_number.get(number_key(reference), [])

    def over(self, base: Registry) -> Registry:
        """A registry of these documents first, then those of ``base`` whose id and number are not here."""
        merged = Registry(dict(self.by_id), {key: list(value) for key, value in self.by_number.items()})
        for document in base.by_id.values():
            if number_key(document.number) not in self.by_number:
                merged.add(document)
        return merged
