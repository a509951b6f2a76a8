"""Floating tables: ordinary ones where no text has room beside them, else drawings hung on the text that follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, cast

from generator.layout.tables.floating import FLOATING
from generator.layout.tree import Anchor, Block, Box, Drawing, Page, PageBreak, Paragraph, Table
from generator.pdf.floating.obstacles import LEAST
from generator.pdf.measuring.coverage import MIRRORED
from generator.pdf.measuring.heights import blocks_height, paragraph_height
from generator.pdf.measuring.typefaces import Faces
from generator.records import record

_SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}
_NEAR = 0.05
_OFF = 36.0  # points that a table may begin outside the paper


@record(frozen=True)
class Column:
    """The column that blocks stand in, ``width`` points wide, and where it begins.

    ``top`` is how far from the paper's edge, ``None`` where that is not known; ``breaks`` says whether pages may end.
    """

    page: Page
    width: float
    top: float | None = None
    breaks: bool = False
    in_cell: bool = False


def settle(blocks: list[Block], column: Column, faces: Faces, cannot: Callable[[str], None]) -> list[Block]:
    """The blocks without floating tables, each in its place; ``cannot`` is told what has no place."""
    if not any(isinstance(block, Table) and block.anchor is not None for block in blocks):
        return blocks
    return _Settler(column, faces, cannot).settle(blocks)


class _Settler:
    def __init__(self, column: Column, faces: Faces, cannot: Callable[[str], None]) -> None:
        self._column, self._faces, self._cannot = column, faces, cannot
        self._made: list[Block] = []
        self._held: list[Drawing] = []  # for the next paragraph
        self._sinking: Table | None = None  # into the text that has room above it

    def settle(self, blocks: list[Block]) -> list[Block]:
        for index, block in enumerate(blocks):
            if isinstance(block, Table) and block.anchor is not None:
                self._sink(None)
                self._float(block, block.anchor, blocks[index + 1 :], at_top=self._is_at_top())
                continue
            if not self._sink(block):
                self._made.append(self._hung(block))
        self._sink(None)
        if self._held:
            self._cannot(FLOATING)
        return self._made

    def _is_at_top(self) -> bool:
        """Whether what follows stands at the top of a page, whose place on the paper is known."""
        if self._column.top is None or self._held:
            return False
        if not self._made:
            return True
        last = self._made[-1]
        items = last.items if isinstance(last, Paragraph) else []
        return self._column.breaks and bool(items) and isinstance(end := items[-1], PageBreak) and not end.column

    def _float(self, table: Table, anchor: Anchor, following: list[Block], *, at_top: bool) -> None:
        column, page, wide = self._column, self._column.page, sum(table.columns)
        anchor = self._from_text(anchor) if at_top else anchor
        left = self._left(anchor, wide)
        around = anchor.beside or (0.0, 0.0)
        right = column.width - left - wide
        is_narrow = max(left - around[0], right - around[1]) >= LEAST
        if not column.in_cell and (left + page.left < -_OFF or left + page.left > page.width - _OFF):
            self._cannot(FLOATING)
            return
        plain = replace(table, anchor=None, indent=left, align="left", before=0.0, after=0.0)
        if anchor.align_x in ("center", "right") and anchor.from_x != "page":
            plain.align, plain.indent = cast(Literal["center", "right"], anchor.align_x), 0.0
        if anchor.from_y != "paragraph":
            self._absolute(plain, anchor, left, wide)
            return
        if anchor.y < 0 and not at_top:
            self._cannot(FLOATING)
        below = following[0] if following else None
        if is_narrow and not (below is None or _is_wide(below, max(left - around[0], right - around[1]))):
            # Text stands on one side at most: the other, too narrow for it, counts as part of the table.
            before = around[0] if left - around[0] >= LEAST else max(left, 0.0)
            after = around[1] if right - around[1] >= LEAST else max(right, 0.0)
            self._held.append(
                _drawing(plain, replace(anchor, from_x="column", x=left, align_x=None, beside=(before, after)))
            )
            return
        if self._held:
            self._cannot(FLOATING)
        plain.before, plain.after = anchor.y, anchor.distance[1]
        self._sinking = plain

    def _absolute(self, table: Table, anchor: Anchor, left: float, wide: float) -> None:
        """Hangs a table on a place of the paper that no text reaches; anywhere else the text would flow round it."""
        page = self._column.page
        tall = blocks_height([table], wide, self._faces)
        start, room = (
            (0.0, page.height) if anchor.from_y == "page" else (page.top, page.height - page.top - page.bottom)
        )
        y = start + (
            {"center": 0.5, "bottom": 1.0}.get(anchor.align_y, 0.0) * (room - tall) if anchor.align_y else anchor.y
        )
        if self._column.in_cell or (y + tall > page.top and y < page.height - page.bottom) or y + tall < 0:
            self._cannot(FLOATING)
            return
        self._held.append(_drawing(table, replace(anchor, from_x="column", x=left, align_x=None)))

    def _from_text(self, anchor: Anchor) -> Anchor:
        """The anchor of a table at the top of a page, measured from the text there."""
        if anchor.from_y == "paragraph" or anchor.align_y not in (None, "top") or self._column.top is None:
            return anchor
        start = 0.0 if anchor.from_y == "page" else self._column.page.top
        return replace(anchor, from_y="paragraph", y=start + anchor.y - self._column.top, align_y=None)

    def _left(self, anchor: Anchor, wide: float) -> float:
        """The table's left edge from that of the column, in points."""
        column = self._column
        start, room = 0.0, column.width
        if anchor.from_x == "page" and not column.in_cell:
            start, room = -column.page.left, column.page.width
            if column.page.mirrored:
                self._cannot(MIRRORED)
        if anchor.align_x is None:
            return start + anchor.x
        return start + (room - wide) * _SHARES.get(anchor.align_x, 0.0)

    def _sink(self, block: Block | None) -> bool:
        """Lets the waiting table down below ``block`` where that has room above it, and says whether it had."""
        table = self._sinking
        if table is None:
            return False
        if isinstance(block, Paragraph) and not _asks_for_page(block) and block.format.frame is None:
            form = block.format
            tall = paragraph_height(block, self._column.width, self._faces)
            if form.before + tall <= table.before + _NEAR:
                self._made.append(self._hung(block))
                table.before -= form.before + tall + form.after
                table.before = max(table.before, 0.0)
                return True
            if (
                form.before + paragraph_height(replace(block, items=[]), self._column.width, self._faces)
                <= table.before
            ):
                self._cannot(FLOATING)  # some of its lines stand above the table
        self._made.append(table)
        self._sinking = None
        return False

    def _hung(self, block: Block) -> Block:
        if not self._held or (isinstance(block, Paragraph) and block.format.frame is not None):
            return block
        if not isinstance(block, Paragraph):
            self._cannot(FLOATING)
            return block
        held, self._held = self._held, []
        return replace(block, items=[*held, *block.items])


def _is_wide(block: Block, room: float) -> bool:
    """Whether the block is a table in the text with no room beside the floating one above it."""
    return isinstance(block, Table) and block.anchor is None and sum(block.columns) > room


def _asks_for_page(paragraph: Paragraph) -> bool:
    return paragraph.format.page_break_before or any(isinstance(item, PageBreak) for item in paragraph.items)


def _drawing(table: Table, anchor: Anchor) -> Drawing:
    inside = replace(table, align="left", indent=0.0)
    return Drawing(Box(blocks=[inside], margins=(0.0, 0.0, 0.0, 0.0), grows=True), sum(table.columns), 0.0, anchor)
