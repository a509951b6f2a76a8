"""Tên tổ chức nước ngoài dịch nghĩa viết hoa như tên tổ chức của Việt Nam.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV, khoản 2, điểm a.

Vì sao: viết hoa từ chỉ loại hình và chức năng, không viết hoa mọi âm tiết.

Sai: Liên Hợp Quốc

Đúng: Liên hợp quốc
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.16", known_as="ND30-C.16")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
