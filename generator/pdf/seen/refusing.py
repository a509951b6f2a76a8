"""A PDF of Typst with words beyond the paper is no conversion: it is refused, and they are named."""

from __future__ import annotations

from collections.abc import Iterable

from generator.errors import ConversionError, Problem
from generator.layout import Document
from generator.pdf.seen.glance import pages_beyond

_MOST = 3_000  # words that are looked for in the document


class BeyondError(ConversionError):
    """Words lie beyond the paper where the file puts them; ``texts`` are the cells and paragraphs they stand in."""

    def __init__(self, problems: Iterable[Problem], texts: frozenset[str]) -> None:
        super().__init__(problems)
        self.texts = texts


def refuse_beyond(pdf: bytes, document: Document) -> None:
    """Raises ``BeyondError`` that names all words of a PDF of Typst which lie beyond the paper, and where."""
    pages = pages_beyond(pdf)
    if pages == []:
        return
    from generator.pdf.seen.beyond import lost_words  # here, with the next: few documents have such text
    from generator.pdf.seen.naming import problems

    lost = lost_words(pdf, pages)[:_MOST]
    if lost:
        raise BeyondError(
            problems(lost, document), frozenset(word.word if word.place is None else word.whole for word in lost)
        )


def told_cut(pdf: bytes, document: Document) -> list[str]:
    """For the reader: which words rows of fixed height cut off, as Word does too, and where."""
    from generator.pdf.seen.beyond import cut_words  # here, with the next: few documents have such rows
    from generator.pdf.seen.naming import problems

    return [f"{cut.place}: {cut.what} (Word cũng cắt); {cut.fix}" for cut in problems(cut_words(pdf)[:_MOST], document)]
