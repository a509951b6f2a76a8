"""Không còn chữ gõ Telex, VNI chưa thành dấu.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: bộ gõ tắt giữa chừng để lại phím gõ trong văn bản. Từ tiếng Anh, mã, tên tệp không bị nêu.

Sai: Uyr ban nhân dân

Đúng: Ủy ban nhân dân
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV13")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
