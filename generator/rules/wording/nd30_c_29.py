"""Tên sự kiện lịch sử, triều đại viết hoa các âm tiết tạo thành tên.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 9.

Vì sao: số trong tên sự kiện viết bằng chữ và viết hoa: Cách mạng tháng Tám.

Sai: cách mạng tháng tám

Đúng: Cách mạng tháng Tám
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.29", known_as="ND30-C.29")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
