"""Số, ký hiệu của văn bản được viện dẫn phải đúng như bản ban hành.

Quy định: căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày ban hành, trích yếu.

Vì sao: sai một chữ trong ký hiệu là dẫn một văn bản không có; người đọc không tìm lại được. Văn bản được nhận ra nhờ
ngày, cơ quan và trích yếu đi cùng. Văn bản danh mục chưa có thì chỉ so
ký hiệu với cơ quan ghi ngay sau nó (cảnh báo); công văn mang ký hiệu của đơn vị soạn thảo, không xét.

Sai: Quyết định số 101/QĐ-BKHCHN ngày 21 tháng 01 năm 2019 của Bộ trưởng Bộ Khoa học và Công nghệ …

Đúng: Quyết định số 101/QĐ-BKHCN ngày 21 tháng 01 năm 2019 của Bộ trưởng Bộ Khoa học và Công nghệ …
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.findings import Finding, Level
from generator.law.comparing import same_number
from generator.law.issuers import body_named, body_of_sign
from generator.law.written.numbers import TYPE_OF_SYMBOL, symbol_of
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading
from generator.wording.characters import fold

_NEARLY = 0.7
_BROKEN = late(
    r"(?P<n>\d{1,5}[a-zđ]?)(?:/(?P<year>\d{4}/)?(?P<kind>[A-Za-zĐđ]{2,4}?)(?P<body>(?:UBND|HĐND)\w*)"
    r"|-(?P<kind2>[A-Za-zĐđ]{2,4})/(?P<body2>(?:UBND|HĐND)\w*))"
)
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
    """A sign that is nearly that of the body named after it; a letter goes by its drafting unit too (ND30-I.2.3b2)."""
    citation = reading.citation
    symbol = symbol_of(citation.number, letter=citation.type == "Công văn")
    if proper := _well_formed(citation.number, citation.type):
        what = f"{reading.label}: số, ký hiệu ghi «{' '.join(citation.number.split())}»"
        yield RULE.found(what, f"ghi {proper}", level=Level.WARNING, subject=reading.label)
        return
    body = body_named(citation.issuer)
    # A joint circular has several issuers, and ministries have signed in more ways than are known.
    if body is None or symbol.form != "state" or "-" in symbol.body or body_of_sign(symbol.body):
        return
    close = max(_likeness(symbol.body, sign) for sign in body.signs)
    if close >= _NEARLY and not any(symbol.body in sign or sign in symbol.body for sign in body.signs):
        what = f"{reading.label}: ký hiệu «{symbol.body}» không phải của {citation.issuer} ({body.signs[0]})"
        fix = f"kiểm tra lại, có phải là {body.signs[0]}?"
        yield RULE.found(what, fix, level=Level.WARNING, subject=reading.label)


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, fold(a), fold(b), autojunk=False).ratio()


def _well_formed(number: str, type_: str) -> str:
    """The number of a local body as it is to be written, where its parts are glued or changed about; else empty."""
    kind = next((sign for sign, name in TYPE_OF_SYMBOL.items() if name == type_), "")
    parts = _BROKEN.fullmatch("".join(number.split()).replace("–", "-").replace("Ð", "Đ")) if kind else None
    if parts is None or fold(parts["kind"] or parts["kind2"]) != fold(kind):
        return ""
    return f"{parts['n']}/{parts['year'] or ''}{kind}-{parts['body'] or parts['body2']}"
