"""Floating tables: ordinary ones where no text has room beside them, else drawings hung on the text that follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, cast

from generator.layout.tables.floating import FLOATING
from generator.layout.tree import Anchor, Block, Box, Drawing, Fixed, Page, PageBreak, Paragraph, Raised, Table
from generator.pdf.floating.depth import Sheet, depth, page_start
from generator.pdf.floating.obstacles import LEAST
from generator.pdf.floating.raised import Gap, Reach, added_above, are_empty, kept, lowered, reach, room_above
from generator.pdf.measuring.coverage import MIRRORED
from generator.pdf.measuring.heights import blocks_height, paragraph_height
from generator.pdf.measuring.typefaces import Faces
from generator.records import record

_SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}
_NEAR = 0.05
_SLACK = 0.5  # points that a table at the foot of its page keeps free
_TOUCH = 6.0  # points of an empty line that a table longer than a page may cover


@record(frozen=True)
class Column:
    """The column that blocks stand in, ``width`` points wide, and where it begins.

    ``top`` is how far from the paper's edge, ``None`` where that is not known; ``breaks`` says whether pages may end,
    ``mark_moves`` whether the mark behind a page break makes a line.
    """

    page: Page
    width: float
    top: float | None = None
    breaks: bool = False
    in_cell: bool = False
    mark_moves: bool = False


def settle(blocks: list[Block], column: Column, faces: Faces, cannot: Callable[[str], None], gap: Gap) -> list[Block]:
    """The blocks without floating tables, each in its place; ``cannot`` is told what has no place."""
    if not any(isinstance(block, Table) and block.anchor is not None for block in blocks):
        return blocks
    return _Settler(column, faces, cannot, gap).settle(blocks)


class _Settler:
    def __init__(self, column: Column, faces: Faces, cannot: Callable[[str], None], gap: Gap) -> None:
        self._column, self._faces, self._cannot, self._gap = column, faces, cannot, gap
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
        column, wide = self._column, sum(table.columns)
        if not at_top and (above := self._under_head(anchor, table)):
            # Its page begins with it: what stands before it in the file goes on below.
            del self._made[-len(above) :]
            self._float(table, anchor, [*above, *following], at_top=True)
            for block in above:
                if not self._sink(block):
                    self._made.append(self._hung(block))
            return
        anchor = self._from_text(anchor) if at_top else anchor
        left = self._left(anchor, wide)
        around = anchor.beside or (0.0, 0.0)
        right = column.width - left - wide
        is_narrow = max(left - around[0], right - around[1]) >= LEAST
        plain = replace(table, anchor=None, indent=left, align="left", before=0.0, after=0.0)
        if anchor.align_x in ("center", "right") and anchor.from_x != "page":
            plain.align, plain.indent = cast(Literal["center", "right"], anchor.align_x), 0.0
        if (
            anchor.from_y != "paragraph"
            and (told := self._told(anchor, table, following, is_narrow=is_narrow)) is not None
        ):
            anchor, plain.expected = told
        if anchor.from_y != "paragraph":
            self._absolute(plain, anchor, left, None if is_narrow else following)
            return
        below = following[0] if following else None
        if is_narrow and not (below is None or _is_wide(below, max(left - around[0], right - around[1]))):
            # Text stands on one side at most: the other, too narrow for it, counts as part of the table.
            before = around[0] if left - around[0] >= LEAST else max(left, 0.0)
            after = around[1] if right - around[1] >= LEAST else max(right, 0.0)
            hung = replace(anchor, from_x="column", x=left, align_x=None, beside=(before, after))
            if plain.expected is not None:
                self._held.append(_drawing(plain, replace(hung, from_y="page", y=plain.expected)))
            elif anchor.y < 0 and not at_top:
                self._hang_above(plain, hung, below)
            else:
                self._held.append(_drawing(plain, hung))
            return
        if self._held:
            self._cannot(FLOATING)
        plain.before, plain.after = anchor.y, anchor.distance[1]
        if anchor.y >= 0:
            self._sinking = plain
        elif at_top:
            if (column.top or 0.0) + anchor.y < -_NEAR:
                self._cannot(FLOATING)
            tall = blocks_height([replace(plain, before=0.0, after=0.0)], wide, self._faces)
            plain.after = max(plain.after, -anchor.y - tall)  # the text begins no higher than its page
            self._made.append(plain)
        else:
            self._raise(plain, anchor, below)

    def _under_head(self, anchor: Anchor, table: Table) -> list[Block]:
        """The text of its page before a table hung on the paper that leaves none of it room above or beside it."""
        column, page, wide = self._column, self._column.page, sum(table.columns)
        if anchor.from_y == "paragraph" or column.top is None or not column.breaks or self._held or self._sinking:
            return []
        left, (before, after) = self._left(anchor, wide), anchor.beside or (0.0, 0.0)
        if max(left - before, column.width - left - wide - after) >= LEAST:
            return []
        tall = blocks_height([replace(table, anchor=None, before=0.0, after=0.0)], column.width, self._faces)
        sheet = Sheet(page, column.width, column.top, column.mark_moves)
        y, begun = _down(anchor, tall, page), page_start(self._made, sheet, self._faces)
        if begun is None or depth(self._made, sheet, self._faces, self._gap) is None:
            return []
        index, top = begun
        if top is None or not y <= top + _NEAR < y + tall or y < 0:
            return []
        above = self._made[index:]
        return [] if any(isinstance(block, Paragraph) and _asks_for_page(block) for block in above) else above

    def _told(
        self, anchor: Anchor, table: Table, following: list[Block], *, is_narrow: bool
    ) -> tuple[Anchor, float | None]:
        """The anchor of a table hung on the paper, from the text where that can be told, and where it then begins."""
        column, page = self._column, self._column.page
        tall = blocks_height([replace(table, anchor=None, before=0.0, after=0.0)], column.width, self._faces)
        y, foot = _down(anchor, tall, page), page.height - page.bottom
        if column.in_cell or not column.breaks or self._held or not page.top <= y <= foot - tall + _NEAR:
            return anchor, None
        y = min(y, foot - tall - _SLACK)
        sheet = Sheet(page, column.width, column.top, column.mark_moves)
        end = depth(self._made, sheet, self._faces, self._gap)
        ends_page = room_above(following, column.width, self._faces, self._gap)[1] is None
        if end is None or (y < end if is_narrow else y >= end and ends_page):
            return anchor, None
        end += self._gap(self._made[-1], None) if self._made else 0.0
        return replace(anchor, from_y="paragraph", y=y - end, align_y=None), y

    def _reach(self, anchor: Anchor, below: Block | None, *, beside: bool) -> Reach | None:
        """What the table reaches above the paragraph it hangs on; ``None``, noted, where that has no room elsewhere."""
        column = self._column
        found = reach(
            self._made, below, anchor.distance[0] - anchor.y, column.width, self._faces, self._gap,
            beside=beside, at_edge=column.top is not None, breaks=column.breaks,
        )  # fmt: skip
        if found is None:
            self._cannot(FLOATING)
        return found

    def _raise(self, table: Table, anchor: Anchor, below: Block | None) -> None:
        """Stands a table as wide as the text above its paragraph: what it reaches goes on below it."""
        found = self._reach(anchor, below, beside=False)
        tall = blocks_height([replace(table, before=0.0, after=0.0)], self._column.width, self._faces)
        page = self._column.page
        if found is None:
            self._cannot(FLOATING)
            return
        over, room = -anchor.y, anchor.distance[1]
        if tall > page.height - page.top - page.bottom:
            if over > _TOUCH or not are_empty(self._made[found.index :]):
                self._cannot(FLOATING)
            self._made.append(table)  # over the end of an empty line, and on over the end of its page
            return
        foot = over - tall - room  # above its paragraph
        pushed = [] if foot >= found.top else self._made[found.index :]
        if not pushed:
            last = self._made[-1] if self._made else None
            again = 0.0 if foot >= 0 else room + self._gap(last, below)
            self._stand(table, Raised(over, clear=max(over - tall, 0.0)), 0.0, max(again, found.foot))
            return
        above = self._made[found.index - 1] if found.index else None
        room += self._gap(above, pushed[0]) + added_above(pushed[0], self._column.width, self._faces)
        if are_empty(pushed):
            # They stay where they are, so that a page may end among them; then the text needs no room for them below.
            again = room + found.top - found.foot - max(over - tall, 0.0)
            self._stand(table, Raised(over, max(again, 0.0), max(over - tall, 0.0)), 0.0, found.foot)
            return
        if any(isinstance(block, Paragraph) and block.format.page_break_before for block in pushed):
            self._cannot(FLOATING)
        del self._made[found.index :]
        offset = found.above - over
        self._stand(table, Raised(max(-offset, 0.0), moved=above is not None), max(offset, 0.0), 0.0)
        self._made += [lowered(pushed[0], room), *map(kept, pushed[1:])]

    def _stand(self, table: Table, how: Raised, before: float, after: float) -> None:
        self._made.append(replace(table, raised=how, before=before, after=after))

    def _hang_above(self, table: Table, anchor: Anchor, below: Block | None) -> None:
        """Hangs a table with room beside it on the first paragraph that it reaches."""
        found = self._reach(anchor, below, beside=True)
        if found is None:
            return
        first = self._made[found.index] if found.index < len(self._made) else None
        if first is None or are_empty(self._made[found.index :]):
            self._held.append(_drawing(table, anchor))
        elif isinstance(first, Paragraph):
            before = self._gap(self._made[found.index - 1] if found.index else None, first)
            lead = before - (self._gap(self._made[found.index - 1], None) if found.index else 0.0)
            drawing = _drawing(table, replace(anchor, y=anchor.y + found.top + lead))
            self._made[found.index] = replace(first, items=[drawing, *first.items])

    def _absolute(self, table: Table, anchor: Anchor, left: float, following: list[Block] | None) -> None:
        """Hangs a table on a place of the paper; in the text only where that has no room beside it."""
        page = self._column.page
        wide = sum(table.columns)
        tall = blocks_height([table], wide, self._faces)
        y = _down(anchor, tall, page)
        if self._column.in_cell or y + tall < 0 or y + tall > page.height:
            self._cannot(FLOATING)
        elif y + tall <= page.top or y >= page.height - page.bottom:
            self._held.append(_drawing(table, replace(anchor, from_x="column", x=left, align_x=None)))
        elif following is None or not self._column.breaks or page.columns > 1 or self._held:
            self._cannot(FLOATING)
        else:
            steps, least = room_above(following, self._column.width, self._faces, self._gap)
            beyond = max(y + tall - (page.height - page.bottom), 0.0)
            table.fixed = Fixed(y, steps, least, anchor.distance[0], beyond)
            table.after = anchor.distance[1]
            self._made.append(table)

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
        if isinstance(block, Table) and block.anchor is None:
            tall = blocks_height([block], self._column.width, self._faces)
            if tall <= table.before + _NEAR:
                self._made.append(block)
                table.before = max(table.before - tall, 0.0)
                return True
            if blocks_height([replace(block, rows=block.rows[:1])], self._column.width, self._faces) <= table.before:
                self._cannot(FLOATING)  # some of its rows do
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


def _down(anchor: Anchor, tall: float, page: Page) -> float:
    """How far from the paper's edge a table hung on it begins that is so tall."""
    start, room = (0.0, page.height) if anchor.from_y == "page" else (page.top, page.height - page.top - page.bottom)
    if anchor.align_y is None:
        return start + anchor.y
    return start + {"center": 0.5, "bottom": 1.0}.get(anchor.align_y, 0.0) * (room - tall)


def _is_wide(block: Block, room: float) -> bool:
    """Whether the block is a table in the text with no room beside the floating one above it."""
    return isinstance(block, Table) and block.anchor is None and sum(block.columns) > room


def _asks_for_page(paragraph: Paragraph) -> bool:
    return paragraph.format.page_break_before or any(isinstance(item, PageBreak) for item in paragraph.items)


def _drawing(table: Table, anchor: Anchor) -> Drawing:
    inside = replace(table, align="left", indent=0.0)
    return Drawing(Box(blocks=[inside], margins=(0.0, 0.0, 0.0, 0.0), grows=True), sum(table.columns), 0.0, anchor)
