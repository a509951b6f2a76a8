"""How a text speaks of annexes: which it names, and whether they are its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.law.citations import TYPES

_NAMED = re.compile(
    r"(?<!\w)(?:các\s+)?phụ lục(?:\s+(?:số\s+)?(?P<number>[IVXLC]+|\d{1,2}|[A-Z])(?!\w|\.\d))?"
    r"(?P<more>(?:\s*(?:,|và|đến|-|–)\s*(?:(?:phụ lục\s+)?(?:số\s+)?(?:[IVXLC]+|\d{1,2}))(?!\w|%|\.\d))*)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[IVXLC]+|\d{1,2}", re.IGNORECASE)
_RANGE = re.compile(r"đến|-|–")
_OF_ANOTHER = re.compile(rf"[^.;]{{0,60}}?(?<!\w)(?:{'|'.join(TYPES)})\s+(?:số\s+)?\d", re.IGNORECASE)
_OWN = re.compile(r"[^.;]{0,40}?(?<!\w)(?:này|kèm theo\s*(?:[.,;)]|$))", re.IGNORECASE)

_POINTED_AT = re.compile(r"(?:tại|theo|ở|xem|trong|như)\s+(?:các\s+|\d+\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
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
        after = text[match.end() :]
        if _OF_ANOTHER.match(after) and not _OWN.match(after):
            continue
        number = match["number"] or ""
        if len(number) == 1 and not _NUMBER.fullmatch(number):
            continue  # «Phụ lục A» of some other paper; ours are numbered
        numbers = [number] if number else []
        numbers += _NUMBER.findall(match["more"] or "")
        if _RANGE.search(match["more"] or "") and len(numbers) == 2:
            numbers = _between(*numbers)
        sure = bool(numbers or _OWN.match(after) or _POINTED_AT.search(text[: match.start()]))
        yield Mention(tuple(numbers), match[0].strip(), sure)


def value_of(number: str) -> int:
    """A number as typed, Roman or Arabic, as a whole number; 0 where it is none."""
    if number.isdigit():
        return int(number)
    digits = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    total = 0
    values = [digits.get(letter, 0) for letter in number.upper()]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total


def _between(first: str, last: str) -> list[str]:
    low, high = value_of(first), value_of(last)
    return [str(number) for number in range(low, high + 1)] if 0 < low <= high <= 60 else [first, last]
