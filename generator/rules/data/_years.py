"""The years a text names, and which of them say when something is to be done."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from generator.patterns import late

_MONTH = r"(?:0?[1-9]|1[0-2])"
_SHORT_YEAR = r"(?:1[5-9]|[2-4]\d)"  # 2015 to 2049: what is smaller may be a month or a day
_QUARTER = r"(?:IV|I{1,3}|[1-4])"
_TWO_DIGITS = late(
    rf"(?<![\d/.-])(?P<date>(?:0?[1-9]|[12]\d|3[01])\s?[/.-]\s?{_MONTH}\s?[/.-]\s?)(?P<y1>{_SHORT_YEAR})(?![\d/.%-])"
    rf"|(?<![\d/.])(?P<month>{_MONTH}\s?/\s?)(?P<y2>{_SHORT_YEAR})(?![\d/.%-])"
    rf"|(?P<quarter>\b(?:q(?:uý)?\s*{_QUARTER}|(?-i:IV|I{{1,3}}))\s?[/-]\s?)(?P<y3>{_SHORT_YEAR})(?![\d/.%-])"
    rf"|(?P<said>\b(?:tháng\s*{_MONTH}|quý\s*{_QUARTER})\s+năm\s+)(?P<y4>{_SHORT_YEAR})(?!\d)",
    re.I,
)
_YEAR = late(r"(?<![\d/.-])(?:19|20)\d\d(?![\d%])|(?<=\d[/.-])(?:19|20)\d\d(?!\d)|(?<=[IVX][/-])(?:19|20)\d\d(?!\d)")
_ANY_YEAR = late(r"(?:19|20)\d\d")
# A document, a standard, another year's results that are named have their own year.
_NAMED = late(
    r"(?:số\s+)?\d{1,5}/(?:\d{4}/)?[^\W\d_][\w-]*(?:\s+ngày\s+\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4})?"
    r"|(?:ISO|IEC|TCVN|QCVN|TCCS)[\w\s/.-]*:\d{4}"
    r"|(?:kết quả|số liệu|tổng kết|quyết toán)\s[^.;,\d]{0,40}?năm\s+\d{4}"
    r"|(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s[^.;,()\d]{0,60}?(?:năm\s+)?\d{4}",
)
_MONTHS_OF_QUARTER = {"I": (1, 3), "II": (4, 6), "III": (7, 9), "IV": (10, 12)}


def in_full(text: str) -> str:
    """A time with years of two digits written out: ``Tháng 3/25`` is ``Tháng 3/2025``."""

    def longer(found: re.Match[str]) -> str:
        if found["month"] and found.string[: found.start()].casefold().rstrip().endswith("ngày"):
            return found[0]  # «ngày 05/20» counts days
        lead = found["date"] or found["month"] or found["quarter"] or found["said"]
        return f"{lead}20{found['y1'] or found['y2'] or found['y3'] or found['y4']}"

    return _TWO_DIGITS.sub(longer, text)


def without_names(text: str) -> str:
    """The text without the documents and standards it names."""
    return _NAMED.sub("", text)


def years_in(text: str) -> set[int]:
    """The years of four digits a text names."""
    return {int(found) for found in _YEAR.findall(text)}


def strays(text: str, own: Collection[int]) -> bool:
    """Whether a time names years, and neither names, spans nor touches one of its ``own``."""
    text = in_full(without_names(text))
    years = years_in(text)
    if not years or any(min(years) <= year <= max(years) for year in own):
        return False
    return not any(_beside(text, years, year) for year in own)


def _beside(text: str, years: set[int], year: int) -> bool:
    """Whether the time lies just outside the year: preparing it in the last quarter before, closing it in the next."""
    months = {int(month) for month in re.findall(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(?:19|20)\d\d", text)}
    months |= {int(month) for month in re.findall(r"tháng\s+(\d{1,2})\b", text, re.I)}
    quarters = re.findall(r"(?<!\w)(IV|I{1,3})\s*(?:[/-]|năm\s)", text)
    months |= {month for quarter in quarters for month in _MONTHS_OF_QUARTER[quarter]}
    before = years == {year - 1} and bool(months) and min(months) >= 10
    return before or (years == {year + 1} and bool(months) and max(months) <= 3)


def day_strays(day: date, own: Collection[int]) -> bool:
    """The same for a day."""
    return strays(f"{day:%d/%m/%Y}", own)


_TIME = (
    rf"(?:ngày\s+)?(?:\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?|(?:\d{{1,2}}\s+)?tháng\s*{_MONTH}\s*(?:[/-]|\s+năm)\s*"
    rf"|quý\s*{_QUARTER}\s*(?:[/-]|\s+năm)\s*|(?:0?[69]\s+tháng\s+(?:đầu\s+|cuối\s+)?)?năm\s+)(?:19|20)\d\d"
)
_DOING = late(
    rf"(?<!\w)(?P<within>(?:trong|cả|suốt|toàn|vào|ngay)\s+(?:cả\s+)?{_TIME})"
    rf"|(?<!\w)(?P<done>(?:hoàn thành|xong|chậm nhất|muộn nhất|thời hạn|nộp|gửi)\b[^.;]{{0,40}}?{_TIME})"
    rf"|^[\W_]*(?P<first>(?:(?:phấn đấu\s+)?đến\s+(?:hết\s+|cuối\s+)?)?{_TIME})(?=\s*[,:])",
    re.I,
)
_OF_YEAR = late(r"(?<!\w)năm\s+((?:19|20)\d\d)(?!\d)", re.I)
_PROGRAMME = late(r"(?<!\w)(?:mục tiêu chất lượng|kế hoạch)(?:\s[^.;\d]{0,60})?\snăm\s+((?:19|20)\d\d)(?!\d)", re.I)
# What compares with another year, closes it, carries on from it or counts what came in then.
_COMPARED = (
    r"so|cùng kỳ|giai đoạn|từ|kể|hơn|kết quả|báo cáo|tổng kết|sơ kết|đánh giá|tổng hợp|thống kê|khắc phục|rà soát|tồn"
    r"|còn|đã|lũy kế|luỹ kế|nhiệm kỳ|khóa|khoá|năm học|niên độ|quyết toán|kiểm kê|tiếp nhận|phát sinh|phát hiện"
    r"|hạn chế|sai sót|bài học|kế thừa|số liệu|dữ liệu|căn cứ|chỉnh lý|lưu trữ|nộp lưu|tham chiếu"
)
_OTHER_YEAR = late(rf"(?<!\w)(?:{_COMPARED})(?!\w)", re.I)
_MEASURED = late(  # a bare year behind one of these may be what it is measured against
    rf"(?<!\w)(?:{_COMPARED}|đến|tới|trước|sau|bằng|như|mức|tăng|giảm|cải thiện|nâng|duy trì|giữ|theo|cơ sở|gốc|dự toán"
    r"|tiếp tục)(?!\w)",
    re.I,
)
_COUNTED = late(r"(?<!\w)(?:so|cùng kỳ|đã|tồn|còn|tiếp nhận|phát sinh|phát hiện)(?!\w)", re.I)
_TASK = late(
    r"^[\W_]*(?:tổ chức|tập huấn|khảo sát|triển khai|ban hành|xây dựng|phổ biến|quán triệt|lập|mở)\s[^.;]*?\snăm\s+"
    r"(?P<year>(?:19|20)\d\d)\W*$",
    re.I,
)
_CLOSING = late(r"(?<!\w)(?:khen thưởng|thi đua|xếp loại|phân loại|thanh toán|nghiệm thu|công khai)(?!\w)", re.I)
_NEXT = late(r"(?<!\w)(?:chuẩn bị|xây dựng|dự kiến|đề xuất|cho|kế hoạch|phương hướng|lộ trình|tầm nhìn)(?!\w)", re.I)


def strays_in_words(text: str, own: Collection[int], *, is_objective: bool) -> int:
    """The year in which a sentence has something done that is none of its ``own``; 0 where it says none for sure.

    An objective is of its year from beginning to end: a bare ``năm 2026`` in it says when as well.
    """
    if not years_in(text):
        return 0
    text = without_names(text)
    if not _ANY_YEAR.search(text):
        return 0  # only what it names has a year
    if years_in(text) & set(own):
        return 0  # it compares: «từ 90% năm 2026 lên 95% năm 2027»
    return next((year for clause in re.split(r"[.;](?!\d)", text) for year in _in_clause(clause, own, is_objective)), 0)


def _in_clause(clause: str, own: Collection[int], is_objective: bool) -> Iterator[int]:
    for found in _DOING.finditer(clause):
        (year,) = years_in(found[0]) or {0}
        before = clause[: found.start()]
        is_past = year < min(own) or (found["within"] and not _NEXT.search(before))
        if (
            year
            and is_past
            and strays(found[0], own)
            and not (_COUNTED if found["done"] else _OTHER_YEAR).search(before)
        ):
            yield year
    if _MEASURED.search(clause):
        return
    task = None if is_objective or _CLOSING.search(clause) else _TASK.match(clause)
    if task and int(task["year"]) < min(own):
        yield int(task["year"])
    for pattern in (_OF_YEAR, _PROGRAMME) if is_objective else (_PROGRAMME,):
        yield from (year for found in pattern.finditer(clause) if (year := int(found[1])) < min(own))
