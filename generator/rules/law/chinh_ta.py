"""Trích yếu, tên luật, ngày trong lời dẫn giữ chữ hoa, chữ thường và dấu như bản ban hành.

Quy định: không điều khoản nào nói riêng; căn cứ phải ghi trích yếu của văn bản (ND30-I.2.6a2), nên khác chữ hoa hoặc
dấu chỉ được nhắc (thông tin). Kiểu đặt dấu (hòa, hoà) không phải là lỗi; chữ IN HOA cả dòng không xét.

Vì sao: thường do máy quét đọc sai hoặc gõ nhầm; người đọc vẫn hiểu, nhưng tên văn bản không còn đúng.

Sai: Căn cứ Luật tổ chức Chính quyền địa phương ngày 16 tháng 6 năm 2025;

Đúng: Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.comparing import is_day_well_spelled
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading
from generator.wording.times.dates import long_date

RULE = Rule(__name__, Level.NOTE, "citation")


def check(reading: CitationReading) -> Iterator[Finding]:
    """The words of a right day misspelt; a title or a law's name with other capitals or accents."""
    citation, document, label = reading.citation, reading.document, reading.label
    if document is None:
        return
    wrong_day = document.issued and citation.day != document.issued
    if citation.day and not wrong_day and not is_day_well_spelled(citation.day_text):
        yield RULE.found(f"ngày «{citation.day_text}» có chữ sai", f"ghi: {long_date(citation.day)}", subject=label)
    if reading.title.state == "misspelt" and (reading.one.is_basis or not reading.is_by_name):
        called = "tên luật" if reading.is_by_name else "trích yếu"
        what = f"{label}: {called} có chữ hoa, thường hoặc dấu khác bản ban hành"
        yield RULE.found(what, f"ghi đúng: {document.title}", subject=label)
