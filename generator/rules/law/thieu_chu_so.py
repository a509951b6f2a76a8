"""Giữa tên loại và số, ký hiệu của căn cứ có chữ «số».

Quy định: mọi ví dụ của Nghị định 30/2020/NĐ-CP đều viết «tên loại số <số, ký hiệu>»; không điều khoản nào nói riêng
điều này, nên đây chỉ là thông tin.

Vì sao: viết một kiểu như mẫu thì dễ đọc, dễ tìm.

Sai: Căn cứ Nghị định 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;

Đúng: Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading

RULE = Rule(__name__, Level.NOTE, "citation", clause="ND30-I.2.6b4")


def check(reading: CitationReading) -> Iterator[Finding]:
    """A basis whose number stands straight after its type."""
    one, document = reading.one, reading.document
    if document is None and not one.citation.type:
        return
    if not reading.is_by_name and reading.is_written_in_full and not one.citation.has_word_so:
        what = f"{reading.label}: thiếu chữ «số» trước số, ký hiệu"
        yield RULE.found(what, f"ghi {document.short if document else reading.label}", subject=reading.label)
