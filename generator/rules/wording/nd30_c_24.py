"""Khi viện dẫn, Phần, Chương, Mục, Điều viết hoa; khoản, điểm viết thường.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 7.

Vì sao: ví dụ của Phụ lục II: điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I.

Sai: theo Khoản 2 điều 5

Đúng: theo khoản 2 Điều 5
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.24", known_as="ND30-C.24")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
