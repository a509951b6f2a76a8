"""The periods agencies report for: quarters, six months, nine months, the year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.wording.ordinals import roman

Kind = Literal["quý", "6 tháng đầu", "6 tháng cuối", "9 tháng đầu", "năm"]

_YEAR = r"(?:\s*(?:/|năm)?\s*(?P<year>\d{4}))?"
_FORMS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("quý", re.compile(rf"(?:quý|q)\s*(?P<number>IV|I{{1,3}}|0?[1-4]){_YEAR}", re.I)),
    ("6 tháng cuối", re.compile(rf"0?6\s*tháng\s+cuối(?:\s+năm)?{_YEAR}", re.I)),
    ("6 tháng đầu", re.compile(rf"0?6\s*tháng(?:\s+đầu(?:\s+năm)?)?{_YEAR}", re.I)),
    ("9 tháng đầu", re.compile(rf"0?9\s*tháng(?:\s+đầu(?:\s+năm)?)?{_YEAR}", re.I)),
    ("năm", re.compile(r"(?:cả\s+)?năm(?:\s+(?P<year>\d{4}))?|(?P<bare>\d{4})", re.I)),
)
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS: dict[Kind, tuple[int, int]] = {
    "6 tháng đầu": (1, 6),
    "6 tháng cuối": (7, 12),
    "9 tháng đầu": (1, 9),
    "năm": (1, 12),
}


@dataclass(frozen=True, slots=True)
class Period:
    """A period of a year; ``quarter`` is 1 to 4 for a quarter and 0 otherwise, ``year`` None where not said."""

    kind: Kind
    quarter: int = 0
    year: int | None = None

    def __str__(self) -> str:
        """The period as running text prints it, e.g. ``quý I năm 2024``, ``6 tháng đầu năm 2024``."""
        if self.kind == "năm":
            return f"năm {self.year}" if self.year else "năm"
        name = f"quý {roman(self.quarter)}" if self.kind == "quý" else self.kind
        if self.year:
            return f"{name} năm {self.year}"
        return name if self.kind == "quý" else f"{name} năm"

    @property
    def months(self) -> tuple[int, int]:
        """The first and the last month."""
        return (3 * self.quarter - 2, 3 * self.quarter) if self.kind == "quý" else _MONTHS[self.kind]

    def days(self) -> tuple[date, date]:
        """The first and the last day; raises ValueError when the year is not known."""
        if self.year is None:
            raise ValueError(f"kỳ «{self}» chưa rõ năm; ghi thêm năm, ví dụ: {self} {2027}")
        first, last = self.months
        after = date(self.year + last // 12, last % 12 + 1, 1)
        return date(self.year, first, 1), after - timedelta(days=1)


def parse_period(text: str) -> Period:
    """The period typed as ``quý I/2024``, ``Q1``, ``6 tháng đầu năm 2024``, ``9 tháng``, ``năm 2024``.

    Raises ValueError with a Vietnamese message when the text names no such period.
    """
    typed = " ".join(text.split())
    for kind, pattern in _FORMS:
        match = pattern.fullmatch(typed)
        if match:
            found = match.groupdict()
            year = found.get("year") or found.get("bare")
            number = (found.get("number") or "").casefold()
            quarter = _NUMBERS.get(number) or int(number or 0)
            return Period(kind, quarter, int(year) if year else None)
    raise ValueError(f"«{typed}» không phải là kỳ báo cáo; ghi quý I, 6 tháng đầu năm, 9 tháng đầu năm hoặc năm")
