"""Which documents may be set in parts: those where nothing on a page depends on a page of another part."""

from __future__ import annotations

from collections.abc import Iterator

from generator.layout.tree import Block, Document, Paragraph, Table
from generator.pdf.parts.cutting import Cutter
from generator.pdf.parts.length import is_long
from generator.pdf.typst.tables import LOOSENED

# What Typst is asked for across pages: the number of all pages, the picture a text flows beside, the page that a
# section must end on or stand in the middle of. The last is the sign of a table that a part of it, with fewer rows to
# keep together, would not be drawn as.
_ACROSS = ("<vanthu-end>)", "<beside>", "<stays>", "v(1fr)", "<vanthu-start>", LOOSENED)


def may_be_cut(document: Document, source: str, cutter: Cutter, long: int) -> bool:
    """Whether the document has a table to cut and its parts are set as they would be in one run.

    ``source`` is the whole document as Typst source, ``long`` how many cells a table to cut has.
    """
    sections = document.sections
    places = [index for index, section in enumerate(sections) if cutter.has_long(section)]
    if not places or any(sign in source for sign in _ACROSS):
        return False
    if any(section.start in ("evenPage", "oddPage") or section.page.mirrored for section in sections):
        return False
    for index in places:
        section = sections[index]
        first = section.blocks[0]
        if section.page.columns > 1 or (index and section.start != "nextPage"):
            return False
        if index and isinstance(first, Paragraph) and first.format.auto_before:  # only a document's first is changed
            return False
    return _headings_part(document, cutter, long)


def _headings_part(document: Document, cutter: Cutter, long: int) -> bool:
    """Whether headings have the same levels when each part counts them anew: a part's first is of the highest."""
    highest: int | None = None
    anew = False
    for index, section in enumerate(document.sections):
        anew = anew or (index > 0 and cutter.has_long(section))
        for block in section.blocks:
            if is_long(block, long):
                if any(True for _ in _headings([block])):
                    return False
                anew = True
                continue
            for level in _headings([block]):
                if anew and highest is not None and level > highest:
                    return False
                anew = False
                highest = level if highest is None else min(highest, level)
    return True


def _headings(blocks: list[Block]) -> Iterator[int]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _headings(cell.blocks)
        elif isinstance(block, Paragraph) and block.format.outline_level is not None:
            yield block.format.outline_level
