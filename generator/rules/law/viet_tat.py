"""Trích yếu của văn bản được viện dẫn ghi nguyên văn, không viết tắt.

Quy định: không điều khoản nào nói riêng về viết tắt trong trích yếu; căn cứ phải ghi trích yếu của văn bản
(ND30-I.2.6a2), nên chữ viết tắt chỉ được nhắc (thông tin).

Vì sao: «V/v» chỉ dùng cho công văn; chữ viết tắt trong trích yếu làm tên văn bản khác bản ban hành.

Sai: Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ V/v áp dụng HTQLCL …

Đúng: Căn cứ Quyết định số 19/2014/QĐ-TTg … về việc áp dụng Hệ thống quản lý chất lượng …
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading

RULE = Rule(__name__, Level.NOTE, "citation")


def check(reading: CitationReading) -> Iterator[Finding]:
    """A title whose words are right and some of them abbreviated."""
    if reading.document and reading.title.state == "abbreviated":
        fix = f"ghi đúng: {reading.document.title}"
        yield RULE.found(f"{reading.label}: trích yếu có chữ viết tắt", fix, subject=reading.label)
