"""Năm trong kế hoạch, mục tiêu, kết quả, trích yếu khớp với năm của hồ sơ.

Quy định: số liệu, thời gian thực hiện phải đúng với kỳ mà văn bản nói tới (không điều khoản nào nêu riêng; suy từ năm
của hồ sơ).

Vì sao: hồ sơ năm nay chép từ năm trước còn sót «Tháng 2/2026», kết quả năm 2026, «mục tiêu chất lượng năm 2026».

Sai: hồ sơ nam: 2027 có công việc «Tháng 2/2026», «Tháng 2/26», han: 15/3/2026, mục tiêu «… trong năm 2026» (ở lời văn
là cảnh báo, việc kéo sang năm sau cũng vậy); mọi kết quả ghi nam: 2026.

Đúng: «Tháng 2/2027», hoặc «Tháng 2»; «so với năm 2026», «giai đoạn 2021 - 2030», «đến năm 2030»; kết quả năm trước chỉ
để so sánh, bên cạnh kết quả năm nay; báo cáo năm 2026 kèm kế hoạch năm 2027.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.data._years import day_strays, in_full, strays, strays_in_words, without_names, years_in
from generator.rules.readings import DocumentReading
from generator.wording.times.dates import short_date

RULE = Rule(__name__, Level.ERROR, "document")
_OF_THE_YEAR = late(r"(?:mục tiêu chất lượng|kế hoạch thực hiện|kết quả thực hiện)[^.;]*?\bnăm\s+(\d{4})", re.I)
_AT_THE_END = late(r"\bnăm\s+(\d{4})\W*$", re.I)
_CLOSES = late(r"(?<!\w)(?:khắc phục|hạn chế|tồn tại|so|giai đoạn|đến|từ|theo|sau|báo cáo|kết quả)(?!\w)", re.I)
_ISSUED = late(r"ban hành\s(?:[^.;\d]{0,60}\s)?mục tiêu chất lượng\s[^.;\d]{0,40}?năm\s+(\d{4})(?!\d)", re.I)
_OF_DOSSIER = frozenset({"muc_tieu", "ke_hoach", "ket_qua"})
_TIMES = ("thoi_gian", "han")


def check(reading: DocumentReading) -> Iterator[Finding]:
    """Years of the plan, of the objectives, of the period's results and of the subject that are not the dossier's."""
    own = _own_years(reading)
    yield from _plan(reading, own)
    yield from _days(reading, own)
    yield from _words(reading, own)
    if reading.document.period is not None:
        yield from _results(reading, reading.document)
    yield from _subject(reading)


def _own_years(reading: DocumentReading) -> set[int]:
    """The years a document may speak of: the dossier's, its period's, the next where a report brings its plan."""
    dossier, period = reading.dossier, reading.document.period
    own = {dossier.year} | ({period.year} if period and period.year else set())
    planned = [years for years in map(_years_of_times, _tasks_times(dossier)) if years]
    reports = any(document.period is not None for document in dossier.documents)
    if reports and planned and all(years == {dossier.year + 1} for years in planned):
        own.add(dossier.year + 1)
    return own


def _tasks_times(dossier: Dossier) -> Iterator[str]:
    for group in dossier.plan:
        for task in group.tasks:
            yield " ".join(task.time or ())


def _years_of_times(text: str) -> set[int]:
    return years_in(in_full(without_names(text)))


def _plan(reading: DocumentReading, own: set[int]) -> Iterator[Finding]:
    year = reading.dossier.year
    for text in reading.texts:
        if not text.origin or text.origin[0] != "ke_hoach" or not set(_TIMES) & set(text.origin):
            continue
        if strays(text.text, own):
            what = f"thời gian «{text.text}» không thuộc năm {year} của hồ sơ"
            level, source = _gravity(min(_years_of_times(text.text)), own), reading.place_of(text.origin)
            yield RULE.found(what, f"sửa năm thành {year}", level=level, place=text.place, source=source)


def _gravity(year: int, own: set[int]) -> Level:
    """A year gone by is a leftover for sure; a task may reach into one to come."""
    return Level.WARNING if year > max(own) else Level.ERROR


def _days(reading: DocumentReading, own: set[int]) -> Iterator[Finding]:
    """The days of the plan that are counted and not printed: by when, and when it was done."""
    year = reading.dossier.year
    if not any(text.origin and text.origin[0] == "ke_hoach" for text in reading.texts) and not reading.document.period:
        return
    for number, group in enumerate(reading.dossier.plan):
        for index, task in enumerate(group.tasks):
            path = ("ke_hoach", number, "cong_viec", index)
            said = _years_of_times(" ".join(task.time or ()))
            years = {*own, *range(min(said, default=1), max(said, default=0) + 1)}
            if task.deadline and day_strays(task.deadline, years):
                what = f"hạn hoàn thành {short_date(task.deadline)} không thuộc năm {year} của hồ sơ"
                source = reading.place_of((*path, "han"))
                level = _gravity(task.deadline.year, own)
                yield RULE.found(what, f"sửa năm thành {year}", level=level, place="kế hoạch", source=source)
            # What is late may be done in any later year; what is done before the plan was made is a leftover.
            if task.done and task.done.year < min(years) and day_strays(task.done, years):
                what = f"ngày hoàn thành {short_date(task.done)} trước năm {year} của hồ sơ"
                source = reading.place_of((*path, "hoan_thanh"))
                yield RULE.found(what, "sửa năm, hoặc để trống khi chưa xong", place="kế hoạch", source=source)


def _prints_its_data(reading: DocumentReading) -> bool:
    return any(text.origin and text.origin[0] in _OF_DOSSIER for text in reading.texts)


def _words(reading: DocumentReading, own: set[int]) -> Iterator[Finding]:
    """Sentences of objectives and tasks, and of the body that issues the objectives, that speak of another year."""
    told: set[object] = set()
    of_dossier = _prints_its_data(reading)
    for text in reading.texts:
        first = text.origin[0] if text.origin else ""
        if first in ("muc_tieu", "ke_hoach") and not set(_TIMES) & set(text.origin or ()):
            year = strays_in_words(text.text, own, is_objective=first == "muc_tieu")
        elif of_dossier and text.role == "body" and first not in _OF_DOSSIER:
            found = _ISSUED.search(without_names(text.text))
            cited = found and re.search(r"\d\s*/\s*[^\W\d]", text.text)
            year = int(found[1]) if found and not cited and int(found[1]) not in own else 0
        else:
            continue
        if year and text.origin not in told:
            told.add(text.origin)
            what = f"«{text.text[:80]}» nói năm {year}, hồ sơ của năm {reading.dossier.year}"
            fix = f"sửa thành năm {reading.dossier.year}; đúng là năm {year} thì nói rõ là để so sánh"
            source = reading.source_of(text)
            yield RULE.found(what, fix, level=Level.WARNING, place=text.place, source=source)


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
    if not _prints_its_data(reading):
        return  # it prints nothing of the dossier's year: a tờ trình may speak of the next one
    for text in reading.of("head", "title"):
        if year in years_in(text.text) or re.search(r"khắc phục|hạn chế|tồn tại", text.text, re.I):
            continue
        years = {int(found) for found in _OF_THE_YEAR.findall(text.text)}
        if text.role == "head" and not _CLOSES.search(text.text):
            years |= {int(found) for found in _AT_THE_END.findall(text.text)}
        if (
            years
            and year not in years
            and (reading.document.period is None or reading.document.period.year not in years)
        ):
            what = f"«{text.text[:80]}» nói năm {min(years)}, hồ sơ của năm {year}"
            source = reading.source_of(text)
            fix = f"sửa thành năm {year}, hoặc viết {{nam}} để tự điền"
            yield RULE.found(what, fix, level=Level.WARNING, place=text.place, source=source)
