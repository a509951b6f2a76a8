"""The words of a text, taken out of it once for all that ask of them."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from generator.patterns import late
from generator.wording.kept import Kept
from generator.wording.syllables import place_tones

_WORD = late(r"[^\W\d_]+")


class Words(NamedTuple):
    """What stands between spaces in a text, its runs of letters as typed, and these in small letters, their tones
    in the style of «hòa»."""

    pieces: list[str]
    typed: list[str]
    low: list[str]


@lru_cache(maxsize=4096)  # every finder asks of the same text; what a table says, it says on many rows
def words_of(text: str) -> Words:
    """The words of the text."""
    return read_words(text)


def read_words(text: str) -> Words:
    """The words of a text that will not be asked of again."""
    pieces = text.split()
    typed = [*chain.from_iterable(map(_IN_PIECE.__getitem__, pieces))]
    return Words(pieces, typed, [*map(_LOWERED.__getitem__, typed)])


_IN_PIECE = Kept[str, list[str]](lambda piece: _WORD.findall(piece))
_LOWERED = Kept[str, str](lambda word: place_tones(word.casefold(), "hòa"))
