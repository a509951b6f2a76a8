"""The grid of a table: where each cell stands when cells cover several columns and rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.content import Cell, Row
from generator.records import record


class SpanError(ValueError):
    """A table's cells do not fill its grid: whoever composed it is wrong, not the template and not the data."""


@record(frozen=True)
class Place:
    """A place of one row in the grid: its first column, columns covered, and its cell (None: covered from above)."""

    column: int
    columns: int
    cell: Cell | None


def lay_out(rows: Sequence[Row], columns: int) -> Iterator[list[Place]]:
    """Every row's places in the grid, left to right; spans that do not fill the grid raise SpanError."""
    open_rows = [0] * columns  # how many further rows the cell above still covers, by column
    owners: list[Place | None] = [None] * columns
    for number, row in enumerate(rows, 1):
        places: list[Place] = []
        cells = iter(row.cells)
        column = 0
        while column < columns:
            owner = owners[column]
            if open_rows[column] and owner is not None:
                for covered in range(owner.column, owner.column + owner.columns):
                    open_rows[covered] -= 1
                places.append(Place(owner.column, owner.columns, None))
                column += owner.columns
                continue
            cell = next(cells, None)
            if cell is None:
                raise SpanError(f"row {number}: no cell for column {column + 1}")
            place = Place(column, cell.columns, cell)
            end = column + cell.columns
            if cell.columns < 1 or cell.rows < 1 or end > columns or any(open_rows[column:end]):
                raise SpanError(f"row {number}: a cell of {cell.columns} columns does not fit at {column + 1}")
            for covered in range(column, end):
                open_rows[covered], owners[covered] = cell.rows - 1, place
            places.append(place)
            column = end
        if next(cells, None) is not None:
            raise SpanError(f"row {number}: more cells than columns")
        yield places
    if any(open_rows):
        raise SpanError("a cell reaches below the last row of its group")
