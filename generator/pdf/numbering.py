"""Footnotes whose numbers begin anew on each page: what page that is, Typst tells once it has set the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from generator.layout import Document
from generator.layout.text.footnotes import number_on_page
from generator.pdf.typst.engine import NotesElsewhereError

Made = TypeVar("Made")
_TIMES = 4  # other numbers are as wide nearly always, and move nothing


def numbered(document: Document, make: Callable[[], Made]) -> Made:
    """What ``make`` makes of the document, made again where its footnotes have other numbers on their pages.

    Raises ``ConversionError`` as ``make`` does, and where the numbers do not come to rest.
    """
    for _ in range(_TIMES):
        try:
            return make()
        except NotesElsewhereError as told:
            numbers: Counter[int] = Counter()
            for order, page in sorted(told.pages.items()):
                if not number_on_page(document.paged[order], numbers[page]):
                    raise
                numbers[page] += 1
    return make()
