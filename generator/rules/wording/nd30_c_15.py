"""Tên cơ quan của Đảng viết hoa theo trường hợp đặc biệt.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV, khoản 1, điểm b.

Vì sao: «Ban Chấp hành Trung ương», «Văn phòng Trung ương Đảng» chỉ có một cách viết.

Sai: Ban chấp hành trung ương Đảng

Đúng: Ban Chấp hành Trung ương Đảng
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.15", known_as="ND30-C.15")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
