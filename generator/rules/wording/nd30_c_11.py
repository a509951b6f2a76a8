"""Tên vùng, miền chỉ bằng phương hướng viết hoa mọi âm tiết.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III, khoản 1, điểm đ.

Vì sao: «Tây Bắc» là tên một vùng; «hướng tây bắc» là phương hướng, không bị nêu.

Sai: vùng Tây bắc

Đúng: vùng Tây Bắc
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.11", known_as="ND30-C.11")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
