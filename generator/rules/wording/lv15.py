"""Không có chữ lẻ gõ bằng phông .VnTime, VNI-Times trong văn bản Unicode.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: chép một từ từ tệp cũ thì từ ấy hiện ra sai; một từ chưa đủ chắc để tự sửa.

Sai: Thành phố HuÖ

Đúng: Thành phố Huế
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV15")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
