"""Which document of the registry a citation means, also where its number, day or title is misprinted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from operator import ne

from generator.law.bases import LegalDocument, Registry
from generator.law.citations import Citation, title_text
from generator.law.issuers import is_central
from generator.law.titles import Likeness, compare, words
from generator.law.written.numbers import LOOKALIKES
from generator.records import record
from generator.wording.characters import fold

_SURE = 4  # of a number that is the document's own; none that is another comes above it
_LONG_TITLE = 6  # words from which a title alone tells a document


@record(frozen=True)
class Parts:
    """A number taken apart: its digits, its year if it has one, and its symbol; ``key`` compares all three."""

    digits: str
    year: str
    symbol: str
    bare: str
    """The symbol without separators, case and diacritics."""
    run: str
    """Digits and year."""

    @cached_property
    def key(self) -> str:
        """The number without separators, case and diacritics."""
        return f"{self.digits}|{self.year}|{self.bare}"


@lru_cache(maxsize=4096)
def parts_of(number: str) -> Parts:
    """The parts of a number as typed; letters mistaken for digits are read as digits."""
    match = re.match(r"\s*([\dOoIl.]+[a-z]?)\s*/\s*(?:([12][\dOoIl]{3})(?!\d)\s*[/-]?)?(.*)", number.replace("Ð", "Đ"))
    if match is None:
        return Parts("", "", number, fold(number), "")
    digits, year = match[1].translate(LOOKALIKES).lstrip("0"), (match[2] or "").translate(LOOKALIKES)
    return Parts(digits, year, match[3].strip(), fold(match[3]), digits + year)


class Numbered:
    """The documents of a registry that go by a number, ready to be told by a citation."""

    def __init__(self, registry: Registry) -> None:
        documents = (doc for docs in registry.by_number.values() for doc in docs if doc.kind != "tiêu chuẩn")
        self._known = [(parts_of(doc.number), doc) for doc in documents]
        self._by_key: dict[str, list[LegalDocument]] = {}
        for parts, doc in self._known:
            self._by_key.setdefault(parts.key, []).append(doc)

    def meant(self, citation: Citation, text: str) -> LegalDocument | None:
        """The document the citation by number means; None when it is not here."""
        given, rest = parts_of(citation.number), title_text(text, citation.title_at)
        surest, document = _surest(citation, given, self._by_key.get(given.key, []), rest)
        if surest > _SURE:
            return document  # none whose number is another can be as sure
        near = [doc for own, doc in self._known if own.digits == given.digits or _near(given.run, own.run)]
        return _surest(citation, given, near, rest)[1]


def _surest(
    citation: Citation, given: Parts, documents: Iterable[LegalDocument], rest: str
) -> tuple[float, LegalDocument | None]:
    scored = [(score, doc) for doc in documents if (score := _score(citation, given, doc, rest)) > 0]
    return max(scored, key=lambda pair: pair[0], default=(0, None))


def _score(citation: Citation, given: Parts, document: LegalDocument, rest: str) -> float:
    """How surely the citation means the document: 0 not at all, above that the larger the surer."""
    own = parts_of(document.number)
    same_number = (given.digits, given.year) == (own.digits, own.year)
    near_number = _near(given.run, own.run)
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
    sure = _SURE + same_day + likeness
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
        if a[:1] != b[:1] and a[1:3] != b[1:3] and a[3:] != b[3:]:
            return False  # two digits at most are other: of three parts one is the same
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
