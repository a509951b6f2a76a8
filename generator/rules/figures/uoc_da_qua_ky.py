"""Số ước thực hiện được thay bằng số chính thức khi kỳ đã kết thúc.

Quy định: báo cáo trung thực, chính xác số liệu của kỳ; không điều khoản nào của Nghị định 30 nói riêng
(docs/ket-qua.md).

Vì sao: số ước còn lại sau khi có số chính thức làm báo cáo lệch với số liệu của đơn vị.

Sai: kết quả quý I ghi uoc: có, báo cáo 6 tháng ký tháng 7.

Đúng: ghi số chính thức của quý I và bỏ uoc; số ước của kỳ đang báo cáo mà ký trước ngày cuối kỳ thì giữ.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading
from generator.wording.times.dates import short_date

RULE = Rule(__name__, Level.WARNING, "document")


def check(reading: DocumentReading) -> Iterator[Finding]:
    """Each estimate of the report's time whose own period was over when the report was signed."""
    document, dossier = reading.document, reading.dossier
    if document.date is None or document.period is None:
        return
    first, last = document.period.within(dossier.year).days()
    for index, result in enumerate(dossier.results):
        of = result.period_in(dossier.year)
        start, end = of.days()
        if result.estimated and first <= start and end <= last and end < document.date:
            what = f"số liệu {of} của mục tiêu {result.objective} còn là ước, kỳ đã kết thúc ngày {short_date(end)}"
            at = reading.place_of(("ket_qua", index, "uoc"))
            yield RULE.found(what, "ghi số chính thức, bỏ dấu ước", place=f"mục tiêu {result.objective}", source=at)
