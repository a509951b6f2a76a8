"""Ngày ký, trích yếu ở đầu văn bản đưa vào rà soát viết đúng Nghị định 30.

Quy định: ngày ký ghi đủ «ngày … tháng … năm …», ngày dưới 10, tháng 1, 2 thêm số 0 (ND30-I.2.4b1, ND30-I.2.4b2,
ND30-I.2.4b3); «V/v» chỉ dùng cho công văn, văn bản có tên loại ghi «Về việc …» hoặc vào thẳng nội dung. Hồ sơ do chương
trình soạn có quy tắc riêng; văn bản quy phạm pháp luật, văn bản ký trước 05/3/2020 không xét.

Vì sao: đầu văn bản là chỗ người nhận nhìn trước tiên.

Sai: Thượng Lộ, ngày 2 tháng 1 năm 2024; QUYẾT ĐỊNH, dòng dưới: V/v ban hành mục tiêu chất lượng

Đúng: Thượng Lộ, ngày 02 tháng 01 năm 2024; Về việc ban hành mục tiêu chất lượng
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.paragraphs import PLACE_AND_DAY
from generator.law.written.days import as_written
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import ParagraphReading

RULE = Rule(__name__, Level.WARNING, "paragraph", clause="ND30-I.2.4b2")
_SHORT_TITLE = late(r"[\W_]*V/v\b", re.I)


def check(reading: ParagraphReading) -> Iterator[Finding]:
    """A short day of signing, or «V/v» under the name of a type."""
    if reading.role != "head" or not reading.head.elsewhere or not reading.decree:
        return
    dated = PLACE_AND_DAY.search(reading.text.strip(" *#"))
    written = as_written(dated["day"]) if dated else ""
    if dated and written:
        yield RULE.found(f"ngày ký ghi «ngày {dated['day']}»", f"ghi: {written}")
    if reading.head.type not in ("", "công văn") and _SHORT_TITLE.match(reading.text):
        yield RULE.found("trích yếu bắt đầu bằng «V/v»", "ghi «Về việc …» hoặc vào thẳng nội dung", level=Level.NOTE)
