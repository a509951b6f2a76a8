"""Không có dấu cách trước dấu câu và sau dấu mở ngoặc, dấu mở nháy.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: dấu câu có thể rơi xuống đầu dòng sau.

Sai: Nâng cao chất lượng , hiệu quả

Đúng: Nâng cao chất lượng, hiệu quả
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV11")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
