"""The sheet of free tables and chosen columns: a row each column, a row each line, the cells side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from generator.dossier.documents.tables import ColumnChoice, DataColumn, DataRow
from generator.patterns import late
from generator.workbook.sheets.columns import Column, Kind, column_of, item_model_of
from generator.workbook.sheets.values import Written, lines_to_text, to_cell

NAME = Column("Bảng", (), note="Mã bảng đã ghi ở sheet Nội dung; để trống thì như dòng trên")
COLUMN, LINE, GROUP, AFTER = "Cột", "Dòng", "Dòng tiêu đề nhóm", "Ô chung ở sau"
_KINDS = (COLUMN, LINE, GROUP, AFTER)
KIND = Column("Loại dòng", (), Kind.CHOICE, "Khai các cột trước, rồi đến các dòng của bảng", _KINDS, required=True)
LEVEL = Column(
    "Cấp", (), Kind.WHOLE, "Để trống là 1; 2 là cột con của cột trên, hoặc dòng trong nhóm của dòng trên (ô gộp)"
)
COUNT = Column("Số ô", (), Kind.WHOLE, "Số ô của dòng này, kể cả ô trống; để trống thì tự suy")
_CELL_HEADING = late(r"ô\s*(\d+)", re.I)
_FEWEST = 6  # cells a sheet has room for, however small its tables

Row = dict[str, Written]


@cache
def column_columns() -> dict[str, Column]:
    """The columns a row of kind «Cột» uses, by heading: those of a free table's columns, and of chosen ones."""
    found: dict[str, Column] = {}
    for model in (ColumnChoice, DataColumn):
        for name, field in model.model_fields.items():
            if not item_model_of(field.annotation):
                column = column_of(field.alias or name, field)
                found.setdefault(column.heading, replace(column, required=False))
    return found


@cache
def line_columns() -> dict[str, Column]:
    """The columns the other rows use, by heading."""
    column = next(column_of(f.alias or n, f) for n, f in DataRow.model_fields.items() if n == "bold")
    return {column.heading: column}


def table_columns(cells: int = 0) -> tuple[Column, ...]:
    """The columns of the sheet, with room for so many cells."""
    described = {**column_columns(), **line_columns()}.values()
    numbered = (cell_column(number) for number in range(1, max(cells, _FEWEST) + 1))
    return (NAME, KIND, LEVEL, *described, COUNT, *numbered)


def cell_column(number: int) -> Column:
    """The column of the cell with the number (from 1)."""
    return Column(f"Ô {number}", (), Kind.LINES)


def cell_number(heading: str) -> int:
    """The number in the heading of a cell's column; 0 for other headings."""
    match = _CELL_HEADING.fullmatch(heading.strip())
    return int(match[1]) if match else 0


def rows_of_table(name: str, table: dict[str, Any]) -> Iterator[Row]:
    """The rows that say the columns, then the lines, of one table or choice of columns (as JSON has it)."""
    yield from _columns(name, table.get("cot") or (), 1)
    yield from _lines(name, table.get("dong") or (), 1)


def _columns(name: str, columns: Any, level: int) -> Iterator[Row]:
    for data in columns:
        row: Row = {NAME.heading: name, KIND.heading: COLUMN, LEVEL.heading: level}
        for heading, column in column_columns().items():
            row[heading] = to_cell(data.get(column.path[0]), column)
        yield row
        yield from _columns(name, data.get("cot") or (), level + 1)


def _lines(name: str, lines: Any, level: int) -> Iterator[Row]:
    for data in lines:
        heading = data.get("nhom") or []
        kind, cells = (GROUP, [heading]) if heading else (LINE, data.get("o") or [])
        row = _line(name, kind, level, cells)
        for column in line_columns().values():
            row[column.heading] = to_cell(data.get(column.path[0]), column)
        yield row
        if data.get("o_sau"):
            yield _line(name, AFTER, level, data["o_sau"])
        yield from _lines(name, data.get("dong") or (), level + 1)


def _line(name: str, kind: str, level: int, cells: Any) -> Row:
    row: Row = {NAME.heading: name, KIND.heading: kind, LEVEL.heading: level}
    if kind != GROUP:
        row[COUNT.heading] = len(cells)
    for number, cell in enumerate(cells, start=1):
        row[cell_column(number).heading] = lines_to_text(list(cell)) if cell else None
    return row
