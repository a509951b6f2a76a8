"""What was typed saved as a new version; where another saved since, both are put together and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from generator.records import record
from generator.service.pages.keeping import Changed, changes, text_of, values_of
from generator.service.pages.merging import Clash, merged
from generator.service.pages.patching import Change, patched
from generator.store import dossiers
from generator.store.models import Dossier, DossierVersion

_MOST_TOLD = 6
_YEAR = 4  # digits


@record(frozen=True)
class Saved:
    """A save: the version that stands now, what both changed, what another changed meanwhile and who."""

    version: DossierVersion
    data: dict[str, Any]
    clashes: tuple[Clash, ...] = ()
    others: tuple[Changed, ...] = ()
    by: int | None = None


def save(
    database: Session,
    dossier: Dossier,
    base: int,
    was: dict[str, Any],
    made: Iterable[Change],
    author_id: int,
    note: str = "",
) -> Saved:
    """The changes of the values ``was`` that they were typed on, put together with whatever was saved since ``base``.

    ``base`` is the number of the last version that is wholly in those values. Where both changed one value, what the
    other saved stands, and the whole of what was typed here is kept as a version of its own before it.
    """
    return save_whole(database, dossier, base, was, patched(was, made), author_id, note)


def save_whole(
    database: Session, dossier: Dossier, base: int, was: dict[str, Any], mine: dict[str, Any], author_id: int, note: str
) -> Saved:
    """The same for values that replace all."""
    keys = (dossier.agency_id, dossier.id)
    try:
        done = dossiers.save(database, *keys, base, text_of(mine), author_id, note)
        _of_year(dossier, mine)
        return Saved(done, mine)
    except dossiers.Conflict as conflict:
        newest = conflict.newer
    theirs = values_of(newest.data)
    both, clashes = merged(was, mine, theirs)
    others = changes(text_of(was), newest.data)[:_MOST_TOLD]
    at = newest.number
    if clashes:
        at = dossiers.save(
            database, *keys, at, text_of(mine), author_id, "bản riêng, có chỗ trùng với người khác"
        ).number
    done = dossiers.save(database, *keys, at, text_of(both), author_id, note or "gộp với người khác")
    _of_year(dossier, both)
    return Saved(done, both, tuple(clashes), others, newest.author_id)


def _of_year(dossier: Dossier, data: dict[str, Any]) -> None:
    """The list of dossiers shows the year that is typed, once it is one."""
    typed = str(data.get("nam", "")).strip()
    if len(typed) == _YEAR and typed.isdecimal():
        dossier.year = int(typed)
