"""Whether a PDF of LibreOffice lacks words: it leaves out what lies beyond the paper, and says nothing."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Iterator

from generator.layout import Document
from generator.layout.tree import Block, Box, Drawing, Note, Paragraph
from generator.pdf.seen.beyond import lost_words


def lacks(pdf: bytes, document: Document, texts: Iterable[str]) -> bool:
    """Whether the PDF shows one of the texts less often than its document holds it, or text beyond the paper too.

    One that cannot be read lacks them. A text that others hold, as a figure in a longer one, may be taken for there.
    """
    from pypdf.errors import PyPdfError  # here: its import takes long

    try:
        readings, lost = _readings(pdf), lost_words(pdf)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        return True
    held = bare("".join(word for section in document.sections for word in _words(section.blocks)))
    sought = {bare(text) for text in texts}  # one of a header is not in the text
    return bool(lost) or any(max(shown.count(text) for shown in readings) < max(held.count(text), 1) for text in sought)


def bare(text: str) -> str:
    """The letters and figures of a text without marks, which LibreOffice draws apart where a typeface lacks them."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text).casefold()))


def _readings(pdf: bytes) -> tuple[str, str]:
    """The letters of the pages as they are drawn, and by their places: those of other typefaces are drawn apart."""
    from pypdf import PdfReader

    from generator.pdf.seen.letters import LetterReader

    letters, drawn, placed = LetterReader(), [], []
    for page in PdfReader(io.BytesIO(pdf)).pages:
        shown = [letter for letter in letters.page(page) if not letter.cut]
        drawn += [letter.text for letter in shown]
        shown.sort(key=lambda letter: (-round(letter.place[1]), letter.place[0]))
        placed += [letter.text for letter in shown]
    return bare("".join(drawn)), bare("".join(placed))


def _words(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.text.split()
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
