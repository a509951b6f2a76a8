"""A dossier reviewed: everything found on its data, words, bases and figures, document by document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.compose import document_name
from generator.dossier.source import Path_
from generator.dossier.words import dossier_texts, given_names
from generator.errors import Problem, UsageError
from generator.findings import Finding
from generator.judgement.choices import choice_findings, chosen
from generator.judgement.hygiene import Placed, dotted, raw_texts, wording_findings
from generator.judgement.judging import DocumentReview as DocumentReview
from generator.judgement.judging import judge_documents, without_doubles
from generator.rules.catalogue import all_rules
from generator.service.opening import OpenDossier

_ACROSS = frozenset({"LV18", "LV19"})  # of all texts together: heard once, of the words as typed


@dataclass(frozen=True, slots=True)
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
    words = _words(opened, documents)
    wording = [*chosen(words, dossier, None), *choice_findings(dossier, all_rules(), opened.place)]
    return Review(opened, tuple(documents), tuple(wording))


def _words(opened: OpenDossier, documents: Sequence[DocumentReview]) -> list[Finding]:
    """What is to be said of the words as they were typed, and of those that came about when they were composed."""
    printed = _printed(documents)
    names = given_names(opened.dossier)
    places = {text.origin: f"{one.name}, {text.place}" for one in documents for text in reversed(one.reading.texts)}
    texts = [_placed(opened, path, text, places) for path, text in dossier_texts(opened.dossier)]
    raw = [_placed(opened, path, text, places) for path, text in raw_texts(opened.data)]
    typed = wording_findings(texts, names=names, typed=raw)
    said = {(finding.rule, finding.source) for finding in typed}
    made = (one for one in wording_findings(printed, names=names) if one.rule not in _ACROSS)
    return [*typed, *(one for one in without_doubles(made) if (one.rule, one.source) not in said)]


def _placed(opened: OpenDossier, path: Path_, text: str, places: Mapping[Path_ | None, str]) -> Placed:
    source = opened.place(path) or dotted(path)
    return places.get(path, source), source, text


def _printed(documents: Sequence[DocumentReview]) -> list[Placed]:
    """Each text the documents print: its place, where it was typed, its words; what is printed twice, once."""
    found: dict[tuple[str, str], Placed] = {}
    for document in documents:
        for text in document.reading.texts:
            source = document.reading.source_of(text)
            place = f"{document.name}, {text.place}"
            found.setdefault((source or place, text.text), (place, source, text.text))
    return list(found.values())
