"""Luật, pháp lệnh làm căn cứ không ghi cơ quan ban hành.

Quy định: luật, pháp lệnh trong căn cứ không ghi số, ký hiệu, cơ quan ban hành; chỉ ghi tên và ngày.

Vì sao: luật nào cũng của Quốc hội, pháp lệnh nào cũng của Ủy ban Thường vụ Quốc hội.

Sai: Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024 của Quốc hội;

Đúng: Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading

RULE = Rule(__name__, Level.NOTE, "citation", clause="ND30-I.2.6a3")


def check(reading: CitationReading) -> Iterator[Finding]:
    """A law printed with the body that passed it, as a basis."""
    document, issuer = reading.document, reading.citation.issuer
    if reading.is_by_name and issuer and reading.one.is_basis and reading.options.decree and not reading.one.nested:
        name = document.short if document else reading.citation.name
        what = f"{name}: luật, pháp lệnh không ghi cơ quan ban hành (ND30-I.2.6a3)"
        yield RULE.found(what, f"bỏ «của {issuer}»", subject=reading.label)
