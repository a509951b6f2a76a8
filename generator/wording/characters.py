"""Which characters a document may hold, and the one form (NFC) they are kept in."""

from __future__ import annotations

import unicodedata

from generator.wording.kept import Kept

# Format characters that print nothing, yet change how text is read, searched or ordered.
_INVISIBLE_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
# By their category letters and marks, yet Unicode calls them default ignorable: fillers of Hangul, two inherent vowels
# of Khmer and the grapheme joiner. Variation selectors (U+FE0F in «✔️») only choose the look of the sign before them.
FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
UPPER = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = "a-zß-öø-þăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
"""The letters of Vietnamese, and of its neighbours, as a class of a regular expression."""
_ALLOWED_CONTROLS = {"\t", "\n"}


def normalise(text: str) -> str:
    """The text in NFC, with line ends as ``\\n`` (ND30-I.1.4b)."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def composed(text: str) -> str:
    """The text in NFC, its accents one with their letters: words a field knows («có», «quý I») are told by these."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def forbidden_characters(text: str) -> list[str]:
    """The distinct characters of the text that cannot be printed faithfully, in order of appearance."""
    if text.isascii() and text.isprintable():
        return []
    return [char for char in dict.fromkeys(text) if _is_forbidden(char)]


def _is_forbidden(char: str) -> bool:
    return char in FILLERS or (char not in _ALLOWED_CONTROLS and unicodedata.category(char) in _INVISIBLE_CATEGORIES)


def describe(char: str) -> str:
    """The character as a reader can look it up, e.g. ``U+200B ZERO WIDTH SPACE``."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def fold(text: str) -> str:
    """The text without case, diacritics and separators, for comparing what people typed."""
    return "".join(map(_FOLDED.__getitem__, text.split()))  # no mark is moved over a space


def without_marks(text: str) -> str:
    """The text in small letters and without diacritics, its spaces and signs as they are: ``ủy ban`` is ``uy ban``."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def fold_word(word: str) -> str:
    """``fold`` of one word or name, which come back."""
    return _FOLDED[word]


def capitalise_first(text: str) -> str:
    """The text with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def one_line(text: str) -> str:
    """The text on one line with single spaces: what breaks in a title goes on inside the sentence that cites it."""
    return " ".join(text.split())


def _fold(piece: str) -> str:
    decomposed = unicodedata.normalize("NFD", piece.casefold().replace("đ", "d"))
    return "".join(filter(str.isalnum, decomposed))


_FOLDED = Kept[str, str](_fold)
