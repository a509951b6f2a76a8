"""Văn bản đã cấp số không mang ngày sau hôm nay.

Quy định: thời gian ban hành văn bản là ngày văn bản được ban hành (ND30-I.2.4b1); số và ngày ghi cùng lúc đăng ký.

Vì sao: ngày ghi trước làm căn cứ bị xét theo một ngày chưa tới, sổ đăng ký lệch thứ tự.

Sai: hôm nay 20/11/2026 mà so: 59, ngay: 22/12/2026.

Đúng: để trống so, ngay (dự thảo), điền khi ban hành.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading

RULE = Rule(__name__, Level.ERROR, "document", clause="ND30-I.2.4b1")


def check(reading: DocumentReading) -> Iterator[Finding]:
    """A final document dated after today; a draft that has its date already is only told."""
    document = reading.document
    if document.date is None or document.date <= reading.today:
        return
    what = f"ngày {document.date:%d/%m/%Y} sau hôm nay ({reading.today:%d/%m/%Y})"
    fix = "sửa ngày; chưa ban hành thì để trống số, ngày"
    level = Level.WARNING if document.is_draft else Level.ERROR
    yield RULE.found(what, fix, level=level, place="địa danh, ngày", source=reading.typed_at("ngay"))
