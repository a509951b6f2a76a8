"""What was typed saved as a new version; where another saved since, both are put together and nothing is lost."""

from __future__ import annotations

from typing import Any

from generator.records import record
from generator.service.pages.keeping import Changed, changes, text_of, values_of
from generator.service.pages.merging import Clash, merged
from generator.store import dossiers
from generator.store.engine import Store
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
    store: Store,
    dossier: Dossier,
    base: int,
    was: dict[str, Any],
    mine: dict[str, Any],
    author_id: int,
    note: str = "",
) -> Saved:
    """The values ``mine``, made of ``was``, put together with whatever was saved since ``base``.

    ``base`` is the number of the last version that is wholly in ``was``. Where both changed one value, what the
    other saved stands, and the whole of what was typed here is kept as a version of its own before it.
    """
    newer: DossierVersion | None = None
    both = mine
    clashes: tuple[Clash, ...] = ()
    others: tuple[Changed, ...] = ()
    while True:
        # Worked out before the transaction, which holds the one place of writers.
        texts = [(text_of(both), note or ("gộp với người khác" if newer else ""))]
        if clashes:
            texts.insert(0, (text_of(mine), "bản riêng, có chỗ trùng với người khác"))
        try:
            with store.begin() as database:
                at, year = newer.number if newer else base, _year(both)
                for text, said in texts:
                    done = dossiers.save(database, dossier.agency_id, dossier.id, at, text, author_id, said, year=year)
                    at = done.number
            return Saved(done, both, clashes, others, newer.author_id if newer else None)
        except dossiers.Conflict as conflict:
            newer = conflict.newer
        both, found = merged(was, mine, values_of(newer.data))
        clashes, others = tuple(found), changes(text_of(was), newer.data)[:_MOST_TOLD]


def _year(data: dict[str, Any]) -> int | None:
    """The year that is typed, which the list of dossiers shows once it is one."""
    typed = str(data.get("nam", "")).strip()
    return int(typed) if len(typed) == _YEAR and typed.isdecimal() else None
