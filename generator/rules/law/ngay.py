"""Ngày ban hành của văn bản được viện dẫn phải đúng, và phải là ngày có trong lịch.

Quy định: căn cứ ghi ngày, tháng, năm ban hành của văn bản; luật, pháp lệnh cũng ghi ngày.

Vì sao: nhiều luật cùng tên chỉ khác nhau ở ngày ban hành; số của quyết định cá biệt lặp lại mỗi năm. Văn bản danh mục
chưa có thì so năm trong số với năm của ngày.

Sai: Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2021 của Chính phủ về công tác văn thư

Đúng: Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading
from generator.wording.times.dates import long_date

RULE = Rule(__name__, Level.ERROR, "citation", clause="ND30-I.2.6a2")
_YEAR = late(r"/\s?([12]\d{3})\s?/")


def check(reading: CitationReading) -> Iterator[Finding]:
    """A day no calendar has, another day than the document's, a year other than that in an unknown number."""
    citation, document, label = reading.citation, reading.document, reading.label
    if document is None:
        year = _YEAR.search(citation.number)
        if year and citation.day and int(year[1]) != citation.day.year:
            what = f"{label}: năm trong số không khớp ngày ban hành «{citation.day_text}»"
            yield RULE.found(what, "kiểm tra số và ngày", subject=label)
    if citation.day_text and citation.day is None:
        yield RULE.found(f"ngày «{citation.day_text}» không có trong lịch", subject=label)
    elif document and citation.day and document.issued and citation.day != document.issued:
        right = long_date(document.issued)
        what = f"ngày ban hành ghi «{citation.day_text}», {label} ban hành {right}"
        yield RULE.found(what, f"sửa thành {right}", subject=label)
