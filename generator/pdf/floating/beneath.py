"""Drawings behind the text that stand above their paragraph: drawn with what is printed there, before its text."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.tree import Anchor, Block, Box, Drawing, PageBreak, Paragraph, Table
from generator.pdf.measuring.heights import blocks_height
from generator.pdf.measuring.typefaces import Faces

_NEAR = 0.05


def is_beneath(drawing: Drawing) -> bool:
    """Whether the drawing lies behind text that is printed before its own paragraph."""
    anchor = drawing.anchor
    if anchor is None or not anchor.behind or anchor.wrap != "none" or anchor.align_y is not None:
        return False
    return anchor.from_y in ("paragraph", "line") and anchor.y < -_NEAR


def hosts(blocks: list[Block], index: int, rise: float, width: float, faces: Faces) -> list[int]:
    """The blocks above the one at ``index`` that something ``rise`` points above it may lie under, on its page."""
    found: list[int] = []
    below = 0.0
    while index and below < rise:
        block, above = blocks[index], blocks[index - 1]
        if isinstance(block, Paragraph) and block.format.page_break_before:
            break
        if isinstance(above, Paragraph) and any(isinstance(item, PageBreak) for item in above.items):
            break
        index -= 1
        found.append(index)
        below += blocks_height([above], width, faces)
    return found


def host() -> Drawing:
    """A drawing of nothing, to be hung on the paragraph with which others are drawn."""
    return Drawing(Box(), 0.0, 0.0, anchor=Anchor(from_x="page", behind=True))


def hung(block: Block, held: Drawing) -> Block:
    """The block with a drawing on its first paragraph; as it is where there is none."""
    if isinstance(block, Paragraph):
        return replace(block, items=[held, *block.items])
    if not isinstance(block, Table) or not block.rows or not block.rows[0].cells:
        return block
    row = block.rows[0]
    cell = row.cells[0]
    if not cell.blocks or cell.turn:  # in which places are turned as well
        return block
    made = replace(cell, blocks=[hung(cell.blocks[0], held), *cell.blocks[1:]])
    return replace(block, rows=[replace(row, cells=[made, *row.cells[1:]]), *block.rows[1:]])
