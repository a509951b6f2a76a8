"""How the day of a document is written: in words, in figures, or so that no day can be read out of it."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from generator.law.written.numbers import DIGIT, LOOKALIKES
from generator.patterns import late
from generator.wording.times.dates import long_date

_D, _M, _Y = rf"(?P<d%s>{DIGIT}{{1,2}})", rf"(?P<m%s>{DIGIT}{{1,2}})", rf"(?P<y%s>[12]{DIGIT}{{3}})"
_MONTH = r"th[aáàảâãạăắằ]ng"
_YEAR = r"n[aăãâàặắằ]m"
_WORDS = rf"{_D}\s+{_MONTH}\s+{_M}\s+{_YEAR}\s+{_Y}"
_SLASHED = rf"{_D}\s?[/.-]\s?{_M}\s?[/.-]\s?{_Y}"
DAY = late(rf"(?:{_WORDS % (1, 1, 1)}|{_SLASHED % (2, 2, 2)})(?!\d)", re.I)
DAY_WORD = r"ng[aàáảâ]y"
_BLANK = r"(?:\.{2,}|…+|_{2,})"
_PIECE = rf"(?:{DIGIT}{{1,4}}(?!\w)|{_BLANK}|(?:{_MONTH}|{_YEAR})(?!\w))"
DAMAGED = rf"(?:{_PIECE}[\s/.,-]*){{2,7}}(?!\w)"
"""What stands for a day and is none: pieces of one in the wrong order, or left blank."""
DATED = late(
    rf"[\s,(]*(?:(?:được\s+)?(?:ban hành|ký|thông qua)\s+)?{DAY_WORD}\s*:?\s*(?P<day>{DAY.pattern}|{DAMAGED})\)?", re.I
)
_LACKS_ZERO = late(rf"(?:^|\s)[1-9](?=\s+{_MONTH})|{_MONTH}\s+[12](?=\s)", re.I)
_TWO_PIECES = late(rf"{_MONTH}|{_YEAR}|{_BLANK}|\d\s?[/.-]\s?\d", re.I)

DayFault = Literal["", "blank", "damaged", "impossible"]


def dated_at(text: str, at: int) -> re.Match[str] | None:
    """What is read as a day from ``at`` on, its words in the group ``day``; None where no day begins there."""
    found = DATED.match(text, at)
    return found if found and (DAY.search(found["day"]) or _TWO_PIECES.search(found["day"])) else None


def as_day(text: str) -> date | None:
    """The day of a date as ``DAY`` matches it; None when the calendar has no such day."""
    match = DAY.search(text)
    if match is None:
        return None
    parts = [(match[f"{name}1"] or match[f"{name}2"]).translate(LOOKALIKES) for name in "ymd"]
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None


def fault_of(text: str) -> DayFault:
    """Why the words of a day give none; empty where they do."""
    if as_day(text):
        return ""
    if DAY.search(text):
        return "impossible"
    return "blank" if re.search(_BLANK, text) else "damaged"


def as_written(text: str) -> str:
    """How the day should be written out, where it is short or lacks a zero; empty where it is as it should be.

    Months from 3 on may carry a zero or not: no rule forbids it (ND30-I.2.4b4).
    """
    day = as_day(text)
    if day is None:
        return ""
    if re.fullmatch(r"[\dOoIl\s/.-]+", text):
        return long_date(day)
    return long_date(day) if _LACKS_ZERO.search(text) else ""
