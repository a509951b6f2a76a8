"""Ngày của việc và ngày của văn bản không trái nhau.

Quy định: thời gian ban hành là ngày văn bản được ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4,
điểm b). Suy ra: giấy mời không mời đến ngày đã qua; căn cứ là đơn, biên bản không lập sau ngày ký; nghị quyết ghi được
thông qua ngày nào thì mang ngày ấy; bản sao không có trước bản được sao.

Vì sao: hai ngày trái nhau thì một ngày là gõ nhầm, hoặc văn bản chép từ năm trước chưa sửa hết.

Sai: giấy mời ngày 20 tháng 8 mời họp «ngày 15 tháng 8»; bản sao ngày 01 tháng 02 của văn bản ngày 09 tháng 02

Đúng: giấy mời ngày 20 tháng 8 mời họp ngày 25 tháng 8; bản sao cùng ngày hoặc sau ngày của bản chính
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.findings import Finding
from generator.parts.lines import Line
from generator.parts.model import Part
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.across._times import believed_day, days_in
from generator.rules.form.copies._block import copy_of

RULE = form_rule(__name__, "D", "ND30-X.10")
_MEETS = late(
    r"\W*(?:[-+•]\s*)?(?:\d+\.\s*)?(?:thời gian\s*(?:họp|dự|làm việc|tổ chức|bắt đầu)?\s*:|vào (?:lúc|hồi)\b)", 2
)
_PASSED = late(r"\bnghị quyết này\b[^.;]{0,120}\bthông qua\s+(?:vào\s+)?ngày\s*$", 2)
_PAPER = late(r"\b(?:đơn|giấy đề nghị|giấy xin|phiếu đề nghị|biên bản)\b[^.;]{0,80}\b(?:đề\s+)?ngày\s*$", 2)
_NUMBERED = late(r"\bsố\s*:?\s*\d", 2)


def check(reading: FileReading) -> Said:
    """Each day in the text that the day of the document cannot be beside."""
    issued = believed_day(reading)
    if issued is None:
        return
    yield from _copied(reading, issued)
    named = type_name(reading.parts.text(Part.TYPE))
    for component in reading.parts.of(Part.BASIS):
        if not _NUMBERED.search(component.text):
            yield from _later(component.text, component.lines[0], place_of(component), issued)
    if named in ("giấy mời", "nghị quyết"):
        for one in reading.parts.body:
            yield from (_met if named == "giấy mời" else _passed)(one.line, issued)


def _later(text: str, line: Line, place: str, issued: date) -> Iterator[Finding]:
    for begin, _, day in days_in(text):
        if day > issued and _PAPER.search(text[:begin]):
            yield RULE.found(
                f"căn cứ ngày {day:%d/%m/%Y}, sau ngày ký {issued:%d/%m/%Y}", "sửa ngày ghi nhầm", place=place,
                spot=spot_of(line),
            )  # fmt: skip


def _met(line: Line, issued: date) -> Iterator[Finding]:
    day = next((day for _, _, day in days_in(line.text)), None)
    if day is not None and day < issued and _MEETS.match(line.text):
        yield _found(f"mời dự ngày {day:%d/%m/%Y}, trước ngày của giấy mời {issued:%d/%m/%Y}", line)


def _passed(line: Line, issued: date) -> Iterator[Finding]:
    for begin, _, day in days_in(line.text):
        if day != issued and _PASSED.search(line.text[:begin]):
            yield _found(f"nghị quyết được thông qua ngày {day:%d/%m/%Y}, ở đầu ghi ngày {issued:%d/%m/%Y}", line)


def _copied(reading: FileReading, issued: date) -> Iterator[Finding]:
    copy = copy_of(reading) if reading.parts.copy else None
    for line in copy.lines if copy is not None else ():
        for _, _, day in days_in(line.text):
            if day < issued:
                yield RULE.found(
                    f"bản sao ghi ngày {day:%d/%m/%Y}, trước ngày của văn bản được sao {issued:%d/%m/%Y}",
                    "sửa ngày ghi nhầm", place=f"Bản sao ({line.place})", spot=spot_of(line),
                )  # fmt: skip
                return


def _found(what: str, line: Line) -> Finding:
    return RULE.found(what, "sửa ngày ghi nhầm", place=f"Nội dung ({line.place})", spot=spot_of(line))
