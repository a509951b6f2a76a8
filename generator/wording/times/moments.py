"""The hour of a day as clerks type it and as NĐ 30 prints it (Mẫu 1.7, 1.9)."""

from __future__ import annotations

import re
from datetime import datetime, time

from generator.faults import Code, Fault
from generator.patterns import late
from generator.wording.times.dates import GAP, blank_date, long_date, parse_date, weekday

_HOUR = r"(?P<hour>\d{1,2})\s*(?::|h|g|giờ)\s*(?:(?P<minute>\d{1,2})\s*(?:phút|p)?)?"
_HOUR_FIRST = late(rf"{_HOUR}(?:\s*,\s*|\s+)(?:(?:thứ \w+|chủ nhật)(?:\s*,\s*|\s+))?(?P<day>\S.*)", re.I)
_WEEKDAY = late(r"thứ \w+|chủ nhật", re.I)
_DAY_FIRST = late(r"(?P<day>\d{4}-\d{2}-\d{2})[T ](?P<hour>\d{2}):(?P<minute>\d{2})(?::00)?")


def parse_moment(text: str) -> datetime:
    """The hour and day typed as ``14:00 20/11/2026``, ``14 giờ 00, ngày 20 tháng 11 năm 2026`` or ISO.

    Raises ValueError with a Vietnamese message when the text is none, or hour or day do not exist.
    """
    typed = " ".join(text.split())
    match = _DAY_FIRST.fullmatch(typed) or _HOUR_FIRST.fullmatch(typed)
    if not match:
        fix = "viết dạng giờ:phút ngày/tháng/năm, ví dụ 14:00 20/11/2026"
        raise Fault(Code.BAD_MOMENT, f"«{typed}» không phải là giờ và ngày", fix)
    day = parse_date(match["day"])
    try:
        moment = datetime.combine(day, time(int(match["hour"]), int(match["minute"] or 0)))
    except ValueError:
        what = f"giờ của «{typed}» không có trên đồng hồ"
        raise Fault(Code.BAD_MOMENT, what, "giờ từ 0 đến 23, phút từ 0 đến 59") from None
    named = _WEEKDAY.search(typed)
    if named and named[0].casefold() not in (weekday(day).casefold(), f"thứ {day.weekday() + 2}"):
        what = f"{long_date(day)} là {weekday(day)}, không phải {named[0]}"
        raise Fault(Code.BAD_MOMENT, what, "xem lại ngày")
    return moment


def long_moment(moment: datetime, *, with_weekday: bool = False) -> str:
    """The moment as ``08 giờ 00, ngày 20 tháng 11 năm 2026``, or ``08 giờ 00, thứ Sáu, ngày …``."""
    named = f"{weekday(moment)}, " if with_weekday else ""
    return f"{moment:%H} giờ {moment:%M}, {named}{long_date(moment)}"


def blank_moment(year: int) -> str:
    """The moment of a draft: gaps for hour, minute, day and month."""
    return f"{GAP}giờ{GAP}, {blank_date(year)}"
