"""Danh từ chung chỉ đơn vị hành chính viết thường giữa câu, tên riêng viết hoa.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III, khoản 1, điểm a.

Vì sao: tỉnh, xã, phường là danh từ chung. Đầu câu, tên ghép với số hay tên người, tên tổ chức (Tỉnh đoàn) không bị
nêu.

Sai: tại Xã Thượng Lộ

Đúng: tại xã Thượng Lộ
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.6", known_as="ND30-C.6")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
