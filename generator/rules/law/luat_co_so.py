"""Luật, pháp lệnh làm căn cứ không ghi số, ký hiệu.

Quy định: luật, pháp lệnh trong căn cứ không ghi số, ký hiệu, cơ quan ban hành; chỉ ghi tên và ngày. Hồ sơ đặt
«so_luat: có» thì số được in và không bị nhắc.

Vì sao: Nghị định 30 tách luật, pháp lệnh khỏi cách ghi của các văn bản khác. Trong nội dung chỉ là thông tin.

Sai: Căn cứ Luật Lưu trữ số 33/2024/QH15 ngày 21 tháng 6 năm 2024;

Đúng: Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading

RULE = Rule(__name__, Level.WARNING, "citation", clause="ND30-I.2.6a3")


def check(reading: CitationReading) -> Iterator[Finding]:
    """A law printed with its number by an agency that does not print them."""
    document, number = reading.document, reading.citation.number
    asked = reading.options.decree and not reading.options.law_numbers and not reading.one.nested
    if reading.is_by_name and number and asked:
        what = f"{document.short if document else reading.citation.name}: luật, pháp lệnh không ghi số (ND30-I.2.6a3)"
        level = Level.WARNING if reading.one.is_basis else Level.NOTE
        yield RULE.found(what, f"bỏ «số {number}»", level=level, subject=reading.label)
