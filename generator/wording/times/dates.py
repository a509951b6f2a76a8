"""Dates as clerks type them and as NĐ 30 prints them."""

from __future__ import annotations

import re
from datetime import date

from generator.faults import Code, Fault
from generator.patterns import late

_SEPARATED = r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})"
_TYPED = late(rf"(?:ngày\s+)?{_SEPARATED}", re.I)
_ISO = late(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_WORDS = late(r"(?:ngày\s+)?(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})", re.I)
_SHORT_YEAR = late(r"(?P<rest>(?:0?[1-9]|[12]\d|3[01])\s*[/.-]\s*(?:0?[1-9]|1[0-2])\s*[/.-]\s*)(?P<year>\d{2})")
GAP = " " * 5  # room to write a number by hand in a draft
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def parse_date(text: str) -> date:
    """The date typed as ngày/tháng/năm, ``ngày … tháng … năm …`` or ISO.

    Raises ValueError with a Vietnamese message when the text is no date or the day does not exist.
    """
    for pattern in (_TYPED, _ISO, _WORDS):
        match = pattern.fullmatch(text.strip())
        if match:
            try:
                return date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                what = f"ngày «{text.strip()}» không có trong lịch"
                raise Fault(Code.BAD_DATE, what, "sửa lại ngày") from None
    short = _SHORT_YEAR.fullmatch(text.strip())
    if short:
        what = f"ngày «{text.strip()}» chỉ ghi hai chữ số của năm"
        raise Fault(
            Code.BAD_DATE, what, f"viết dạng ngày/tháng/năm, năm đủ bốn chữ số: {short['rest']}20{short['year']}"
        )
    raise Fault(Code.BAD_DATE, f"«{text.strip()}» không phải là ngày", "viết dạng ngày/tháng/năm, ví dụ 22/3/2024")


def day_digits(day: date) -> str:
    """The day with a leading zero below ten (ND30-I.2.4b2)."""
    return f"{day.day:02d}"


def month_digits(day: date) -> str:
    """The month, with a leading zero for January and February only (ND30-I.2.4b3)."""
    return month_number(day.month)


def long_date(day: date) -> str:
    """The date as ``ngày 05 tháng 3 năm 2024`` (ND30-I.2.4b1)."""
    return f"ngày {day_digits(day)} tháng {month_digits(day)} năm {day.year}"


def short_date(day: date) -> str:
    """The date as ``05/3/2024``, for tables and citations; the zeros are those of the long form."""
    return f"{day_digits(day)}/{month_digits(day)}/{day.year}"


def blank_date(year: int, month: int | None = None) -> str:
    """The date of a draft: gaps for day and month, or for the day alone; the year printed (ND30-A.15.4)."""
    return f"ngày{GAP}tháng{f' {month_number(month)} ' if month else GAP}năm {year}"


def weekday(day: date) -> str:
    """The day of the week with its name in capitals: ``thứ Hai`` … ``Chủ nhật`` (ND30-C.28)."""
    return _WEEKDAYS[day.weekday()]


def month_number(month: int) -> str:
    """The month as dates and periods print it: 01 and 02 with their zero, the others without (ND30-I.2.4b3)."""
    return f"{month:02d}" if month <= 2 else str(month)
