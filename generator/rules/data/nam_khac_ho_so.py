"""Năm trong kế hoạch, kết quả, trích yếu khớp với năm của hồ sơ.

Quy định: số liệu, thời gian thực hiện phải đúng với kỳ mà văn bản nói tới (không điều khoản nào nêu riêng; suy từ năm
của hồ sơ).

Vì sao: hồ sơ năm nay chép từ năm trước còn sót «Tháng 2/2026», kết quả năm 2026, «mục tiêu chất lượng năm 2026».

Sai: hồ sơ nam: 2027 có công việc «Tháng 2/2026», mọi kết quả ghi nam: 2026.

Đúng: «Tháng 2/2027», hoặc «Tháng 2»; kết quả năm trước chỉ để so sánh, bên cạnh kết quả năm nay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.dossier.documents import Document
from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading
from generator.wording.dates import short_date

RULE = Rule(__name__, Level.ERROR, "document")
_YEAR = late(r"(?<![\d/.-])(?:19|20)\d\d(?![\d%])|(?<=\d[/.-])(?:19|20)\d\d(?!\d)")
_QUARTER_YEAR = late(r"(?<=[IVX][/-])(?:19|20)\d\d(?!\d)")
# A document or a standard that is named in the time has its own year.
_NAMED = late(
    r"(?:số\s+)?\d{1,5}/(?:\d{4}/)?[^\W\d_][\w-]*(?:\s+ngày\s+\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4})?"
    r"|(?:ISO|TCVN|QCVN)[\w\s/.-]*:\d{4}",
)
_OF_THE_YEAR = late(r"(?:mục tiêu chất lượng|kế hoạch thực hiện|kết quả thực hiện)[^.;]*?\bnăm\s+(\d{4})", re.I)
_OF_DOSSIER = frozenset({"muc_tieu", "ke_hoach", "ket_qua"})
_MONTHS = {"I": (1, 3), "II": (4, 6), "III": (7, 9), "IV": (10, 12)}
_TIMES = ("thoi_gian", "han")


def check(reading: DocumentReading) -> Iterator[Finding]:
    """Years of the plan's times, of the period's results and of the subject that are not the dossier's."""
    yield from _plan(reading)
    if reading.document.period is not None:
        yield from _results(reading, reading.document)
    yield from _subject(reading)


def _plan(reading: DocumentReading) -> Iterator[Finding]:
    year = reading.dossier.year
    for text in reading.texts:
        if not text.origin or text.origin[0] != "ke_hoach" or not set(_TIMES) & set(text.origin):
            continue
        own = _NAMED.sub("", text.text)
        years = {int(found) for found in [*_YEAR.findall(own), *_QUARTER_YEAR.findall(own)]}
        if years and not min(years) <= year <= max(years) and not _beside(own, years, year):
            what = f"thời gian «{text.text}» không thuộc năm {year} của hồ sơ"
            yield RULE.found(what, f"sửa năm thành {year}", place=text.place, source=reading.place_of(text.origin))


def _beside(text: str, years: set[int], year: int) -> bool:
    """Whether the time lies just outside the year: preparing it in the last quarter before, closing it in the next."""
    months = {int(month) for month in re.findall(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(?:19|20)\d\d", text)}
    months |= {int(month) for month in re.findall(r"tháng\s+(\d{1,2})\b", text, re.I)}
    quarters = re.findall(r"(?<!\w)(IV|I{1,3})\s*(?:[/-]|năm\s)", text)
    months |= {month for quarter in quarters for month in _MONTHS[quarter]}
    before = years == {year - 1} and bool(months) and min(months) >= 10
    return before or (years == {year + 1} and bool(months) and max(months) <= 3)


def _results(reading: DocumentReading, document: Document) -> Iterator[Finding]:
    dossier = reading.dossier
    asked = document.period.within(dossier.year) if document.period else None
    if asked is None:
        return
    year = asked.days()[1].year
    typed = [(index, result, result.period_in(dossier.year)) for index, result in enumerate(dossier.results)]
    if typed and all(period.days()[1].year < year for _, _, period in typed):
        index, _, period = typed[0]
        what = f"báo cáo {asked}, nhưng hồ sơ chỉ có kết quả của năm khác ({period})"
        fix = f"điền kết quả năm {year}, hoặc sửa năm của kết quả"
        yield RULE.found(what, fix, place="số liệu", source=reading.place_of(("ket_qua", index)))
    for index, result, period in typed:
        first, _ = period.days()
        if period.days()[1].year > dossier.year:
            what = f"kết quả của {period}, sau năm {dossier.year} của hồ sơ"
            at = reading.place_of(("ket_qua", index))
            yield RULE.found(what, "sửa năm của kết quả hoặc năm của hồ sơ", place="số liệu", source=at)
        elif result.reported and result.reported < first:
            what = f"kết quả của {period} báo cáo ngày {short_date(result.reported)}, trước khi kỳ ấy bắt đầu"
            at = reading.place_of(("ket_qua", index, "ngay_bao_cao"))
            yield RULE.found(what, "sửa ngày báo cáo, kỳ, hoặc năm của hồ sơ", place="số liệu", source=at)


def _subject(reading: DocumentReading) -> Iterator[Finding]:
    year = reading.dossier.year
    if not any(text.origin and text.origin[0] in _OF_DOSSIER for text in reading.texts):
        return  # it prints nothing of the dossier's year: a tờ trình may speak of the next one
    for text in reading.of("head", "title"):
        years = {int(found) for found in _OF_THE_YEAR.findall(text.text)}
        if (
            years
            and year not in years
            and (reading.document.period is None or reading.document.period.year not in years)
        ):
            what = f"«{text.text[:80]}» nói năm {min(years)}, hồ sơ của năm {year}"
            source = reading.source_of(text)
            fix = f"sửa thành năm {year}, hoặc viết {{nam}} để tự điền"
            yield RULE.found(what, fix, level=Level.WARNING, place=text.place, source=source)
