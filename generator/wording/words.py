"""The words of a text, taken out of it once for all that ask of them."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from generator.patterns import late
from generator.wording.syllables import place_tones

_WORD = late(r"[^\W\d_]+")


class Words(NamedTuple):
    """The runs of letters of a text in their order as typed, each once, and in their order as ``lowered`` has them."""

    typed: list[str]
    held: frozenset[str]
    low: list[str]


@lru_cache(maxsize=4096)  # every finder asks of the same text; what a table says, it says on many rows
def words_of(text: str) -> Words:
    """The words of the text."""
    typed = [*chain.from_iterable(map(_words_in, text.split()))]
    return Words(typed, frozenset(typed), [*map(lowered, typed)])


@lru_cache(maxsize=8192)  # pieces come back, as words do
def _words_in(piece: str) -> list[str]:
    """The words of what stands between two spaces."""
    return _WORD.findall(piece)


@lru_cache(maxsize=8192)  # the words of documents are few
def lowered(word: str) -> str:
    """The word in small letters, its tone in the style of «hòa»."""
    return place_tones(word.casefold(), "hòa")
