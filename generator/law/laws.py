"""Luật and pháp lệnh found in running text: they go by name and day, and several share a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from generator.law.bases import LegalDocument, Registry, number_key
from generator.law.citations import DAY, DAY_WORD, UPPER, Citation, as_day
from generator.law.titles import compare, words
from generator.patterns import late
from generator.records import record
from generator.wording.characters import fold

_START = late(
    r"(?<!\w)(?:Bộ luật|Luật|Pháp lệnh|BỘ LUẬT|PHÁP LỆNH"
    r"|(?<!PHÁP )(?<!KỶ )(?<!QUY )(?<!ĐẠO )LUẬT(?! SƯ\b| GIA\b| PHÁP\b| LỆ\b))(?=\s+[^\W\d_])"
)
_NUMBERED = late(
    r"[\s,]*(?:\(|Luật\s+)?(?:số\s*:?\s*)?(?P<number>\d{1,4}\s?/\s?\d{4}\s?/\s?(?:UBTV)?QH\s?\d{1,2})\)?",
    re.I,
)
_DATED = late(rf"[\s,(]*(?:ban hành\s+)?{DAY_WORD}\s*:?\s*(?P<day>{DAY.pattern})\)?", re.I)
_YEAR = late(r"[\s,(]*năm\s+(?P<year>\d{4})\)?", re.I)
_OF_PARLIAMENT = late(
    r"[\s,]*(?:của|do|CỦA|DO)\s+(?P<issuer>(?:Ủy ban Thường vụ )?Quốc hội|(?:ỦY BAN THƯỜNG VỤ )?QUỐC HỘI)"
)
_COMMA_IN_NAME = r",(?=\s+(?!nghị|quyết|thông|chỉ|các|luật|và)[a-zà-ỹđ])"  # Luật Cán bộ, công chức
_UPPER_COMMA = rf",(?=\s+(?!NGHỊ|QUYẾT|THÔNG|CHỈ|CÁC|LUẬT|VÀ)[{UPPER}]{{2}})"
_UNKNOWN = late(
    rf"(?:[^,;.()\n]|{_COMMA_IN_NAME}|{_UPPER_COMMA}){{3,140}}?"
    r"(?=\s+(?:ngày\s+\d|số\s+\d|năm\s+\d{4}|NGÀY\s+\d|SỐ\s+\d|NĂM\s+\d{4}))"
    r"|[^,;.()\n]{3,140}?(?=\s+(?:ngày|số|năm|NGÀY|SỐ|NĂM)\b|[,;.()]|$)"
)


@record(frozen=True)
class LawCitation:
    """A law as cited: the citation, the document it means, and the others of the same name."""

    citation: Citation
    document: LegalDocument | None
    namesakes: tuple[LegalDocument, ...] = ()


class NamedLaws:
    """The laws of a registry by their names, longest first, ready to be found in text."""

    def __init__(self, registry: Registry) -> None:
        known: dict[str, list[LegalDocument]] = {}
        for document in registry.by_id.values():
            if document.named_by_title and document.title:
                known.setdefault(document.title, []).append(document)
        self._known = sorted(known.items(), key=lambda pair: len(pair[0]), reverse=True)

    def find(self, text: str, day: date) -> Iterator[LawCitation]:
        """The laws named in the text; ``day`` decides between laws of one name where the citation itself does not."""
        at = 0
        while match := _START.search(text, at):
            name, namesakes = self._named(text[match.start() :])
            length = len(name)
            if not length:
                unknown = _UNKNOWN.match(text, match.start())
                length = len(unknown[0]) if unknown else len(match[0])
            citation = _read(text, match.start(), match.start() + length)
            yield LawCitation(citation, _choose(citation, namesakes, day), tuple(namesakes))
            at = citation.end

    def _named(self, text: str) -> tuple[str, list[LegalDocument]]:
        for title, documents in self._known:
            likeness = compare(title, text)
            if likeness.same_words or (len(words(title)) > 8 and likeness.ratio > 0.93):
                return text[: likeness.end], documents
        return "", []


def _read(text: str, start: int, end: int) -> Citation:
    number, issuer, day_text, at = "", "", "", end
    day: date | None = None
    year: int | None = None
    for _ in range(3):
        if not number and (found := _NUMBERED.match(text, at)):
            number, at = found["number"], found.end()
        if not day_text and (found := _DATED.match(text, at)):
            day_text, day, at = found["day"], as_day(found["day"]), found.end()
        if not day_text and year is None and (found := _YEAR.match(text, at)):
            year, at = int(found["year"]), found.end()
        if not issuer and (found := _OF_PARLIAMENT.match(text, at)):
            issuer, at = found["issuer"], found.end()
    kind = "Pháp lệnh" if fold(text[start:end]).startswith("phaplenh") else "Luật"
    return Citation(
        start, at, kind, number, True, at, day=day, day_text=day_text, year=year, issuer=issuer, name=text[start:end]
    )


def _choose(citation: Citation, namesakes: list[LegalDocument], day: date) -> LegalDocument | None:
    if not namesakes:
        return None
    tests: tuple[Callable[[LegalDocument], bool], ...] = (
        lambda d: bool(citation.number) and number_key(d.number) == number_key(citation.number),
        lambda d: citation.day is not None and d.issued == citation.day,
        lambda d: d.issued is not None and d.issued.year == (citation.day.year if citation.day else citation.year),
        lambda d: (d.effective or d.issued or day) <= day and (d.expired or date.max) > day,
    )
    for test in tests:
        fitting = [document for document in namesakes if test(document)]
        if fitting:
            return fitting[-1]
    return namesakes[-1]
