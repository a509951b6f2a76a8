"""The rows of the sheet of free tables as the columns and lines of each, by its code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Any

from generator.dossier.quality.columns import OBJECTIVE_COLUMNS, PLAN_COLUMNS
from generator.errors import Problem
from generator.faults import Code
from generator.records import record
from generator.typed.source import Path_, Source
from generator.wording.characters import fold
from generator.workbook.reading.records import put
from generator.workbook.reading.row import Row
from generator.workbook.reading.said import Said
from generator.workbook.sheets.tables import (
    AFTER,
    COLUMN,
    COUNT,
    GROUP,
    KIND,
    LEVEL,
    NAME,
    cell_column,
    cell_number,
    column_columns,
    line_columns,
)  # fmt: skip
from generator.workbook.sheets.words import code_of

_KINDS = (COLUMN, "Dòng", GROUP, AFTER)
_PRINTABLE = (*OBJECTIVE_COLUMNS, *PLAN_COLUMNS)  # columns that may be picked, by name or by key
_MAX_LEVEL = 20
Data = dict[str, Any]


@record()
class TableData:
    """One table, or choice of columns: its values, and the cell of each (by path from the table)."""

    name: str
    place: str
    data: Data = field(default_factory=dict)
    places: dict[Path_, str] = field(default_factory=dict)
    used: bool = False
    open: dict[str, list[tuple[int, Path_, Data]]] = field(default_factory=lambda: {"cot": [], "dong": []})

    def note(self, source: Source, path: Path_) -> None:
        """Write the cells of the values into the source, the table standing at the path."""
        for inner, place in self.places.items():
            source.lines[(*path, *inner)] = place


def read_tables(rows: Sequence[Row], said: Said) -> dict[str, TableData]:
    """Every table of the sheet by its code, folded."""
    tables: dict[str, TableData] = {}
    current: TableData | None = None
    for row in rows:
        name = row.text(NAME)
        if name:
            current = tables.setdefault(fold(name), TableData(name, row.place(NAME.heading)))
        if current is None:
            said.problems.append(
                Problem(row.place(NAME.heading), "chưa rõ dòng này của bảng nào", "ghi mã bảng", Code.BAD_ROW)
            )
            continue
        _add(current, row, said)
    for table in tables.values():
        _even(table.data)
    return tables


def _add(table: TableData, row: Row, said: Said) -> None:
    kind = code_of(row.text(KIND), _KINDS)
    if kind not in _KINDS:
        what, fix = f"loại dòng «{kind}» không dùng được", f"chọn: {', '.join(_KINDS)}"
        problem = Problem(row.place(KIND.heading), what, fix, Code.BAD_ROW)
        said.problems.append(problem)
        return
    level = _level(row, said)
    key = "cot" if kind == COLUMN else "dong"
    stack = table.open[key]
    if kind == AFTER:
        _after(table, stack, row, level, said)
        return
    while stack and stack[-1][0] >= level:
        stack.pop()
    siblings = (stack[-1][2] if stack else table.data).setdefault(key, [])
    path = (*(stack[-1][1] if stack else ()), key, len(siblings))
    item: Data = {}
    siblings.append(item)
    stack.append((level, path, item))
    table.places[path] = row.place()
    for heading, column in (column_columns() if kind == COLUMN else line_columns()).items():
        value = row.value(column, said)
        if column.path == ("truong",) and isinstance(value, str):
            value = code_of(value.strip(), _PRINTABLE)
        if value is not None:
            put(item, column.path, value)
            table.places[(*path, *column.path)] = row.place(heading)
    if kind == GROUP:
        item["nhom"] = row.value(cell_column(1), said)
        table.places[(*path, "nhom")] = row.place(cell_column(1).heading)
    elif kind != COLUMN:
        item["o"] = _cells(table, row, (*path, "o"), said)


def _after(table: TableData, stack: list[tuple[int, Path_, Data]], row: Row, level: int, said: Said) -> None:
    while stack and stack[-1][0] > level:
        stack.pop()
    if not stack:
        problem = Problem(
            row.place(), f"«{AFTER}» phải đi sau dòng của nó", "đặt ngay dưới dòng có các ô gộp", Code.BAD_ROW
        )
        said.problems.append(problem)
        return
    _, path, item = stack[-1]
    item["o_sau"] = _cells(table, row, (*path, "o_sau"), said)


def _level(row: Row, said: Said) -> int:
    text = row.text(LEVEL)
    if not text:
        return 1
    if text.isdecimal() and 1 <= int(text) <= _MAX_LEVEL:
        return int(text)
    problem = Problem(
        row.place(LEVEL.heading), f"cấp «{text}» không dùng được", f"ghi số từ 1 đến {_MAX_LEVEL}", Code.BAD_LEVEL
    )
    said.problems.append(problem)
    return 1


def _cells(table: TableData, row: Row, path: Path_, said: Said) -> list[Any]:
    numbers = [cell_number(heading) for heading in row.cells]
    count = max(numbers, default=0)
    if row.text(COUNT):
        text = row.text(COUNT)
        if not text.isdecimal() or not count <= int(text) <= 1000:
            fix = "ghi đúng số ô, hoặc để trống"
            what = f"«{COUNT.heading}» là {text} nhưng dòng có {count} ô"
            problem = Problem(row.place(COUNT.heading), what, fix, Code.UNEVEN_ROW)
            said.problems.append(problem)
        else:
            count = int(text)
    cells = []
    for number in range(1, count + 1):
        column = cell_column(number)
        cells.append(row.value(column, said) or "")
        table.places[(*path, number - 1)] = row.place(column.heading)
    return cells


def _even(data: Data) -> None:
    """Lines with no group around them, whose last cells are empty, are as long as the table is wide."""
    width = sum(1 for _ in _leaves(data.get("cot") or []))
    for line in data.get("dong") or ():
        if "dong" not in line and "o" in line:
            line["o"] += [""] * (width - len(line["o"]))


def _leaves(columns: list[Data]) -> Iterator[Data]:
    for column in columns:
        if column.get("cot"):
            yield from _leaves(column["cot"])
        else:
            yield column
