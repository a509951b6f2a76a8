"""The mục of texts without điều: «I. TIÊU ĐỀ»."""

from __future__ import annotations

from generator.parts.model import BodyLine, Level
from generator.rules.form._text import Text, is_long

_HALF = 0.5


def sections(text: Text) -> list[BodyLine]:
    """The lines that surely are headings of mục; none in a text of điều, where Roman numbers are something else."""
    found = [one for one in text.lines if one.level is Level.ROMAN]
    if text.has(Level.ARTICLE) or not any(one.ordinal == "I" for one in found):
        return []
    heads = [one for one in found if one.line.bold or one.line.upper or not is_long(one.line)]
    shown = [one for one in heads if one.line.bold or one.line.upper]
    if len(heads) < len(found) or len(shown) < _HALF * len(found):
        return []  # a list in the text
    return heads
