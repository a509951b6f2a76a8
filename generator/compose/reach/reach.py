"""The whole dossier as the template of one document reads it, each part worked out only where a template asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from generator.dossier import Dossier
from generator.typed.source import Path_
from generator.values import Group, Printed
from generator.wording.settings import Wording

if TYPE_CHECKING:
    from generator.compose.reach.kinds import Shape
    from generator.compose.reach.tops import Tops

FREE = "truong"
"""The name templates read the fields by that a form declares of its own."""


class Reach(Mapping[str, object]):
    """What a template may read of one document by the first of its names; ``main`` is what its main part prints.

    ``place`` names where a value of the dossier was typed, for who tells what a template misses; ``free`` are the
    fields that a form declares of its own, with their values by name.
    It goes to another process as the dossier it reads, not as what was read of it so far.
    """

    def __init__(self, dossier: Dossier, index: int, place: Callable[[Path_], str] | None = None) -> None:
        self.main: Mapping[str, Any] = {}
        self.place = place
        self.free: tuple[Sequence[Shape], Mapping[str, Any]] | None = None
        self._dossier = dossier
        self._index = index

    def __getstate__(self) -> dict[str, Any]:
        kept = {"main": self.main, "place": None, "free": self.free}
        return {**kept, "_dossier": self._dossier, "_index": self._index}

    @cached_property
    def _tops(self) -> Tops:
        from generator.compose.reach.tops import Tops  # here: our own templates read nothing of this

        return Tops(self._dossier, self._index)

    @property
    def typed(self) -> Mapping[str, Any]:
        """What the document has typed for the fields of its form, as it is typed."""
        return self._dossier.documents[self._index].fields or {}

    @property
    def wording(self) -> Wording:
        """How the agency writes numbers in words."""
        return self._dossier.settings.wording.to_wording()

    def __getitem__(self, name: str) -> object:
        if name == FREE and self.free is not None:
            return self._tops.free(*self.free)
        return self.main[name] if name in self.main else self._tops.value(name)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self.main, *self._tops.shapes, *self._of_form)))

    def __len__(self) -> int:
        return len({*self.main, *self._tops.shapes, *self._of_form})

    def __contains__(self, name: object) -> bool:
        return name in self.main or name in self._tops.shapes or name in self._of_form

    @property
    def _of_form(self) -> tuple[str, ...]:
        return (FREE,) if self.free is not None else ()

    def lines(self, name: str, lines: list[str]) -> Printed:
        """The composed lines of that name with the fields the schema has under it."""
        return Printed(lines, _Fields(self, name))

    def fields(self, name: str) -> Group:
        """The schema's own group of a name that is composed as well."""
        return self._tops.group(name)


class _Fields(Mapping[str, object]):
    """The fields beside composed lines, looked up when they are read."""

    def __init__(self, reach: Reach, name: str) -> None:
        self._reach = reach
        self._name = name
        self._known: Group | None = None

    def __getstate__(self) -> dict[str, Any]:
        return {"_reach": self._reach, "_name": self._name, "_known": None}

    @property
    def _group(self) -> Group:
        if self._known is None:
            self._known = self._reach.fields(self._name)
        return self._known

    def __getitem__(self, key: str) -> object:
        return self._group[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._group)

    def __len__(self) -> int:
        return len(self._group)
