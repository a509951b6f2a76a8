"""What a cell's number format makes of its number, and the days a spreadsheet counts."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache

from generator.patterns import late
from generator.records import record

# The number formats every program knows without their being written down.
BUILT_IN = {
    9: "0%",
    10: "0.00%",
    14: "d/m/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "d/m/yyyy h:mm",
} | dict.fromkeys((27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "d/m/yyyy")
_ELAPSED = late(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)  # hours and minutes that do not end with the day
_NOT_CODE = late(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # texts, escapes, fills, colours and locales of a format
_LAST_DAY = 2_958_465  # that a spreadsheet counts to: the end of 9999
_DAYS_TO_1904 = 1_462  # from one way of counting to the other
_LIKELY_SERIALS = (20_000, 75_000)  # what a number is where a day is asked for: 1954 to 2105


@record(frozen=True)
class NumberFormat:
    """What a number format makes of a number: a percentage, a day (with or without year, day, hour), or a number."""

    percent: bool = False
    parts: frozenset[str] = frozenset()  # of a moment: d, m, y, h, s

    @property
    def is_date(self) -> bool:
        """Whether the number is a day; a month and a minute are one letter, told apart by what stands beside it."""
        return bool(self.parts & {"d", "y"}) or ("m" in self.parts and not self.parts & {"h", "s"})

    @property
    def is_time(self) -> bool:
        """Whether the number is an hour of the day."""
        return "h" in self.parts and not self.is_date


@cache
def number_format(code: str) -> NumberFormat:
    """What the code of a number format says."""
    first = code.split(";")[0]
    plain = _NOT_CODE.sub("", first).casefold()
    if _ELAPSED.search(first) or plain in ("", "general", "@"):
        return NumberFormat()
    return NumberFormat("%" in plain, frozenset(char for char in "dmyhs" if char in plain))


def is_day(serial: Decimal, *, from_1904: bool) -> bool:
    """Whether a spreadsheet can show the number as a day."""
    return 1 <= serial <= _LAST_DAY - (_DAYS_TO_1904 if from_1904 else 0)


def moment_of(serial: Decimal, *, from_1904: bool) -> datetime:
    """The moment a spreadsheet counts as the number of days."""
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    if not from_1904 and serial < 60:
        start += timedelta(days=1)  # the 29 February 1900 that spreadsheets believe in comes only later
    return start + timedelta(minutes=round(float(serial) * 24 * 60))


def likely_day(number: Decimal) -> bool:
    """Whether a bare number, where a day is asked for, is one whose format was lost."""
    return _LIKELY_SERIALS[0] <= number <= _LIKELY_SERIALS[1]


def day_text(moment: datetime, parts: frozenset[str]) -> tuple[str, bool]:
    """The moment as it is typed, and whether its format shows no whole day: it was typed as something else."""
    day = f"{moment.day:02d}/{moment.month:02d}/{moment.year}"
    if moment.hour or moment.minute:
        return f"{moment:%H:%M} {day}", False
    if "d" not in parts:
        return f"{moment.month}/{moment.year}", True
    return (day, False) if "y" in parts else (f"{moment.day}/{moment.month}", True)
