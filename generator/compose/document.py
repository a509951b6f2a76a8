"""One document of a dossier composed: what each of its templates reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from generator.compose.bases import basis_lines
from generator.compose.body import Body
from generator.compose.closing import addressee_lines, closing_findings, recipient_lines, signing_lines
from generator.compose.head import (
    annex_label,
    deciding_authority,
    number_and_symbol,
    number_line,
    place_and_date,
    reference_line,
    signature_line,
    symbol,
    upper_lines,
)
from generator.compose.inline import Inline, upper
from generator.compose.marks import marks
from generator.compose.reach.reach import Reach
from generator.compose.report.layout import laid_out
from generator.compose.report.tracing import Trace
from generator.compose.signing import co_signers, issuer_lines, own_signer, signature_rows, signed_texts
from generator.content import Rich, TracedFigure
from generator.dossier import Dossier
from generator.dossier.documents.blocks import Block
from generator.dossier.documents.document import Annex, AttachedText, Document
from generator.errors import Problem
from generator.findings import Finding
from generator.law.types import OTHER
from generator.particulars import Particulars, Status
from generator.records import record
from generator.typed.source import Path_
from generator.wording.characters import capitalise_first, one_line
from generator.wording.numerals.ordinals import padded

if TYPE_CHECKING:
    from generator.compose.report.results import ResultsPrinter

Context = Mapping[str, Any]
Places = Callable[[Path_], str]
ANNEX_TEMPLATE = "phu-luc"
ATTACHED_TEMPLATE = "van-ban-kem-theo"


@record(frozen=True)
class Composer:
    """How documents of some types are made: the template's name, and what it reads beyond the common context.

    ``end_mark``: whether the body closes with ``./.``; a template that prints a last sentence of its own closes there.
    """

    types: frozenset[str]
    template: str
    extra: Callable[[Dossier, Document, Inline], Context] = field(default=lambda _dossier, _document, _inline: {})
    end_mark: bool = True


@record(frozen=True)
class ComposedPart:
    """The main document, an attached text or an annex; ``file``: what is added to the name where it has its own.

    ``reach`` is what a template of the agency's own may read besides the context.
    """

    template: str
    context: Context
    landscape: bool = False
    file: str = ""
    reach: Reach | None = field(default=None, compare=False, repr=False)


@record(frozen=True)
class Summary:
    """What a file says of itself in its properties."""

    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    is_draft: bool
    day: date
    particulars: Particulars


@record(frozen=True)
class ComposedDocument:
    """A document ready to be printed: its parts in order, its properties, where the figures of its results are from.

    ``problems`` is what its results still owe: with any, it may be read and judged but not be made.
    ``findings`` is what was noticed while it was composed: the document says it as an office does, the clerk is told.
    """

    name: str
    main: ComposedPart
    attachments: tuple[ComposedPart, ...]
    summary: Summary
    trace: tuple[TracedFigure, ...] = ()
    problems: tuple[Problem, ...] = ()
    findings: tuple[Finding, ...] = ()


def compose_with(
    composer: Composer, dossier: Dossier, document: Document, name: str, place: Places | None = None
) -> ComposedDocument:
    """The document composed by the composer of its type; ``place`` names where a value of the dossier was read."""
    index = next((n for n, other in enumerate(dossier.documents) if other is document), 0)
    arranged = not document.made_of_results

    def source(*keys: str | int) -> str:
        return (place(("van_ban", index, *keys)) if place else "") or name

    inline, trace, reach = Inline(dossier), Trace(), Reach(dossier, index, place)
    results, problems = _results(dossier, document, inline, trace, place, source(), arranged=arranged)
    document = laid_out(dossier, document, results.has if results else None)
    # Before the body: what they cite is cited first.
    extra = composer.extra(dossier, document, inline)
    opening = [inline.rich(text) for text in document.opening or ()]
    own, others = own_signer(dossier, document, inline), co_signers(document, inline)
    body = Body(dossier, inline, results)
    content = body.compose(document.content, end_mark=composer.end_mark)
    context: dict[str, Any] = {
        "co_quan_chu_quan": upper_lines(dossier.agency.printed_parent_lines),
        "co_quan": reach.lines("co_quan", issuer_lines(dossier, document, inline)),
        "so_ky_hieu": number_line(dossier, document),
        "dia_danh_ngay": place_and_date(dossier, document),
        "ten_loai": (inline.line(document.kind.name) if document.type == OTHER else document.type).upper(),
        "trich_yeu": inline.title(capitalise_first(document.subject)),
        "tham_quyen": "",
        "can_cu": basis_lines(dossier, inline, document),
        "lenh": "",
        "kinh_gui": addressee_lines(inline, document),
        "mo_dau": opening,
        "noi_dung": content,
        # What the decree does not know need not go anywhere, and then nothing of it is filed by a printed line.
        "noi_nhan": recipient_lines(inline, document, body.articles)
        if document.recipients or document.type != OTHER
        else [],
        "ky": reach.lines("ky", signing_lines(dossier, document)),
        "chuc_danh_khac": own.chuc_danh,
        "ho_ten": own.ho_ten,
        "hang_ky": signature_rows(own, others),
        "cung_ky": signed_texts(others),
        **marks(dossier, document, inline),
    }
    context.update(extra)
    reach.main = context
    attachments = [*_attached(dossier, inline, document, results, reach), *_annexes(dossier, inline, document, results)]
    return ComposedDocument(
        name=name,
        main=ComposedPart(composer.template, context, reach=reach),
        attachments=tuple(replace(part, reach=reach) for part in attachments),
        summary=_summary(dossier, inline, document),
        trace=trace.figures,
        problems=problems,
        findings=(*closing_findings(document, body.articles, source), *(results.findings if results else ())),
    )


def _results(
    dossier: Dossier,
    document: Document,
    inline: Inline,
    trace: Trace,
    place: Places | None,
    source: str,
    *,
    arranged: bool,
) -> tuple[ResultsPrinter | None, tuple[Problem, ...]]:
    """What prints the results of the document's period, where it prints any, and what they still owe the report."""
    attached = [text.content for text in document.attached]
    bodies = (document.content, *attached, *(annex.content for annex in document.annexes))
    prints = document.made_of_results or any(_prints_results(blocks) for blocks in bodies)
    if document.period is None or not prints:
        return None, ()
    from generator.compose.report.results import results_printer  # here: few documents print results

    return results_printer(dossier, document, document.period, inline, trace, place, source, arranged=arranged)


