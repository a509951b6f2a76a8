"""Tên nước, tên đất nước ngoài đọc theo âm Hán - Việt viết hoa mọi âm tiết.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III, khoản 2, điểm a.

Vì sao: viết như tên địa lý Việt Nam; tên nước Việt Nam cũng vậy.

Sai: nước Việt nam

Đúng: nước Việt Nam
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.12", known_as="ND30-C.12")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
