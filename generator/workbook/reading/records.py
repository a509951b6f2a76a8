"""The rows of a sheet as the nested values of a dossier, each with the cell it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.typed.source import Path_, Source
from generator.wording.characters import fold
from generator.wording.nearest import TAKEN, did_you_mean
from generator.workbook.reading.row import Row
from generator.workbook.reading.said import Said
from generator.workbook.sheets.columns import Column
from generator.workbook.sheets.layout import FIELD, VALUE, Table
from generator.workbook.sheets.values import text_to_items

Data = dict[str, Any]


def fill(data: Data, columns: Sequence[Column], row: Row, path: Path_, source: Source, said: Said) -> None:
    """Put the values of the row's cells into the record at the path; blanks that must be filled are noted as blank."""
    for column in columns:
        value = row.value(column, said)
        if value is not None:
            put(data, column.path, value)
            _note(source, path, column.path, row.place(column.heading))
        elif column.required:
            # The part around it is there, so that the complaint is of this cell.
            put(data, column.path, None)
            _note(source, path, column.path, row.place(column.heading))


def put(data: Data, keys: tuple[str, ...], value: Any) -> None:
    """Set the value at the end of the keys, making the parts around it; None only makes those."""
    for key in keys[:-1]:
        data = data.setdefault(key, {})
    if value is not None:
        data[keys[-1]] = value


def _note(source: Source, path: Path_, keys: tuple[str, ...], place: str) -> None:
    for length in range(1, len(keys) + 1):
        source.lines.setdefault((*path, *keys[:length]), place)


def read_records(table: Table, rows: Sequence[Row], path: Path_, source: Source, said: Said) -> list[Any]:
    """The records of the rows, noted below the path."""
    if table.plain:
        return _plain(table, rows, path, source, said)
    records: list[Data] = []
    own = [column for column in table.columns if not column.of_child]
    below = [column for column in table.columns if column.of_child]
    first: Row | None = None
    for row in rows:
        if first is None or not _continues(table, own, row, first):
            first = row
            at = (*path, len(records))
            record: Data = {}
            records.append(record)
            source.lines[at] = row.place(table.key.heading)
            fill(record, own, row, at, source, said)
        if any(row.cells.get(column.heading) for column in below):
            items = records[-1].setdefault(table.child, [])
            inner = (*path, len(records) - 1, table.child, len(items))
            source.lines[inner] = row.place(next(c.heading for c in below if c.heading in row.cells))
            item: Data = {}
            items.append(item)
            fill(item, below, row, inner, source, said)
    return records


def _continues(table: Table, own: Sequence[Column], row: Row, first: Row) -> bool:
    """Whether the row adds to the record begun above: it says nothing else of it, or the same again."""
    if not table.child:
        return False
    return all(row.text(column) in ("", first.text(column)) for column in own)


def _plain(table: Table, rows: Sequence[Row], path: Path_, source: Source, said: Said) -> list[Any]:
    (column,) = table.columns
    texts: list[Any] = []
    for row in rows:
        value = row.value(column, said)
        for text in text_to_items(str(value)) if value is not None else ():
            source.lines[(*path, len(texts))] = row.place(column.heading)
            texts.append(text)
    return texts


def read_form(columns: Sequence[Column], rows: Sequence[Row], path: Path_, source: Source, said: Said) -> Data:
    """The record whose fields take a row each: the field's name, then its value."""
    data: Data = {}
    by_name = {fold(column.heading): column for column in columns}
    for row in rows:
        name = row.text(FIELD)
        column = by_name.get(fold(name)) or _close(by_name, name, row, said)
        if column is None:
            if row.text(VALUE):
                said.notes.append(f"{row.place(FIELD.heading)}: mục «{name[:60]}» không dùng, bỏ qua")
            continue
        value = row.value(column, said, VALUE.heading)
        if value is not None or column.required:
            put(data, column.path, value)
            _note(source, path, column.path, row.place(VALUE.heading))
    return data


def _close(by_name: dict[str, Column], name: str, row: Row, said: Said) -> Column | None:
    close = did_you_mean(name, by_name, likeness=TAKEN)
    if not close:
        return None
    column = by_name[close[0]]
    said.notes.append(f"{row.place(FIELD.heading)}: mục «{name[:60]}» được hiểu là «{column.heading}»")
    return column
