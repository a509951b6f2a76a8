"""Ngày dưới 10 và tháng 1, tháng 2 viết thêm số 0; các tháng khác thì không.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 4, điểm b.

Vì sao: ngày, tháng viết như ở thời gian ban hành thì cả văn bản một kiểu; chương trình in như vậy. Trong lời văn chỉ
nhắc.

Sai: ngày 5 tháng 1 năm 2026

Đúng: ngày 05 tháng 01 năm 2026
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.NOTE, "text", clause="ND30-I.2.4b", known_as="LV27")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
