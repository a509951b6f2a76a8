"""Composed documents printed as DOCX and made into PDF."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.choices import FORMATS, Engine, Format
from generator.compose import ComposedDocument, ComposedPart, Summary
from generator.compose.document import ANNEX_TEMPLATE, ATTACHED_TEMPLATE
from generator.docx import Part, Properties, render_document, render_part
from generator.docx.compiling import wrongs
from generator.dossier import Dossier
from generator.errors import ConversionError, Problem, TemplateError, UsageError
from generator.filenames import same_name_key
from generator.media_types import DOCX
from generator.pdf import Attachment, PdfResult, convert
from generator.records import record
from generator.resources import TEMPLATES
from generator.tracing import trace_part, trace_sheet
from generator.values import placed

if TYPE_CHECKING:
    from generator.docx import Confined
    from generator.forms.finding import Form
    from generator.pdf import OfficePool

READY = "generator.render:get_ready"
"""What a nursery of ``docx.Confined`` calls first: what was composed is not imported again for each document."""


@record(frozen=True)
class RenderedDocument:
    """One document made: its files as bytes, its page count and the seconds it took."""

    name: str
    title: str
    docx: bytes
    pdf: PdfResult | None
    formats: tuple[Format, ...]
    seconds: float
    trace: bytes | None = None

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files asked for, by name."""
        if "docx" in self.formats:
            yield f"{self.name}.docx", self.docx
        if self.pdf is not None:
            yield f"{self.name}.pdf", self.pdf.pdf
        if self.trace is not None:
            yield f"{self.name}.so-lieu.xlsx", self.trace


@record(frozen=True)
class Job:
    """One document to be made: as composed, and the errors its files are to say it was made in spite of.

    ``form`` is the agency's own form its main text is made with, where it is not one of ours.
    """

    composed: ComposedDocument
    overridden: str = ""
    form: Form | None = None


def render_documents(
    jobs: Iterable[Job],
    dossier: Dossier,
    *,
    formats: Sequence[Format] = FORMATS,
    engine: Engine = "typst",
    templates: Path | None = None,
    bundled_fonts: bool = False,
    word_lines: bool = False,
    attach: bool = False,
    trace: bool = False,
    keep_layouts: bool = False,
) -> Iterator[RenderedDocument]:
    """Each document made, in order; ``templates`` is a folder whose files replace ours.

    ``bundled_fonts`` passes over the machine's own Times New Roman, so that pages are the same on every machine,
    ``word_lines`` ends justified lines as Word 2013 and later do.
    ``attach`` embeds the whole dossier as JSON and the DOCX in each PDF, which then is PDF/A-3a.
    ``trace`` adds a sheet of where the figures of each report come from.
    ``keep_layouts`` leaves with each PDF the layout it was drawn from.
    Raises UsageError for a folder of templates that holds none, ConversionError, and TemplateError with all that is
    wrong with the templates of all the documents: after the first that is refused the others are only tried.
    """
    refused: dict[Problem, None] = {}
    folder, jobs = templates or TEMPLATES, list(jobs)
    _check_templates(folder, {same_name_key(Path(one.form).stem) for one in dossier.documents if one.form})
    with ExitStack() as stack:
        # Neither is imported for documents that Typst draws of our own templates.
        office = stack.enter_context(_office()) if engine != "typst" else None
        confined = stack.enter_context(_confined()) if not _is_ours(folder) or any(job.form for job in jobs) else None
        if confined:
            confined.start()
        for job in jobs:
            for composed in _files_of(job.composed):
                form = job.form if composed.main is job.composed.main else None
                started = time.perf_counter()
                name = composed.name
                try:
                    docx = _print(composed, folder, job.overridden, confined, form)
                except TemplateError as error:
                    refused |= dict.fromkeys(_of_document(error, name if len(jobs) > 1 else ""))
                if refused:
                    continue
                files = _attachments(dossier, name, docx) if attach else ()
                pdf = (
                    _convert(docx, engine, name, bundled_fonts, word_lines, office, files, keep_layouts)
                    if "pdf" in formats
                    else None
                )
                seconds = time.perf_counter() - started
                sheet = trace_sheet(composed.trace, composed.summary.title) if trace and composed.trace else None
                yield RenderedDocument(name, composed.summary.title, docx, pdf, tuple(formats), seconds, sheet)
    if refused:
        raise TemplateError(refused)


def parts_together(composed: ComposedDocument) -> tuple[ComposedPart, ...]:
    """The parts of a document that stand in its own file, the main text first."""
    return (composed.main, *(part for part in composed.attachments if not part.file))


def render_alone(parts: Sequence[ComposedPart], number: int) -> bytes:
    """The DOCX in which one of the parts, made with our own templates, stands as in the document of them all.

    It has a blank section before it where it is not the first, and behind it where it is not the last.
    Raises TemplateError.
    """
    return render_part([_part(part, TEMPLATES) for part in parts], number)


def _of_document(error: TemplateError, name: str) -> Iterator[Problem]:
    """The problems, those of what the document has and its form does not print with the document's name."""
    for one in error.problems:
        of_data = name and one.code in (wrongs.OWED, wrongs.UNPRINTED)
        yield replace(one, place=f"{name}, {one.place}") if of_data else one


def _files_of(composed: ComposedDocument) -> Iterator[ComposedDocument]:
    """The document with what is attached in the same file, then each part that has a file of its own."""
    yield replace(composed, attachments=parts_together(composed)[1:])
    for part in composed.attachments:
        if part.file:
            label = str(part.context.get("nhan") or part.context["ten_loai"])
            summary = replace(composed.summary, title=f"{label} – {composed.summary.title}")
            yield ComposedDocument(f"{composed.name}-{part.file}", part, (), summary)


