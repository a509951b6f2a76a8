"""Runs in the fonts before Unicode, read once the whole document is known."""

from __future__ import annotations

from generator.layout.notes import Notes
from generator.layout.tree import Paragraph, Run
from generator.wording.mistyped.old_fonts import Leanings, Piece, as_shown, leanings

_OTHER = Piece("\n")


class OldFonts:
    """Collects the paragraphs with such runs, then puts their text into Unicode."""

    def __init__(self) -> None:
        self._paragraphs: list[Paragraph] = []

    def add(self, paragraph: Paragraph) -> None:
        """Takes a paragraph when a run of it names an old font."""
        for item in paragraph.items:
            if isinstance(item, Run) and item.format.old_font:
                self._paragraphs.append(paragraph)
                return

    def put_right(self, notes: Notes) -> None:
        """Puts every paragraph taken into Unicode, the label of a list too; notes the fonts that were read."""
        document: Leanings = Leanings()
        pieces = [_pieces(paragraph) for paragraph in self._paragraphs]
        for these in pieces:
            document.update(leanings(these))
        for paragraph, these in zip(self._paragraphs, pieces, strict=True):
            _write(paragraph, as_shown(these, document), notes)


def _pieces(paragraph: Paragraph) -> list[Piece]:
    return [
        Piece(item.text, item.format.old_font, item.format.old_font_drawn) if isinstance(item, Run) else _OTHER
        for item in paragraph.items
    ]


def _write(paragraph: Paragraph, texts: list[str], notes: Notes) -> None:
    first = paragraph.items[0]
    is_labelled = isinstance(first, Run) and bool(paragraph.label) and first.text == paragraph.label
    for item, text in zip(paragraph.items, texts, strict=True):
        if isinstance(item, Run) and item.text != text:
            if item.format.old_font:
                notes.old_fonts.add(item.format.old_font)
            item.text = text
    if is_labelled and isinstance(first, Run):
        paragraph.label = first.text
    # A mark that became one letter with the one before it may have been all of its run.
    paragraph.items[:] = [item for item in paragraph.items if not isinstance(item, Run) or item.text]
