"""Tên năm âm lịch viết hoa cả hai âm tiết.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 8, điểm a.

Vì sao: «Giáp Thìn» là tên một năm.

Sai: Xuân Giáp thìn

Đúng: Xuân Giáp Thìn
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.26", known_as="ND30-C.26")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
