"""Danh từ chung viết thường giữa câu.

Quy định: Phụ lục II Nghị định 30 chỉ viết hoa đầu câu và tên riêng; «cơ quan», «công chức», «lãnh đạo»,
«dịch vụ công» không phải tên riêng.

Vì sao: viết hoa theo ý trọng thì mỗi trang một kiểu. Tên đã được gọi tắt («sau đây gọi là Cơ quan») không bị nêu.

Sai: tại Cơ quan; các văn bản Quy phạm pháp luật

Đúng: tại cơ quan; các văn bản quy phạm pháp luật
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.NOTE, "text", known_as="LV29")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
