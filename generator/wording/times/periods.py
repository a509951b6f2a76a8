"""The periods agencies report for: months, quarters, six months, nine months, the year, and days agreed ad hoc."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from generator.faults import Code, Fault
from generator.patterns import late
from generator.records import record
from generator.wording.numerals.ordinals import roman, roman_value
from generator.wording.times.dates import month_number, parse_date, short_date

Kind = Literal["tháng", "quý", "6 tháng đầu", "6 tháng cuối", "9 tháng đầu", "năm", "đột xuất"]

_YEAR = r"(?:\s*(?:/|năm)?\s*(?P<year>\d{4}))?"
_FORMS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("tháng", late(rf"(?:tháng|t\.?)\s*(?P<number>0?[1-9]|1[0-2]){_YEAR}", re.I)),
    ("quý", late(rf"(?:qu[ýí]|q\.?)\s*(?P<number>IV|I{{1,3}}|0?[1-4]){_YEAR}", re.I)),
    ("6 tháng cuối", late(rf"0?6\s*(?:tháng|t)\s+cuối(?:\s+năm)?{_YEAR}", re.I)),
    ("6 tháng đầu", late(rf"0?6\s*(?:tháng|t)(?:\s+đầu(?:\s+năm)?)?{_YEAR}", re.I)),
    ("9 tháng đầu", late(rf"0?9\s*(?:tháng|t)(?:\s+đầu(?:\s+năm)?)?{_YEAR}", re.I)),
    ("năm", late(r"(?:(?:cả\s+)?năm|12\s*(?:tháng|t))(?:(?:\s+năm)?\s+(?P<year>\d{4}))?|(?P<bare>\d{4})", re.I)),
)
PARTS_OF_A_YEAR = r"0?[69]\s+tháng\s+(?:đầu|cuối)(?:\s+năm)?"
"""How running text says the half of a year, or its nine months, and from which end."""
_SAID = late(
    rf"\b(?P<words>qu[ýí]\s+(?:IV|I{{1,3}}|0?[1-4])|tháng\s+(?:1[0-2]|0?[1-9])|{PARTS_OF_A_YEAR}|0?[69]\s+tháng|"
    r"(?:cả\s+)?năm)(?!\w)(?:\s*(?:[/,]|năm)?\s*(?P<year>20\d\d)(?!\d))?",
    re.I,
)
_DAY = r"\d{1,2}\s*[/.-]\s*\d{1,2}"
_AD_HOC = late(
    rf"đột\s+xuất:?\s*(?:từ\s+)?(?:ngày\s+)?(?P<first>{_DAY}(?:\s*[/.-]\s*\d{{4}})?)"
    rf"\s*(?:đến|[-–—])\s*(?:hết\s+)?(?:ngày\s+)?(?P<last>{_DAY}\s*[/.-]\s*\d{{4}})",
    re.I,
)
_MONTHS: dict[Kind, tuple[int, int]] = {
    "6 tháng đầu": (1, 6),
    "6 tháng cuối": (7, 12),
    "9 tháng đầu": (1, 9),
    "năm": (1, 12),
}


@record(frozen=True)
class Period:
    """A period of a year.

    ``number`` is the month or the quarter and 0 otherwise, ``year`` None where not said, ``first`` and ``last`` the
    days of an ad hoc period (đột xuất), whose year is that of its last day.
    """

    kind: Kind
    number: int = 0
    year: int | None = None
    first: date | None = None
    last: date | None = None

    def __str__(self) -> str:
        """The period as running text prints it, e.g. ``quý I năm 2024``, ``6 tháng đầu năm 2024``."""
        if self.first and self.last:
            return f"đột xuất từ ngày {short_date(self.first)} đến ngày {short_date(self.last)}"
        if self.kind == "năm":
            return f"năm {self.year}" if self.year else "năm"
        short = {
            "quý": f"quý {roman(self.number)}" if self.number else "",
            "tháng": f"tháng {month_number(self.number)}",
        }
        name = short.get(self.kind, self.kind)
        if self.year:
            return f"{name} năm {self.year}"
        return name if self.kind in short else f"{name} năm"

    @property
    def months(self) -> tuple[int, int]:
        """The first and the last month; raises ValueError for an ad hoc period, which knows days only."""
        if self.kind == "đột xuất":
            raise Fault(Code.BAD_PERIOD, f"kỳ «{self}» tính theo ngày")
        if self.kind == "tháng":
            return self.number, self.number
        return (3 * self.number - 2, 3 * self.number) if self.kind == "quý" else _MONTHS[self.kind]

    def days(self) -> tuple[date, date]:
        """The first and the last day; raises ValueError when the year is not known."""
        if self.first and self.last:
            return self.first, self.last
        if self.year is None:
            raise Fault(Code.BAD_PERIOD, f"kỳ «{self}» chưa rõ năm", f"ghi thêm năm, ví dụ: {self} {2027}")
        first, last = self.months
        after = date(self.year + last // 12, last % 12 + 1, 1)
        return date(self.year, first, 1), after - timedelta(days=1)

    def within(self, year: int) -> Period:
        """The same period with the year given, unless it says its own."""
        return self if self.year else replace(self, year=year)


def parse_period(text: str) -> Period:
    """The period typed as ``tháng 3``, ``quý I/2024``, ``6 tháng đầu năm 2024``, ``đột xuất 01/3 - 15/4/2024`` ….

    Raises ValueError with a Vietnamese message when the text names no such period.
    """
    return _parsed(" ".join(text.split()))


def is_period(text: str) -> bool:
    """Whether the text names a period and nothing else."""
    try:
        parse_period(text)
    except ValueError:
        return False
    return True


def periods_in(text: str) -> Iterator[tuple[str, Period]]:
    """The periods that running text names, in order: the words of each without its year, and what they mean.

    ``Kết quả 9 tháng năm 2024`` yields ``9 tháng``, and those nine months of 2024.
    """
    for found in _SAID.finditer(text):
        words = " ".join(found["words"].split())
        year = int(found["year"]) if found["year"] else None
        yield words, replace(_parsed(words), year=year)


@lru_cache(maxsize=1024)
def _parsed(typed: str) -> Period:
    for kind, pattern in _FORMS:
        match = pattern.fullmatch(typed)
        if match:
            found = match.groupdict()
            year = found.get("year") or found.get("bare")
            number = found.get("number") or ""
            return Period(kind, roman_value(number) or int(number or 0), int(year) if year else None)
    if typed.casefold().startswith("đột xuất"):
        return _ad_hoc(typed)
    fix = "ghi tháng 3, quý I, 6 tháng đầu năm, 9 tháng đầu năm, năm hoặc đột xuất từ ngày … đến ngày …"
    raise Fault(Code.BAD_PERIOD, f"«{typed}» không phải là kỳ báo cáo", fix)


def _ad_hoc(typed: str) -> Period:
    match = _AD_HOC.fullmatch(typed)
    if match is None:
        fix = "ghi dạng: đột xuất từ ngày 01/3/2024 đến ngày 15/4/2024"
        raise Fault(Code.BAD_PERIOD, f"kỳ «{typed}» chưa rõ ngày", fix)
    last = parse_date(match["last"])
    separators = len(re.findall(r"[/.-]", match["first"]))
    first = parse_date(match["first"] if separators == 2 else f"{match['first']}/{last.year}")
    if first > last:
        raise Fault(Code.BAD_PERIOD, f"kỳ «{typed}» có ngày đầu sau ngày cuối", "sửa lại một trong hai ngày")
    return Period("đột xuất", 0, last.year, first, last)
