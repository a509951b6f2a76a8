"""Chữ viết tắt không kèm dấu chấm dính liền; tên cơ quan không viết tắt một nửa.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; dấu chấm chỉ có ở quyền hạn ký (TM., KT., TL.,
TUQ., Q.).

Vì sao: «VP.ĐKĐĐ», «PCT. UBND» đọc như hết câu; «Sở khoa học và CN» không phải tên nào.

Sai: Chi nhánh VP.ĐKĐĐ huyện; Sở Khoa học và CN

Đúng: Chi nhánh VP ĐKĐĐ huyện; Sở Khoa học và Công nghệ
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.NOTE, "text", known_as="LV36")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
