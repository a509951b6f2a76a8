"""Thời gian sau không đứng trước thời gian đầu.

Quy định: không điều khoản nào nói riêng. Suy ra: «từ ngày … đến ngày …» kết thúc không trước khi bắt đầu; cuộc họp ghi
ở biên bản kết thúc sau khi bắt đầu; giấy không hết giá trị trước ngày cấp. Chỉ xét ngày có đủ ngày, tháng, năm.

Vì sao: thường là gõ nhầm tháng hoặc chép ngày của văn bản cũ; người nhận không biết theo ngày nào.

Sai: «từ ngày 13 tháng 7 năm 2026 đến hết ngày 11 tháng 7 năm 2026»; bắt đầu 14 giờ, kết thúc 12 giờ cùng ngày

Đúng: «từ ngày 25/12/2026 đến ngày 05/01/2027»; bắt đầu 20 giờ 00 ngày 01, kết thúc 01 giờ 30 ngày 02 tháng 3 năm 2026
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.findings import Finding
from generator.parts.lines import Line
from generator.parts.model import BodyLine, Part
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.across._times import believed_day, days_in, hour_in

RULE = form_rule(__name__, "D", "ND30-X.10")
_FROM = late(r"\btừ\s+(?:\d[^,.;]{0,20}\s)?ngày\s*$", 2)
_TO = late(r"\s*(?:\([^()]{0,20}\)\s*)?,?\s*đến\s+(?:[^,.;()]{0,25}\s)?(?:hết\s+)?(?:ngày\s+)?$", 2)
_VALID = late(r"\bcó giá trị\s+(?:sử dụng\s+)?(?:(?:cho\s+)?đến|tới)\s+(?:hết\s+)?ngày\s*$", 2)
_BEGUN = late(r"bắt đầu|khai mạc|hôm nay|vào (?:lúc|hồi)|thời gian\s*:", 2)
_ENDED = late(r"(?:kết thúc|bế mạc|giải tán)", 2)
_SAME_DAY = late(r"cùng ngày", 2)


def check(reading: FileReading) -> Said:
    """Each span of time told the wrong way round."""
    for body in (reading.parts.body, *(annex.body for annex in reading.parts.annexes)):
        for one in body:
            if "đến" in one.line.text:
                yield from _spans(one.line)
                yield from _valid(one.line, reading)
    if type_name(reading.parts.text(Part.TYPE)) == "biên bản":
        yield from _meeting(reading.parts.body)


def _spans(line: Line) -> Iterator[Finding]:
    days = list(days_in(line.text))
    for (begin, end, first), (at, _, last) in pairwise(days):
        if last < first and _FROM.search(line.text[:begin]) and _TO.fullmatch(line.text[end:at]):
            yield _found(f"từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}: ngày kết thúc trước ngày bắt đầu", line)


def _valid(line: Line, reading: FileReading) -> Iterator[Finding]:
    issued = believed_day(reading)
    for begin, _, day in days_in(line.text):
        if issued is not None and day < issued and _VALID.search(line.text[:begin]):
            yield _found(f"có giá trị đến ngày {day:%d/%m/%Y}, trước ngày ban hành {issued:%d/%m/%Y}", line)


def _meeting(body: list[BodyLine]) -> Iterator[Finding]:
    """The minutes of a meeting that ended before it began."""
    begun = next(
        (one.line for one in body if _BEGUN.search(one.line.text) and hour_in(one.line.text) is not None), None
    )
    ended = next((one.line for one in reversed(body) if _ENDED.search(one.line.text)), None)
    if begun is None or ended is None or begun is ended:
        return
    closing = _ENDED.split(ended.text, 1)[-1]
    hour, last = hour_in(begun.text), hour_in(closing)
    first_day = next((day for _, _, day in days_in(begun.text)), None)
    last_day = next((day for _, _, day in days_in(closing)), None)
    if first_day and last_day and last_day < first_day:
        yield _found(f"cuộc họp bắt đầu ngày {first_day:%d/%m/%Y}, kết thúc ngày {last_day:%d/%m/%Y}", ended)
        return
    same = first_day == last_day if first_day and last_day else not last_day and bool(_SAME_DAY.search(closing))
    if same and hour is not None and last is not None and last < hour:
        yield _found(f"cuộc họp bắt đầu lúc {_said(hour)}, kết thúc lúc {_said(last)} cùng ngày", ended)


def _said(minutes: int) -> str:
    return f"{minutes // 60:02} giờ {minutes % 60:02}"


def _found(what: str, line: Line) -> Finding:
    return RULE.found(what, "sửa ngày, giờ ghi nhầm", place=f"Nội dung ({line.place})", spot=spot_of(line))
