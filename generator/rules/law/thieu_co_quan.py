"""Văn bản được dẫn làm căn cứ phải có tên cơ quan ban hành.

Quy định: căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày ban hành, trích yếu; riêng luật, pháp lệnh không
ghi cơ quan.

Vì sao: số và ký hiệu của văn bản địa phương lặp lại ở mọi nơi. Trong một dãy văn bản cùng cơ quan, tên cơ quan ghi một
lần ở cuối dãy. Trong nội dung chỉ nhắc (thông tin) khi lời dẫn đã ghi ngày mà bỏ cơ quan.

Sai: Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 về công tác văn thư;

Đúng: Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.comparing import issuer_state
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading

RULE = Rule(__name__, Level.WARNING, "citation", clause="ND30-I.2.6a2")


def check(reading: CitationReading) -> Iterator[Finding]:
    """A citation without its issuer where one is needed."""
    document, citation = reading.document, reading.citation
    # Without a type before it, the citation is one of a list whose issuer may stand at the list's head.
    if reading.is_by_name or reading.shared or not citation.type or not reading.if_missing:
        return
    if document is None:
        if reading.one.is_basis and not citation.issuer and reading.begins_title:
            what = f"{reading.label}: thiếu cơ quan ban hành"
            yield RULE.found(what, "thêm tên cơ quan ban hành", level=reading.if_missing, subject=reading.label)
        return
    if issuer_state(citation.issuer, document) == "missing":
        what, fix = f"{reading.label}: thiếu cơ quan ban hành", f"ghi: của {document.issuer}"
        yield RULE.found(what, fix, level=reading.if_missing, subject=reading.label)
