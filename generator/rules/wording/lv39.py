"""Không có dấu lạ, hình vẽ nhỏ trong câu.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; văn bản hành chính là chữ, số và dấu câu.

Vì sao: nét ký nháy quét vào thành ✓; hình vẽ nhỏ theo tin nhắn chép sang. Ô đánh dấu trong bảng, mẫu đơn không bị nêu.

Sai: chịu trách nhiệm thi hành Quyết định này. ✓

Đúng: chịu trách nhiệm thi hành Quyết định này./.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV39")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
