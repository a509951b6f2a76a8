"""Every paragraph of a document's blocks in reading order, those in cells and in drawn boxes among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from generator.layout.tree import Block, Box, Drawing, Paragraph, Table

Found: TypeAlias = tuple[Paragraph, Table | None]


def walked(blocks: Iterable[Block], *, boxes: bool = True, outer: Table | None = None) -> Iterator[Found]:
    """The paragraphs, each with the outermost table that holds it; the ``boxes`` of one come behind it."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from walked(cell.blocks, boxes=boxes, outer=outer or block)
            continue
        yield block, outer
        for item in block.items if boxes else ():
            if isinstance(item, Drawing):
                yield from boxed(item, outer)


def boxed(drawing: Drawing, outer: Table | None = None) -> Iterator[Found]:
    """The same of the boxes that the drawing is made of."""
    for part in drawing.all():
        if isinstance(part.content, Box):
            yield from walked(part.content.blocks, outer=outer)


def paragraphs(blocks: Iterable[Block], *, boxes: bool = True) -> Iterator[Paragraph]:
    """The paragraphs alone."""
    return (paragraph for paragraph, _ in walked(blocks, boxes=boxes))


def tables_by_paragraph(blocks: Iterable[Block]) -> dict[int, Table]:
    """The outermost table that holds each paragraph of the blocks, by the paragraph's identity."""
    return {id(paragraph): table for paragraph, table in walked(blocks) if table is not None}
