"""Danh từ chung chỉ địa hình trước tên riêng viết thường.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III, khoản 1, điểm d.

Vì sao: «vịnh» trong «vịnh Hạ Long» là danh từ chung. Tên một âm tiết (Cửa Lò, Vàm Cỏ) viết hoa cả hai; «Sông Hồng»,
«sông Hồng» đều không bị nêu.

Sai: cảnh quan Vịnh Hạ Long

Đúng: cảnh quan vịnh Hạ Long
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.10", known_as="ND30-C.10")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
