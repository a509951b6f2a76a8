"""Luật and pháp lệnh found in running text: they go by name and day, and several share a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from generator.law.bases import LegalDocument, Registry, number_key
from generator.law.citations import UPPER, Citation
from generator.law.titles import compare, words
from generator.law.written.days import as_day, dated_at
from generator.patterns import late
from generator.records import record
from generator.wording.characters import LOWER, fold

_START = late(
    r"(?<!\w)(?:Bộ luật|Luật|Pháp lệnh|BỘ LUẬT|PHÁP LỆNH"
    r"|(?<!PHÁP )(?<!KỶ )(?<!QUY )(?<!ĐẠO )LUẬT(?! SƯ\b| GIA\b| PHÁP\b| LỆ\b))(?=\s+[^\W\d_])"
)
_NUMBERED = late(
    r"[\s,]*(?:\(|Luật\s+)?(?:số\s*:?\s*)?(?P<number>\d{1,4}\s?/\s?\d{4}\s?/\s?(?:UBTV)?QH\s?\d{1,2})\)?",
    re.I,
)
_YEAR = late(r"[\s,(]*năm\s+(?P<year>\d{4})\)?", re.I)
_OF_PARLIAMENT = late(
    r"[\s,]*(?:của|do|CỦA|DO)\s+(?P<issuer>(?:Ủy ban Thường vụ )?Quốc hội|(?:ỦY BAN THƯỜNG VỤ )?QUỐC HỘI)"
)
_GOES_ON = late(r"\s+của\s+(?:Hội đồng|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|UBND)")
_AMENDED = late(
    r"\s*\((?:sửa đổi|đã được sửa đổi|hợp nhất)[^)]{0,60}\)|\s+sửa đổi(?:,? bổ sung)?(?=\s+(?:ngày|số|năm)\s)", re.I
)
_BARE = late(r"(?:bộ luật|luật|pháp lệnh)", re.I)
_NAME_AFTER = late(r"[\s,]*(?:về\s+)?(?P<name>[^,;.()\d]{4,140}?)(?=\s*(?:[,;.()]|$|ngày\s+\d))", re.I)
_AMENDING_AFTER = late(r"[\s,]*(?P<name>sửa đổi[^;.()]{4,240}?)(?=\s*(?:[;.()]|$))")
_NUMBER_YEAR = late(r"/(\d{4})/")
_SLIP = 1  # years by which a mistyped day may be off
_LIKE = 0.8  # how like its own a name must be to tell a law by itself
_LIKE_ON_ITS_DAY = 0.75
_BEHIND_COMMA = rf"(?:[{LOWER}]|(?:Ủy|Uỷ) ban nhân dân)"  # … của Hội đồng nhân dân, Ủy ban …
_COMMA_IN_NAME = rf",(?=\s+(?!nghị|quyết|thông|chỉ|các|luật|và){_BEHIND_COMMA})"  # Luật Cán bộ, công chức
_UPPER_COMMA = rf",(?=\s+(?!NGHỊ|QUYẾT|THÔNG|CHỈ|CÁC|LUẬT|VÀ)[{UPPER}]{{2}})"
_UNKNOWN = late(
    r"(?:Luật|LUẬT|Pháp lệnh|PHÁP LỆNH)\s+(?:sửa đổi|SỬA ĐỔI)[^;.()\n]{3,220}?"
    r"(?=\s+(?:ngày\s+[\d.…]|số\s+\d|năm\s+\d{4}|NGÀY\s+\d|SỐ\s+\d|NĂM\s+\d{4})|[;.(]|$)"
    rf"|(?:[^,;.()\n]|{_COMMA_IN_NAME}|{_UPPER_COMMA}){{3,140}}?"
    r"(?=\s+(?:ngày\s+\d|số\s+\d|năm\s+\d{4}|NGÀY\s+\d|SỐ\s+\d|NĂM\s+\d{4}))"
    rf"|(?:[^,;.()\n]|{_COMMA_IN_NAME}|{_UPPER_COMMA}){{3,140}}?"
    r"(?=\s+(?:ngày|số|năm|NGÀY|SỐ|NĂM)\b|\s+(?:và|VÀ)\s+(?:Thông|Nghị|Quyết|Chỉ|các|THÔNG|NGHỊ|QUYẾT|CHỈ|CÁC)\b"
    rf"|[,;.()](?!\s+{_BEHIND_COMMA})|[;.()]|$)"
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
        self._registry = registry
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
            if not namesakes:
                namesakes = self._under_another_name(citation)
            document = _choose(citation, namesakes, day)
            yield LawCitation(citation, document, tuple(namesakes))
            at = citation.end

    def _named(self, text: str) -> tuple[str, list[LegalDocument]]:
        for title, documents in self._known:
            likeness = compare(title, text)
            if _GOES_ON.match(text, likeness.end):
                continue  # Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân
            if likeness.same_words or (len(words(title)) > 8 and likeness.ratio > 0.93):
                return text[: likeness.end], documents
        return "", []

    def _under_another_name(self, citation: Citation) -> list[LegalDocument]:
        """The laws a citation means whose name is none of theirs word for word: by number, by day, or by likeness."""
        if citation.number:
            return [law for law in self._registry.find("".join(citation.number.split())) if law.named_by_title]
        if _BARE.fullmatch(citation.name):
            return []
        wanted = _LIKE_ON_ITS_DAY if citation.day else _LIKE
        scored = [
            (_likeness(title, citation.name), laws)
            for title, laws in self._known
            if not citation.day or any(law.issued == citation.day for law in laws)
        ]
        ratio, laws = max(scored, key=lambda pair: pair[0], default=(0.0, []))
        return laws if ratio >= wanted else []


def _likeness(title: str, name: str) -> float:
    """How like the title the name is, the word for its type aside, which all share."""
    return compare(_BARE.sub("", title, count=1), _BARE.sub("", name, count=1)).ratio


def _read(text: str, start: int, end: int) -> Citation:
    number, issuer, day_text, at = "", "", "", end
    day: date | None = None
    year: int | None = None
    if amended := _AMENDED.match(text, at):
        at = amended.end()
    for _ in range(3):
        if not number and (found := _NUMBERED.match(text, at)):
            number, at = found["number"], found.end()
        if not day_text and (found := dated_at(text, at)):
            day_text, day, at = found["day"].strip(" ,.-"), as_day(found["day"]), found.end()
        if not day_text and year is None and (found := _YEAR.match(text, at)):
            year, at = int(found["year"]), found.end()
        if not issuer and (found := _OF_PARLIAMENT.match(text, at)):
            issuer, at = found["issuer"], found.end()
    name = text[start:end]
    if number and _BARE.fullmatch(name) and (found := _AMENDING_AFTER.match(text, at) or _NAME_AFTER.match(text, at)):
        name, at = f"{name} {found['name']}", found.end()  # Luật số 33/2024/QH15 … về Lưu trữ
    kind = "Pháp lệnh" if fold(text[start:end]).startswith("phaplenh") else "Luật"
    return Citation(start, at, kind, number, True, at, day=day, day_text=day_text, year=year, issuer=issuer, name=name)


def _choose(citation: Citation, namesakes: list[LegalDocument], day: date) -> LegalDocument | None:
    if not namesakes:
        return None
    tests: tuple[Callable[[LegalDocument], bool], ...] = (
        lambda d: bool(citation.number) and number_key(d.number) == number_key(citation.number),
        lambda d: citation.day is not None and d.issued == citation.day,
        lambda d: _year_of(d) is not None and _year_of(d) == (citation.day.year if citation.day else citation.year),
        lambda d: (d.effective or d.issued or day) <= day and (d.expired or date.max) > day,
    )
    year = citation.day.year if citation.day else citation.year
    known = [own for document in namesakes if (own := _year_of(document))]
    named = any(tests[0](document) for document in namesakes)
    if year and known and not named and all(abs(year - own) > _SLIP for own in known):
        return None  # an older law of the name, which the registry does not hold
    for test in tests:
        fitting = [document for document in namesakes if test(document)]
        if fitting:
            return fitting[-1]
    return namesakes[-1]


def _year_of(document: LegalDocument) -> int | None:
    """The year of a law: of its day, or of its number where the day was never verified."""
    if document.issued:
        return document.issued.year
    year = _NUMBER_YEAR.search(document.number)
    return int(year[1]) if year else None
