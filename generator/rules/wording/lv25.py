"""Dấu % viết liền sau số.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; cả hai cách đều gặp, chỉ nhắc.

Vì sao: dấu % rời số có thể rơi xuống dòng sau; khi in, chương trình giữ hai phần trên một dòng.

Sai: đạt 95 %

Đúng: đạt 95%
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.NOTE, "text", known_as="LV25")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
