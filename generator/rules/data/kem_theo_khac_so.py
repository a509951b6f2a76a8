"""Chỉ dẫn «Kèm theo …» ghi đúng số, ngày của văn bản.

Quy định: phụ lục ghi chỉ dẫn kèm theo văn bản, số, ký hiệu, thời gian ban hành và tên cơ quan ban hành (ND30-I.3.1c1).

Vì sao: phụ lục chép từ năm trước hay giữ số của quyết định cũ.

Sai: tiêu đề phụ lục gõ tay «(Kèm theo Quyết định số 58/QĐ-UBND ngày 20/3/2023)» dưới quyết định số 59 ngày 22/3/2024.

Đúng: không gõ dòng này: chương trình tự in theo số, ngày của văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compose.head import number_and_symbol
from generator.findings import Finding, Level
from generator.law.matching import parts_of
from generator.law.written.days import DAY, as_day
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading

RULE = Rule(__name__, Level.ERROR, "document", clause="ND30-I.3.1c1")
_LINE = late(
    r"\W{0,3}(?:(?:được\s+)?(?:ban hành|phê duyệt|công bố)\s+)?(?:đính kèm|kèm(?:\s+theo)?)\s+[^\d]{0,60}?"
    r"(?:số\s*:?\s*)?(?P<number>\d{1,5}\s*/\s*[\w-]+)",
    re.I,
)
# The line without a number: what the program prints, once more.
_BARE = late(
    r"\((?:ban hành\s+|phê duyệt\s+)?kèm(?:\s+theo)?\s+[^()\d]{2,40}?(?:\s+này|\s+số\s*:?[\s.…_]*/[^()]*)\)", re.I
)

_LINE_ENDS = late(r"[\s,]*(?:ngày[^,;]{3,30}?\d{4})?\s*(?:của\s[^,;]{3,80})?\s*[).]*$", re.I)


def check(reading: DocumentReading) -> Iterator[Finding]:
    """A typed reference line of an annex or attached text that is not the one of this document."""
    document = reading.document
    own = number_and_symbol(reading.dossier, document) if document.number else ""
    for text in reading.texts:
        if text.part == 0 or text.role == "reference":
            continue
        found = (_LINE.search if text.role == "title" else _LINE.match)(text.text)  # lines of a title are one text
        if found is None:
            bare = (_BARE.search if text.role == "title" else _BARE.fullmatch)(text.text)
            if bare:
                what = f"dòng gõ tay «{bare[0]}» lặp lại chỉ dẫn kèm theo mà chương trình tự in"
                fix, source = "xóa dòng ấy: chương trình tự in", reading.source_of(text)
                yield RULE.found(what, fix, level=Level.WARNING, place=text.place, source=source)
            continue
        if "(" not in found[0] and not _LINE_ENDS.match(text.text, found.end()):
            continue  # a sentence that goes on: «Kèm theo Công văn số 15/UBND-VP có 02 bản vẽ»
        source = reading.source_of(text)
        day = DAY.search(text.text, found.end())
        same = own and parts_of(own).key == parts_of(found["number"]).key
        dated = as_day(day[0]) if day else None
        if not same:
            what = f"dòng gõ tay «{found[0].strip()}» không phải số của văn bản này ({own or 'chưa cấp số'})"
        elif dated and document.date and dated != document.date:
            what = f"dòng gõ tay ghi ngày {dated:%d/%m/%Y}, văn bản này ngày {document.date:%d/%m/%Y}"
        else:
            what = f"dòng gõ tay «{found[0].strip()}» lặp lại chỉ dẫn kèm theo mà chương trình tự in"
        repeats = same and what.startswith("dòng gõ tay «")
        of_title = text.role == "title" and "(" not in found[0]  # it may name what another document issued
        level = Level.WARNING if repeats or of_title else Level.ERROR
        yield RULE.found(what, "xóa dòng ấy: chương trình tự in", level=level, place=text.place, source=source)
