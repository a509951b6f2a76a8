"""Giữa số, ngày, cơ quan ban hành và trích yếu của căn cứ không có dấu phẩy.

Quy định: các ví dụ của Nghị định 30 viết liền «Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về
công tác văn thư»; không điều khoản nào nói riêng, nên chỉ là thông tin.

Vì sao: dấu phẩy cắt tên văn bản thành nhiều mảnh; cùng một tên thì viết một cách.

Sai: Căn cứ Quyết định số 19/2014/QĐ-TTg, ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ, về việc áp dụng …

Đúng: Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng …
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.citations import has_lead
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading

RULE = Rule(__name__, Level.NOTE, "citation")
_BEFORE_DAY = late(r"\d\S*\s*,\s*(?:ban hành\s+)?ngày\s|\d\s*,\s*của\s")


def check(reading: CitationReading) -> Iterator[Finding]:
    """A comma before the day, the issuer or the title of a basis."""
    one, citation = reading.one, reading.citation
    if reading.is_by_name or one.nested or not one.is_basis:
        return
    parts = reading.text[citation.start : citation.title_at]
    after = reading.text[citation.title_at :]
    before_title = citation.issuer and after.lstrip().startswith(",") and has_lead(after)
    if _BEFORE_DAY.search(parts) or before_title:
        yield RULE.found(f"{reading.label}: thừa dấu phẩy trong lời dẫn", "bỏ dấu phẩy", subject=reading.label)
