"""Văn bản được dẫn làm căn cứ phải có trích yếu.

Quy định: căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày ban hành, trích yếu của văn bản.

Vì sao: số, ký hiệu không cho người đọc biết văn bản nói về việc gì.

Sai: Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;

Đúng: Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading

RULE = Rule(__name__, Level.WARNING, "citation", clause="ND30-I.2.6a2")


def check(reading: CitationReading) -> Iterator[Finding]:
    """A basis that ends before its title."""
    missing = reading.title.state == "missing" if reading.document else reading.lacks_title
    if missing:
        fix = f"ghi đúng: {reading.document.title}" if reading.document else "thêm trích yếu của văn bản"
        yield RULE.found(f"{reading.label}: thiếu trích yếu", fix, subject=reading.label)
