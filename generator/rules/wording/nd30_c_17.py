"""Tên viết tắt của tổ chức nước ngoài viết bằng chữ in hoa.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV, khoản 2, điểm b.

Vì sao: giữ như nguyên ngữ. Địa chỉ thư, trang mạng không bị nêu.

Sai: được Unesco công nhận

Đúng: được UNESCO công nhận
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.17", known_as="ND30-C.17")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
