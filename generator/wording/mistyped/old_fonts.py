"""Text whose font is one of those before Unicode, read as that font shows it.

The name of the font says the encoding: ``.Vn…`` is TCVN3 (one character a letter, signs such as ® and § among them),
``VNI-…`` is VNI (a vowel and then its mark). A name that ends in H (``.VnTimeH``) draws capitals only. But people type
Unicode into old files and the name stays, so each word is asked what it can be:

- with a letter that only Unicode has (ế, ư, a combining mark): Unicode;
- a syllable or abbreviation only when decoded: old; only as it stands: Unicode;
- both («cã») or neither (a name, a misprint, plain ASCII): what most words of its paragraph are, then of the document
  in that encoding, then what the name of the font says.

Signs stay: © alone, ± and ², « » around words, ® behind a name, what follows a figure (5÷7, 5µm), but in old text 500®
and ®) are đ. A word may change its run inside: a letter and its mark that stand in two runs become one letter in the
first. A font that is named but draws none of these letters (``is_drawn`` false) needs two words to say that it is old.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from generator.patterns import late
from generator.records import record
from generator.wording.mistyped.legacy import (
    BEYOND_LATIN,
    PLAINLY_UNICODE,
    TCVN3,
    Encoding,
    is_abbreviation,
)
from generator.wording.mistyped.old_letters import Letter, decoded, draws_capitals, encoding_of_font
from generator.wording.syllables import is_syllable

_WORD = late(r"[A-Za-z\u00a1-\u00ff\u0102-\u01b0\u0300-\u036f\u1ea0-\u1ef9]+")
_TRADE_MARK = late(r"[A-Z]{2}®$")  # the typist of BGĐ in capitals typed §
_UNITS = frozenset(("µm", "µg", "µl", "µL", "µs", "µA", "µF", "µV", "µW", "µM", "µC", "µSv", "µmol"))
_WORDS_OF_ONE_SIGN = frozenset("§®«¤¬¸¶")  # Đ đ ô Ô ơ á ả; no word is â, ã, ằ or ì alone
_DOUBTFUL = frozenset("¼½¾×÷")  # fractions and signs of sums before they are ẳ, ẵ, ắ
_LEAST_WITHOUT_FONT = 2

Leanings: TypeAlias = Counter[Encoding]


@record(frozen=True)
class Piece:
    """Text of one run, the old font it names (empty for any other), and whether that font draws its letters."""

    text: str
    font: str = ""
    is_drawn: bool = True


def leanings(pieces: Sequence[Piece]) -> Leanings:
    """By encoding, how many more words of a paragraph can only be old than can only be Unicode."""
    found: Leanings = Counter()
    for word, after_figure in _words(_letters(pieces)):
        for encoding in {letter.encoding for letter in word if letter.encoding}:
            found[encoding] += _vote(word, after_figure)
    return found


def as_shown(pieces: Sequence[Piece], document: Leanings) -> list[str]:
    """The text of each piece in Unicode; ``document`` sums the leanings of its paragraphs."""
    letters = _letters(pieces)
    own = leanings(pieces)
    for word, after_figure in _words(letters):
        vote = _vote(word, after_figure)
        said = [letter for letter in word if letter.encoding and _is_old(letter, vote, own, document)]
        if said and vote >= 0:
            _put(word, after_figure)
    texts = [""] * len(pieces)
    for letter in letters:
        texts[letter.piece] += letter.char
    return texts


def _is_old(letter: Letter, vote: int, own: Leanings, document: Leanings) -> bool:
    encoding = letter.encoding
    assert encoding
    leaning = own[encoding] or document[encoding]
    if not letter.is_drawn:
        return leaning >= _LEAST_WITHOUT_FONT
    return vote > 0 or leaning >= 0


def _letters(pieces: Sequence[Piece]) -> list[Letter]:
    letters: list[Letter] = []
    for number, piece in enumerate(pieces):
        encoding, capital = encoding_of_font(piece.font), draws_capitals(piece.font)
        letters += [Letter(char, number, encoding, capital, piece.is_drawn) for char in piece.text]
    return letters


def _words(letters: list[Letter]) -> list[tuple[list[Letter], bool]]:
    """The words with a letter in an old font, and whether each follows a figure."""
    text = "".join(letter.char for letter in letters)
    found = []
    for match in _WORD.finditer(text):
        word = letters[match.start() : match.end()]
        if any(letter.encoding for letter in word):
            found.append((word, text[: match.start()][-1:].isdigit()))
    return found


def _vote(word: list[Letter], after_figure: bool) -> int:
    """1 when the word can only be old, -1 when only Unicode, 0 when that cannot be told."""
    old = "".join(letter.char for letter in word if letter.encoding)
    text = "".join(letter.char for letter in word)
    if BEYOND_LATIN.search(old):
        return -1
    if old.isascii() or len(text) == 1 or text[0] in _DOUBTFUL or _is_all_signs(text, after_figure):
        return 0
    if text.lower() in PLAINLY_UNICODE:
        return 0 if text.lower() == "hôn" and word[-1].encoding == "VNI" else -1  # hơn, or that of kết hôn
    inside = slice(*_core(text))
    core = text[inside]
    is_old = not _TRADE_MARK.search(text) and (
        _is_whole(text, decoded(word)) or (not core.isascii() and _is_word("".join(decoded(word[inside]))))
    )
    is_now = text.strip("«»") == core and not core.isascii() and is_syllable(core.replace("Ð", "Đ").replace("ð", "đ"))
    return is_old - is_now


def _is_word(text: str) -> bool:
    return is_syllable(text) or is_abbreviation(text)


def _is_whole(text: str, shown: list[str]) -> bool:
    """Whether the word is one with the signs around it: «I» is a quotation, for no capital follows a small ô."""
    is_small = _is_sign(text[0]) and TCVN3.get(text[0], "").islower()
    return _is_word("".join(shown)) and not (is_small and text[1:2].isascii() and text[1:2].isupper())


def _is_sign(char: str) -> bool:
    return char in "µª" or not char.isalpha()


def _core(text: str) -> tuple[int, int]:
    """Where the word begins and ends between the signs around it."""
    first, end = 0, len(text)
    while first < end and _is_sign(text[first]):
        first += 1
    while first < end and _is_sign(text[end - 1]):
        end -= 1
    return first, end


def _put(word: list[Letter], after_figure: bool) -> None:
    """Writes the decoded letters into the word, its signs left where they are signs."""
    text = "".join(letter.char for letter in word)
    if _is_all_signs(text, after_figure):
        return
    shown = decoded(word)
    first, end = 0, len(word)
    if len(text) > 1 and (_TRADE_MARK.search(text) or not _is_whole(text, shown)):
        first, end = _core(text)
    for letter, new in zip(word[first:end], shown[first:end], strict=True):
        letter.char = new


def _is_all_signs(text: str, after_figure: bool) -> bool:
    if text in _UNITS or (len(text) == 1 and _is_sign(text) and text not in _WORDS_OF_ONE_SIGN):
        return True
    return after_figure and _is_sign(text[0]) and text[0] != "®"
