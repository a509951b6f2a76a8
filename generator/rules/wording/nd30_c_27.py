"""Tên ngày tết viết hoa chữ đầu của tên, chữ «tết» viết thường.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 8, điểm b.

Vì sao: ví dụ của Phụ lục II: tết Nguyên đán, tết Trung thu; «Tết» đứng riêng là tết Nguyên đán.

Sai: dịp Tết Nguyên đán

Đúng: dịp tết Nguyên đán
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.NOTE, "text", clause="ND30-C.27", known_as="ND30-C.27")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
