"""Which document of the registry a citation means, also where its number, day or title is misprinted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from operator import ne

from generator.law.bases import LegalDocument, Registry
from generator.law.citations import Citation, title_text
from generator.law.issuers import is_central
from generator.law.titles import Likeness, compare, words
from generator.law.written.numbers import LOOKALIKES
from generator.records import record
from generator.wording.characters import fold

_LONG_TITLE = 6  # words from which a title alone tells a document


@record(frozen=True)
class Parts:
    """A number taken apart: its digits, its year if it has one, and its symbol; ``key`` compares all three."""

    digits: str
    year: str
    symbol: str
    bare: str
    """The symbol without separators, case and diacritics."""

    @property
    def key(self) -> str:
        """The number without separators, case and diacritics."""
        return f"{self.digits}|{self.year}|{self.bare}"


@lru_cache(maxsize=4096)
def parts_of(number: str) -> Parts:
    """The parts of a number as typed; letters mistaken for digits are read as digits."""
    match = re.match(r"\s*([\dOoIl.]+[a-z]?)\s*/\s*(?:([12][\dOoIl]{3})(?!\d)\s*[/-]?)?(.*)", number.replace("Ð", "Đ"))
    if match is None:
        return Parts("", "", number, fold(number))
    digits = match[1].translate(LOOKALIKES).lstrip("0")
    return Parts(digits, (match[2] or "").translate(LOOKALIKES), match[3].strip(), fold(match[3]))


def match(citation: Citation, text: str, registry: Registry) -> LegalDocument | None:
    """The document the citation by number means; None when the registry does not hold it."""
    given = parts_of(citation.number)
    rest = title_text(text, citation.title_at)
    scored = [(score, doc) for doc in _numbered(registry) if (score := _score(citation, given, doc, rest)) > 0]
    return max(scored, key=lambda pair: pair[0])[1] if scored else None


def _numbered(registry: Registry) -> Iterator[LegalDocument]:
    return (doc for docs in registry.by_number.values() for doc in docs if doc.kind != "tiêu chuẩn")


def _score(citation: Citation, given: Parts, document: LegalDocument, rest: str) -> float:
    """How surely the citation means the document: 0 not at all, above that the larger the surer."""
    own = parts_of(document.number)
    same_number = (given.digits, given.year) == (own.digits, own.year)
    near_number = _near(given.digits + given.year, own.digits + own.year)
    if not near_number and given.digits != own.digits:
        return 0
    same_symbol = given.bare == own.bare
    same_day = citation.day is not None and citation.day == document.issued
    if (
        not given.year
        and own.year
        and given.digits == own.digits
        and same_symbol
        and same_day
        and is_central(document.number)
    ):
        return 2.0  # nothing is wrong but the year, left out of the number
    if not same_number and not (near_number and _symbols_alike(given, own)):
        return 0
    title = compare(document.title, rest) if document.title else Likeness(0, 0)
    long = len(words(document.title)) >= _LONG_TITLE
    if same_number and same_symbol:
        return _score_exact(citation, document, same_day, title.ratio)
    if same_number and _symbols_alike(given, own) and (same_day or title.ratio >= 0.7):
        return 2 + same_day + title.ratio
    if same_number and own.year and same_day and title.ratio >= 0.7:
        return 2 + title.ratio  # nothing else is wrong but the symbol
    if (
        near_number
        and same_symbol
        and own.year
        and ((same_day and title.ratio >= 0.6) or (long and title.ratio > 0.95))
    ):
        return 1 + same_day + title.ratio
    return 0


def _score_exact(citation: Citation, document: LegalDocument, same_day: bool, likeness: float) -> float:
    sure = 4 + same_day + likeness
    if parts_of(document.number).year and is_central(document.number):
        return sure  # such a number is given once
    # Numbers without a year, and those of local bodies, come again every year and everywhere.
    if same_day or likeness >= 0.6:
        return sure
    if citation.day is None:
        return sure if likeness or not _has_title(citation) else 0
    return sure if document.issued and _near_day(citation.day, document.issued) and not citation.issuer else 0


def _has_title(citation: Citation) -> bool:
    return bool(citation.issuer)


def _symbols_alike(a: Parts, b: Parts) -> bool:
    return SequenceMatcher(None, a.bare, b.bare, autojunk=False).ratio() >= 0.6


def _near(a: str, b: str) -> bool:
    """Whether the two runs of digits are one slip apart: one digit other, missing, added, or two swapped."""
    if a == b:
        return True
    if len(a) == len(b):
        count: int = sum(map(ne, a, b))
        if count != 2:
            return count == 1
        one, other = (n for n in range(len(a)) if a[n] != b[n])
        return a[one] == b[other] and a[other] == b[one]
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if len(longer) != len(shorter) + 1:
        return False
    at = next((n for n, digit in enumerate(shorter) if digit != longer[n]), len(shorter))
    return longer[at + 1 :] == shorter[at:]


def _near_day(a: date, b: date) -> bool:
    return _near(f"{a:%d%m%Y}", f"{b:%d%m%Y}")


def owner_of_title(text: str, registry: Registry, other_than: LegalDocument) -> LegalDocument | None:
    """Another document whose title the text gives word for word; None when there is none."""
    for document in registry.by_id.values():
        if document.id == other_than.id or fold(document.title) == fold(other_than.title):
            continue
        if len(words(document.title)) >= _LONG_TITLE:
            lead = re.sub(r"^(?:về việc|về)\s+", "", document.title)
            likeness = compare(lead, re.sub(r"^[\s,]*(?:về việc|về)\s+", "", text.strip(" ,")))
            if likeness.same_words and not text.strip(" ,;.")[likeness.end + 12 :].strip(" ,;."):
                return document
    return None
