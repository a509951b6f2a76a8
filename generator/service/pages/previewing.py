"""What a page's script is handed of a document while it is typed, of the version kept and what is not saved yet.

Runs in a worker, which has the values of the versions it was asked about last at hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import Any

from generator.dossier.reading.reader import with_document
from generator.errors import DataError
from generator.records import record
from generator.service.opening import OpenDossier
from generator.service.pages.drawing import Drawn, drawn_of, handed
from generator.service.pages.judging import Remark, document_at, document_names, open_page, problems_of_data
from generator.service.pages.keeping import text_of, values_of
from generator.service.pages.medium import as_read
from generator.service.pages.patching import Typed, typed_upon

_SHORT = 150_000  # letters of a version whose values are kept, with what is read of them: some thirty times as much
_MOST = 16  # versions


@record(frozen=True)
class Handed:
    """All pages by their digests; what makes those that were not known, the letters they are the first to have.

    ``problems`` keep them from being drawn. ``there``: whether there is such a document; ``asks_forms``: whether the
    agency's own forms are needed to make it, which were not given.
    """

    pages: tuple[str, ...] = ()
    new: Mapping[str, Mapping[str, Any]] | None = None
    letters: Mapping[str, str] | None = None
    problems: tuple[Remark, ...] = ()
    there: bool = True
    asks_forms: bool = False


def typed_in(text: str, typed: Sequence[Typed]) -> dict[str, Any]:
    """The values of the version's JSON text with what was done since, in order."""
    return typed_upon(_kept_values(text) if len(text) <= _SHORT else values_of(text), typed)


@lru_cache(maxsize=_MOST)
def _kept_values(text: str) -> dict[str, Any]:
    return values_of(text)


def pages_typed(
    text: str,
    typed: Sequence[Typed],
    address: str,
    known: Sequence[str] = (),
    forms: Mapping[str, bytes] | None = None,
) -> Handed:
    """The pages of the document that part of an address stands for, for one who knows those of the digests.

    Raises what ``drawn`` raises.
    """
    data = typed_in(text, typed)
    names = document_names(data)
    place = document_at(names, address)
    if place is None:
        return Handed(there=False)
    document = data["van_ban"][place]
    if forms is None and isinstance(document, dict) and document.get("mau"):
        return Handed(asks_forms=True)
    made = _drawn(text, data, place, names[place], forms)
    if made.problems:
        return Handed(problems=made.problems)
    return Handed(made.pages, *handed(made, known))


_OPENED: dict[tuple[str, str], tuple[dict[str, Any], OpenDossier]] = {}
"""By version and document, the values asked about last and the sound dossier they make."""


def _drawn(text: str, data: dict[str, Any], place: int, name: str, forms: Mapping[str, bytes] | None) -> Drawn:
    """The pages of the values, which were typed upon the version's text.

    Where nothing but the document differs from those asked about before, nothing but the document is read and checked
    again. What is wrong is told as of the whole text, which alone knows where values stand.
    """
    before, opened = _OPENED.pop((text, name), ({}, None))
    if opened is not None and forms is None and _same_but(data, before, place):
        with suppress(RecursionError, DataError):
            dossier = with_document(opened.dossier, place, as_read(data["van_ban"][place]))
            if dossier is not None:
                made = drawn_of(replace(opened, dossier=dossier), name)
                _keep(text, name, data, replace(opened, dossier=dossier))
                return made
    whole = text_of(data)
    try:
        opened = open_page(whole, [name])
        made = drawn_of(opened, name, forms)
    except DataError as error:
        return Drawn(problems=problems_of_data(error, whole))
    if not opened.notes and len(text) <= _SHORT:  # of which no document was left out
        _keep(text, name, data, opened)
    return made


def _same_but(data: dict[str, Any], before: dict[str, Any], place: int) -> bool:
    """Whether the values are the very same but for the document at the place: all others are one object in both."""
    if data.keys() != before.keys() or len(data["van_ban"]) != len(before["van_ban"]):
        return False
    others = all(data[key] is before[key] for key in data if key != "van_ban")
    pairs = enumerate(zip(data["van_ban"], before["van_ban"], strict=True))
    return others and all(one is other for at, (one, other) in pairs if at != place)


def _keep(text: str, name: str, data: dict[str, Any], opened: OpenDossier) -> None:
    _OPENED[text, name] = data, opened
    if len(_OPENED) > _MOST:
        del _OPENED[next(iter(_OPENED))]
