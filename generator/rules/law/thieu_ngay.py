"""Văn bản được dẫn làm căn cứ phải có ngày ban hành.

Quy định: căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày ban hành, trích yếu; luật, pháp lệnh ghi tên và
ngày.

Vì sao: không có ngày thì không biết luật nào trong các luật cùng tên, quyết định của năm nào. Trong nội dung chỉ nhắc
(thông tin) khi lời dẫn đã ghi cơ quan ban hành mà bỏ ngày.

Sai: Căn cứ Luật Tổ chức chính quyền địa phương;

Đúng: Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading
from generator.wording.times.dates import long_date

RULE = Rule(__name__, Level.WARNING, "citation", clause="ND30-I.2.6a2")


def check(reading: CitationReading) -> Iterator[Finding]:
    """A citation without a day where one is needed."""
    document = reading.document
    if reading.citation.day_text or not reading.if_missing:
        return
    if (document is None and not reading.one.is_basis) or (reading.is_by_name and reading.options.normative):
        return
    fix = f"thêm {long_date(document.issued)}" if document and document.issued else "thêm ngày ban hành"
    yield RULE.found(f"{reading.label}: thiếu ngày ban hành", fix, level=reading.if_missing, subject=reading.label)
