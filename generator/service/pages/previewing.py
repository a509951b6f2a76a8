"""What a page's script is handed of a document while it is typed, of the version kept and what is not saved yet.

Runs in a worker, which has the values of the versions it was asked about last at hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from generator.records import record
from generator.service.pages.drawing import drawn, handed
from generator.service.pages.judging import Remark, document_at, document_names
from generator.service.pages.keeping import text_of, values_of
from generator.service.pages.medium import path_of
from generator.service.pages.patching import Change, patched

_SHORT = 400_000  # letters of a version whose values are kept: they take some ten times as much


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


def typed_in(text: str, typed: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """The values of the version's JSON text with what was typed into boxes, by their names."""
    data = _kept_values(text) if len(text) <= _SHORT else values_of(text)
    return patched(data, [Change("ghi", path_of(box, data), value) for box, value in typed])


@lru_cache(maxsize=16)
def _kept_values(text: str) -> dict[str, Any]:
    return values_of(text)


def pages_typed(
    text: str,
    typed: Sequence[tuple[str, Any]],
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
    made = drawn(text_of(data), names[place], forms)
    if made.problems:
        return Handed(problems=made.problems)
    return Handed(made.pages, *handed(made, known))
