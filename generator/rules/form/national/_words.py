"""The fixed words of Quốc hiệu and Tiêu ngữ as they were typed, held against those of the decree."""

from __future__ import annotations

import unicodedata

from generator.layout.tree import Run
from generator.parts.lines import Line

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def as_typed(line: Line) -> str:
    """The words with their spaces, of which no-break ones count as others; NFC, without those at both ends."""
    text = "".join(item.text for item in line.items if isinstance(item, Run) and not item.format.hidden)
    return unicodedata.normalize("NFC", text).replace("\xa0", " ").replace("\u2011", "-").strip()


def letters_of(text: str) -> str:
    """The letters alone, lower case."""
    return "".join(filter(str.isalpha, text.casefold()))


def same_words(one: str, other: str) -> bool:
    """Whether the two are the same words, wherever the tone of «hòa» stands and in whatever case."""
    return list(map(_word, one.split())) == list(map(_word, other.split()))


def _word(word: str) -> tuple[str, str]:
    """The letters of a word without its tone, and the tone: «hòa» and «hoà» are one, «nghĩa» and «nghiã» are not."""
    apart = unicodedata.normalize("NFD", word.casefold())
    tones = "".join(sign for sign in apart if sign in _TONES)
    plain = unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in _TONES))
    return plain if plain != "nghia" else unicodedata.normalize("NFC", apart), tones
