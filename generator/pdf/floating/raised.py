"""Floating tables that stand above the paragraph they hang on, over what precedes it.

Their place is that of a text without them; then every line from the first that they reach makes room, below them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, cast

from generator.layout.tree import Block, Drawing, Inline, PageBreak, Paragraph, Table
from generator.pdf.measuring.heights import line_count, paragraph_height
from generator.pdf.measuring.paragraph_parts import is_visible
from generator.pdf.measuring.typefaces import Faces
from generator.records import record

Gap: TypeAlias = Callable[[Block | None, Block | None], float]
"""The room between two blocks; before the first and behind the last ``None``."""

_NEAR = 0.05
_RULES = 1.0  # points that two tables may share: their rules


@record(frozen=True)
class Reach:
    """What a table ``rise`` points above its paragraph reaches: the blocks from ``index`` on.

    ``top`` is how far above that paragraph the first of them begins, ``foot`` where the last ends, ``above`` where the
    room of the block before them ends; points, from the end of the room below what precedes that paragraph.
    """

    index: int
    top: float
    foot: float
    above: float


def reach(
    blocks: list[Block],
    following: Block | None,
    rise: float,
    width: float,
    faces: Faces,
    gap: Gap,
    *,
    beside: bool,
    at_edge: bool,
    breaks: bool,
) -> Reach | None:
    """How far up ``blocks`` a table reaches that hangs on ``following``; ``None`` where no room can be made for it.

    ``beside`` says that text has room beside it, ``at_edge`` that the first of the blocks begins a page, ``breaks``
    that pages may end among them.
    """
    index, foot = len(blocks), _below(blocks[-1], following) if blocks else 0.0
    top = bottom = foot
    while index and bottom < rise - _NEAR:
        block = blocks[index - 1]
        if not isinstance(block, Paragraph):
            if rise - bottom > _RULES:
                return None
            break
        if breaks and block.items and isinstance(end := block.items[-1], PageBreak) and not end.column:
            return Reach(index, top, foot, bottom)
        if block.format.frame is not None or any(map(_holds, block.items)):
            return None
        tall = paragraph_height(block, width, faces)
        parted = bottom + tall > rise + _NEAR and not beside and is_visible(block.items)
        if parted and line_count(block, width, faces) > 1:
            return None  # some of its lines stay above the table
        index, top = index - 1, bottom + tall
        if breaks and block.format.page_break_before:
            return Reach(index, top, foot, top)
        before = blocks[index - 1] if index else None
        bottom = top + gap(before, block)
    if bottom < rise - _NEAR and not index and not at_edge:
        return None
    return Reach(index, top, foot, bottom - _below(blocks[index - 1], None) if index else bottom)


def covers(blocks: list[Block], following: Block, rise: float, width: float, faces: Faces, gap: Gap) -> bool:
    """Whether something that prints stands within ``rise`` points above ``following``, which these blocks precede."""
    below = _below(blocks[-1], following) if blocks else 0.0
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if below >= rise - _NEAR:
            return False
        if not are_empty([block]):
            return not isinstance(block, Table) or rise - below > _RULES
        if any(isinstance(item, PageBreak) for item in cast(Paragraph, block).items):
            return False
        below += paragraph_height(cast(Paragraph, block), width, faces)
        below += gap(blocks[index - 1] if index else None, block)
    return False


def room_above(following: list[Block], width: float, faces: Faces, gap: Gap) -> tuple[tuple[float, ...], float | None]:
    """How tall the empty paragraphs are that follow a table, each with the room above it, and the text behind them.

    That is ``None`` where the page ends before it.
    """
    steps: list[float] = []
    before: Block | None = None
    for block in following:
        if isinstance(block, Table):
            return tuple(steps), 0.0
        if block.format.page_break_before:
            return tuple(steps), None
        room = gap(before, block)
        ends = any(isinstance(item, PageBreak) for item in block.items)
        line = paragraph_height(block, width, faces) / line_count(block, width, faces)
        if block.format.frame is not None or not are_empty([block]):
            return tuple(steps), room + line
        steps.append(room + line)
        if ends:
            return tuple(steps), None
        before = block
    return tuple(steps), None


def are_empty(blocks: list[Block]) -> bool:
    """Whether nothing of the blocks prints."""
    return all(
        isinstance(block, Paragraph) and not (is_visible(block.items) or block.format.borders or block.format.shading)
        for block in blocks
    )


def kept(block: Block) -> Block:
    """The paragraph kept on the page of what follows it."""
    return block if isinstance(block, Table) else replace(block, format=replace(block.format, keep_next=True))


def lowered(block: Block, room: float) -> Block:
    """The paragraph kept likewise, with that room above it in place of its own."""
    held = kept(block)
    return held if isinstance(held, Table) else replace(held, format=replace(held.format, before=room))


def added_above(block: Block, width: float, faces: Faces) -> float:
    """What a multiple of single spacing leaves above a first line that is not where its paragraph begins."""
    if isinstance(block, Table) or block.format.line_rule != "auto" or block.format.line <= 1:
        return 0.0
    line = paragraph_height(block, width, faces) / line_count(block, width, faces)
    return line * (1 - 1 / block.format.line)


def _holds(item: Inline) -> bool:
    """Whether the item keeps its paragraph where it is: a page break, or what text flows round."""
    return isinstance(item, PageBreak) or (
        isinstance(item, Drawing) and item.anchor is not None and item.anchor.wrap != "none"
    )


def _below(block: Block, following: Block | None) -> float:
    if isinstance(block, Table):
        return block.after
    form = block.format
    if isinstance(following, Paragraph) and form.contextual and form.style_id == following.format.style_id:
        return 0.0
    return form.after
