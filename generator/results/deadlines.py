"""The last day a plan gives a task, as far as its words say one without doubt."""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.patterns import late
from generator.wording.times.dates import parse_date
from generator.wording.times.periods import Period, parse_period

_BULLET = late(r"^[-–•+*]\s*")
_EVERY_YEAR = late(r"\s*(?:hằng|hàng)\s+năm$", re.I)
_BEFORE = late(r"(?:(?:xong|hoàn thành)\s+)?trước\s+(?:ngày\s+)?(?P<day>.+)", re.I)
_BY = late(r"(?:chậm nhất|muộn nhất|đến hết|đến|xong|hoàn thành)(?:\s+(?:vào|đến|hết|là))*\s+(?P<day>.+)", re.I)
_DAY = late(r"(?:ngày\s+)?(?P<day>\d{1,2})(?:\s*/\s*|\s+tháng\s+)(?P<month>\d{1,2})", re.I)
_MONTHS = late(r"tháng\s*\d{1,2}(?:/\d{4})?\s*(?:-|–|đến)\s*(?:tháng\s*)?(?P<last>\d{1,2}(?:/\d{4})?)", re.I)
_RECURRING = late(
    r".*\b(?:thường xuyên|liên tục|định kỳ)\b|(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm)|khi có|khi phát sinh", re.I
)


def is_recurring(texts: tuple[str, ...]) -> bool:
    """Whether the time given is no deadline but a habit: ``Thường xuyên``, ``Hằng quý``."""
    return bool(texts) and all(_RECURRING.match(_tidy(text)) for text in texts)


def deadline_in(texts: tuple[str, ...], year: int) -> date | None:
    """The last day on which a task is in time, read from ``Trước 05/01/2024``, ``Quý II``, ``Tháng 2-3/2024``.

    ``Trước`` a day means the day before it. None when the words name no day, or more than one.
    """
    return _deadline(_tidy(texts[0]), year) if len(texts) == 1 else None


def _tidy(text: str) -> str:
    return _BULLET.sub("", " ".join(text.split())).rstrip(" .;,")


def _deadline(text: str, year: int) -> date | None:
    for pattern, days in ((_BEFORE, 1), (_BY, 0)):
        match = pattern.fullmatch(text)
        if match:
            day = _day(match["day"], year) or (_last_day(match["day"], year) if not days else None)
            return day - timedelta(days=days) if day else None
    return _day(text, year) or _last_day(text, year)


def _day(text: str, year: int) -> date | None:
    text = _EVERY_YEAR.sub("", text)
    match = _DAY.fullmatch(text)
    try:
        return date(year, int(match["month"]), int(match["day"])) if match else parse_date(text)
    except ValueError:
        return None


def _last_day(text: str, year: int) -> date | None:
    """The last day of the month, quarter or part of the year named."""
    text = re.sub(r"^(?:trong|trong cả)\s+", "", text, flags=re.I)
    months = _MONTHS.fullmatch(text)
    try:
        period: Period = parse_period(f"tháng {months['last']}" if months else text)
    except ValueError:
        return None
    return period.within(year).days()[1]
