"""The rows of a table that stay together: those that repeat as its header, and those that stay with what follows."""

from __future__ import annotations

from generator.layout.tree import Page, Paragraph, Row, Table
from generator.pdf.measuring.keeping import rows_fit
from generator.pdf.measuring.typefaces import Faces


def header_rows(table: Table) -> int:
    """How many rows repeat on each page: those marked so, and those their cells reach into."""
    count = 0
    for row in table.rows:
        if not row.header:
            break
        count += 1
    index = 0
    while index < count:
        reach = max((cell.row_span for cell in table.rows[index].cells), default=1)
        count = max(count, index + reach)
        index += 1
    return min(count, len(table.rows))


def heading_groups(table: Table, heads: int) -> set[int]:
    """The rows below the header that must stay with the row after them, where spans leave them whole."""
    found: set[int] = set()
    covered = 0
    for index, row in enumerate(table.rows[:-1]):
        reach = index + max((cell.row_span for cell in row.cells), default=1)
        if index >= max(heads, covered) and reach == index + 1 and keeps_next(row):
            found.add(index)
        covered = max(covered, reach)
    return found


def fitting(table: Table, heads: int, groups: set[int], page: Page, faces: Faces) -> set[int]:
    """The rows to keep with those below them, without the runs of them that no page holds below the heading."""
    kept: set[int] = set()
    for start in sorted(index for index in groups if index - 1 not in groups):
        run = [start]
        while run[-1] + 1 in groups:
            run.append(run[-1] + 1)
        if rows_fit(table, [*table.rows[:heads], *table.rows[run[0] : run[-1] + 1]], page, faces):
            kept.update(run)
    return kept


def kept_at_end(table: Table, page: Page, faces: Faces) -> int:
    """How many rows at its end stay with one another and with what follows the table."""
    rows, count = table.rows, len(table.rows)
    heads = header_rows(table)
    if heads == count or not keeps_next(rows[-1]):
        return 0
    groups, start = heading_groups(table, heads), count - 1
    while start - 1 in groups:
        start -= 1
    covered = max((i + c.row_span for i, row in enumerate(rows[:start]) for c in row.cells), default=0)
    if start == heads:
        start = 0
    elif heads or covered > start:  # the header of a table in two would not be drawn above its second part
        return 0
    return count - start if rows_fit(table, rows[start:], page, faces) else 0


def keeps_next(row: Row) -> bool:
    """Whether a row stays with the one below it: the first paragraph of its first cell asks for that."""
    first = row.cells[0].blocks[0] if row.cells and row.cells[0].blocks else None
    return isinstance(first, Paragraph) and first.format.keep_next
