"""Họ, tên đệm và tên người Việt Nam đều viết hoa chữ cái đầu.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục II, khoản 1, điểm a.

Vì sao: «Nguyễn văn An» là gõ sót; tên người chỉ có một cách viết. Chỉ nêu khi họ và tên đệm tự nói lên, hoặc sau
«ông», «bà».

Sai: Nguyễn văn An

Đúng: Nguyễn Văn An
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.2", known_as="ND30-C.2")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