def _office() -> OfficePool:
    from generator.pdf import OfficePool

    return OfficePool()


def get_ready() -> None:
    """Imports what a template takes to be filled; what fills it came with this module."""
    from generator.docx.confined import get_ready

    get_ready()


def _confined() -> Confined:
    from generator.docx import Confined

    return Confined(ready=READY)


def _check_templates(folder: Path, forms: Collection[str]) -> None:
    """Refuse a folder of templates none of whose files would be used, or with one of a name nothing asks for.

    ``forms`` are the names that documents of the dossier ask for, as they are compared, without suffix.
    """
    if not folder.is_dir():
        raise UsageError(Problem(str(folder), "không có thư mục mẫu này", "kiểm tra lại đường dẫn"))
    ours = sorted(file.stem for file in TEMPLATES.glob("*.docx"))
    files = (file for file in folder.iterdir() if file.suffix.lower() in (".docx", ".dotx"))
    theirs = sorted(file.stem for file in files if not file.name.startswith((".", "~$")))
    listed = ", ".join(f"{name}.docx" for name in ours)
    if not theirs:
        raise UsageError(Problem(str(folder), "thư mục này không có mẫu Word nào", f"đặt vào đó: {listed}"))
    unknown = [name for name in theirs if name not in ours and same_name_key(name) not in forms]
    if unknown:
        fix = f"các tên dùng được: {listed}"
        raise UsageError(Problem(f"{folder}/{name}.docx", "không văn bản nào dùng mẫu này", fix) for name in unknown)


def _print(
    composed: ComposedDocument, folder: Path, overridden: str, confined: Confined | None, form: Form | None
) -> bytes:
    main, *attachments = (_owing(part, _part(part, folder)) for part in (composed.main, *composed.attachments))
    if form is not None:
        from generator.forms.owing import owed  # here: most documents are made with our own templates

        reach = composed.main.reach
        demands = owed(main.context, form.sheet, reach.free if reach else None, composed.main.template)
        context = {**main.context, "noi_dung": []} if "noi_dung" in form.sheet.left_out else main.context
        main = replace(main, template=form.path, context=context, reach=reach, owed=demands)
    ours = all(_is_ours(part.template) for part in (main, *attachments))
    make = render_document if confined is None or ours else confined.render_document
    try:
        return make(
            main,
            attachments,
            _properties(composed.summary, overridden, form),
            trace_part(composed.trace) if composed.trace else None,
        )
    except TemplateError as error:
        place = composed.main.reach.place if composed.main.reach else None
        raise TemplateError(replace(one, what=placed(one.what, place)) for one in error.problems) from None


def _part(part: ComposedPart, folder: Path) -> Part:
    # An agency's folder need not hold every template: what it lacks is ours.
    path = folder / f"{part.template}.docx"
    path = path if path.is_file() else TEMPLATES / path.name
    return Part(path, part.context, part.landscape, None if _is_ours(path) else part.reach)


def _owing(composed: ComposedPart, part: Part) -> Part:
    """A part that is attached, with what a template of the agency's own must print of it."""
    if composed.template not in (ANNEX_TEMPLATE, ATTACHED_TEMPLATE) or _is_ours(part.template):
        return part
    from generator.forms.finding import open_form  # here: most documents are made with our own templates
    from generator.forms.owing import owed

    form, problems = open_form(part.template)
    if form is None or problems:
        raise TemplateError(problems)
    context = {**part.context, "noi_dung": []} if "noi_dung" in form.sheet.left_out else part.context
    return replace(part, context=context, owed=owed(part.context, form.sheet, None, composed.template))


def _is_ours(path: Path) -> bool:
    """Whether the path lies among our own templates, which are known to do no harm."""
    return path.resolve().is_relative_to(TEMPLATES.resolve())


def _properties(summary: Summary, overridden: str, form: Form | None) -> Properties:
    # The document's own day, not the clock, so that the same dossier gives the same bytes.
    day = datetime(summary.day.year, summary.day.month, summary.day.day, tzinfo=UTC)
    return Properties(
        title=summary.title,
        creator=summary.author,
        subject=summary.subject,
        keywords=summary.keywords,
        draft=summary.is_draft,
        created=day,
        modified=day,
        particulars=replace(
            summary.particulars,
            overridden=overridden,
            form=form.called if form else "",
            form_hash=form.sha256 if form else "",
        ),
    )


def _attachments(dossier: Dossier, name: str, docx: bytes) -> tuple[Attachment, ...]:
    # What ``load_dossier`` reads again, with today's defaults written out.
    data = dossier.model_dump_json(by_alias=True, exclude_none=True, indent=2).encode()
    return (
        Attachment("ho-so.json", data, "application/json", "source", "Hồ sơ: dữ liệu đã soạn ra văn bản này"),
        Attachment(f"{name}.docx", docx, DOCX, "data", "Văn bản dạng Word"),
    )


def _convert(
    docx: bytes,
    engine: Engine,
    name: str,
    bundled_fonts: bool,
    word_lines: bool,
    office: OfficePool | None,
    attachments: Sequence[Attachment],
    keep_layout: bool,
) -> PdfResult:
    try:
        made = convert(
            docx,
            engine=engine,
            bundled_fonts=bundled_fonts,
            word_lines=word_lines,
            office=office,
            attachments=attachments,
            keep_layout=keep_layout,
        )
        if made.empty:  # Word shows a box, too; but this one is to be signed
            raise ConversionError(made.empty)
        return made
    except ConversionError as error:
        raise ConversionError(
            Problem(f"{name}, {problem.place}" if problem.place else name, problem.what, problem.fix)
            for problem in error.problems
        ) from None
