"""Căn cứ đã hết hiệu lực một phần thì người soạn xem phần được dẫn còn hiệu lực không.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; tình trạng lấy từ danh mục.

Vì sao: chương trình biết văn bản nào làm hết hiệu lực một phần, nhưng không biết văn bản đang soạn dựa vào phần nào.

Sai: Ký ngày 10/7/2026 căn cứ Nghị định số 367/2025/NĐ-CP mà không xem phần nào đã hết hiệu lực

Đúng: Đã xem phần được dẫn còn hiệu lực, hoặc dẫn văn bản thay thế
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.force import has_begun
from generator.rules.base import Rule
from generator.rules.law._reading import ForceReading

RULE = Rule(__name__, Level.NOTE, "force")


def check(reading: ForceReading) -> Iterator[Finding]:
    """A basis of which some part has lost its force, and by what."""
    document = reading.in_force
    if document is None or document.status != "hết hiệu lực một phần":
        return
    ending = [act for act in reading.law.registry.all_of(document.replaced_by) if has_begun(act, reading.day)]
    if ending:
        what = f"{document.label} đã hết hiệu lực một phần bởi {', '.join(act.label for act in ending)}"
        yield RULE.found(what, document.note or "", subject=document.label)
