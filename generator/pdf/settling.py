"""What only Typst knows, and tells where it is otherwise: on which pages footnotes and paragraphs stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import inf
from typing import TypeVar

from generator.layout import Document
from generator.layout.text.footnotes import number_on_page
from generator.pdf.typst.engine import NotesElsewhereError, TurnedError

Made = TypeVar("Made")
_TIMES = 16  # each tells one paragraph, or all footnotes


def settled(document: Document, make: Callable[[], Made]) -> Made:
    """What ``make`` makes of the document, made again where Typst tells otherwise.

    Footnotes whose numbers begin anew on each page get those; lines that stand on the page behind a drawing no longer
    flow beside it. Raises ``ConversionError`` as ``make`` does, and where this does not come to rest.
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
        except TurnedError as told:
            turned = document.settings.turned
            if told.y >= turned.get(told.number, inf):
                raise
            turned[told.number] = told.y
    return make()
