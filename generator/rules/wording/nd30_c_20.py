"""Chức vụ đi với tên cơ quan hoặc tên người viết hoa chữ đầu, các chữ sau viết thường.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 3.

Vì sao: ví dụ của Phụ lục II: Chủ tịch Quốc hội, Thủ tướng Chính phủ; tùy nghĩa nên chỉ nhắc (thông tin).

Sai: do Chủ Tịch xã ký

Đúng: do Chủ tịch xã ký
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.NOTE, "text", clause="ND30-C.20", known_as="ND30-C.20")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
