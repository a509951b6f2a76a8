"""How far down its page a block stands, where that can be told before pages are set: Typst says whether it is so."""

from __future__ import annotations

from generator.layout.tree import Block, Drawing, Page, PageBreak, Paragraph, Table
from generator.pdf.floating.raised import Gap
from generator.pdf.measuring.heights import blocks_height, line_count, paragraph_height
from generator.pdf.measuring.typefaces import Faces
from generator.records import record

WRONG = 1.5
"""Points that a place may differ from the one told."""


@record(frozen=True)
class Sheet:
    """The pages that blocks of this ``width`` stand on: where the first begins, ``None`` where that is not known.

    ``mark_moves`` says that the mark of a paragraph that ends with a break makes a line on the next page.
    """

    page: Page
    width: float
    top: float | None
    mark_moves: bool


def depth(blocks: list[Block], sheet: Sheet, faces: Faces, gap: Gap) -> float | None:
    """Where the last of the blocks ends, points below the edge of its paper; ``None`` where that is not known."""
    page = sheet.page
    if page.columns > 1 or (begun := page_start(blocks, sheet, faces)) is None:
        return None
    start, at = begun
    previous: Block | None = None
    for block in blocks[start:]:
        if at is None or at > page.height - page.bottom or _is_unsure(block):
            return None
        if isinstance(block, Table):
            at += gap(previous, None) + block.before
            at += blocks_height([block], sheet.width, faces) - block.before - block.after
        else:
            at += gap(previous, block) + paragraph_height(block, sheet.width, faces)
        previous = block
    return at if at is None or at <= page.height - page.bottom else None


def page_start(blocks: list[Block], sheet: Sheet, faces: Faces) -> tuple[int, float | None] | None:
    """The first block after the last break of a page, and how far below the paper's edge it begins.

    ``None`` where the page begins in the middle of a paragraph.
    """
    page = sheet.page
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if not isinstance(block, Paragraph):
            continue
        if any(isinstance(item, PageBreak) for item in block.items):
            if not isinstance(end := block.items[-1], PageBreak) or end.column:
                return None
            line = paragraph_height(block, sheet.width, faces) / line_count(block, sheet.width, faces)
            return index + 1, page.top + (line if sheet.mark_moves else 0.0)
        if block.format.page_break_before:
            return index, page.top
    return 0, sheet.top


def _is_unsure(block: Block) -> bool:
    """Whether the block stands elsewhere, or gives room to what floats."""
    if isinstance(block, Table):
        return block.anchor is not None or block.raised is not None or block.fixed is not None
    hung = (item.anchor for item in block.items if isinstance(item, Drawing))
    return block.format.frame is not None or any(anchor is not None and anchor.wrap != "none" for anchor in hung)
