"""White fills on white paper, as text pasted from web pages has: nobody sees them, but what they would cover.

A fill covers what lies behind the text alone: not what hangs in front of it, nor the feet of the letters above it, over
which a PDF would paint it. So fills that nothing lies behind are left out. Those on a colour of their own (a cell, a
paragraph, a box) are kept, and so are all of a file that has a drawing behind its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar, cast

from generator.layout.tree import (
    Block,
    Box,
    CellFormat,
    Document,
    Drawing,
    Note,
    PageBreak,
    Paragraph,
    ParagraphFormat,
    Section,
    Table,
    TextFormat,
)

_WHITE = "FFFFFF"
_TALL = 150.0  # points: what is so high in a header reaches under the text
_Form = TypeVar("_Form", ParagraphFormat, CellFormat)


def leave_out(document: Document) -> None:
    """Takes the white fills from the blocks of the document that nothing lies behind."""
    if any(_lies_behind(section) for section in document.sections):
        return
    cleaner = _Cleaner()
    for section in document.sections:
        cleaner.clean(section.blocks)
        for held in (*section.headers.values(), *section.footers.values()):
            cleaner.clean(held)


class _Cleaner:
    """Formats are shared objects: each is made anew once."""

    def __init__(self) -> None:
        self._texts: dict[int, tuple[TextFormat, TextFormat]] = {}
        self._others: dict[int, tuple[object, object]] = {}

    def clean(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            elif block.anchor is None:  # what floats may stand over something
                for row in block.rows:
                    for cell in row.cells:
                        if cell.format.shading == _WHITE:
                            cell.format = self._unshaded(cell.format)
                        if cell.format.shading is None:
                            self.clean(cell.blocks)

    def _paragraph(self, paragraph: Paragraph) -> None:
        form = paragraph.format
        if form.frame is not None:
            return
        if form.shading == _WHITE:
            form = paragraph.format = self._unshaded(form)
        if form.shading is not None:
            return
        if paragraph.mark.highlight == _WHITE:
            paragraph.mark = self._plain(paragraph.mark)
        for item in paragraph.items:
            if isinstance(item, Drawing | PageBreak):
                continue
            if item.format.highlight == _WHITE:
                item.format = self._plain(item.format)
            if isinstance(item, Note):
                self.clean(item.blocks)

    def _plain(self, form: TextFormat) -> TextFormat:
        if id(form) not in self._texts:
            self._texts[id(form)] = form, replace(form, highlight=None)  # both kept, so that no id comes twice
        return self._texts[id(form)][1]

    def _unshaded(self, form: _Form) -> _Form:
        if id(form) not in self._others:
            self._others[id(form)] = form, replace(form, shading=None)
        return cast(_Form, self._others[id(form)][1])


def _lies_behind(section: Section) -> bool:
    if any(_is_behind(drawing) for drawing in _drawings(section.blocks)):
        return True
    marginals = (*section.headers.values(), *section.footers.values())
    held = [drawing for blocks in marginals for drawing in _drawings(blocks)]
    return any(_is_behind(one) or (one.anchor is not None and one.height > _TALL) for one in held)


def _is_behind(drawing: Drawing) -> bool:
    return drawing.anchor is not None and drawing.anchor.behind


def _drawings(blocks: Iterable[Block]) -> Iterator[Drawing]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _drawings(cell.blocks)
            continue
        for item in block.items:
            if isinstance(item, Drawing):
                for drawing in item.all():
                    yield drawing
                    if isinstance(drawing.content, Box):
                        yield from _drawings(drawing.content.blocks)
