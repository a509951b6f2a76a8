"""Số, ký hiệu của văn bản được viện dẫn phải đúng như bản ban hành.

Quy định: căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày ban hành, trích yếu.

Vì sao: sai một chữ trong ký hiệu là dẫn một văn bản không có; người đọc không tìm lại được. Văn bản được nhận ra nhờ
ngày, cơ quan và trích yếu đi cùng. Văn bản danh mục chưa có thì chỉ so ký hiệu với cơ quan ghi ngay sau nó.

Sai: Quyết định số 101/QĐ-BKHCHN ngày 21 tháng 01 năm 2019 của Bộ trưởng Bộ Khoa học và Công nghệ …

Đúng: Quyết định số 101/QĐ-BKHCN ngày 21 tháng 01 năm 2019 của Bộ trưởng Bộ Khoa học và Công nghệ …
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.citations import symbol_of
from generator.law.comparing import same_number
from generator.law.issuers import issuer_of_sign, sign_of_issuer
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading

RULE = Rule(__name__, Level.ERROR, "citation", clause="ND30-I.2.6a2")


def check(reading: CitationReading) -> Iterator[Finding]:
    """A number or symbol printed otherwise than issued."""
    citation, document = reading.citation, reading.document
    if document is None:
        yield from _unknown(reading)
    elif not reading.is_by_name and citation.number and not same_number(citation.number, document.number):
        yield RULE.found(
            f"số, ký hiệu ghi «{' '.join(citation.number.split())}», văn bản này là «{document.number}»",
            f"sửa thành {document.number}",
            subject=reading.label,
        )


def _unknown(reading: CitationReading) -> Iterator[Finding]:
    citation = reading.citation
    _, body = symbol_of("".join(citation.number.split()))
    sign = "" if "-" in body else sign_of_issuer(citation.issuer)  # a joint circular has several issuers
    if sign and body and not issuer_of_sign(body):
        what = f"{reading.label}: ký hiệu «{body}» không phải của {citation.issuer} ({sign})"
        yield RULE.found(what, f"kiểm tra lại, có phải là {sign}?", subject=reading.label)
