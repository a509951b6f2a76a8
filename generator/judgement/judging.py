"""One document, and all of a dossier's together, judged by what they print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.compose import composed_to_read, document_name
from generator.compose.head import deciding_authority, number_and_symbol
from generator.compose.inline import Inline
from generator.compose.printed import printed_texts
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.errors import Problem
from generator.findings import Finding
from generator.judgement.auditing import Audit, Cited, Options, audit
from generator.judgement.choices import chosen
from generator.judgement.suggesting import Suggestion, suggest
from generator.law.bases import LegalDocument, Registry
from generator.law.comparing import unknown_label
from generator.law.loading.shared import law_of, suggested_sets, territory
from generator.law.paragraphs import Head, Paragraph
from generator.records import record
from generator.rules.catalogue import reading as rules_that_read
from generator.rules.law.dung import RULE as FINE
from generator.rules.readings import DocumentReading, DossierReading
from generator.typed.source import Path_
from generator.wording.times.dates import GAP

PlaceOf = Callable[[Path_], str]
_GROUPS = ("data", "figures")  # whose rules read documents and the dossier


@record(frozen=True)
class DocumentReview:
    """One document judged: on which day, each basis with its findings, all findings, what it still lacks to be made.

    ``problems`` keep it from being made at all, draft or final; a finding that holds keeps back a final one.
    ``shared`` is what was found on words and settings it has in common with others, at the levels set for it.
    """

    name: str
    title: str
    day: date
    is_draft: bool
    bases: tuple[tuple[str, tuple[Finding, ...]], ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    reading: DocumentReading
    shared: tuple[Finding, ...] = ()

    def with_shared(self, shared: Iterable[Finding | None]) -> DocumentReview:
        """The review with what else concerns the document."""
        return replace(self, shared=tuple(finding for finding in shared if finding is not None))

    @property
    def held(self) -> bool:
        """Whether the document must not go out as it is: a final (numbered and dated) one with an error."""
        return not self.is_draft and bool(self.errors)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that hold it back."""
        return tuple(finding for finding in (*self.findings, *self.shared) if finding.holds)

    @property
    def accepted(self) -> tuple[Finding, ...]:
        """The errors the agency lets stand, silenced or lowered, each with its reason."""
        return tuple(one for one in (*self.findings, *self.shared) if one.lets_error_stand)


def no_place(_path: Path_) -> str:
    """The place of a value of a dossier that was read from nowhere."""
    return ""


def judge_documents(
    dossier: Dossier,
    documents: Sequence[Document],
    *,
    today: date | None = None,
    place_of: PlaceOf | None = None,
) -> list[DocumentReview]:
    """Each of the documents judged on its own date; a draft on ``today``, or at the end of an earlier year it prints.

    What holds between documents, such as one number given twice, is among the findings of each it concerns.
    """
    today = today or date.today()
    readings = [read_document(dossier, document, today, place_of) for document in documents]
    together = DossierReading(dossier, tuple(readings), today, place_of or no_place)
    between = list(_between(together))
    return [_judged(reading, [one for name, one in between if name == reading.name]) for reading in readings]


def read_document(
    dossier: Dossier, document: Document, today: date | None = None, place_of: PlaceOf | None = None
) -> DocumentReading:
    """The document composed and read as it is printed."""
    today = today or date.today()
    composed = composed_to_read(dossier, document, place_of)
    index = next(n for n, own in enumerate(dossier.documents) if own is document)
    return DocumentReading(
        name=document_name(dossier, document),
        index=index,
        dossier=dossier,
        document=document,
        composed=composed,
        texts=tuple(printed_texts(dossier, document, composed)),
        day=_day_of(dossier, document, today),
        today=today,
        place_of=place_of or no_place,
    )


def audit_reading(reading: DocumentReading) -> Audit:
    """Everything found in what the document cites and names."""
    dossier, document = reading.dossier, reading.document
    settings = dossier.settings
    number = number_and_symbol(dossier, document, GAP) if document.number else ""
    paragraphs = [Paragraph(text.text, text.place, text.role, reading.source_of(text)) for text in reading.texts]
    return audit(
        paragraphs,
        law_of(_with_siblings(dossier, document)),
        day=reading.day,
        territory=territory(),
        options=Options(settings.law_numbers, settings.keep_order or settings.sort_bases),
        head=Head(document.date, number, document.type),
    )


def suggest_for(dossier: Dossier, document: Document, today: date | None = None) -> list[Suggestion]:
    """The bases usually cited by such an agency on the day for what the document is about, less those it cites."""
    reading = read_document(dossier, document, today)
    law = law_of(dossier.registry)
    cited = [d.id for basis in document.bases for ref in basis.references or () for d in law.registry.find(ref)]
    text = " ".join(text.text for text in reading.of("head", "title", "body"))
    return suggest(suggested_sets(), text, dossier.agency.full_name, reading.day, law, cited)


def _judged(reading: DocumentReading, between: Iterable[Finding]) -> DocumentReview:
    done = audit_reading(reading)
    found = [*done.findings, *reading.composed.findings, *_of_rules(reading), *between]
    found = list(chosen(found, reading.dossier, reading.name))
    bases = [one for one in done.cited if one.is_basis and not one.nested]
    judged = tuple((_label(one), tuple(_about(one, found))) for one in bases)
    return DocumentReview(
        name=reading.name,
        title=reading.composed.summary.title,
        day=reading.day,
        is_draft=reading.document.is_draft,
        bases=judged,
        findings=tuple(found),
        problems=reading.composed.problems,
        reading=reading,
    )


def _of_rules(reading: DocumentReading) -> Iterator[Finding]:
    for group in _GROUPS:
        for entry in rules_that_read(group, "document"):
            yield from entry.check(reading)  # type: ignore[misc]  # what a rule reads says what its check is given


def _between(together: DossierReading) -> Iterator[tuple[str, Finding]]:
    """What rules on all documents found, each with the name of the document it concerns."""
    for group in _GROUPS:
        for entry in rules_that_read(group, "dossier"):
            yield from entry.check(together)  # type: ignore[misc]


def _day_of(dossier: Dossier, document: Document, today: date) -> date:
    return document.date or min(today, date(document.year or dossier.year, 12, 31))


def _label(one: Cited) -> str:
    return one.document.label if one.document else one.text


def _about(one: Cited, findings: Iterable[Finding]) -> Iterator[Finding]:
    subjects = {_label(one), one.text, unknown_label(one.citation)}
    found = [f for f in findings if f.subject in subjects and f.place == one.place]
    if found:
        yield from found
    elif one.document:
        yield FINE.found(f"{one.document.label}: đúng", place=one.place, subject=one.document.label)


def _with_siblings(dossier: Dossier, document: Document) -> Registry:
    """The registry, and in it the other documents of the dossier that have their number and date."""
    siblings, inline = Registry(), Inline(dossier)
    for other in dossier.documents:
        if other is not document and other.number and other.date:
            subject = " ".join(inline.plain(other.subject).split())
            siblings.add(
                LegalDocument.known(
                    id=f"ho-so/{other.name}", type=other.kind.name or "Văn bản",
                    number=number_and_symbol(dossier, other), issuer=deciding_authority(dossier, other),
                    issued=other.date, title=f"{subject[:1].lower()}{subject[1:]}", effective=other.date,
                    last_seen_in_force=date.max, field="ho-so",
                )
            )  # fmt: skip
    return siblings.over(dossier.registry)
