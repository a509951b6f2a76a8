"""How a text speaks of annexes: which it names, and whether they are its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.law.citations import TYPES
from generator.patterns import late
from generator.records import record
from generator.wording.numerals.ordinals import roman_value

_ROMAN = r"(?:[IVXLC]+|(?-i:[ivx]{2,}))"  # «v» alone is the end of «I và II», never a number of its own
_DIGITS = r"\d{1,2}"
_AND = r"\s*(?:,|;|và|đến|-|–)\s*(?:(?:các\s+)?phụ lục\s+)?(?:số\s+)?"
_END = r"(?![\w%]|\.\d)"
# Numbers that go on are of the kind the first one is of: «Phụ lục I, II và 15 biểu» names two. A digit before a word
# counts something: «Phụ lục 1, 2 và 12 đơn vị».
_COUNTS = r"(?!\s+(?!và|đến|của|kèm|ban|tại|theo|đính|trong)[^\W\d_])"
_NAMED = late(
    r"(?<!\w)(?:các\s+)?(?i:phụ lục)(?:\s+(?i:từ\s+)?(?i:số\s+)?(?:"
    rf"(?P<roman>(?-i:{_ROMAN}){_END}(?:(?i:{_AND})(?-i:{_ROMAN}){_END})*)"
    rf"|(?P<digits>{_DIGITS}{_END}(?:(?i:{_AND}){_DIGITS}{_END}{_COUNTS})*)"
    rf"|(?P<letter>[A-Z]){_END}))?"
)
_NUMBER = late(rf"(?<!\w)(?:{_ROMAN}|{_DIGITS})(?!\w)")
_RANGE = late(r"đến|-|–")
# A treaty, a contract or a legislative document is never what is being issued here, «này» after it or not.
_OTHERS = (
    r"(?:Nghị định|Thông tư|Pháp lệnh|Hiến pháp|Bộ luật|(?i:hợp đồng|hiệp định))(?!\w)|Luật\s+(?=[^\W\d_a-zđ]|số\s)"
    r"|(?:của|mẫu)\s+(?:Sở|Bộ|Cục|Chi cục|Ủy ban|UBND|HĐND|Hội đồng|Văn phòng|Chính phủ|Thủ tướng|Tỉnh|Thành|Ban"
    r"|Công ty|(?i:Quy chế|Quy định|Quy trình|Hướng dẫn|Đề án|Chương trình|Thỏa thuận|Dự án))(?!\w)(?!\s+này)"
)
_OF_ANOTHER = late(rf"[^.;]{{0,60}}?(?<!\w)(?:{_OTHERS}|(?i:{'|'.join(TYPES)})\s+(?:số\s+)?\d)")
_CITED_BEFORE = late(rf"(?:{'|'.join(TYPES)})\s+(?:số\s+)?\d[\w/-]*\s*\([^()]{{0,12}}$", re.IGNORECASE)
_OWN = late(r"[^.;]{0,40}?(?<!\w)(?:này|(?:đính kèm|kèm theo)\s*(?:[.,;)]|$))", re.IGNORECASE)

_POINTED_AT = late(r"(?:tại|theo|ở|xem|trong|như)\s+(?:các\s+|\d+\s+)?$", re.IGNORECASE)


@record(frozen=True)
class Mention:
    """One place that names annexes of the document itself: their numbers as typed, none where it names none.

    ``sure`` says whether the words leave no doubt that the document has such an annex.
    """

    numbers: tuple[str, ...]
    words: str
    sure: bool


def own_mentions(text: str) -> Iterator[Mention]:
    """Each mention of an annex of the document itself; annexes of documents cited are left out."""
    for match in _NAMED.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if before.count("(") > before.count(")"):
            after = after.partition(")")[0]  # what stands behind the brackets is said of something else
        if match["letter"] or _CITED_BEFORE.search(before) or _is_of_another(after):
            continue  # «Phụ lục A» of some other paper; ours are numbered
        listed = match["roman"] or match["digits"] or ""
        numbers = _NUMBER.findall(listed)
        if _RANGE.search(listed) and len(numbers) == 2:
            numbers = _between(*numbers)
        sure = bool(numbers or _OWN.match(after) or _POINTED_AT.search(before))
        yield Mention(tuple(numbers), match[0].strip(), sure)


def _is_of_another(after: str) -> bool:
    """Whether the first document named after an annex is another one than the document itself."""
    other, own = _OF_ANOTHER.match(after), _OWN.match(after)
    return other is not None and (own is None or other.end() < own.end())


def value_of(number: str) -> int:
    """A number as typed, Roman or Arabic, as a whole number; 0 where it is none."""
    return int(number) if number.isdigit() else roman_value(number)


def _between(first: str, last: str) -> list[str]:
    low, high = value_of(first), value_of(last)
    return [str(number) for number in range(low, high + 1)] if 0 < low <= high <= 60 else [first, last]
