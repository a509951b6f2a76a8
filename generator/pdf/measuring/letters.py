"""Which letters a document sets in which family, asked only where a typeface may lack some of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.layout import Document
from generator.layout.tree import Block, Box, Drawing, Note, Paragraph, Run


def letters_of(document: Document, family: str) -> set[str]:
    """The letters of all text that shows in this family; signs are left out, other typefaces may lend those."""
    found: set[str] = set()
    for run in _runs(document):
        if run.format.font == family and not run.format.hidden:
            found.update(run.text.upper() if run.format.caps or run.format.small_caps else run.text)
    return {char for char in found if char.isalpha()}


def _runs(document: Document) -> Iterator[Run]:
    for section in document.sections:
        for blocks in (section.blocks, *section.headers.values(), *section.footers.values()):
            yield from _inside(blocks)


def _inside(blocks: Sequence[Block]) -> Iterator[Run]:
    for block in blocks:
        if not isinstance(block, Paragraph):
            for row in block.rows:
                for cell in row.cells:
                    yield from _inside(cell.blocks)
            continue
        for item in block.items:
            if isinstance(item, Run):
                yield item
            elif isinstance(item, Note):
                yield from _inside(item.blocks)
            elif isinstance(item, Drawing):
                for drawing in item.all():
                    if isinstance(drawing.content, Box):
                        yield from _inside(drawing.content.blocks)
