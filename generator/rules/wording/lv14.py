"""Không có chữ cái Kirin, Hy Lạp nằm trong chữ La-tinh.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: trông giống hệt nhưng tìm không ra, so không bằng nhau. Từ viết trọn bằng chữ nước ngoài không bị nêu.

Sai: хã Thượng Lộ với chữ х Kirin

Đúng: xã Thượng Lộ
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV14")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
