"""Văn bản chưa ban hành hoặc chưa có hiệu lực vào ngày ký không được làm căn cứ.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; đây là phép so ngày: ngày ký phải từ ngày văn bản có hiệu lực
trở đi. Chưa xác minh được ngày có hiệu lực thì so với ngày ban hành.

Vì sao: văn bản chưa có hiệu lực chưa trao thẩm quyền, chưa đặt ra nghĩa vụ nào.

Sai: Quyết định ký ngày 30/6/2025 căn cứ Nghị định số 118/2025/NĐ-CP (có hiệu lực từ 01/7/2025)

Đúng: Quyết định ký ngày 01/7/2025 căn cứ Nghị định số 118/2025/NĐ-CP
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.findings import Finding, Level
from generator.law.bases import LegalDocument
from generator.law.force import Law, is_too_new, name_of, usable
from generator.rules.base import Rule
from generator.rules.law._reading import ForceReading

RULE = Rule(__name__, Level.ERROR, "force")


def check(reading: ForceReading) -> Iterator[Finding]:
    """A basis issued after the day, or whose first day in force comes after it."""
    known, day, label = reading.document, reading.day, reading.label
    if known is None:
        if reading.issued and reading.issued > day:
            what = f"{label}: ban hành sau ngày ký {day:%d/%m/%Y}"
            yield RULE.found(what, "kiểm tra ngày ký và ngày của văn bản được dẫn", subject=label)
    elif is_too_new(known, day):
        yield _too_new(known, day, reading.law)


def _too_new(document: LegalDocument, day: date, law: Law) -> Finding:
    label, otherwise = document.label, "bỏ căn cứ này hoặc sửa ngày ký"
    if document.effective and day < document.effective:
        what = f"{label} chưa có hiệu lực vào ngày {day:%d/%m/%Y}, có hiệu lực từ {document.effective:%d/%m/%Y}"
        before = [old for old in law.registry.by_id.values() if document.number in old.replaced_by]
        offered = tuple(name_of(old) for old in before if usable(old, day, law.registry))
        fix = "dẫn văn bản đang có hiệu lực: " + "; ".join(offered) if offered else otherwise
        return RULE.found(what, fix, subject=label, successors=offered)
    what = f"{label} ban hành ngày {document.issued:%d/%m/%Y}, sau ngày ký {day:%d/%m/%Y}"
    return RULE.found(what, "sửa ngày ký hoặc bỏ căn cứ này", subject=label)
