"""Legal documents by identity, and how one is cited as a căn cứ or in running text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.wording.dates import long_date

_CITED_BY_NAME_AND_DATE = ("luật", "bộ luật", "pháp lệnh")


class NotCitableError(ValueError):
    """The document cannot be cited: a part of its identity was never verified. The message is Vietnamese."""


def number_key(number: str) -> str:
    """The number as it is compared: no spaces, no case (``19/2014/qđ-ttg``)."""
    return "".join(number.split()).casefold()


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """One legal document: what identifies it, when it is in force, and how well that was verified.

    ``expired`` is the first day without force. What was not verified is None, or empty for a text.
    ``warn_from`` is the day from which its end must be feared when ``expired`` is not known.
    """

    id: str
    type: str
    number: str = ""
    issuer: str = ""
    issued: date | None = None
    title: str = ""
    effective: date | None = None
    expired: date | None = None
    status: str = "chưa xác định"
    replaced_by: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    verification: str = "chưa xác minh"
    status_verification: str = "chưa xác minh"
    last_seen_in_force: date | None = None
    issuer_variants: tuple[str, ...] = ()
    kind: str = "quy phạm"
    field: str = ""
    note: str = ""
    warn_from: date | None = None

    @property
    def named_by_title(self) -> bool:
        """Whether it is luật, bộ luật or pháp lệnh, which go by name and date (ND30-I.2.6a3)."""
        return self.type.lower() in _CITED_BY_NAME_AND_DATE

    @property
    def short(self) -> str:
        """Type and number, or the name of a law, as later mentions have it (ND30-I.2.6b2, ND30-I.2.6b3)."""
        if self.named_by_title or not self.number:
            return self.title or f"{self.type} {self.number}".strip()
        return self.number if self.kind == "tiêu chuẩn" else f"{self.type} số {self.number}"

    @property
    def label(self) -> str:
        """What messages call it: ``short``, and for a law its number too, since several share a name."""
        return f"{self.short} (số {self.number})" if self.named_by_title and self.number else self.short

    @property
    def why_not_citable(self) -> str:
        """Why it must not be cited, in Vietnamese; empty when it may be."""
        if self.kind == "tiêu chuẩn":
            return f"{self.number} là tiêu chuẩn, không dẫn như một văn bản"
        parts = {"số": self.number, "cơ quan ban hành": self.issuer, "ngày ban hành": self.issued, "tên": self.title}
        if self.named_by_title:
            del parts["số"], parts["cơ quan ban hành"]
        missing = [name for name, value in parts.items() if not value]
        return f"{self.label} chưa xác minh được {', '.join(missing)}" if missing else ""

    @property
    def cite(self) -> str:
        """The document as a legal basis names it, without «Căn cứ» and without closing sign.

        Luật and pháp lệnh go by name and date (ND30-I.2.6a3), all others in full (ND30-I.2.6a2).
        Raises NotCitableError when a part was never verified.
        """
        return self.cited()

    def cited(self, *, law_numbers: bool = False) -> str:
        """``cite``, with the number of a law printed too when ``law_numbers`` asks for it."""
        if self.issued is None or self.why_not_citable:
            raise NotCitableError(self.why_not_citable)
        if self.named_by_title:
            number = f" số {self.number}" if law_numbers and self.number else ""
            return f"{self.title}{number} {long_date(self.issued)}"
        return f"{self.type} số {self.number} {long_date(self.issued)} của {self.issuer} {self.title}"

    def mentioned(self, *, first: bool) -> str:
        """The document in running text: in full the first time, then by type and number (ND30-I.2.6b).

        Raises NotCitableError when a full mention lacks a verified part.
        """
        return self.short if self.named_by_title or not first else self.cite

    @property
    def issuers(self) -> tuple[str, ...]:
        """The forms of the issuer's name that are accepted, the proper one first."""
        body = self.issuer.removeprefix("Bộ trưởng, Chủ nhiệm ").removeprefix("Bộ trưởng ")
        return tuple(dict.fromkeys(name for name in (self.issuer, *self.issuer_variants, body) if name))


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
        if document.number:
            self.by_number.setdefault(number_key(document.number), []).append(document)

    def find(self, reference: str) -> list[LegalDocument]:
        """The documents the id or number names: none, one, or several that share the number."""
        if reference in self.by_id:
            return [self.by_id[reference]]
        return self.by_number.get(number_key(reference), [])

    def all_of(self, references: tuple[str, ...]) -> list[LegalDocument]:
        """Every document the ids or numbers name; those not here are left out."""
        return [found for reference in references for found in self.find(reference)]

    def over(self, base: Registry) -> Registry:
        """A registry of these documents first, then those of ``base`` whose id and number are not here."""
        merged = Registry(dict(self.by_id), {key: list(value) for key, value in self.by_number.items()})
        for document in base.by_id.values():
            if number_key(document.number) not in self.by_number:
                merged.add(document)
        return merged
