"""A document with a very long table as several documents, the pages of which together are its pages.

A part that goes on with a table begins with the rows of the page before, which the part before has kept: so the
table's heading is repeated above its own first row as on every other page, and what is kept was set as in one run.
"""

from __future__ import annotations

from dataclasses import replace

from generator.layout.tree import Block, Document, PageKind, Section, Table
from generator.pdf.parts.boundaries import Boundaries, boundaries
from generator.pdf.parts.length import LONG, is_long
from generator.pdf.typst.rows.keeping import header_rows
from generator.records import record

PART = 2_400  # cells of one part of it


@record(frozen=True)
class Overlap:
    """The table a part goes on with: rows ``first`` to ``fresh`` are a page of the part before."""

    block: int
    first: int
    fresh: int


@record(frozen=True)
class Start:
    """Where a part begins: in which section, with which page number, and inside which table."""

    section: int
    number: int
    overlap: Overlap | None = None


@record(frozen=True)
class Tail:
    """The table a part ends inside of: its rows from ``first`` to before ``end``, below ``heads`` that repeat.

    The part has ``count`` rows in all, for those of the table's end follow. ``begins`` are the rows with which the next
    part may begin.
    """

    block: int
    heads: int
    first: int
    end: int
    count: int
    begins: frozenset[int]


@record(frozen=True)
class Part:
    """One part as a document of its own; ``tail`` where a table goes on in the next, ``then`` the section that does."""

    document: Document
    start: Start
    heads: int = 0
    tail: Tail | None = None
    then: int | None = None


class Cutter:
    """Cuts one document; ``long`` and ``part`` are in cells."""

    def __init__(self, document: Document, long: int = LONG, part: int = PART) -> None:
        self._document, self._long, self._part = document, long, part
        self._known: dict[int, Boundaries] = {}  # by the table's identity, which the document keeps alive

    def part(self, start: Start, times: int = 1) -> Part:
        """The part that begins there, ``times`` as large as usual."""
        sections = self._document.sections
        section, overlap = sections[start.section], start.overlap
        blocks: list[Block] = []
        heads, tail = 0, None
        first_block = overlap.block if overlap else 0
        for index, block in enumerate(section.blocks[first_block:], first_block):
            if not isinstance(block, Table) or not is_long(block, self._long):
                blocks.append(block)
                continue
            fixed = header_rows(block)
            begin = overlap.first if overlap and index == first_block else fixed
            heads = heads or (fixed if overlap and index == first_block else 0)
            end = self._end(block, begin, self._part * times)
            rows = [*block.rows[:fixed], *block.rows[begin:end]]
            if end == len(block.rows):
                blocks.append(replace(block, rows=rows))
                continue
            # Typst draws the last line of a table at the foot of every page: each part ends with the table's last row.
            known = self._boundaries(block)
            rows += block.rows[known.last :]
            blocks.append(replace(block, rows=rows))
            tail = Tail(index, fixed, begin, end, len(rows), known.begins)
            break
        made = [_continued(section, blocks, start)]
        then = None
        if tail is None:
            for index, following in enumerate(sections[start.section + 1 :], start.section + 1):
                if self.has_long(following):
                    then = index
                    break
                made.append(following)
        return Part(replace(self._document, sections=made), start, heads, tail, then)

    def has_long(self, section: Section) -> bool:
        """Whether the section holds a table that is cut."""
        return any(is_long(block, self._long) for block in section.blocks)

    def _end(self, table: Table, begin: int, room: int) -> int:
        """The row before which the part ends: the table's end where little would be left."""
        known, cells, end = self._boundaries(table), 0, 0
        for index in range(begin, len(table.rows)):
            if not end and cells >= room and index in known.ends:
                end, cells = index, 0
            cells += len(table.rows[index].cells)
        return end if 0 < end <= known.last and cells > room // 2 else len(table.rows)

    def _boundaries(self, table: Table) -> Boundaries:
        known = self._known.get(id(table))
        if known is None:
            known = self._known[id(table)] = boundaries(table)
        return known


def _continued(section: Section, blocks: list[Block], start: Start) -> Section:
    """The section with these blocks, its pages counted from the start's number.

    Where it goes on inside a table, no page of it is the section's first: what the first page alone shows gives way
    to the usual header; the footer keeps its kinds, for the tallest of them ends every page.
    """
    headers: dict[PageKind, list[Block]] = dict(section.headers)
    if start.overlap and section.title_page:
        headers.pop("first", None)
        if "default" in headers:
            headers["first"] = headers["default"]
    return replace(section, blocks=blocks, number_start=start.number, headers=headers)
