"""Tables cut where a row asks for a new page, and the room that their rules take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from generator.layout.tree import Paragraph, Row, Table

_MOST_ROWS = 1000  # longer tables are set in parts of their own, whose pages are counted from whole tables


def split_table(table: Table) -> Iterator[tuple[Table, bool]]:
    """The table in the pieces that pages divide it into, each with its header rows, and whether it begins a page.

    Only a paragraph that is to stand on a new page (``pageBreakBefore``) divides a table: Word passes over the page
    breaks inside cells. A row that a merged cell reaches into stays with the row above.
    """
    rows = table.rows
    starts = list(_starts(rows)) if len(rows) <= _MOST_ROWS else []
    heads = next((index for index, row in enumerate(rows) if not row.header), 0)
    bounds = sorted({0, *(index for index in starts if index > heads), len(rows)})
    for start, stop in pairwise(bounds):
        piece = rows[start:stop] if not start else rows[:heads] + rows[start:stop]
        yield (table if stop - start == len(rows) else replace(table, rows=piece)), start > 0 or 0 in starts


def rule_widths(table: Table) -> list[float]:
    """The thickness of each horizontal rule, above the first row to below the last: each takes room in Word."""
    widths = [0.0] * (len(table.rows) + 1)
    for index, row in enumerate(table.rows):
        for cell in row.cells:
            top, bottom = cell.format.top, cell.format.bottom
            if top is not None and top.width > widths[index]:
                widths[index] = top.width
            below = min(index + cell.row_span, len(table.rows))
            if bottom is not None and bottom.width > widths[below]:
                widths[below] = bottom.width
    return widths


def _starts(rows: list[Row]) -> Iterator[int]:
    reach = 0
    for index, row in enumerate(rows):
        if index >= reach and any(_asks(cell.blocks[0]) for cell in row.cells if cell.blocks):
            yield index
        reach = max(reach, index + max((cell.row_span for cell in row.cells), default=1))


def _asks(block: object) -> bool:
    return isinstance(block, Paragraph) and block.format.page_break_before
