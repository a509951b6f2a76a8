"""What is to be said of a document's legal bases, issuer, signer and recipients on its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.compose.bases import basis_text, ordered_bases
from generator.compose.head import deciding_authority, number_and_symbol
from generator.compose.inline import Inline
from generator.dossier import Dossier
from generator.dossier.blocks import Block
from generator.dossier.documents import Document
from generator.dossier.registry import law_of, registry_of, suggested_sets, territory
from generator.findings import Finding, Level
from generator.law.bases import LegalDocument, Registry
from generator.law.comparing import unknown_label
from generator.law.paragraphs import Head, Paragraph
from generator.law.types import DOCUMENT_TYPES
from generator.review.auditing import Audit, Cited, Options, audit
from generator.review.suggesting import Suggestion, suggest
from generator.wording.dates import GAP


@dataclass(frozen=True, slots=True)
class Judgement:
    """One document judged: the day it was judged by, each basis with its findings, and all findings of the document."""

    name: str
    day: date
    is_draft: bool
    bases: tuple[tuple[str, tuple[Finding, ...]], ...]
    findings: tuple[Finding, ...]

    @property
    def blocks(self) -> bool:
        """Whether the document must not go out as it is: a final (numbered and dated) one with an error."""
        return not self.is_draft and any(finding.level is Level.ERROR for finding in self.findings)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that block."""
        return tuple(finding for finding in self.findings if finding.level is Level.ERROR)


def judge_document(dossier: Dossier, document: Document, name: str, today: date | None = None) -> Judgement:
    """The document judged on its own date; a draft on ``today``, or at the end of an earlier year that it prints."""
    done = audit_document(dossier, document, today)
    bases = [one for one in done.cited if one.is_basis and not one.nested]
    judged = tuple((_label(one), tuple(_about(one, done))) for one in bases)
    return Judgement(name, done.day, document.is_draft, judged, tuple(done.findings))


def audit_document(dossier: Dossier, document: Document, today: date | None = None) -> Audit:
    """Everything found in what the document cites and names."""
    settings = dossier.settings
    number = number_and_symbol(dossier, document, GAP) if document.number else ""
    return audit(
        list(_paragraphs(dossier, document)),
        law_of(_with_siblings(dossier, document)),
        day=_day_of(dossier, document, today),
        territory=territory(),
        options=Options(settings.law_numbers, settings.keep_order or settings.sort_bases),
        head=Head(document.date, number, document.type),
    )


def suggest_for(dossier: Dossier, document: Document, today: date | None = None) -> list[Suggestion]:
    """The bases usually cited by such an agency on the day for what the document is about, less those it cites."""
    day = _day_of(dossier, document, today)
    law = law_of(registry_of(dossier))
    inline = Inline(dossier)
    cited = [d.id for basis in document.bases for ref in basis.references or () for d in law.registry.find(ref)]
    text = " ".join([inline.plain(document.subject), *_texts(document, inline)])
    return suggest(suggested_sets(), text, dossier.agency.full_name, day, law, cited)


def _day_of(dossier: Dossier, document: Document, today: date | None) -> date:
    today = today or date.today()
    return document.date or min(today, date(document.year or dossier.year, 12, 31))


def _label(one: Cited) -> str:
    return one.document.label if one.document else one.text


def _about(one: Cited, done: Audit) -> Iterator[Finding]:
    subjects = {_label(one), one.text, unknown_label(one.citation)}
    found = [f for f in done.findings if f.subject in subjects and f.place == one.place]
    if found:
        yield from found
    elif one.document:
        yield Finding("dung", Level.FINE, f"{one.document.label}: đúng", place=one.place, subject=one.document.label)


def _paragraphs(dossier: Dossier, document: Document) -> Iterator[Paragraph]:
    """What the document says, part by part, each with a place a clerk can find."""
    inline = Inline(dossier)
    yield Paragraph(dossier.agency.full_name, "tên cơ quan", "issuer")
    yield Paragraph(inline.plain(document.subject), "trích yếu", "head")
    for n, basis in enumerate(ordered_bases(dossier, inline, document), start=1):
        yield Paragraph(f"Căn cứ {basis_text(basis, dossier, inline)};", f"căn cứ {n}", "basis")
    if document.proposal:
        yield Paragraph(f"Theo đề nghị của {inline.plain(document.proposal)}", "theo đề nghị")
    for n, text in enumerate(_texts(document, inline), start=1):
        yield Paragraph(text, f"nội dung, đoạn {n}")
    for n, recipient in enumerate(document.recipients, start=1):
        yield Paragraph(inline.plain(recipient), f"nơi nhận {n}", "recipient")
    signer = dossier.people[document.signature.person]
    yield Paragraph(signer.position, "người ký", "signature")


def _texts(document: Document, inline: Inline) -> Iterator[str]:
    for text in document.opening or ():
        yield inline.plain(text)
    for blocks in (
        document.content,
        *(attached.content for attached in document.attached),
        *(annex.content for annex in document.annexes),
    ):
        yield from _block_texts(blocks, inline)


def _block_texts(blocks: tuple[Block, ...], inline: Inline) -> Iterator[str]:
    for block in blocks:
        value = getattr(block, block.unit)
        if isinstance(value, str):
            yield inline.plain(value)
        elif isinstance(value, tuple):
            yield from (inline.plain(text) for text in value if isinstance(text, str))
        yield from _block_texts(block.content, inline)


def _with_siblings(dossier: Dossier, document: Document) -> Registry:
    """The registry, and in it the other documents of the dossier that have their number and date."""
    siblings, inline = Registry(), Inline(dossier)
    for other in dossier.documents:
        if other is not document and other.number and other.date:
            subject = inline.plain(other.subject)
            siblings.add(
                LegalDocument(
                    id=f"ho-so/{other.name}", type=DOCUMENT_TYPES[other.type].name,
                    number=number_and_symbol(dossier, other), issuer=deciding_authority(dossier, other),
                    issued=other.date, title=f"{subject[:1].lower()}{subject[1:]}", effective=other.date,
                    last_seen_in_force=date.max, field="ho-so",
                )
            )  # fmt: skip
    return siblings.over(registry_of(dossier))
