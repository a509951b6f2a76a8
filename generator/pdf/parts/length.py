"""Which tables are so long that their documents are set in parts; all that shorter documents need of this room."""

from __future__ import annotations

from generator.layout.tree import Block, Document, Table

LONG = 12_000  # cells of a table; Typst takes 18 KB for each cell of a plain one


def is_long(block: Block, least: int = LONG) -> bool:
    """Whether the block is a table of so many cells, without a frame around all of them."""
    if not isinstance(block, Table) or len(block.rows) * len(block.columns) < least or block.frame is not None:
        return False
    return sum(len(row.cells) for row in block.rows) >= least


def has_long_table(document: Document) -> bool:
    """Whether a table of the document itself is that long; those inside cells and boxes are never parted."""
    return any(is_long(block) for section in document.sections for block in section.blocks)
