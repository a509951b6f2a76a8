"""Tên loại ghi trước số phải là tên loại của chính văn bản ấy.

Quy định: căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày ban hành, trích yếu.

Vì sao: ký hiệu cho biết tên loại (NĐ là nghị định, TT là thông tư); ghi khác đi là dẫn nhầm. Văn bản danh mục chưa có
thì so với ký hiệu: của cơ quan trung ương là lỗi, của địa phương là cảnh báo.

Sai: Quyết định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư

Đúng: Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.issuers import is_central
from generator.law.written.numbers import TYPE_OF_SYMBOL, symbol_of, type_of
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading
from generator.wording.characters import fold

_OF_LETTERS = ("Công văn",)
_OWN_SIGN = frozenset(TYPE_OF_SYMBOL.values()) - {"Kết luận", "Quy định", "Lệnh", "Pháp lệnh"}
"""Types whose symbol is theirs alone, in every body: a plan is KH, a report BC."""
RULE = Rule(__name__, Level.ERROR, "citation", clause="ND30-I.2.6a2")


def check(reading: CitationReading) -> Iterator[Finding]:
    """A type that is not the document's, or for one not known, not the one its symbol names."""
    citation, document = reading.citation, reading.document
    if not citation.type or reading.is_by_name:
        return
    if document is None:
        symbol = symbol_of(citation.number)
        proper = type_of(symbol)
        known = symbol.kind in TYPE_OF_SYMBOL and (citation.type in _OWN_SIGN or citation.type in _OF_LETTERS)
        if proper and not fold(citation.type).startswith(fold(proper)) and (known or is_central(citation.number)):
            # «Thông tư» for «Thông tư liên tịch» is short, not another; what a local body calls its own is not known.
            short = fold(proper).startswith(fold(citation.type)) or not is_central(citation.number)
            level = Level.WARNING if short else Level.ERROR
            what = f"{reading.label}: ký hiệu «{symbol.kind}» là của {proper}"
            yield RULE.found(what, "kiểm tra tên loại và ký hiệu", level=level, subject=reading.label)
    elif fold(citation.type) != fold(document.type):
        what = f"ghi «{citation.type}», {document.number} là {document.type}"
        yield RULE.found(what, f"sửa thành {document.type}", subject=reading.label)
