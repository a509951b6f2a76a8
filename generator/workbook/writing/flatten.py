"""A dossier as the rows of a workbook's sheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from itertools import count
from typing import Any

from generator.dossier.model import Dossier
from generator.records import record
from generator.workbook.reading.rows import is_no_data
from generator.workbook.sheets.body import KIND, LEVEL, TABLE, TABLE_KEYS, TEXT, body_columns, row_kinds
from generator.workbook.sheets.columns import Column
from generator.workbook.sheets.layout import (
    AGENCY,
    BODY,
    DETAILS,
    FIELD,
    HELP,
    OWNER,
    TABLES,
    VALUE,
    Table,
    detail_columns,
    form_columns,
    tables,
)  # fmt: skip
from generator.workbook.sheets.named import NAMED, with_name
from generator.workbook.sheets.tables import Row, cell_number, rows_of_table, table_columns
from generator.workbook.sheets.values import EMPTY, Written, one_to_text, to_cell

Data = dict[str, Any]


@record()
class SheetRows:
    """One sheet to be written: its name, its columns, its rows by heading; a form has one row a field."""

    name: str
    columns: tuple[Column, ...]
    rows: list[Row] = field(default_factory=list)
    table: Table | None = None
    form: tuple[Column, ...] = ()
    numbers: Iterator[int] = field(default_factory=lambda: count(1))  # of its tables


def sheets_of(dossier: Dossier | None) -> list[SheetRows]:
    """Every sheet with its rows, in order; without a dossier they hold no more than the fields of the agency."""
    data = dossier.model_dump(mode="json", by_alias=True, exclude_defaults=True) if dossier else {}
    documents: list[Data] = data.get("van_ban", [])
    names = owner_names(documents)
    body, free_tables = _body(documents, names)
    found = [_form(data)]
    for table in tables():
        if table.of_document:
            rows = [row for name, one in zip(names, documents, strict=True) for row in _owned(table, name, one)]
        else:
            rows = list(_records(table, _at(data, table.at) or []))
        found.append(SheetRows(table.sheet, table.all_columns, rows, table))
        if table.at == ("van_ban",):
            found += [body, free_tables, _details(documents, names)]
    _name_codes(found)
    return found


def _name_codes(sheets: list[SheetRows]) -> None:
    """Put beside each code the name of what it stands for, as the lists do."""
    by_name = {rows.name: rows for rows in sheets}
    for (sheet, path), named in NAMED.items():
        names = {row.get(named.code): str(row.get(named.name) or "") for row in by_name[named.sheet].rows}
        heading = next(column.heading for column in by_name[sheet].columns if column.path == path)
        for row in by_name[sheet].rows:
            code = row.get(heading)
            if isinstance(code, str) and code in names:
                row[heading] = with_name(code, names[code])


def owner_names(documents: list[Data]) -> list[str]:
    """What the rows call each document: its name, or its number among the documents."""
    return [document.get("ten_tep") or f"#{number}" for number, document in enumerate(documents, start=1)]


def _at(data: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _form(data: Data) -> SheetRows:
    fields = form_columns()
    rows = [_form_row(column, to_cell(_at(data, column.path), column)) for column in fields]
    return SheetRows(AGENCY, (FIELD, VALUE, HELP), rows, form=fields)


def _form_row(column: Column, value: Written) -> Row:
    return {FIELD.heading: column.heading, VALUE.heading: value}


def _records(table: Table, records: list[Data]) -> Iterator[Row]:
    own = [column for column in table.columns if not column.of_child]
    below = [column for column in table.columns if column.of_child]
    for written in records:
        first = {column.heading: to_cell(_at(written, column.path), column) for column in own}
        for index, item in enumerate(written.get(table.child) or [{}] if table.child else [{}]):
            row: Row = dict(first) if index == 0 else {}
            row |= {column.heading: to_cell(_at(item, column.path), column) for column in below}
            leading = next((value for value in row.values() if value is not None), None)
            if index and isinstance(leading, str) and is_no_data(leading):
                row = {table.key.heading: first[table.key.heading], **row}
            yield row


def _owned(table: Table, name: str, document: Data) -> Iterator[Row]:
    items = document.get(table.at[0])
    if table.plain:
        heading = table.columns[0].heading
        for text in [EMPTY] if items == [] else map(one_to_text, items or []):
            yield {OWNER.heading: name, heading: text}
        return
    for row in _records(table, items or []):
        yield {OWNER.heading: name, **row}


def _details(documents: list[Data], names: list[str]) -> SheetRows:
    rows: list[Row] = []
    for name, document in zip(names, documents, strict=True):
        for column in detail_columns().get(document["loai"], ()):
            value = to_cell(_at(document.get("chi_tiet"), column.path), column)
            rows.append({OWNER.heading: name, **_form_row(column, value)})
    return SheetRows(DETAILS, (OWNER, FIELD, VALUE), rows)


def _body(documents: list[Data], names: list[str]) -> tuple[SheetRows, SheetRows]:
    body = SheetRows(BODY, body_columns())
    free = SheetRows(TABLES, ())
    for name, document in zip(names, documents, strict=True):
        for block in document.get("noi_dung", ()):
            _block(block, name, 1, body, free)
        for key in ("van_ban_kem_theo", "phu_luc"):
            for part in document.get(key) or ():
                body.rows.append(_body_row(key, part, name, None))
                for block in part["noi_dung"]:
                    _block(block, name, 1, body, free)
    free.columns = table_columns(max((cell_number(heading) for row in free.rows for heading in row), default=0))
    return body, free


def _block(block: Data, name: str, level: int, body: SheetRows, free: SheetRows) -> None:
    key = next(key for key in row_kinds() if block.get(key) is not None)
    row = _body_row(key, block, name, level)
    table = {part: value for part, value in block[key].items() if part in TABLE_KEYS} if _is_view(key) else {}
    if table:
        code = f"bang-{next(free.numbers)}"
        row[TABLE.heading] = code
        free.rows += rows_of_table(code, table)
    body.rows.append(row)
    for inner in block.get("noi_dung") or ():
        _block(inner, name, level + 1, body, free)


def _is_view(key: str) -> bool:
    return row_kinds()[key].has_table


def _body_row(key: str, data: Data, name: str, level: int | None) -> Row:
    kind = row_kinds()[key]
    row: Row = {OWNER.heading: name, LEVEL.heading: level, KIND: kind.label}
    if kind.text is not None:
        row[TEXT.heading] = to_cell(_at(data, kind.at), kind.text)
    for column in kind.columns:
        row[column.heading] = to_cell(_at(data, column.path), column)
    return row
