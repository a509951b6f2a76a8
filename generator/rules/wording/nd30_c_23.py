"""Tên loại văn bản viết hoa chữ đầu khi chỉ một văn bản cụ thể.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 6.

Vì sao: «Quyết định số 520/QĐ-UBND» là tên của một văn bản; «các quyết định» là danh từ chung.

Sai: theo quyết định số 520/QĐ-UBND

Đúng: theo Quyết định số 520/QĐ-UBND
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.23", known_as="ND30-C.23")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
