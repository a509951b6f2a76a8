"""Chữ có dấu tiếng Việt là một tiếng của tiếng Việt.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo chính tả tiếng Việt.

Vì sao: «nhữg», «đượcc» không phải là tiếng nào. Từ nước ngoài viết liền (ôtô, crôm), tên riêng không bị nêu.

Sai: nhữg nhiệm vụ

Đúng: những nhiệm vụ
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV26")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
