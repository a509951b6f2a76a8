"""Hiệu lực của căn cứ chưa được xác minh đến ngày ký thì người soạn kiểm tra trước khi ký.

Quy định: không có; đây là giới hạn của danh mục. Mỗi văn bản có ngày gần nhất thấy còn được áp dụng; sau ngày ấy chương
trình không nói là còn hiệu lực.

Vì sao: nói «còn hiệu lực» khi chưa ai kiểm tra là nói sai; im lặng cũng bị hiểu là đúng.

Sai: Văn bản ký sau ngày gần nhất thấy căn cứ còn hiệu lực

Đúng: Văn bản ký trong khoảng đã xác minh
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.law._reading import ForceReading

RULE = Rule(__name__, Level.NOTE, "force")
_NEWLY_ISSUED = timedelta(days=60)  # a normative text of the centre takes effect 45 days after signing at the earliest


def check(reading: ForceReading) -> Iterator[Finding]:
    """A basis whose days are not known, or that no one saw in force as late as the day."""
    document, day = reading.in_force, reading.day
    if document is None or document.status == "hết hiệu lực":
        return  # its end is known, and had not come
    label, seen = document.label, document.last_seen_in_force
    fix = "kiểm tra tình trạng hiệu lực trên cổng thông tin chính thức"
    if document.note:
        fix += f"; lưu ý: {document.note}"
    if not document.issued:
        what = f"{label}: cần xác minh; danh mục chưa có ngày ban hành, ngày có hiệu lực"
        yield RULE.found(what, fix, subject=label)
    elif seen is None or day > seen:
        seen_on = f" sau ngày {seen:%d/%m/%Y}" if seen else ""
        what = f"{label}: cần xác minh hiệu lực trước khi ký (chưa xác minh được hiệu lực{seen_on})"
        yield RULE.found(what, fix, subject=label)
    elif not document.effective and document.kind == "quy phạm" and day - document.issued < _NEWLY_ISSUED:
        what = f"{label} mới ban hành ngày {document.issued:%d/%m/%Y}, chưa xác minh được ngày có hiệu lực"
        yield RULE.found(what, fix, subject=label)
