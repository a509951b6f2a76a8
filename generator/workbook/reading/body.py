"""The rows of the sheet of bodies as the units of each document, its attached texts and its phụ lục."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from typing import Any

from generator.errors import Problem
from generator.faults import Code
from generator.records import record
from generator.typed.source import Path_, Source
from generator.wording.characters import fold
from generator.workbook.reading.records import put
from generator.workbook.reading.row import Row
from generator.workbook.reading.said import Said
from generator.workbook.reading.tables import TableData
from generator.workbook.sheets.body import KIND, LEVEL, TABLE, TEXT, RowKind, body_columns, row_kinds
from generator.workbook.sheets.words import code_of, label_of

Data = dict[str, Any]
_RANKS = ("phan", "chuong", "muc", "dieu", "khoan", "diem", "gach", "cong")
_INNERMOST = len(_RANKS)
_MAX_LEVEL = 50
_SAID = "?"
"""What stands where something is wrong that has been said: the unit is there, and not told as missing besides."""


@record()
class _Open:
    """A unit that later rows may still be inside of."""

    level: int
    rank: int
    path: Path_
    data: Data


@record()
class Body:
    """One document while its rows are read: where its next units go."""

    document: Data
    path: Path_
    source: Source
    said: Said
    tables: dict[str, TableData]
    part: Data = field(init=False)
    part_path: Path_ = field(init=False)
    stack: list[_Open] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.part, self.part_path = self.document, self.path

    def add(self, row: Row) -> None:
        """Take one row."""
        labels = {kind.label: kind for kind in row_kinds().values()}
        typed = row.text(_KIND_COLUMN)
        kind = labels.get(code_of(typed, tuple(labels))) or row_kinds().get(typed)
        if kind is None:
            what = f"loại «{typed}» không dùng được" if typed else "chưa rõ dòng này là gì"
            self.said.problems.append(Problem(row.place(KIND), what, f"chọn: {', '.join(labels)}", Code.BAD_ROW))
            self.part.setdefault("noi_dung", []).append({"doan": _SAID})
        elif kind.starts_part:
            parts = self.document.setdefault(kind.key, [])
            self.part, self.part_path = {}, (*self.path, kind.key, len(parts))
            self.stack = []
            parts.append(self.part)
            self._fill(kind, self.part, self.part_path, row)
        else:
            self._unit(kind, row)

    def _unit(self, kind: RowKind, row: Row) -> None:
        level, rank = self._level(kind, row), _rank(kind.key)
        while self.stack and self.stack[-1].level >= level:
            self.stack.pop()
        around = self.stack[-1].data if self.stack else self.part
        above = self.stack[-1].path if self.stack else self.part_path
        siblings = around.setdefault("noi_dung", [])
        path = (*above, "noi_dung", len(siblings))
        block: Data = {}
        siblings.append(block)
        self.stack.append(_Open(level, rank, path, block))
        self._fill(kind, block, path, row)

    def _fill(self, kind: RowKind, data: Data, path: Path_, row: Row) -> None:
        self.source.lines[path] = row.place(KIND)
        if kind.text is not None:
            value = row.value(kind.text, self.said, TEXT.heading)
            put(data, kind.at, value)
            for length in range(1, len(kind.at) + 1):
                self.source.lines[(*path, *kind.at[:length])] = row.place(TEXT.heading)
            if len(kind.at) > 1 and value not in kind.text.choices:
                self._no_form(row, kind)
                put(data, kind.at, kind.text.choices[0])
            elif value is None:
                if not row.cells.get(TEXT.heading):
                    self._empty(row, kind)
                put(data, kind.at, _SAID)
        elif row.cells.get(TEXT.heading):
            what = f"«{kind.label}» không có lời ở cột này"
            self.said.problems.append(Problem(row.place(TEXT.heading), what, "xóa ô này", Code.NOT_HERE))
        own = {column.heading: column for column in kind.columns}
        for heading in row.cells:
            if heading in own:
                value = row.value(own[heading], self.said)
                if value is not None:
                    put(data, own[heading].path, value)
                    self.source.lines[(*path, *own[heading].path)] = row.place(heading)
            elif heading in _EXTRA and not (heading == TABLE.heading and kind.has_table):
                what = f"cột «{heading}» không dùng với «{kind.label}»"
                self.said.problems.append(Problem(row.place(heading), what, "xóa ô này", Code.NOT_HERE))
        if kind.has_table:
            self._table(kind, data, path, row)

    def _empty(self, row: Row, kind: RowKind) -> None:
        place = row.place(TEXT.heading)
        fix = "điền lời văn, hoặc xóa cả dòng"
        self.said.problems.append(Problem(place, f"«{kind.label}» đang để trống", fix, Code.EMPTY))

    def _no_form(self, row: Row, kind: RowKind) -> None:
        """Says that a view has no form, which this sheet has no column of its own for."""
        assert kind.text is not None
        typed = row.text(TEXT)
        what = f"«{kind.label}» không có dạng «{typed}»" if typed else f"«{kind.label}» chưa ghi dạng"
        fix = f"ghi vào ô này: {', '.join(map(label_of, kind.text.choices))}"
        code = Code.NO_CHOICE if typed else Code.EMPTY
        self.said.problems.append(Problem(row.place(TEXT.heading), what, fix, code))

    def _table(self, kind: RowKind, data: Data, path: Path_, row: Row) -> None:
        code = row.text(TABLE)
        table = self.tables.get(fold(code)) if code else None
        inner = data.setdefault(kind.key, {})
        if table is not None:
            table.used = True
            inner.update(table.data)
            self.source.lines.setdefault((*path, kind.key), table.place)
            table.note(self.source, (*path, kind.key))
        elif code or kind.table_required:
            what = f"sheet Bảng không có bảng «{code}»" if code else "chưa ghi mã bảng"
            known = ", ".join(table.name for table in self.tables.values()) or "chưa khai bảng nào"
            fix = f"ghi mã của một bảng ở sheet Bảng (đang có: {known})"
            self.said.problems.append(Problem(row.place(TABLE.heading), what, fix, Code.UNKNOWN))
            inner.update({"cot": [_SAID], "dong": [[_SAID]]})

    def _level(self, kind: RowKind, row: Row) -> int:
        text = row.text(LEVEL)
        if text.isdecimal() and 1 <= int(text) <= _MAX_LEVEL:
            return int(text)
        if text:
            what, fix = f"cấp «{text}» không dùng được", f"ghi số từ 1 đến {_MAX_LEVEL}, hoặc để trống"
            self.said.problems.append(Problem(row.place(LEVEL.heading), what, fix, Code.BAD_LEVEL))
        around = [unit for unit in self.stack if unit.rank < _rank(kind.key)]
        return around[-1].level + 1 if around else 1


_KIND_COLUMN = next(column for column in body_columns() if column.heading == KIND)
_EXTRA = frozenset(column.heading for column in body_columns()[4:])


def _rank(key: str) -> int:
    """How far inside a unit stands by nature; what is no numbered unit stands in any of them."""
    name = key.removesuffix("_tieu_de")
    return _RANKS.index(name) if name in _RANKS else _INNERMOST


def read_bodies(
    rows: Sequence[Row], documents: list[Data], owner: Callable[[Row], int | None], tables: dict[str, TableData],
    source: Source, said: Said,
) -> None:  # fmt: skip
    """Put the units of every row into the document it belongs to; ``owner`` gives its number (from 0)."""
    bodies: dict[int, Body] = {}
    for row in rows:
        index = owner(row)
        if index is not None:
            if index not in bodies:
                bodies[index] = Body(documents[index], ("van_ban", index), source, said, tables)
            bodies[index].add(row)
    for table in tables.values():
        if not table.used:
            what = "không dòng nào ở sheet Nội dung in bảng này"
            said.problems.append(Problem(table.place, what, "ghi mã bảng vào cột «Mã bảng»", Code.UNUSED_TABLE))
