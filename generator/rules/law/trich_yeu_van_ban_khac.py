"""Trích yếu ghi sau một văn bản không được là trích yếu của văn bản khác.

Quy định: căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày ban hành, trích yếu của văn bản.

Vì sao: chép số của văn bản này với tên của văn bản kia thì không ai biết căn cứ là văn bản nào.

Sai: Thông tư số 116/2015/TT-BTC ngày 11 tháng 8 năm 2015 … với trích yếu của Thông tư số 159/2010/TT-BTC

Đúng: Thông tư số 116/2015/TT-BTC với trích yếu của chính nó
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading

RULE = Rule(__name__, Level.ERROR, "citation", clause="ND30-I.2.6a2")


def check(reading: CitationReading) -> Iterator[Finding]:
    """The title of another document, word for word."""
    if reading.document and reading.title.other:
        what = f"trích yếu ghi sau {reading.label} là của {reading.title.other.label}"
        yield RULE.found(what, f"ghi đúng: {reading.document.title}", subject=reading.label)
