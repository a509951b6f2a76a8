"""Dòng thẩm quyền ban hành ghi đủ tên tỉnh, xã.

Quy định: mẫu 1.1 đến 1.3 của Nghị định 30 ghi thẩm quyền ban hành là chức vụ, tên cơ quan ban hành; tên cơ quan
là tên đầy đủ (ND30-I.2.2a1). Xét văn bản đưa vào rà soát; hồ sơ do chương
trình soạn đã theo mẫu.

Vì sao: «ỦY BAN NHÂN DÂN XÃ» không nói là xã nào.

Sai: ỦY BAN NHÂN DÂN XÃ

Đúng: ỦY BAN NHÂN DÂN XÃ LONG HỮU
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import WholeReading

RULE = Rule(__name__, Level.NOTE, "whole", clause="ND30-I.2.2a1")
_NAMELESS = late(
    r"^\W*(?:CHỦ TỊCH )?(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG) NHÂN DÂN "
    r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\W*$"
)


def check(reading: WholeReading) -> Iterator[Finding]:
    """A line of authority above the bases that ends before the name of the unit."""
    if not reading.is_judged:
        return
    for line, follows in pairwise(reading.paragraphs):
        if follows.role == "basis" and _NAMELESS.match(line.text):
            what = f"thẩm quyền ban hành ghi «{line.text.strip(' *#_')}», thiếu tên đơn vị hành chính"
            yield RULE.found(what, "ghi đủ tên", place=line.place, source=line.source)
