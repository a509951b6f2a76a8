"""What was worked out of a word, kept: words of documents are few, and come back from text to text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Word = TypeVar("_Word")
_Known = TypeVar("_Known")
_MOST = 16_384  # words kept; then it begins anew


class Kept(dict[_Word, _Known]):
    """What a function says of words, each worked out once: ``map(kept.__getitem__, words)`` asks of many.

    A table and not ``lru_cache``, which takes five times as long to find what it has.
    """

    def __init__(self, of: Callable[[_Word], _Known]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, word: _Word) -> _Known:
        if len(self) >= _MOST:
            self.clear()
        said = self[word] = self._of(word)
        return said
