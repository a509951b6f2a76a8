"""Danh từ Nhân dân, khi đứng riêng với nghĩa trân trọng, viết hoa.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 1.

Vì sao: tùy nghĩa nên chỉ nhắc (thông tin); trong tên cơ quan, danh hiệu thì theo tên ấy.

Sai: lợi ích của nhân dân

Đúng: lợi ích của Nhân dân
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.NOTE, "text", clause="ND30-C.18", known_as="ND30-C.18")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
