"""A sequence of blocks as Typst code: the gaps between them, page breaks, tables."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import cast

from generator.layout.tables.floating import FLOATING
from generator.layout.tree import Block, Drawing, PageBreak, Paragraph, Table
from generator.pdf.floating.depth import Sheet, depth
from generator.pdf.floating.obstacles import Obstacle
from generator.pdf.floating.rehung import rehung
from generator.pdf.floating.tables import Column, settle
from generator.pdf.floating.wrapping import TABLE_BESIDE
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.framed import hang_frames
from generator.pdf.measuring.heights import blocks_height, in_cell, line_count
from generator.pdf.measuring.keeping import Loosener, room
from generator.pdf.measuring.line_metrics import edges as metrics
from generator.pdf.measuring.paragraph_parts import base_look, split_pages
from generator.pdf.measuring.table_pages import rule_widths, split_table
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.floats.pictures import over_picture
from generator.pdf.typst.floats.tables import expected, fixed, raised, under_raised
from generator.pdf.typst.frames import Edges
from generator.pdf.typst.literals import pt
from generator.pdf.typst.paragraphs.writer import KEEP_LIMIT, ParagraphWriter, Stance
from generator.pdf.typst.setting import Flow, Setting
from generator.pdf.typst.tables import TableWriter


class FlowWriter:
    """Writes blocks one below the other.

    The gap between two paragraphs is the larger of the space after the one and before the other, or their sum
    when the file says so (``doNotUseHTMLParagraphAutoSpacing``), as Word and LibreOffice do.
    """

    def __init__(
        self,
        paragraphs: ParagraphWriter,
        tables: TableWriter,
        coverage: Coverage,
        loosener: Loosener,
        faces: Faces,
        add_spacing: bool,
    ) -> None:
        self._paragraphs, self._tables = paragraphs, tables
        self._coverage, self._add = coverage, add_spacing
        self._loosener, self._faces = loosener, faces

    def inset(self, blocks: list[Block], setting: Setting) -> str:
        """Blocks as one expression: what stands in a box of text, in a footnote, in a header."""
        return self.write(blocks, setting).expression()

    def write_cell(self, blocks: list[Block], setting: Setting) -> Flow:
        """What stands in a cell of a table."""
        # In a table rows are kept together, which the table sees to. Paragraphs of a cell that ask for it, and are
        # taller than a page, Typst would set one over the other.
        blocks = self._settled(in_cell(blocks), setting)
        blocks = self._loosener.all(hang_frames(blocks))
        if len(blocks) != 1 or not isinstance(only := blocks[0], Paragraph) or _breaks(only):
            return self.write(blocks, setting)
        form = only.format
        sink = form.after + self._paragraphs.share(only) if setting.sinks else 0.0
        stance = Stance(lead=form.before, bare=True, top=form.before, sink=sink)
        code, left = self._paragraphs.write(only, stance, setting)
        if sink:
            return Flow([code], form.before)
        after = max(form.after, left.foot) if left is not None else form.after  # the row holds what hangs in it
        return Flow([code], form.before, after, self._paragraphs.share(only))

    def write(self, blocks: list[Block], setting: Setting) -> Flow:
        """The blocks in the column of this setting."""
        flow = Flow()
        blocks = hang_frames(self._settled(blocks, setting))
        if self._paragraphs.layers.learn(blocks):
            edge, most = setting.top is not None, room(setting.page) if setting.breaks else None
            cannot = self._coverage.cannot
            blocks = rehung(blocks, setting.width, self._faces, self._gap, cannot, at_edge=edge, most=most)
            self._paragraphs.layers.learn(blocks)
        if setting.breaks:
            blocks = self._paragraphs.layers.laid_under(blocks, setting.width, self._faces)
        previous: Block | None = None
        sunk = 0.0  # of the gap below the paragraph before, what its last line holds
        fresh = False  # right after a page break the space before counts, at an ordinary page top it does not
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            if isinstance(block, Table):
                below, beside = 0.0, flow.obstacle
                if beside is not None and beside.full:
                    if beside.also:  # it may have room between the two
                        self._coverage.cannot(TABLE_BESIDE)
                    below, beside = beside.foot, None
                elif beside is not None:
                    beside = self._passed(beside, block, self._gap(previous, None) + block.before + flow.share, setting)
                flow.obstacle = beside
                parts = setting.breaks and setting.page.columns == 1
                pages = list(split_table(block)) if parts else [(block, False)]
                for number, (piece, starts) in enumerate(pages, 1):
                    if starts and flow.code:
                        flow.code.append("pagebreak(weak: true)")
                        previous, flow.share = None, 0.0
                    gap = self._gap(previous, None) + (0.0 if starts else piece.before)
                    gap += flow.share
                    gap = max(gap, below) if below else gap  # a table hung on the paper may begin above the text
                    if fresh and gap and flow.code:
                        flow.code.append(f"v({pt(gap)})")
                        gap = 0.0
                    self._add_table(flow, piece, gap, setting, following if number == len(pages) else None)
                    below = 0.0
                    previous, fresh, flow.share = block, False, 0.0
                continue
            if block.format.page_break_before and setting.breaks and flow.code:
                flow.code.append("pagebreak(weak: true)")
                fresh, previous, flow.share, flow.obstacle = True, None, 0.0, None
            for part in split_pages(block if setting.breaks else self._unbroken(block), setting.mark_moves):
                if isinstance(part, PageBreak):
                    flow.code.append("colbreak()" if part.column else "pagebreak()")
                    fresh, previous, flow.share, flow.obstacle = True, None, 0.0, None
                    continue
                gap = self._gap(previous, part)
                lead = gap - self._lead_in(previous, part)
                gap += flow.share - sunk
                share = 0.0 if sunk else flow.share
                top = None
                if not flow.code:
                    flow.before, gap = gap, 0.0
                    start = 0.0 if setting.cell is not None else setting.top
                    top = start + flow.before if start is not None else None
                elif fresh:
                    flow.code.append(f"v({pt(gap)})")
                    gap = 0.0
                share = min(share, gap)
                edges = Edges(not _joined(previous, part), not _joined(part, following))
                sinks = setting.sinks and following is None
                sink = part.format.after + self._paragraphs.share(part, edges) if sinks else 0.0
                sunk = 0.0
                if setting.parts and isinstance(following, Paragraph):
                    if previous is not None or not self._is_line(part, setting):
                        # The gaps of web pages end at the edge of a page, as page ends that Word left show.
                        held = 0.0 if part.format.auto_after else self._lead_in(part, following)
                        sink = sunk = held + self._paragraphs.share(part, edges)
                elif setting.parts and previous is not None and not self._is_line(part, setting):
                    gap = self._first_line(flow, part, gap)
                whole = part is block and setting.breaks and top is None
                told = partial(self._told, blocks, index, fresh, setting) if whole else None
                stance = Stance(gap, edges, lead, share, flow.obstacle, top=top, sink=sink, told=told)
                before = flow.obstacle
                code, flow.obstacle = self._paragraphs.write(part, stance, setting)
                if before is None and flow.obstacle is not None and flow.obstacle.full and self._moves(part, setting):
                    # Where it has room once it is moved up towards the text, that is what Word does: Typst stops there.
                    foot = flow.obstacle.foot - max(flow.obstacle.top, 0.0)
                    code = over_picture(code, gap, foot, sticky=part.format.keep_next)
                if isinstance(following, Table) and following.raised is not None and following.raised.again:
                    code = under_raised(code, gap)
                flow.code.append(code)
                flow.share = self._paragraphs.share(part, edges)
                previous, fresh = part, False
        if setting.sinks:
            flow.share = 0.0
            return flow
        flow.after = self._after(previous)
        if flow.obstacle is not None and not setting.breaks and (flow.obstacle.full or setting.cell is not None):
            flow.after = max(flow.after, flow.obstacle.foot)
        return flow

    def _is_line(self, paragraph: Paragraph, setting: Setting) -> bool:
        return line_count(paragraph, setting.width, self._faces) == 1

    def _first_line(self, flow: Flow, last: Paragraph, gap: float) -> float:
        """Asks that the first line of the last paragraph has room with the space below it; the gap that is left."""
        below = last.format.after + self._paragraphs.share(last)
        if not below:
            return gap
        look = base_look(last.items, last.mark, labelled=bool(last.label))
        tall = below + sum(metrics(self._faces.face(look.font), look.size, last.format))
        # Not broken itself: what of it stood on the page before would be lacking on the next.
        flow.code.append(f"block(above: {pt(gap)}, height: {pt(tall)}, breakable: false); v({pt(-tall)})")
        return 0.0

    def _moves(self, paragraph: Paragraph, setting: Setting) -> bool:
        """Whether a paragraph goes to the next page with the picture below it, where that has no room on this one."""
        if not setting.breaks or setting.page.columns > 1:
            return False
        return len(paragraph.text) <= KEEP_LIMIT

    def _told(self, blocks: list[Block], index: int, fresh: bool, setting: Setting) -> tuple[float, float] | None:
        """How far below the paper's edge the paragraph at ``index`` begins, as far as that can be told.

        The second length is that of the empty paragraphs it follows.
        """
        block = cast(Paragraph, blocks[index])
        if block.format.page_break_before:
            return setting.page.top + self._gap(None, block), 0.0
        sheet = Sheet(setting.page, setting.width, setting.top, setting.mark_moves)
        end = depth(blocks[:index], sheet, self._faces, self._gap)
        if end is None:
            return None
        first = index
        while first and isinstance(above := blocks[first - 1], Paragraph) and above.bare:
            first -= 1
        top = end + self._gap(None if fresh else blocks[index - 1], block)
        if first == 0:
            return top, top  # up to the paper's edge
        start = depth(blocks[:first], sheet, self._faces, self._gap) if first < index else end
        return top, end - start if start is not None else 0.0

    def _passed(self, beside: Obstacle, table: Table, gap: float, setting: Setting) -> Obstacle | None:
        """What is left of a drawing below a table that stands beside it; notes it when it would stand in its way."""
        wide, tall = sum(table.columns), blocks_height([table], setting.width, self._faces)
        left = table.indent + (setting.width - wide) * {"center": 0.5, "right": 1.0}.get(table.align, 0.0)
        taken = beside.walls().taken(gap, gap + tall)
        if left < taken.left or left + wide > setting.width - taken.right:
            self._coverage.cannot(TABLE_BESIDE)
        return beside.lower(gap + tall)

    def _settled(self, blocks: list[Block], setting: Setting) -> list[Block]:
        column = Column(
            setting.page, setting.width, setting.top, setting.breaks, setting.cell is not None, setting.mark_moves
        )
        return settle(blocks, column, self._faces, self._coverage.cannot, self._gap)

    def _unbroken(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph where no page can end: breaks in cells, boxes, headers and footnotes are passed over."""
        if not _breaks(paragraph):
            return paragraph
        return replace(paragraph, items=[item for item in paragraph.items if not isinstance(item, PageBreak)])

    def _add_table(self, flow: Flow, table: Table, gap: float, setting: Setting, following: Block | None) -> None:
        count = len(table.rows)
        kept = self._kept(table, setting, following)
        if not flow.code:
            flow.before, gap = gap, 0.0
        elif gap < 0:
            flow.code.append(f"v({pt(gap)})")
            gap = 0.0
        spaces = f"above: {pt(gap)}"
        if table.raised is not None:
            made = self._write_table(table, setting)
            flow.code += raised(made, table.raised, spaces, setting.page)
            return
        if table.fixed is not None:
            flow.code.append(fixed(self._write_table(table, setting), table.fixed))
            return
        if kept < count:
            first = replace(table, rows=table.rows[: count - kept]) if kept else table
            # What two rows share, the rule between them, is drawn and given room by both parts.
            shared = pt(-rule_widths(table)[count - kept]) if kept else ""
            spaces += f", below: {shared}" if kept else ""
            flow.code.append(f"block({spaces}, {self._write_table(first, setting)})")
            spaces = f"above: {shared}"
        if kept:
            last = replace(table, rows=table.rows[count - kept :], expected=table.expected if kept == count else None)
            made = self._write_table(last, setting)
            flow.code.append(f"block({spaces}, breakable: false, sticky: true, {made})")

    def _write_table(self, table: Table, setting: Setting) -> str:
        made = self._tables.write(table, setting, self.write_cell)
        return made if table.expected is None else f"{{{expected(table.expected, FLOATING)}; {made}}}"

    def _kept(self, table: Table, setting: Setting, following: Block | None) -> int:
        """How many rows at the end of the table stay on one page with the block that follows it."""
        if not setting.breaks or following is None:
            return 0
        if isinstance(following, Paragraph) and starts_page(following):
            return 0
        return self._tables.kept(table, setting.page)

    def _lead_in(self, previous: Block | None, block: Paragraph) -> float:
        """The part of the gap that belongs to the paragraph above: anchored drawings are measured below it."""
        if isinstance(previous, Paragraph) and previous.format.contextual and (
            previous.format.style_id == block.format.style_id
        ):  # fmt: skip
            return 0.0
        return self._after(previous)

    @staticmethod
    def _after(block: Block | None) -> float:
        if isinstance(block, Table):
            return block.after
        return block.format.after if block is not None else 0.0

    def _gap(self, previous: Block | None, block: Block | None) -> float:
        after = self._after(previous)
        before = block.format.before if isinstance(block, Paragraph) else 0.0
        if isinstance(previous, Paragraph) and isinstance(block, Paragraph):
            same = previous.format.style_id == block.format.style_id
            if same and previous.format.contextual:
                after = 0.0
            if same and block.format.contextual:
                before = 0.0
        return after + before if self._add else max(after, before)


