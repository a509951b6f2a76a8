"""Thứ trong tuần ghi cạnh ngày là thứ của ngày ấy.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo lịch.

Vì sao: giấy mời ghi thứ và ngày không khớp thì người được mời không biết đến ngày nào.

Sai: thứ Bảy, ngày 20 tháng 3 năm 2026

Đúng: thứ Sáu, ngày 20 tháng 3 năm 2026; lần thứ bảy, ngày 20 tháng 3 năm 2026
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV42")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
