"""Ngày ghi trong câu là ngày có trong lịch.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo lịch. Ngày của văn bản được viện dẫn: xem `ngay`.

Vì sao: hạn, ngày họp không có thật thì không ai làm theo được; thường là chép tháng khác mà quên sửa ngày.

Sai: trước ngày 31 tháng 9 năm 2026; từ ngày 29/02/2026

Đúng: trước ngày 30 tháng 9 năm 2026; từ ngày 28/02/2026
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV40")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
