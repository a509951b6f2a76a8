"""What asks to stay together: in tables, where Typst cannot part what is taller than a page.

Paragraphs of the text are left to Typst: those that no page holds begin a page and part at its foot (17.3.1.15).
"""

from __future__ import annotations

from dataclasses import replace

from generator.layout.tree import Block, Page, Paragraph, ParagraphFormat, Row, Run, Table
from generator.pdf.measuring.heights import blocks_height, cell_height
from generator.pdf.measuring.typefaces import Faces

# Blocks of fewer characters and paragraphs cannot be taller than a page, and need not be measured.
SURELY_FITS = 200
TALLEST_LINE = 40.0
MOST = 0.9  # of a page: heights are estimates, and what Typst may not part it sets beyond the foot of the page


def room(page: Page) -> float:
    """The height in points between the margins of a page."""
    return page.height - page.top - page.bottom


def text_length(block: Block) -> int:
    """How many characters a block holds; a table counts as more than can be sure to fit."""
    if not isinstance(block, Paragraph):
        return SURELY_FITS
    items = block.items
    return len(only.text) if len(items) == 1 and isinstance(only := items[0], Run) else len(block.text)


class Loosener:
    """Takes off the paragraphs of a cell what keeps them with the next and their lines together: rows part anywhere."""

    def __init__(self) -> None:
        self._loose: dict[int, tuple[ParagraphFormat, ParagraphFormat]] = {}

    def all(self, blocks: list[Block]) -> list[Block]:
        """The blocks, none of them kept."""
        if not any(map(_is_kept, blocks)):
            return blocks
        return [self._loosened(block) for block in blocks]

    def _loosened(self, block: Block) -> Block:
        if not isinstance(block, Paragraph) or not _is_kept(block):
            return block
        form = block.format
        if id(form) not in self._loose:  # kept alive, so that no id comes twice
            self._loose[id(form)] = replace(form, keep_next=False, keep_lines=False), form
        return replace(block, format=self._loose[id(form)][0])


def _is_kept(block: Block) -> bool:
    return isinstance(block, Paragraph) and (block.format.keep_next or block.format.keep_lines)


def rows_fit(table: Table, rows: list[Row], page: Page, faces: Faces) -> bool:
    """Whether the rows of a table surely stand on one page, one below the other."""
    most, total = MOST * room(page), 0.0
    tallest = sum(max([row.height or 0.0, *(len(c.blocks) * TALLEST_LINE for c in row.cells)]) for row in rows)
    if tallest < most and sum(text_length(b) for row in rows for c in row.cells for b in c.blocks) < SURELY_FITS:
        return True
    for row in rows:
        total += blocks_height([Table(table.columns, [row])], 0.0, faces)
        for cell in row.cells:
            if cell.row_span > 1 and not cell.turn:
                width = sum(table.columns[cell.column : cell.column + cell.column_span])
                inner = width - cell.format.margin_left - cell.format.margin_right
                total = max(total, cell_height(cell, inner, faces))
        if total > most:
            return False
    return True
