"""Chữ lặp liền nhau được nhắc để đọc lại.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: «hồ hồ sơ» là gõ sót, nhưng «cơ quan quan trọng» thì đúng: chương trình biết các từ ghép thường gặp, không
biết hết, nên chỉ nhắc.

Sai: giải quyết hồ hồ sơ

Đúng: giải quyết hồ sơ
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.NOTE, "text", known_as="LV23")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
