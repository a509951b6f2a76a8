"""Cơ quan ban hành ghi sau số phải là cơ quan đã ban hành văn bản, ghi đủ tên.

Quy định: căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày ban hành, trích yếu.

Vì sao: cơ quan sai thì văn bản bị dẫn nhầm (lỗi); tên ghi chưa đủ thì người đọc không biết là cơ quan nào (cảnh báo).
Ghi «Bộ Nội vụ» cho «Bộ trưởng Bộ Nội vụ», viết tắt quen dùng của bộ được chấp nhận. Văn bản danh mục chưa có thì so ký
hiệu với cơ quan.

Sai: Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Bộ Nội vụ về công tác văn thư

Đúng: Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.comparing import issuer_state
from generator.law.issuers import body_named, body_of_sign
from generator.law.written.numbers import symbol_of
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading
from generator.wording.characters import fold

_LOCAL = {"UBND": ("Ủy ban nhân dân", "uybannhandan", "ubnd"), "HĐND": ("Hội đồng nhân dân", "hoidongnhandan", "hdnd")}
RULE = Rule(__name__, Level.ERROR, "citation", clause="ND30-I.2.6a2")


def check(reading: CitationReading) -> Iterator[Finding]:
    """An issuer that is another one (an error) or whose name is cut short (a warning)."""
    citation, document, label = reading.citation, reading.document, reading.label
    if document is None:
        yield from _unknown(reading)
        return
    if reading.is_by_name:
        return
    state, typed = issuer_state(citation.issuer, document), citation.issuer
    fix = f"ghi: của {document.issuer}"
    if state == "cut":
        what = f"{label}: cơ quan ban hành ghi chưa đủ «{typed}», đúng là «{document.issuer}»"
        yield RULE.found(what, fix, level=Level.WARNING, subject=label)
    elif state == "wrong":
        yield RULE.found(f"{label}: cơ quan ban hành ghi «{typed}», đúng là «{document.issuer}»", fix, subject=label)


def _unknown(reading: CitationReading) -> Iterator[Finding]:
    """A sign that is another body's: an error of a document with a type, a warning of a letter sent on one's behalf."""
    citation, label = reading.citation, reading.label
    symbol = symbol_of(citation.number, letter=citation.type == "Công văn")
    if symbol.form == "state" and (other := _other_local(symbol.body, citation.issuer)):
        what = f"{label}: ký hiệu «{symbol.body}» là của {other}, không phải {citation.issuer}"
        yield RULE.found(what, "kiểm tra ký hiệu và cơ quan ban hành", level=Level.WARNING, subject=label)
        return
    owner, named = body_of_sign(symbol.body), body_named(citation.issuer)
    if symbol.form in ("party", "old") or "-" in symbol.body or owner is None or named is None or owner is named:
        return  # a joint circular has several issuers
    for_another = symbol.form == "letter" or symbol.kind in ("TB", "CĐ") or owner.name.startswith("Văn phòng")
    what = f"{label}: ký hiệu «{symbol.body}» là của {owner.name}, không phải {citation.issuer}"
    level = Level.WARNING if for_another else Level.ERROR
    yield RULE.found(what, "kiểm tra ký hiệu và cơ quan ban hành", level=level, subject=label)


def _other_local(sign: str, issuer: str) -> str:
    """The local body the sign is of, where the issuer is the other of the two; empty otherwise."""
    typed = "".join(fold(issuer).split())
    said = [key for key, (_, *forms) in _LOCAL.items() if any(form in typed for form in forms)]
    return _LOCAL[sign][0] if sign in _LOCAL and len(said) == 1 and said[0] != sign else ""
