"""«Cán bộ, công chức, viên chức» có dấu phẩy.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; tên luật là Luật Cán bộ, công chức, nên các chữ này cách
nhau bằng dấu phẩy.

Vì sao: đây là ba loại người, không phải một.

Sai: toàn thể cán bộ công chức

Đúng: toàn thể cán bộ, công chức
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.NOTE, "text", known_as="LV35")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
