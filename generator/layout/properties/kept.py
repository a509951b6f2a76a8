"""Caches that outlive a document, bounded so that no file fills the memory of a service."""

from __future__ import annotations

import marshal
from typing import Generic, TypeVar

from generator.layout.names import Key

_MOST_KEPT = 1_000  # formats of one kind kept with one document's styles; ours have about fifty
MOST_TABLES = 100  # styles of tables kept so, and formats of cells kept with each
_LONGEST_NAME = 3_000  # bytes of the properties that ask for a format; no file may fill the memory with them
_T = TypeVar("_T")


class Kept(Generic[_T]):
    """What was worked out from styles alone, for the next document with them; several threads may share it.

    It holds at most ``most``, so that no file fills the memory of a service.
    """

    def __init__(self, most: int = _MOST_KEPT) -> None:
        self._most = most
        self._known: dict[Key, _T] = {}

    def get(self, name: Key) -> _T | None:
        """What is known under this name, ``None`` when nothing is."""
        return self._known.get(name)

    def put(self, name: Key, made: _T) -> None:
        """Keep it, unless there is enough already."""
        if len(self._known) < self._most and _length(name) <= _LONGEST_NAME:
            self._known[name] = made


def _length(name: Key) -> int:
    """How many bytes a name holds, about; one with more in it than text and numbers, which is rare, counts as long."""
    try:
        return len(marshal.dumps(name))  # type: ignore[arg-type]
    except ValueError:
        return _LONGEST_NAME + 1
