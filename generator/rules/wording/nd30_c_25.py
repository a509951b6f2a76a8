"""Viện dẫn điểm, khoản, điều viết liền từ nhỏ đến lớn, không có dấu phẩy.

Quy định: ví dụ tại Phụ lục II, mục V.7 Nghị định 30 ghi «điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I»; không
câu nào quy định thành lời.

Vì sao: dấu phẩy làm «khoản 6» và «Điều 4» thành hai thứ.

Sai: Khoản 6, Điều 4 Thông tư số 116/2015/TT-BTC

Đúng: khoản 6 Điều 4 Thông tư số 116/2015/TT-BTC
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.NOTE, "text", clause="ND30-C.25", known_as="ND30-C.25")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
