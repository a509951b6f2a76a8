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
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
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
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
} | dict.fromkeys((27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "d/m/yyyy")
_ELAPSED = late(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)  # hours and minutes that do not end with the day
_NOT_CODE = late(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # texts, escapes, fills, colours and locales of a format
_SECTION = late(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*')
_DIGITS = late(r"[0#?][0#?,]*(?:\.[0#?]*)?,*")
_PRINTED = late(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[[^\]]*\]|%|(?P<bare>[^"\\\[%0-9#?.,;@])', re.DOTALL)
_LAST_DAY = 2_958_465  # that a spreadsheet counts to: the end of 9999
_DAYS_TO_1904 = 1_462  # from one way of counting to the other
_LIKELY_SERIALS = (20_000, 75_000)  # what a number is where a day is asked for: 1954 to 2105


@record(frozen=True)
class NumberFormat:
    """What a number format makes of a number: a percentage, a day (with or without year, day, hour), or a number.

    ``decimals`` is how many places it shows, None when as many as there are; ``thousands`` how often it divides by
    a thousand; ``before`` and ``after`` are the words and signs it puts around the number.
    """

    percent: bool = False
    parts: frozenset[str] = frozenset()  # of a moment: d, m, y, h, s
    decimals: int | None = None
    thousands: int = 0
    before: str = ""
    after: str = ""

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
    parts = frozenset(char for char in "dmyhs" if char in plain)
    return NumberFormat("%" in plain, parts) if parts else _of_number(_first_section(code))


def _first_section(code: str) -> str:
    """The part of the code for numbers above zero."""
    match = _SECTION.match(code)
    return match[0] if match else code


def _of_number(code: str) -> NumberFormat:
    """What the section of a code for plain numbers says."""
    digits = _DIGITS.search(_NOT_CODE.sub(lambda found: "\0" * len(found[0]), code))
    if digits is None:
        return NumberFormat("%" in _NOT_CODE.sub("", code))
    places = digits[0]
    plain = _NOT_CODE.sub("", code)
    if set(plain.casefold()) & {"e", "/", "?"}:  # powers of ten, fractions
        return NumberFormat("%" in plain)
    return NumberFormat(
        "%" in plain,
        decimals=len(places.rstrip(",").partition(".")[2]),
        thousands=len(places) - len(places.rstrip(",")),
        before=_words(code[: digits.start()]),
        after=_words(code[digits.end() :]),
    )


def _words(code: str) -> str:
    """The words and signs a part of a code prints, money and the sign of percent left aside."""
    texts = (match["quoted"] or match["escaped"] or match["bare"] or "" for match in _PRINTED.finditer(code))
    words = "".join(texts)
    return "" if words.strip() in ("-", "(", ")", "đ", "₫", "$", "VND", "đồng") else words


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
