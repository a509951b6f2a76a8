"""Báo cáo ký sau khi kỳ báo cáo kết thúc và sau khi có số liệu.

Quy định: báo cáo trung thực, chính xác số liệu của kỳ; ngày ban hành là ngày văn bản được ban hành (ND30-I.2.4b1).

Vì sao: báo cáo quý I ký ngày 03/02 chép ngày của văn bản khác, hoặc số liệu chưa thể có.

Sai: ky_bao_cao: 6 tháng, ngay: 5/5/2026; ngay_bao_cao của một kết quả sau ngày ký báo cáo.

Đúng: ngày ký sau ngày cuối kỳ và sau ngày các đơn vị báo cáo. Ký sát cuối kỳ (số liệu chốt sớm) chỉ nhắc.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading
from generator.wording.times.dates import short_date

RULE = Rule(__name__, Level.ERROR, "document")
_CLOSED_EARLY = timedelta(days=20)  # reports are often closed some days before their period ends


def check(reading: DocumentReading) -> Iterator[Finding]:
    """A date before the period's end (near it: a warning), or before the day one of its results was reported."""
    document, dossier = reading.document, reading.dossier
    if document.date is None or document.period is None:
        return
    place, source = "địa danh, ngày", reading.typed_at("ngay")
    period = document.period.within(dossier.year)
    first, last = period.days()
    signed = short_date(document.date)
    if document.date < last:
        near = last - document.date <= _CLOSED_EARLY and document.date > first
        what = f"báo cáo {period} ký ngày {signed}, trước khi kỳ kết thúc ({short_date(last)})"
        fix = "sửa ngày ký hoặc kỳ báo cáo" + ("; số liệu chốt sớm thì nói rõ đến ngày nào" if near else "")
        yield RULE.found(what, fix, level=Level.WARNING if near else Level.ERROR, place=place, source=source)
    for index, result in enumerate(dossier.results):
        day = result.reported
        within = result.period_in(dossier.year).days()
        if day and day > document.date and first <= within[0] and within[1] <= last:
            at = reading.place_of(("ket_qua", index, "ngay_bao_cao"))
            what = f"báo cáo ký ngày {signed} mà số liệu của mục tiêu {result.objective} báo cáo ngày {short_date(day)}"
            yield RULE.found(what, "sửa ngày ký hoặc ngày báo cáo của số liệu", place=place, source=at or source)
