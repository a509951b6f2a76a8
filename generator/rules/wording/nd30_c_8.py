"""Thủ đô Hà Nội, Thành phố Hồ Chí Minh viết hoa cả danh từ chung.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III, khoản 1, điểm c.

Vì sao: hai trường hợp riêng được Phụ lục II nêu tên.

Sai: gửi thành phố Hồ Chí Minh

Đúng: gửi Thành phố Hồ Chí Minh
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.8", known_as="ND30-C.8")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
