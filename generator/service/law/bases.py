"""Legal bases for any front end: the registry on a day, one document, the audit of a text or a dossier, suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from generator.compose import document_name
from generator.errors import Problem, UsageError, reason_of
from generator.findings import Finding
from generator.judgement.auditing import Audit, Options
from generator.judgement.choices import chosen
from generator.judgement.force import judge
from generator.judgement.judging import audit_reading, read_document, suggest_for
from generator.judgement.suggesting import Suggestion
from generator.judgement.texts import audit_text
from generator.law.bases import LegalDocument
from generator.law.force import Law, name_of
from generator.law.loading.files import read_registry_file
from generator.law.loading.shared import law_of, shared_registry
from generator.law.paragraphs import Paragraph, paragraphs_of_text, with_roles
from generator.output import mend
from generator.records import record
from generator.service.opening import OpenDossier, holds_dossier, open_dossier
from generator.wording.characters import fold
from generator.wording.nearest import SURE, did_you_mean

_VERDICTS = {
    "dung": "có hiệu lực",
    "chua-hieu-luc": "chưa có hiệu lực",
    "het-hieu-luc": "hết hiệu lực",
    "can-xac-minh": "cần xác minh",
    "het-mot-phan": "hết hiệu lực một phần",
    "sua-doi": "có hiệu lực, đã sửa đổi",
}


@record(frozen=True)
class JudgedBasis:
    """A legal document of the registry with what is to be said of it on a day, gravest first."""

    document: LegalDocument
    day: date
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> str:
        """The gravest finding in two or three words, e.g. ``hết hiệu lực``."""
        rule = self.findings[0].rule
        return _VERDICTS.get(rule, rule)


@record(frozen=True)
class Offer:
    """The bases one document of a dossier might cite, as sets."""

    name: str
    day: date
    sets: tuple[Suggestion, ...]


def law_with(registry: Path | None) -> Law:
    """The law as known, an agency's own file of documents before the shared registry."""
    shared = shared_registry()
    return law_of(read_registry_file(registry).over(shared) if registry else shared)


def known_bases(
    field: str | None = None, day: date | None = None, registry: Path | None = None
) -> tuple[list[JudgedBasis], list[str]]:
    """The documents of the registry, or of one field of it, judged on the day; and the names of all fields.

    Raises UsageError for a field that is not there.
    """
    law, on = law_with(registry), day or date.today()
    documents = list(law.registry.by_id.values())
    fields = sorted({document.field for document in documents})
    if field is not None:
        if fold(field) not in map(fold, fields):
            raise UsageError(Problem("--field", f"không có lĩnh vực «{field}»", f"đang có: {', '.join(fields)}"))
        documents = [document for document in documents if fold(document.field) == fold(field)]
    return [_judged(document, on, law) for document in documents], fields


def find_bases(reference: str, day: date | None = None, registry: Path | None = None) -> list[JudgedBasis]:
    """The documents an id or a number names, judged on the day; UsageError where there is none."""
    law, on = law_with(registry), day or date.today()
    found = law.registry.find(reference)
    if not found:
        known = [*law.registry.by_id, *(item.number for item in law.registry.by_id.values() if item.number)]
        close = did_you_mean(reference, known, most=3, likeness=SURE)
        fix = f"gần giống: {', '.join(close)}" if close else "xem danh mục: vanthu bases list"
        raise UsageError(Problem("MÃ", f"danh mục không có «{reference}»", fix))
    return [_judged(document, on, law) for document in found]


def _judged(document: LegalDocument, day: date, law: Law) -> JudgedBasis:
    return JudgedBasis(document, day, tuple(judge(document, day, law)))


def audit_bases(
    target: Path,
    *,
    day: date | None = None,
    registry: Path | None = None,
    law_numbers: bool = False,
    keep_order: bool = False,
) -> dict[str, Audit]:
    """What a dossier's documents, or a Word or plain text, make of their legal bases, by document."""
    if not target.exists():
        raise UsageError(Problem(str(target), "không có thư mục hay tệp này", "kiểm tra lại đường dẫn"))
    if holds_dossier(target):
        return _audits_of(open_dossier(target), day)
    try:
        mend(target.parent)
        raw = target.read_bytes()
    except OSError as error:
        raise UsageError(Problem(str(target), f"không đọc được: {reason_of(error)}", "kiểm tra đường dẫn")) from None
    paragraphs = _paragraphs(target, raw)
    options = Options(law_numbers, keep_order)
    return {target.name: audit_text(paragraphs, law_with(registry), day=day, options=options)}


def audit_bytes(name: str, raw: bytes, *, day: date | None = None) -> dict[str, Audit]:
    """The same of a dossier, a Word or a plain text that came as bytes; its name says which of them it is."""
    target = Path(name)
    if holds_dossier(target):
        return _audits_of(open_dossier(raw, label=name), day)
    return {target.name: audit_text(_paragraphs(target, raw), law_with(None), day=day, options=Options())}


def audit_as_data(name: str, done: Audit) -> dict[str, Any]:
    """An audit for JSON, with Vietnamese keys."""
    return {
        "ten": name,
        "ngay_xet": f"{done.day:%d/%m/%Y}",
        "ngay_trong_van_ban": done.day_from_text,
        "vien_dan": [
            {
                "noi": one.place,
                "la_can_cu": one.is_basis,
                "trong_trich_yeu": one.nested,
                "loi_van": one.text,
                "van_ban": one.document.id if one.document else None,
            }
            for one in done.cited
        ],
        "nhan_xet": [finding.as_data() for finding in done.findings],
    }


def _audits_of(opened: OpenDossier, day: date | None) -> dict[str, Audit]:
    readings = [read_document(opened.dossier, one, day, opened.place) for one in opened.dossier.documents]
    audits = {reading.name: audit_reading(reading) for reading in readings}
    for name, own in audits.items():
        own.findings = list(chosen(own.findings, opened.dossier, name))
    return audits


def _paragraphs(target: Path, raw: bytes) -> list[Paragraph]:
    if target.suffix.lower() == ".docx":
        from generator.judgement.docx_text import lines_of_docx

        return with_roles(lines_of_docx(raw))
    try:
        return paragraphs_of_text(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        fix = "lưu lại với mã UTF-8, hoặc đưa vào tệp .docx"
        raise UsageError(Problem(str(target), "không phải văn bản thuần mã UTF-8", fix)) from None


def suggest_bases(target: Path, *, day: date | None = None, only: Sequence[str] = ()) -> list[Offer]:
    """For each document of the dossier, or those named, the sets of bases it does not cite yet."""
    dossier = open_dossier(target).dossier
    found = []
    for document in dossier.documents:
        name = document_name(dossier, document)
        if not only or name in only:
            on = document.date or day or date.today()
            found.append(Offer(name, on, tuple(suggest_for(dossier, document, on))))
    return found


__all__ = [
    "Audit",
    "JudgedBasis",
    "Offer",
    "audit_as_data",
    "audit_bases",
    "audit_bytes",
    "find_bases",
    "known_bases",
    "name_of",
    "suggest_bases",
]
