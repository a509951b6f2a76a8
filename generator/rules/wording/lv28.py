"""Tên tôn giáo, dân tộc là tên riêng, viết hoa.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo cách viết danh từ riêng trong Phụ lục II.

Vì sao: «Phật giáo», «dân tộc Thái» là tên riêng. Chỉ nêu những tên có trong danh sách của chương trình.

Sai: đồng bào dân tộc thái

Đúng: đồng bào dân tộc Thái
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV28")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
