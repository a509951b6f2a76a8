"""Letters that look like Vietnamese ones and are not: Icelandic eth for đ, Cyrillic and Greek inside Latin words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.patterns import late
from generator.wording.remarks import Remark
from generator.wording.syllables import is_syllable

_ETH = late("[ÐðƉɖ]")
_ETHS = str.maketrans("ÐðƉɖ", "ĐđĐđ")
_SHAPES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυι",
    "ABESIJKMHOPCTYXaesijopcyxhd" + "ABEZHIKMNOPTYXovpui",
)
_WORD = late(r"[^\W\d_]+")
_FOREIGN = late(r"[\u0370-\u03ff\u0400-\u052f]")


def restore_dd(text: str) -> str:
    """The text with ``Ð``, ``ð``, ``Ɖ``, ``ɖ`` as đ wherever that makes a Vietnamese syllable or an abbreviation."""
    if not _ETH.search(text):
        return text
    return _WORD.sub(lambda match: _restored(match[0]), text)


def foreign_letters(text: str) -> Iterator[Remark]:
    """Each word with Cyrillic or Greek letters among its Latin ones (LV14); words wholly foreign are left alone."""
    if not _FOREIGN.search(text):
        return
    for match in _WORD.finditer(text):
        word = match[0]
        if _FOREIGN.search(word):
            latin = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(_SHAPES))
            mixed = any("LATIN" in unicodedata.name(char, "") for char in word)
            if not _FOREIGN.search(latin) and (mixed or is_syllable(latin)):
                strange = ", ".join(dict.fromkeys(_FOREIGN.findall(word)))
                what = f"chữ «{word}» có chữ cái không phải La-tinh: {strange}"
                yield Remark(match.start(), match.end(), "LV14", what, latin)


def _restored(word: str) -> str:
    if not _ETH.search(word):
        return word
    restored = word.translate(_ETHS)
    return restored if is_syllable(restored) or restored.isupper() else word
