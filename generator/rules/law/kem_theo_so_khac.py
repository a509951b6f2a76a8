"""Chỉ dẫn «Kèm theo …» của phụ lục ghi đúng số, ngày của chính văn bản.

Quy định: phụ lục ghi chỉ dẫn kèm theo văn bản, số, ký hiệu, thời gian ban hành và tên cơ quan ban hành (ND30-I.3.1c1).
Xét văn bản đưa vào rà soát; hồ sơ do chương trình soạn có quy tắc kem-theo-khac-so.

Vì sao: phụ lục chép từ năm trước hay giữ số của quyết định cũ. Máy quét có thể đọc sai một chữ số, nên chỉ là cảnh báo.

Sai: Số: 59/QĐ-UBND; phụ lục ghi (Kèm theo Quyết định số 58/QĐ-UBND ngày 22 tháng 3 năm 2024)

Đúng: (Kèm theo Quyết định số 59/QĐ-UBND ngày 22 tháng 3 năm 2024)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.matching import parts_of
from generator.law.written.days import as_day, dated_at
from generator.law.written.numbers import NUMBER
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import ParagraphReading

RULE = Rule(__name__, Level.WARNING, "paragraph", clause="ND30-I.3.1c1")
_LINE = late(r"(?:^|\()\W{0,3}(?:được\s+)?(?:ban hành\s+)?kèm theo\s+(?P<type>[^\d(]{3,40}?)\s*số\s*:?\s*", re.I)


def check(reading: ParagraphReading) -> Iterator[Finding]:
    """A line of reference whose number or day is not the document's own."""
    head = reading.head
    if reading.role == "head" and not reading.text.lstrip().startswith("("):
        return  # a second line of the trích yếu: «… của Quy chế ban hành kèm theo Quyết định số 15/QĐ-UBND»
    line = _LINE.search(reading.text) if head.elsewhere and head.number else None
    number = NUMBER.match(reading.text, line.end()) if line else None
    if line is None or number is None or (head.type and line["type"].strip().casefold() != head.type):
        return
    if parts_of(number[0]).key != parts_of(head.number).key:
        what = f"chỉ dẫn kèm theo ghi số {number[0]}, văn bản này số {head.number}"
        yield RULE.found(what, "sửa cho khớp số của văn bản")
        return
    dated = dated_at(reading.text, number.end())
    day = as_day(dated["day"]) if dated else None
    if day and head.day and day != head.day:
        what = f"chỉ dẫn kèm theo ghi ngày {day:%d/%m/%Y}, văn bản này ký ngày {head.day:%d/%m/%Y}"
        yield RULE.found(what, "sửa cho khớp ngày của văn bản")
