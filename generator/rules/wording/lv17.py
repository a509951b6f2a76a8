"""Dấu nháy mở thì đóng, đóng thì đã mở.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: thiếu một dấu thì không rõ lời trích dẫn đến đâu.

Sai: phương châm “Đúng pháp luật

Đúng: phương châm “Đúng pháp luật”
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV17")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