def _prints_results(blocks: tuple[Block, ...]) -> bool:
    return any(block.results or _prints_results(block.content) for block in blocks)


def authority_context(dossier: Dossier, document: Document, _inline: Inline) -> Context:
    """The thẩm quyền line and the enacting formula of a decision or resolution (Mẫu 1.1 to 1.3)."""
    formula = "QUYẾT NGHỊ:" if document.type == "nghị quyết" else "QUYẾT ĐỊNH:"
    return {"tham_quyen": deciding_authority(dossier, document).upper(), "lenh": formula}


def _attached(
    dossier: Dossier, inline: Inline, document: Document, results: ResultsPrinter | None, reach: Reach
) -> list[ComposedPart]:
    parts = []
    for number, text in enumerate(document.attached, start=1):
        context = {
            "co_quan_chu_quan": upper_lines(dossier.agency.printed_parent_lines),
            "co_quan": reach.lines("co_quan", upper_lines(dossier.agency.printed_lines)),
            "ten_loai": inline.line(text.type_name).upper(),
            "trich_yeu": inline.rich(capitalise_first(text.subject)),
            "noi_dung": Body(dossier, inline, results).compose(text.content),
            **_reference(dossier, document, text),
        }
        file = f"kem-theo-{number}" if text.separate else ""
        parts.append(ComposedPart(ATTACHED_TEMPLATE, context, text.landscape, file))
    return parts


def _reference(dossier: Dossier, document: Document, part: AttachedText | Annex) -> Context:
    """How an attached part refers to its document; in a file of its own it shows what the signature says."""
    reference = reference_line(dossier, document, landscape=part.landscape, separate=part.separate)
    return {
        "chu_ky_so": signature_line(dossier, document) if part.separate else "",
        "kem_theo": Rich.plain(reference),
    }


def _annexes(
    dossier: Dossier, inline: Inline, document: Document, results: ResultsPrinter | None
) -> list[ComposedPart]:
    parts = []
    for number, annex in enumerate(document.annexes, start=1):
        context = {
            "nhan": annex_label(number, len(document.annexes)),
            "tieu_de": [upper(inline.rich(line)) for line in annex.title],
            "noi_dung": Body(dossier, inline, results).compose(annex.content),
            **_reference(dossier, document, annex),
        }
        file = f"phu-luc-{number}" if annex.separate else ""
        parts.append(ComposedPart(ANNEX_TEMPLATE, context, annex.landscape, file))
    return parts


def _summary(dossier: Dossier, inline: Inline, document: Document) -> Summary:
    type_name = one_line(inline.plain(document.kind.name))
    subject = one_line(capitalise_first(inline.plain(document.subject)))
    number = number_and_symbol(dossier, document) if document.number else ""
    heading = type_name
    if number:
        heading = f"{type_name} số {number}".strip()
    elif document.is_draft:
        heading = f"{type_name or 'Văn bản'} (dự thảo)"
    particulars = Particulars(
        number=padded(document.number) if document.number else "",
        symbol=symbol(dossier, document) if number or document.type != OTHER else "",
        issued=document.date,
        type_name=type_name,
        subject=subject,
        issuer=dossier.agency.full_name,
        signer=dossier.people[document.signature.person].name,
        status=Status.DRAFT if document.is_draft else Status.NUMBERED if number else "",
    )
    day = document.date or date(document.year or dossier.year, 1, 1)
    printed_day = f"{document.date:%d/%m/%Y}" if document.date else ""
    keywords = (type_name, number, printed_day, particulars.signer)
    return Summary(
        title=f"{heading}: {subject}" if heading else subject,
        subject=subject,
        author=dossier.agency.full_name,
        keywords=tuple(word for word in keywords if word),
        is_draft=document.is_draft,
        day=day,
        particulars=particulars,
    )
