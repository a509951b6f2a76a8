"""A dossier's text judged for a page: everything wrong, or everything found, each with the path of its field."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from datetime import date
from typing import Any

from generator.compose import document_name
from generator.dossier.reading.asked import name_of
from generator.errors import DataError, Problem
from generator.faults import Path_
from generator.findings import Finding, Level
from generator.records import record
from generator.rules.catalogue import published
from generator.service.opening import OpenDossier, open_text
from generator.service.pages.medium import PageSource, places_in, unmarked
from generator.service.reviewing import review


@record(frozen=True)
class Remark:
    """One thing said about a dossier: at which field, what, what to do, how grave, by which rule and clause.

    ``document`` names the document it is about, empty for the whole dossier; ``place`` is where a reader of the
    document finds it. ``path`` is empty where it is of no one field.
    """

    path: Path_
    what: str
    fix: str = ""
    level: str = Level.ERROR.label
    code: str = ""
    clause: str = ""
    place: str = ""
    document: str = ""
    holds: bool = False


_GRAVEST = {level.label: -level for level in Level}


@record(frozen=True)
class Judged:
    """What a page shows of a dossier: ``problems`` that keep it from being opened, or else what its review found.

    The gravest comes first.
    """

    problems: tuple[Remark, ...] = ()
    findings: tuple[Remark, ...] = ()
    held: tuple[str, ...] = field(default=())


def open_page(text: str, only: Sequence[str] = ()) -> OpenDossier:
    """The dossier of the JSON text, its places marks of paths; with ``only`` without other documents that are wrong.

    Raises DataError with every problem found, each with its mark for a place.
    """
    return open_text(text, PageSource(), only)


def judged(text: str, only: Sequence[str] = (), today: date | None = None) -> Judged:
    """The dossier's JSON text opened and reviewed, or those of its documents named in ``only``."""
    try:
        opened = open_page(text, only)
    except DataError as error:
        return Judged(problems_of_data(error, text))
    known = [document_name(opened.dossier, one) for one in opened.dossier.documents]
    asked = [name for name in only if name in known]
    if only and not asked:
        return Judged()
    found = review(opened, only=asked, today=today)
    remarks = [_remark(one, opened.data, "") for one in (*found.opened.notes, *found.wording)]
    for document in found.documents:
        remarks += _problems(document.problems, opened.data, document.name)
        remarks += [_remark(one, opened.data, document.name) for one in document.findings]
    shown = (one for one in dict.fromkeys(remarks) if one.level != Level.FINE.label)
    return Judged((), tuple(sorted(shown, key=lambda one: _GRAVEST[one.level])), tuple(one.name for one in found.held))


def problems_of_data(error: DataError, text: str) -> tuple[Remark, ...]:
    """The problems of the error, each with the path of its field in the dossier's JSON text."""
    return tuple(_problems(error.problems, _values(text)))


def problems_of(text: str) -> tuple[Remark, ...]:
    """What keeps the dossier's JSON text from being opened; nothing where it is sound."""
    try:
        open_page(text)
    except DataError as error:
        return problems_of_data(error, text)
    return ()


def document_names(data: Any) -> list[str]:
    """What each document of the values is called, also of values that are not sound."""
    documents = data.get("van_ban") if isinstance(data, dict) else None
    return [name_of(one, n) for n, one in enumerate(documents)] if isinstance(documents, list) else []


def document_at(names: Sequence[str], address: str) -> int | None:
    """The place of the document that part of an address stands for: its name, or ``@`` and its place; None for none."""
    if address in names:
        return names.index(address)
    if address[:1] == "@" and address[1:].isdecimal() and int(address[1:6]) < len(names):
        return int(address[1:6])
    return None


def _values(text: str) -> Any:
    return json.loads(text)


def _problems(problems: Iterable[Problem], data: Any, document: str = "") -> Iterator[Remark]:
    for one in problems:
        path = next(places_in(one.place, data), ())
        yield Remark(path, unmarked(one.what, data), unmarked(one.fix, data), code=one.code, document=document)


def _remark(finding: Finding, data: Any, document: str) -> Remark:
    path = next(places_in(finding.source, data), ())
    known = published().get(finding.rule)
    return Remark(
        path, unmarked(finding.what, data), unmarked(finding.fix, data), finding.level.label, finding.rule,
        known.rule.clause if known else "", unmarked(finding.place, data), document, finding.holds,
    )  # fmt: skip
