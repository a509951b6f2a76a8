"""The head of a document: issuer, number, place and date, and how other parts refer to it."""

from __future__ import annotations

from generator.dossier import Dossier
from generator.dossier.documents import Document
from generator.law.types import DOCUMENT_TYPES
from generator.wording.dates import GAP, blank_date, long_date
from generator.wording.ordinals import padded

_NUMBER_GAP = " " * 8  # room for a number in a draft (ND30-I.2.3c6)


def upper_lines(lines: tuple[str, ...]) -> list[str]:
    """The lines IN HOA."""
    return [line.upper() for line in lines]


def symbol(dossier: Dossier, document: Document) -> str:
    """The ký hiệu, e.g. ``QĐ-UBND`` (ND30-I.2.3b1); its letters keep their case (``TTr``)."""
    if document.symbol:
        return document.symbol
    abbreviation = DOCUMENT_TYPES[document.type].abbreviation
    return "-".join(part for part in (abbreviation, dossier.agency.abbreviation) if part)


def number_and_symbol(dossier: Dossier, document: Document, gap: str = _NUMBER_GAP) -> str:
    """Number and symbol, e.g. ``59/QĐ-UBND``; a draft keeps a gap for the number."""
    number = padded(document.number) if document.number else gap
    return f"{number}/{symbol(dossier, document)}"


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


def deciding_authority(dossier: Dossier, document: Document) -> str:
    """Who decides: the agency, or its head by position (Mẫu 1.2, note 6)."""
    name = dossier.agency.full_name
    return name if dossier.decides_collectively(document) else _position_of(dossier.agency.head_position, name)


def _position_of(position: str, agency: str) -> str:
    """The position at the agency: ``Trưởng phòng`` of ``Phòng Kinh tế`` is ``Trưởng phòng Kinh tế``."""
    of_position, of_agency = position.split(), agency.split()
    for shared in range(min(len(of_position), len(of_agency)), 0, -1):
        if [w.casefold() for w in of_position[-shared:]] == [w.casefold() for w in of_agency[:shared]]:
            return " ".join([*of_position, *of_agency[shared:]])
    return f"{position} {agency}"


def reference_line(dossier: Dossier, document: Document, *, landscape: bool) -> str:
    """``(Kèm theo Quyết định số … ngày … của …)`` for annexes and attached texts (ND30-I.3.1c1).

    On an upright sheet it breaks before the date, as the decree's own annexes do.
    """
    type_name = DOCUMENT_TYPES[document.type].name
    number = number_and_symbol(dossier, document, gap=GAP)
    authority = deciding_authority(dossier, document)
    gap = " " if landscape else "\n"
    return f"(Kèm theo {type_name} số {number}{gap}{date_words(dossier, document)} của {authority})"
