"""What the tree cannot hold, told in Vietnamese with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class Notes:
    """Collects what had to be left out while walking down a document."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self.found: list[str] = []
        self._seen: set[str] = set()

    @contextmanager
    def at(self, place: str) -> Iterator[None]:
        """The place of everything added inside, below the place around it."""
        self._path.append(place)
        try:
            yield
        finally:
            self._path.pop()

    def enter(self, place: str) -> None:
        """Step into a place without a context manager, for the inner loops."""
        self._path.append(place)

    def leave(self) -> None:
        """Step out of the last place."""
        self._path.pop()

    def add(self, what: str) -> None:
        """Note one thing that cannot be shown, once per place."""
        text = f"{what} ở {', '.join(self._path)}" if self._path else what
        if text not in self._seen:
            self._seen.add(text)
            self.found.append(text)
