"""Tên ngày lễ, ngày kỷ niệm viết hoa chữ đầu của tên, chữ «ngày» viết thường.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 5.

Vì sao: ví dụ của Phụ lục II: ngày Quốc khánh 2-9, ngày Quốc tế Lao động 1-5.

Sai: nhân Ngày Quốc khánh

Đúng: nhân ngày Quốc khánh
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.22", known_as="ND30-C.22")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
