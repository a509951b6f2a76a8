"""Above which rows of a table a part may begin or end, so that the rows are drawn as they are in the whole table."""

from __future__ import annotations

from generator.layout.tree import Border, Row, Table
from generator.pdf.typst.double_rules import is_double
from generator.pdf.typst.tables import header_rows, rule_widths


def boundaries(table: Table) -> frozenset[int]:
    """The rows below the heading above which no merged cell is open, and that go below it as its own first row does.

    Empty for a table with double borders: the columns of their gaps hang on all its rows.
    """
    if any(is_double(border) for row in table.rows for cell in row.cells for border in _borders(cell.format)):
        return frozenset()
    heads = header_rows(table)
    found: list[int] = []
    reach = heads
    for index, row in enumerate(table.rows):
        if index >= reach and _fits_below(table, heads, row):
            found.append(index)
        reach = max([reach, *(index + cell.row_span for cell in row.cells)])
    return frozenset(found)


def _borders(form: object) -> list[Border | None]:
    return [getattr(form, side) for side in ("top", "left", "bottom", "right")]


def _fits_below(table: Table, heads: int, row: Row) -> bool:
    """Whether the heading keeps its height above this row, or the table its place when it begins with it."""
    if heads:
        own = rule_widths(Table(table.columns, [*table.rows[:heads], row]))[heads]
        return own == rule_widths(Table(table.columns, table.rows[: heads + 1]))[heads]
    first = table.rows[0].cells
    return bool(row.cells and first) and row.cells[0].format.left == first[0].format.left
