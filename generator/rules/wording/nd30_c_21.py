"""Đảng, khi chỉ Đảng Cộng sản Việt Nam và đứng một mình, viết hoa.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 4.

Vì sao: danh từ chung đã riêng hóa; «đảng viên», «đảng bộ» thì không.

Sai: đường lối của đảng và Nhà nước

Đúng: đường lối của Đảng và Nhà nước
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.21", known_as="ND30-C.21")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
