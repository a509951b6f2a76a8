"""Figures with spaces inside («1 000», «95 %») or a point for the comma, days without their zero or in no calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from generator.patterns import late
from generator.wording.remarks import Remark

# After these a number names something; the next one counts: «quý 1 100 hồ sơ», «Điều 5 200 đồng».
_NAMED = (
    r"(?i:điều|khoản|mục|điểm|chương|phần|phụ lục|quý|tháng|ngày|năm|số|tổ|khu|lớp|đợt|lần|cấp|quận|phường|bảng|mẫu"
    r"|điện thoại|s?[đd]t|đtdđ|tel|phone|mobile|di động|liên hệ|fax|zalo|hotline|viber|máy lẻ|cmnd|cccd|căn cước"
    r"|hộ chiếu|tài khoản|stk|mst|số thuế|bhxh|bhyt|seri|serial|imei|mã|tầng|phòng|biểu|cột|hàng|dòng|9001|iso"
    r"|thôn|ấp|xóm|bản|đội|nhóm|bước|hạng|loại|khóa|kỳ|vòng|tập|quyển|tờ|thửa|lô|nhà|kiệt|ngõ|hẻm|đường|lộ|độ):? $"
)
_BEFORE = late(_NAMED)
_THOUSANDS = late(  # what follows «+», «(+84)» is a telephone number
    r"(?<![\d.,/+-])(?<!\d )(?<!\+ )(?<!\d\) )(?P<number>[1-9]\d{0,2}(?:[ .]\d{3})+)(?![\d/]| ?[:.]\d|[\w-])"
    r"(?: (?!\d))?"
)
_YEAR = late(r"(?P<head>\b[Nn]ăm )(?P<number>(?:1 ?9|2 ?0) ?\d ?\d)(?!\d)")
_SPLIT_PERCENT = late(  # «9. 15% …» is the ninth of a list: after a stop only where words go before
    r"(?<![\d.,] )(?<![\d.,/])(?P<number>\d{1,3} ?, \d{1,2}|(?<=[^\W\d_] )\d{1,3} ?\. \d{1,2}|\d{1,3} [,.]\d{1,2}"
    r"|\d \d)(?=%)"
)
_SPLIT_GROUPS = late(r"(?<![\d.,/])(?P<number>\d{1,3}(?: \.\d{3}|(?<!^\d)(?<!^\d\d)\. \d{3})+)(?![\d%]| %)")
_SPLIT_DATE = late(
    r"(?<![\d/])(?P<number>\d{1,2}(?: /|/ | / )\d{1,2} ?/ ?\d{4}|\d{1,2}/\d{1,2}(?: /|/ | / )\d{4})(?!\d)"
)
_SPACE_INSIDE = late(r"\d(?: [.,/]? ?|[.,/] )\d")  # each of these holds one where it holds a space
# What is looked for, whether a word before may make two numbers of it, what is written for the space.
_SPACED = (
    (_THOUSANDS, True, "."),
    (_YEAR, False, ""),
    (_SPLIT_PERCENT, True, ""),
    (_SPLIT_GROUPS, True, ""),
    (_SPLIT_DATE, False, ""),
)
_PERCENT = late(r"\d[\d.,]* (?=%)")
_POINTED = late(r"(?<![\d.,/])\d{1,3}\.\d{1,2}(?= ?%)|(?<![\d.,/])\d{1,3}(?:,\d{3})+\.\d{1,2}(?![\d.])")
_GROUPED = late(  # one comma may be decimal, several are none; «100,101,102» are numbers of a list
    r"(?<![\d.,/])(?P<number>\d{1,2}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3}){2,}(?= (?:đồng|đ|VNĐ|VND)\b))(?![\d/]|[.,]\d)"
)

_LONG = late(r"\b[Nn]gày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2})\b(?! ?[,-] ?\d)")
_MONTH = late(r"(?<![\d] )\b[Tt]háng (?P<month>\d{1,2})(?= năm \d{4}\b|/\d{4}\b)")
_DAY = late(r"\b[Nn]gày (?P<day>[1-9])(?= (?:hằng|hàng) tháng\b|/\d{1,2}\b(?:/\d{4})?)")
_SHORT = late(r"(?<![\d/.,-])(?<![Nn]gày )(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?=\d{4}(?![\d/]))")
_DAYS = (("gày ", 1, _LONG), ("háng ", 1, _MONTH), ("gày ", 1, _DAY), ("/", 2, _SHORT))
"""Each with what every match holds, and how often."""
_NO_DAY = late(
    r"[Nn]gày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2})\b(?: năm (?P<year>[12]\d{3})\b)?"
    r"|(?:[Nn]gày |(?<![\d/.,-]))(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>[12]\d{3})(?![\d/])"
    r"|[Nn]gày (?P<d2>\d{1,2})/(?P<m2>0?[1-9]|1[0-2])(?![\d/])"
)
_LEAP = "2000"  # a day without its year may be of any
_CITED = late(r"(?:/[\w&-]+|(?:[Ll]uật|[Pp]háp lệnh) [^,;.]*) $")  # the day of a document is told by what it cites


def spaced_figures(text: str) -> Iterator[Remark]:
    """Numbers with a space inside (LV24)."""
    for pattern, is_bare, by in _SPACED if _SPACE_INSIDE.search(text) else ():
        for match in pattern.finditer(text):
            number, at = match["number"], match.start("number")
            if " " not in number or (is_bare and _BEFORE.search(text, max(0, at - 14), at)):
                continue
            what = f"số có dấu cách ở giữa: «{number}»"
            yield Remark(at, match.end("number"), "LV24", what, number.replace(" ", by))


def pointed_figures(text: str) -> Iterator[Remark]:
    """Decimals behind a point (LV24)."""
    for match in _POINTED.finditer(text):
        right = match[0].replace(",", " ").replace(".", ",").replace(" ", ".")
        yield Remark(match.start(), match.end(), "LV24", f"phần thập phân viết sau dấu chấm: «{match[0]}»", right)


def grouped_figures(text: str) -> Iterator[Remark]:
    """Thousands parted by commas (LV24)."""
    for match in _GROUPED.finditer(text):
        if not _BEFORE.search(text, max(0, match.start() - 14), match.start()):
            what = f"hàng nghìn cách nhau bằng dấu phẩy: «{match[0]}»"
            yield Remark(match.start(), match.end(), "LV24", what, match[0].replace(",", "."))


def spaced_percents(text: str) -> Iterator[Remark]:
    """A space before the sign of per cent (LV25)."""
    for match in _PERCENT.finditer(text):
        number = match[0].strip()
        yield Remark(match.start(), match.end() + 1, "LV25", f"dấu cách trước «%»: «{number} %»", f"{number}%")


def impossible_days(text: str) -> Iterator[Remark]:
    """Days that no calendar has (LV40), but for those of documents that are cited."""
    for match in _NO_DAY.finditer(text) if "gày " in text or text.count("/") > 1 else ():
        numbers = [one for one in match.groups() if one]
        day, month, year = map(int, [*numbers, _LEAP][:3])
        if not _is_day(day, month, year) and not _CITED.search(text, 0, match.start()):
            yield Remark(match.start(), match.end(), "LV40", f"«{match[0]}» không có trong lịch", "")


def _is_day(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def missing_zeros(text: str) -> Iterator[Remark]:
    """Days below ten and the months 1 and 2 without their zero, and later months with one (LV27)."""
    seen = 0
    found = [match for sign, times, pattern in _DAYS if text.count(sign) >= times for match in pattern.finditer(text)]
    for match in sorted(found, key=re.Match.start):
        if match.start() < seen:
            continue
        typed = match[0]
        right = typed
        groups = match.groupdict()
        for name in ("month", "day"):  # from the back, so that the places of the other stay
            digits = groups.get(name)
            if digits and 0 < int(digits) <= (12 if name == "month" else 31):
                start = match.start(name) - match.start()
                right = f"{right[:start]}{_digits(name, digits, match)}{right[start + len(digits) :]}"
        if right != typed:
            seen = match.end()
            shown = f"«{typed.rstrip('/')}»"
            yield Remark(match.start(), match.end(), "LV27", f"{shown}: số 0 trước ngày, tháng", right.rstrip("/"))


def _digits(name: str, digits: str, match: re.Match[str]) -> str:
    number = int(digits)
    if name == "day" or number <= 2:
        return f"{number:02d}"
    # «05/03/2020» is common and reads the same: only the long form drops the zero.
    return digits if "/" in match[0] else str(number)
