"""Tên hiệu, tên gọi nhân vật lịch sử viết hoa mọi âm tiết.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục II, khoản 1, điểm b.

Vì sao: tên gọi tôn kính là tên riêng. Chỉ nêu những tên có trong danh sách của chương trình.

Sai: lời bác Hồ dạy

Đúng: lời Bác Hồ dạy
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.3", known_as="ND30-C.3")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
