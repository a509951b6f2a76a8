"""Tên huân chương, huy chương, danh hiệu vinh dự viết hoa thành phần tên riêng và thứ, hạng.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 2.

Vì sao: «Huân chương Lao động hạng Nhất» là tên riêng của một phần thưởng; «các loại huân chương» thì không.

Sai: huân chương Lao động hạng nhất

Đúng: Huân chương Lao động hạng Nhất
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.19", known_as="ND30-C.19")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
