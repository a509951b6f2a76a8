"""Tên sách, báo, tạp chí viết hoa chữ đầu của âm tiết thứ nhất tạo thành tên.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 10.

Vì sao: tên tác phẩm là tên riêng. Chỉ nêu những tên có trong danh sách của chương trình.

Sai: tạp chí cộng sản

Đúng: tạp chí Cộng sản
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.30", known_as="ND30-C.30")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
