"""Drawings above the paragraph they hang on, hung on the first paragraph whose text must make room for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.layout.tree import Anchor, Block, Drawing, Paragraph
from generator.pdf.floating.raised import Gap, are_empty, covers, reach
from generator.pdf.measuring.typefaces import Faces

ABOVE = "ảnh mà chữ chảy quanh, đặt cao hơn đoạn văn của nó, lên bảng hay đoạn văn cũng có ảnh như thế"
"""What would cover the text above it, as a user is told."""
_NEAR = 0.05


def reaches_up(drawing: Drawing) -> bool:
    """Whether text above its paragraph makes room for the drawing."""
    anchor = drawing.anchor
    return (
        anchor is not None
        and anchor.wrap != "none"
        and anchor.from_y in ("paragraph", "line")
        and anchor.align_y is None
        and anchor.y - anchor.distance[0] < -_NEAR
    )


def rehung(
    blocks: list[Block],
    width: float,
    faces: Faces,
    gap: Gap,
    cannot: Callable[[str], None],
    *,
    at_edge: bool,
    most: float | None,
) -> list[Block]:
    """The blocks with such drawings on the first paragraph that they reach; a column ``width`` points wide.

    One higher than ``most``, a page where these part, stands on none with what is above its paragraph.
    """
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and any(isinstance(item, Drawing) and reaches_up(item) for item in block.items):
            stay = [
                item
                for item in block.items
                if not (isinstance(item, Drawing) and reaches_up(item) and (most is None or item.height <= most))
                or not _hang(item, made, block, width, faces, gap, cannot, at_edge=at_edge, breaks=most is not None)
            ]
            if len(stay) < len(block.items):
                block = replace(block, items=stay)
        made.append(block)
    return made


def _hang(
    drawing: Drawing,
    made: list[Block],
    block: Paragraph,
    width: float,
    faces: Faces,
    gap: Gap,
    cannot: Callable[[str], None],
    *,
    at_edge: bool,
    breaks: bool,
) -> bool:
    """Hangs the drawing on one of the blocks above, and says whether that is so: a text without it keeps its place."""
    anchor = drawing.anchor
    if anchor is None:
        return False
    beside = anchor.wrap == "square"
    rise = anchor.distance[0] - anchor.y
    found = None
    if anchor.from_y == "paragraph" and anchor.from_x != "character":
        found = reach(made, block, rise, width, faces, gap, beside=True, at_edge=at_edge, breaks=breaks)
    if found is None and not _is_aside(drawing, anchor, width) and covers(made, block, rise, width, faces, gap):
        cannot(ABOVE)
    if found is None or found.index == len(made) or (beside and are_empty(made[found.index :])):
        return False
    first = made[found.index]
    if not isinstance(first, Paragraph):
        return False
    above = made[found.index - 1] if found.index else None
    lead = gap(above, first) - gap(above, None)
    moved = replace(drawing, anchor=replace(anchor, y=anchor.y + found.top + lead))
    made[found.index] = replace(first, items=[moved, *first.items])
    return True


def _is_aside(drawing: Drawing, anchor: Anchor, width: float) -> bool:
    """Whether the drawing stands beside the column, as far as that is told without its margins."""
    placed = anchor.align_x is None and anchor.from_x in ("column", "margin")
    return placed and not -drawing.width < anchor.x < width
