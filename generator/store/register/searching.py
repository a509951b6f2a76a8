"""Texts made alike to be searched in: in small letters, and without diacritics."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from generator.wording.characters import without_marks


def lowered(texts: Iterable[object]) -> str:
    """The texts in small letters, spaces one each."""
    joined = " · ".join(str(text) for text in texts if text not in (None, ""))
    return " ".join(unicodedata.normalize("NFC", joined).casefold().split())


def folded(text: str) -> str:
    """The text in small letters and without diacritics, spaces one each."""
    return " ".join(without_marks(text).split())


def has_marks(text: str) -> bool:
    """Whether the text is typed with diacritics."""
    plain = lowered([text])
    return folded(plain) != plain


def pattern(text: str) -> str:
    r"""What LIKE (escaped by ``\``) finds the text anywhere by."""
    for sign in "\\%_":
        text = text.replace(sign, f"\\{sign}")
    return f"%{text}%"
