"""Thứ, tháng viết bằng chữ thì viết hoa chữ chỉ thứ, chữ chỉ tháng.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 8, điểm c.

Vì sao: ví dụ của Phụ lục II: thứ Hai, tháng Năm; «lần thứ hai», «ba tháng» không phải tên ngày, tên tháng.

Sai: họp vào sáng thứ hai hằng tuần

Đúng: họp vào sáng thứ Hai hằng tuần
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.28", known_as="ND30-C.28")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
