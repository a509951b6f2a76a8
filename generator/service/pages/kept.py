"""Pages kept from one key to the next: those of a part of a document in which nothing was typed are not made again."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

from generator.records import record
from generator.service.pages.leaves import Leaf

_MOST = 40_000_000  # signs of SVG, outlines of letters apart: the pages of some thirty documents of ten pages


@record(frozen=True)
class Pages:
    """Pages in order: the digest of each, and how it is drawn."""

    digests: tuple[str, ...]
    drawn: tuple[Leaf, ...]


class KeptPages:
    """The pages made last, as many as ``most`` letters hold; the one longest not asked for goes first.

    They are found by all that they are made of: who asks has the words of every page that is given.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[Hashable, tuple[Any, Pages]] = OrderedDict()
        self._pages: dict[str, Leaf] = {}
        self._times: Counter[str] = Counter()  # in how many of what is kept a page stands

    @property
    def size(self) -> int:
        """How many letters are kept."""
        return self._size

    def page(self, digest: str) -> Leaf | None:
        """The page of that digest, None where it is not kept."""
        return self._pages.get(digest)

    def of(self, words: Hashable, value: Any, make: Callable[[], Pages]) -> Pages:
        """What ``make`` makes of the value; ``words`` are the part of it that is quickly told from others."""
        kept = self._kept.get(words)
        if kept is not None and kept[0] == value:
            self._kept.move_to_end(words)
            return kept[1]
        made = make()
        self._drop(words)
        self._kept[words] = value, made
        for digest, leaf in zip(made.digests, made.drawn, strict=True):
            if digest not in self._pages:
                self._pages[digest] = leaf
                self._size += len(leaf)
            self._times[digest] += 1
        while self._size > self._most:
            self._drop(next(iter(self._kept)))
        return made

    def _drop(self, words: Hashable) -> None:
        if (kept := self._kept.pop(words, None)) is None:
            return
        for digest in kept[1].digests:
            self._times[digest] -= 1
            if not self._times[digest]:
                del self._times[digest]
                self._size -= len(self._pages.pop(digest))
