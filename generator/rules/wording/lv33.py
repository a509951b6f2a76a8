"""Từ thường dùng không sai dấu thành tiếng khác.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo chính tả tiếng Việt. Mỗi tiếng đứng riêng là
đúng nên bộ soát chính tả thường bỏ qua; ở đây hai tiếng đi với nhau được so với từ thường dùng.

Vì sao: máy quét và gõ vội hay đổi dấu: phấn đấu thành phần đầu, quán triệt thành quản triệt.

Sai: phân đầu đạt 95%; Quản triệt Chính sách chất lượng

Đúng: phấn đấu đạt 95%; Quán triệt Chính sách chất lượng
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV33")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
