"""Above which rows of a table a part may begin or end, so that the rows are drawn as they are in the whole table."""

from __future__ import annotations

from typing import TypeAlias

from generator.layout.tree import Border, Row, Table
from generator.pdf.measuring.table_pages import rule_widths
from generator.pdf.typst.double_rules import is_double
from generator.pdf.typst.rows.keeping import header_rows, heading_groups
from generator.records import record

_Line: TypeAlias = tuple[Border | None, ...]


@record(frozen=True)
class Boundaries:
    """The rows with which a part may begin, below the table's heading, and those before which it may end.

    ``last`` is the row from which the table's end is drawn: the last above which no merged cell is open.
    """

    begins: frozenset[int]
    ends: frozenset[int]
    last: int = 0


def boundaries(table: Table) -> Boundaries:
    """Where no merged cell is open, and what begins goes below the heading as the table's own first row does.

    None for a table with double borders, for the columns of their gaps hang on all its rows; and none where rows head
    groups below no heading, for cells of another part could not say which.
    """
    heads = header_rows(table)
    if any(is_double(border) for row in table.rows for cell in row.cells for border in _borders(cell.format)) or (
        not heads and heading_groups(table, 0)
    ):
        return Boundaries(frozenset(), frozenset())
    begins: list[int] = []
    ends: list[int] = []
    reach = heads
    for index, row in enumerate(table.rows):
        if index >= reach and _fits_below(table, heads, row):
            begins.append(index)
        if index >= reach:
            ends.append(index)
        reach = max([reach, *(index + cell.row_span for cell in row.cells)])
    return Boundaries(frozenset(begins), frozenset(ends), ends[-1] if ends else 0)


def _borders(form: object) -> list[Border | None]:
    return [getattr(form, side) for side in ("top", "left", "bottom", "right")]


def _fits_below(table: Table, heads: int, row: Row) -> bool:
    """Whether the heading keeps its height above this row; without one, whether the table keeps its place and top."""
    if heads:
        own = rule_widths(Table(table.columns, [*table.rows[:heads], row]))[heads]
        return own == rule_widths(Table(table.columns, table.rows[: heads + 1]))[heads]
    first = table.rows[0].cells
    if not row.cells or not first or row.cells[0].format.left != first[0].format.left:
        return False
    return _line_above(table, row) == _line_above(table, table.rows[0])


def _line_above(table: Table, row: Row) -> _Line:
    made: list[Border | None] = [None] * len(table.columns)
    for cell in row.cells:
        for column in range(cell.column, min(cell.column + cell.column_span, len(table.columns))):
            made[column] = cell.format.top
    return tuple(made)