def _breaks(paragraph: Paragraph) -> bool:
    return PageBreak in map(type, paragraph.items)


def starts_page(paragraph: Paragraph) -> bool:
    """Whether a new page begins before or inside the paragraph."""
    form = paragraph.format
    return form.page_break_before or any(isinstance(i, PageBreak) and not i.column for i in paragraph.items)


def _joined(one: Block | None, other: Block | None) -> bool:
    """Whether two neighbours share one frame."""
    if not isinstance(one, Paragraph) or not isinstance(other, Paragraph):
        return False
    a, b = one.format, other.format
    return bool(a.borders) and (a.borders, a.left, a.right) == (b.borders, b.left, b.right)


def shifted(blocks: list[Block], left: float, right: float, width: float) -> list[Block]:
    """The blocks with their margins moved inwards: a section that changes them in the middle of a page.

    ``width`` is that of the column they are drawn in, in points.
    """
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            form = block.format
            tabs = tuple(replace(stop, position=stop.position + left) for stop in form.tabs)
            form = replace(form, left=form.left + left, right=form.right + right, tabs=tabs, origin=left)
            items = [_moved(item, left, right, width) if isinstance(item, Drawing) else item for item in block.items]
            made.append(replace(block, items=items, format=form))
        else:
            if block.anchor is not None and block.anchor.from_x != "page":
                block = replace(block, anchor=replace(block.anchor, x=block.anchor.x + left))
            offset = {"left": left, "center": (left - right) / 2, "right": -right}[block.align]
            made.append(replace(block, indent=block.indent + offset))
    return made


def _moved(drawing: Drawing, left: float, right: float, width: float) -> Drawing:
    """The drawing of a section with other side margins, hung on those of the column it is drawn in."""
    anchor = drawing.anchor
    if anchor is None or anchor.from_x in ("page", "leftMargin"):
        return drawing
    if anchor.from_x == "rightMargin":
        return replace(drawing, anchor=replace(anchor, x=anchor.x - right))
    if anchor.from_x == "character" or anchor.align_x is None:
        offset = left if anchor.from_x != "character" else 0.0
        return replace(drawing, anchor=replace(anchor, x=anchor.x + offset))
    column = width - left - right
    if drawing.fills:
        return replace(drawing, fills=False, width=column, anchor=replace(anchor, align_x=None, x=left))
    share = {"left": 0.0, "center": 0.5}.get(anchor.align_x, 1.0)
    return replace(drawing, anchor=replace(anchor, align_x=None, x=left + (column - drawing.width) * share))
