"""Words of a document that a PDF of it lacks: LibreOffice leaves out what lies beyond the paper, and says nothing."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.layout import Document
from generator.layout.tree import Block, Box, Drawing, Note, Paragraph
from generator.pdf.seen.beyond import lost_words


def lacking_words(pdf: bytes, document: Document, also: Iterable[str] = ()) -> list[str]:
    """The words of the text of a document that its PDF shows less often, each once, in the order of the text.

    ``also`` are words it must show besides, from a header, say. None where the PDF cannot be read. Of words that others
    hold, as a figure in a longer one, some are taken for there.
    """
    from pypdf.errors import PyPdfError  # here: its import takes long

    try:
        shown, lost = _shown(pdf), lost_words(pdf)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        return []
    asked = Counter(word for section in document.sections for word in _words(section.blocks))
    asked |= Counter(set(also))
    lacking = [word for word, count in asked.items() if shown.count(bare(word)) < count]
    return list(dict.fromkeys([*lacking, *(word.word for word in lost)]))


def bare(text: str) -> str:
    """The letters and figures of a text, however it is written."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _shown(pdf: bytes) -> str:
    from pypdf import PdfReader

    from generator.pdf.seen.letters import LetterReader

    letters = LetterReader()
    pages = PdfReader(io.BytesIO(pdf)).pages
    return bare("".join(letter.text for page in pages for letter in letters.page(page) if not letter.cut))


def _words(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (word for word in block.text.split() if bare(word))
            for item in block.items:
                if isinstance(item, Note):
                    yield from _words(item.blocks)
                elif isinstance(item, Drawing):
                    for drawing in item.all():
                        if isinstance(drawing.content, Box):
                            yield from _words(drawing.content.blocks)
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _words(cell.blocks)
