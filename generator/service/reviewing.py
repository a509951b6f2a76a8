"""A dossier reviewed: everything found on its data, words, bases and figures, document by document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from generator.compose import document_name
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.errors import Problem, UsageError
from generator.faults import Medium, described, problem_described
from generator.findings import Finding, Level
from generator.judgement.choices import choice_findings
from generator.judgement.judging import DocumentReview as DocumentReview
from generator.judgement.judging import judge_documents
from generator.judgement.shared import Shared, shared_words
from generator.records import record
from generator.rules.base import Entry
from generator.rules.catalogue import all_rules, published
from generator.service.opening import OpenDossier


@record(frozen=True)
class Review:
    """What was found: on each document asked for, and on the words and settings of the dossier as a whole."""

    opened: OpenDossier
    documents: tuple[DocumentReview, ...]
    wording: tuple[Finding, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, once each."""
        own = (finding for document in self.documents for finding in document.findings)
        return tuple(dict.fromkeys([*self.opened.notes, *self.wording, *own]))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps a document from being made at all."""
        return tuple(dict.fromkeys(problem for document in self.documents for problem in document.problems))

    @property
    def held(self) -> tuple[DocumentReview, ...]:
        """The final documents that must not go out as they are."""
        return tuple(document for document in self.documents if document.held)

    def as_data(self) -> dict[str, Any]:
        """The review for JSON, with Vietnamese keys."""
        return {
            "ho_so": self.opened.label,
            "loi_van": [finding.as_data() for finding in self.wording],
            "van_ban": [
                {
                    "ten": document.name,
                    "ngay_xet": f"{document.day:%d/%m/%Y}",
                    "du_thao": document.is_draft,
                    "bi_giu": document.held,
                    "nhan_xet": [finding.as_data() for finding in document.findings],
                    "con_thieu": [{"noi": p.place, "noi_dung": p.what, "cach_sua": p.fix} for p in document.problems],
                }
                for document in self.documents
            ],
        }


def review(opened: OpenDossier, *, only: Sequence[str] = (), today: date | None = None) -> Review:
    """The documents of the dossier judged, or those named in ``only``; drafts on ``today``.

    Raises UsageError when ``only`` names a document that is not there.
    """
    dossier = opened.dossier
    names = {document_name(dossier, document): document for document in dossier.documents}
    unknown = [name for name in only if name not in names]
    if unknown:
        listed = ", ".join(names)
        raise UsageError(Problem(name, "hồ sơ không có văn bản này", f"đang có: {listed}") for name in unknown)
    asked = [document for name, document in names.items() if not only or name in only]
    documents = judge_documents(dossier, asked, today=today, place_of=opened.place)
    settings = choice_findings(dossier, _known_rules(dossier), opened.place)
    words = [*shared_words(documents, dossier, opened.place, opened.data), *map(Shared, settings)]
    said = [finding for document in documents for finding in document.findings]
    opened = replace(opened, notes=(*opened.notes, *_target_notes(opened, asked, said)))
    notes = [Shared(note, _judging(note, documents)) for note in opened.notes]
    judged = [document.name for document in documents]
    medium = opened.source.medium
    return Review(
        replace(opened, notes=tuple(one.for_all(dossier, judged) for one in notes)),
        tuple(
            _told(document.with_shared(one.for_document(dossier, document.name) for one in (*notes, *words)), medium)
            for document in documents
        ),
        tuple(_finding_told(one.for_all(dossier, judged), medium) for one in words),
    )


def _known_rules(dossier: Dossier) -> Mapping[str, Entry]:
    """The rules a dossier may name; those of form are looked up where it names one that is of no other kind."""
    known = all_rules()
    return known if all(choice.rule in known for choice in dossier.rule_choices) else published()


def _target_notes(opened: OpenDossier, asked: Sequence[Document], said: Sequence[Finding]) -> tuple[Finding, ...]:
    if not any(objective.targets for objective in opened.dossier.objectives):
        return ()
    from generator.service.targets import target_notes, without_repeated  # here: the grammar is for who has targets

    return without_repeated(target_notes(opened, asked), said)


def _judging(note: Finding, documents: Sequence[DocumentReview]) -> frozenset[str] | None:
    """The documents that a target which is not understood holds back; None for a note on the dossier as a whole."""
    if note.level is not Level.ERROR:
        return None
    return frozenset(one.name for one in documents if one.reading.document.judges_results)


def _told(document: DocumentReview, medium: Medium) -> DocumentReview:
    """The review of a document in the words of the medium its dossier was typed in."""
    return replace(
        document,
        bases=tuple((basis, tuple(_finding_told(one, medium) for one in found)) for basis, found in document.bases),
        findings=tuple(_finding_told(one, medium) for one in document.findings),
        problems=tuple(problem_described(one, medium) for one in document.problems),
        shared=tuple(_finding_told(one, medium) for one in document.shared),
    )


def _finding_told(finding: Finding, medium: Medium) -> Finding:
    return replace(finding, what=described(finding.what, medium), fix=described(finding.fix, medium))
