"""Dấu câu không đứng hai lần; dấu kết thúc văn bản là «./.».

Quy định: không điều khoản nào của Nghị định 30 nói riêng; dấu «./.» theo mẫu của Phụ lục III.

Vì sao: dấu thừa là gõ sót. Dấu ba chấm, chỗ chấm để viết tay không bị nêu.

Sai: thực hiện.. các đơn vị;; cá nhân

Đúng: thực hiện. các đơn vị; cá nhân
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV21")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
