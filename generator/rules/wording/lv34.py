"""Ngoặc đơn mở thì đóng, đóng thì đã mở.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: thiếu một dấu thì không rõ lời chú thích đến đâu. Dấu của «a)», «1)» không tính.

Sai: (Kế hoạch, hồ sơ đánh giá

Đúng: (Kế hoạch, hồ sơ đánh giá)
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.NOTE, "text", known_as="LV34")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
