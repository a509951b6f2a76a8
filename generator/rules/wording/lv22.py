"""Từ nối không viết hai lần liền nhau.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: «của của» là gõ sót. Từ láy («dần dần», «luôn luôn») và hai từ gặp nhau («thiết bị bị hỏng») không bị nêu.

Sai: mục tiêu của của xã

Đúng: mục tiêu của xã
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV22")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
