"""What a sentence says twice and not alike: a figure and its words, a day and its weekday.

=====================================================  ==========================================
said                                                   remarked
=====================================================  ==========================================
1.250.000 đồng (Một triệu hai trăm nghìn đồng)         yes: the words say 1.200.000
1,25 tỷ đồng (bằng chữ: Một tỷ hai trăm triệu đồng)    yes
05 (sáu) bản                                           yes
05 (năm) bản; 30% (ba mươi phần trăm)                  no
1.250.000 đồng (đã tạm ứng); 12 (năm 2026)             no: these are no numbers in words
thứ Bảy, ngày 20/3/2026; ngày 20/3/2026 (thứ Bảy)      yes: it is a Friday
lần thứ bảy, ngày 20/3/2026; thứ Bảy, ngày 20/3        no: it counts; the year is not told
=====================================================  ==========================================
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.patterns import late
from generator.wording.numerals.spoken import parse_words
from generator.wording.remarks import Remark

_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_MONEY = r"(?:đồng|đ|VNĐ|VND)"
_FIGURE = late(
    r"(?<![\d.,/-])(?P<figure>\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(?P<part>\d+))?(?:\s*(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)\b)?"
    rf"\s*(?:{_MONEY}|%)?\s*\(\s*(?:(?:số tiền\s+)?(?:viết\s+|ghi\s+)?bằng chữ\s*(?:là)?\s*[:,]?\s*)?"
    rf"(?P<words>[^()\d]{{2,200}}?)\s*(?:{_MONEY}(?:\s+chẵn|\s+Việt Nam)?|phần trăm)?[\s./]*\)",
    2,
)
_WEEKDAYS = {
    "hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5, "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5,
}  # fmt: skip
_SUNDAY = 6
_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_NAME = r"(?:thứ\s+(?P<{0}>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?P<{0}s>chủ nhật))"
_DAY = r"(?P<{0}d>\d{{1,2}})(?:/|\s+tháng\s+)(?P<{0}m>\d{{1,2}})(?:/|\s+năm\s+)(?P<{0}y>[12]\d{{3}})(?![\d/])"
_DAY_OF_WEEK = late(
    rf"(?:^|[(,;:–-]\s*|\b(?:vào|sáng|chiều|tối|trưa|đến|từ|hết)\s+){_NAME.format('a')}\s*[,(]?\s*(?:ngày\s+)?"
    rf"{_DAY.format('a')}|\bngày\s+{_DAY.format('b')}\s*[,(]\s*(?:nhằm\s+|là\s+)?{_NAME.format('b')}(?!\s+(?:lần|của))",
    2,
)


def figures_unlike_words(text: str) -> Iterator[Remark]:
    """Figures whose words behind them, in brackets, say another number (LV41)."""
    for match in _FIGURE.finditer(text):
        words = match["words"].strip(" ,.")
        if words.casefold() == "năm":
            continue  # «12 (năm)» may count years
        try:
            said = parse_words(words)
        except ValueError:
            continue
        typed = Decimal(f"{match['figure'].replace('.', '')}.{match['part'] or 0}")
        if typed * _SCALES.get((match["scale"] or "").casefold(), 1) != said:
            shown = " ".join(match[0].split())
            yield Remark(match.start(), match.end(), "LV41", f"số và chữ không khớp: «{shown}»", "")


def weekdays_unlike_days(text: str) -> Iterator[Remark]:
    """Days told with a weekday that the calendar does not give them (LV42)."""
    for match in _DAY_OF_WEEK.finditer(text) if "hứ " in text or "hủ nhật" in text else ():
        side = "a" if match["ad"] else "b"
        try:
            day = date(int(match[f"{side}y"]), int(match[f"{side}m"]), int(match[f"{side}d"]))
        except ValueError:
            continue  # LV40 tells days of no calendar
        told = _SUNDAY if match[f"{side}s"] else _WEEKDAYS[match[side].casefold()]
        if told != day.weekday():
            shown = " ".join(match[0].strip(" ,;:(–-").split())
            what = f"«{shown}»: ngày {day:%d/%m/%Y} là {_NAMES[day.weekday()]}"
            yield Remark(match.start(), match.end(), "LV42", what, "")
