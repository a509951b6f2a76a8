"""Documents of a reviewed dossier made, or held back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.choices import FORMATS, Engine, Format
from generator.errors import DataError, ExitCode, Problem, UsageError, VanthuError
from generator.findings import Finding
from generator.judgement.judging import DocumentReview
from generator.render import Job, RenderedDocument, render_documents
from generator.service.reviewing import Review

if TYPE_CHECKING:
    from generator.forms.finding import Form


class HeldError(VanthuError):
    """A final document has errors: it rests on a wrong basis, names what no longer exists, contradicts itself."""

    exit_code = ExitCode.FINDINGS
    heading = "Văn bản đã có số, ngày nhưng còn lỗi; chưa tạo văn bản nào (--force để vẫn tạo)"


def issue(
    review: Review,
    *,
    force: bool = False,
    formats: Sequence[Format] = FORMATS,
    engine: Engine = "typst",
    templates: Path | None = None,
    bundled_fonts: bool = False,
    word_lines: bool = False,
    attach: bool = False,
    trace: bool = False,
    keep_layouts: bool = False,
    made: Callable[[int], None] | None = None,
) -> list[RenderedDocument]:
    """The reviewed documents as DOCX and PDF, in order; nothing is written. ``made`` hears how many files there are.

    Raises DataError when a report's results do not allow it, HeldError with every error of every final document
    unless ``force``, which is recorded in the files; UsageError, TemplateError and ConversionError. The other
    parameters are those of ``render_documents``.
    """
    if attach and (engine == "libreoffice" or "pdf" not in formats):
        raise UsageError(Problem("--attach", "chỉ đính kèm được vào PDF do typst tạo", "bỏ --engine, --format"))
    refuse_unfit(review, force=force)
    forms = _forms(review, templates)
    jobs = (
        Job(document.reading.composed, _overridden(document), forms.get(document.name)) for document in review.documents
    )
    rendered = render_documents(
        jobs,
        review.opened.dossier,
        formats=formats,
        engine=engine,
        templates=templates,
        bundled_fonts=bundled_fonts,
        word_lines=word_lines,
        attach=attach,
        trace=trace,
        keep_layouts=keep_layouts,
    )
    if made is None:
        return list(rendered)
    documents = []
    for document in rendered:
        documents.append(document)
        made(len(documents))
    return documents


def refuse_unfit(review: Review, *, force: bool = False) -> None:
    """Raises what ``issue`` raises of the documents' data, before any is made."""
    if review.problems:
        raise DataError(review.problems)
    if review.held and not force:
        raise HeldError(_held_back(review))


def _forms(review: Review, templates: Path | None) -> dict[str, Form]:
    asked = [document.reading.document for document in review.documents]
    if templates is None and not any(one.form or one.fields for one in asked):
        return {}
    from generator.service.forms.resolving import forms_of  # here: most documents are made with our own templates

    return forms_of(review, templates)


def _held_back(review: Review) -> Iterator[Problem]:
    for document in review.held:
        for finding in document.errors:
            own = "" if finding in document.shared else document.name  # what is shared names its documents
            places = ", ".join(part for part in (own, finding.place, finding.source) if part)
            yield Problem(places, finding.what, finding.fix, finding.rule)


def _overridden(document: DocumentReview) -> str:
    """The errors a final document is made in spite of, for the properties of its files: forced, or accepted."""
    if document.is_draft:
        return ""
    forced = [f"{finding.place}: {finding.what}" for finding in document.errors]
    accepted = [f"{one.place}: {one.what} ({_decided(one)})" for one in document.accepted]
    return "; ".join([*forced, *accepted])


def _decided(finding: Finding) -> str:
    return f"chấp nhận: {finding.accepted}" if finding.accepted else f"hạ mức: {finding.lowered}"
