"""``w:docGrid``: the grid that the lines of a section snap to."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.names import Element, W, integer, points
from generator.layout.tree import Block, Paragraph, ParagraphFormat

_LINES = ("lines", "linesAndChars")


def read_grid(section: Element) -> float:
    """The height of a line of the section's grid in points, 0 when it has none."""
    grid = section.find(W + "docGrid")
    if grid is None or grid.get(W + "type") not in _LINES:
        return 0.0
    return max(points(grid.get(W + "linePitch")) or 0.0, 0.0)


def is_strange_grid(section: Element) -> bool:
    """Whether the section has a grid for letters, too."""
    grid = section.find(W + "docGrid")
    kind = grid.get(W + "type", "default") if grid is not None else "default"
    if grid is None or kind in ("default", "lines"):
        return False
    return kind != "linesAndChars" or bool(integer(grid.get(W + "charSpace")))


def snapped(blocks: list[Block], grid: float) -> list[Block]:
    """The blocks with their paragraphs on the grid; Word leaves tables alone."""
    if not grid:
        return blocks
    known: dict[int, ParagraphFormat] = {}  # formats are shared objects, and must stay so
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.format.snaps:
            form = known.get(id(block.format))
            if form is None:
                form = known[id(block.format)] = replace(block.format, grid=grid)
            block = replace(block, format=form)
        made.append(block)
    return made
