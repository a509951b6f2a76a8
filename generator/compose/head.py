"""The head of a document: issuer, number, place and date, and how other parts refer to it."""

from __future__ import annotations

import re

from generator.dossier import Dossier
from generator.dossier.agency import Person, Rank
from generator.dossier.documents.document import Document
from generator.law.types import OTHER, TYPES_SYMBOLED_BY_UNIT, TYPES_WITH_AUTHORITY
from generator.patterns import late
from generator.wording.characters import one_line
from generator.wording.numerals.ordinals import padded, roman
from generator.wording.times.dates import GAP, blank_date, long_date

_NUMBER_GAP = " " * 8  # room for a number in a draft (ND30-I.2.3c6)
_SUBJECT_LEAD = late(r"^(?:V/v|Về việc)[\s:]+", re.IGNORECASE)


def upper_lines(lines: tuple[str, ...]) -> list[str]:
    """The lines IN HOA."""
    return [line.upper() for line in lines]


def symbol(dossier: Dossier, document: Document) -> str:
    """The ký hiệu: ``QĐ-UBND``, of a công văn ``UBND-VP`` (ND30-I.2.3b1, b2); letters keep their case (``TTr``)."""
    if document.symbol:
        return document.symbol
    if document.type == OTHER:  # the decree gives papers it does not know no symbol: they have what is typed
        return ""
    agency = dossier.agency.abbreviation
    if document.type in TYPES_SYMBOLED_BY_UNIT:
        return f"{agency}-{document.drafting_unit}"
    return "-".join(part for part in (document.kind.abbreviation, agency) if part)


def number_and_symbol(dossier: Dossier, document: Document, gap: str = _NUMBER_GAP) -> str:
    """Number and symbol, e.g. ``59/QĐ-UBND``, or the number alone; a draft keeps a gap for the number."""
    number = padded(document.number) if document.number else gap
    return "/".join(part for part in (number, symbol(dossier, document)) if part)


def number_line(dossier: Dossier, document: Document) -> str:
    """``Số: 59/QĐ-UBND`` (ND30-I.2.3c2)."""
    number = number_and_symbol(dossier, document)
    return f"Số: {number}" if document.number else f"Số:{number}"


def date_words(dossier: Dossier, document: Document) -> str:
    """``ngày 22 tháng 3 năm 2024``, with gaps in a draft (ND30-I.2.4b1)."""
    if document.date:
        return long_date(document.date)
    return blank_date(document.year or dossier.year)


def place_and_date(dossier: Dossier, document: Document) -> str:
    """``Thượng Lộ, ngày 22 tháng 3 năm 2024`` (ND30-I.2.4c3)."""
    return f"{dossier.agency.place}, {date_words(dossier, document)}"


def letter_subject(text: str) -> str:
    """The trích yếu of a công văn without the ``V/v`` or ``Về việc`` it was typed with (ND30-I.2.5c1)."""
    return _SUBJECT_LEAD.sub("", text.strip())


def position_at(dossier: Dossier, person: Person) -> str:
    """A person's position with the agency's name: ``Chủ tịch UBND xã Khe Tre``; a unit head's as it stands."""
    if person.rank is Rank.UNIT_HEAD:
        return one_line(person.position)
    return _position_of(person.position, dossier.agency.short_name or dossier.agency.full_name)


def deciding_authority(dossier: Dossier, document: Document) -> str:
    """Whose document it is: the agency's, or a decision of its head by position (Mẫu 1.2, note 6)."""
    if document.type not in TYPES_WITH_AUTHORITY:
        return dossier.agency.full_name
    return agency_or_head(dossier, document)


def agency_or_head(dossier: Dossier, document: Document) -> str:
    """The agency, or its head by position, as the one or the other decides."""
    name = dossier.agency.full_name
    if dossier.decides_collectively(document):
        return name
    return _position_of(dossier.agency.head_position, name)


def _position_of(position: str, agency: str) -> str:
    """The position at the agency: ``Trưởng phòng`` of ``Phòng Kinh tế`` is ``Trưởng phòng Kinh tế``."""
    position, agency = one_line(position), one_line(agency)
    of_position, of_agency = position.split(), agency.split()
    for shared in range(min(len(of_position), len(of_agency)), 0, -1):
        if [w.casefold() for w in of_position[-shared:]] == [w.casefold() for w in of_agency[:shared]]:
            return " ".join([*of_position, *of_agency[shared:]])
    return f"{position} {agency}"


def annex_label(number: int, of: int) -> str:
    """``Phụ lục``, or ``Phụ lục II`` where there are several (ND30-I.3.1a2)."""
    return f"Phụ lục {roman(number)}" if of > 1 else "Phụ lục"


def reference_line(dossier: Dossier, document: Document, *, landscape: bool, separate: bool = False) -> str:
    """``(Kèm theo Quyết định số … ngày … của …)`` for annexes and attached texts (ND30-I.3.1c1).

    On an upright sheet it breaks before the date, as the decree's own annexes do. In an electronic file of its own
    number and date stay blank: its signature tells them (ND30-I.3.1c3).
    """
    type_name = document.kind.name or "văn bản"
    if document.type == OTHER and not document.number:
        return f"(Kèm theo {type_name} {date_words(dossier, document)} của {deciding_authority(dossier, document)})"
    number = f"{GAP}/{symbol(dossier, document)}" if separate else number_and_symbol(dossier, document, gap=GAP)
    day = f"ngày{GAP}tháng{GAP}năm{GAP}" if separate else date_words(dossier, document)
    authority = deciding_authority(dossier, document)
    gap = " " if landscape else "\n"
    return f"(Kèm theo {type_name} số {number}{gap}{day} của {authority})"


def signature_line(dossier: Dossier, document: Document) -> str:
    """What the agency's digital signature shows on a file of its own: number and symbol, room for day and time.

    ``Số: 59/QĐ-UBND;      /     /2026;      :      :     `` (ND30-I.2.8b3, Mẫu 2.2).
    """
    year = document.date.year if document.date else document.year or dossier.year
    return f"{number_line(dossier, document)}; {GAP}/{GAP}/{year}; {GAP}:{GAP}:{GAP}"
