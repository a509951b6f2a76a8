"""Tên người nước ngoài phiên âm viết hoa chữ đầu mỗi thành phần, nối bằng gạch ngang.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục II, khoản 2, điểm b.

Vì sao: âm tiết sau gạch nối không viết hoa. Chỉ nêu những tên có trong danh sách của chương trình.

Sai: V.I. Lê-Nin

Đúng: V.I. Lê-nin
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.5", known_as="ND30-C.5")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
