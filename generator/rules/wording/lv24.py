"""Trong một số không có dấu cách; hàng nghìn ngăn bằng dấu chấm, phần thập phân sau dấu phẩy.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: số có dấu cách bị ngắt đôi ở cuối dòng và bị đọc thành hai số.

Sai: 1 000 hồ sơ; năm 20 24; tăng 7.2%

Đúng: 1.000 hồ sơ; năm 2024; tăng 7,2%
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV24")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
