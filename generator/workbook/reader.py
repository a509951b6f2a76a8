"""A workbook read as a dossier: every problem with its sheet and cell, and what was forgiven."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from generator.dossier.model import Dossier
from generator.dossier.reading.reader import build_dossier
from generator.errors import DataError, Problem
from generator.faults import Code, Fault
from generator.logs import get_logger
from generator.opc import MAX_FILE
from generator.records import record
from generator.typed.opening import file_bytes
from generator.typed.source import Path_, Source
from generator.wording.characters import fold
from generator.wording.nearest import TAKEN, did_you_mean
from generator.workbook.reading.body import read_bodies
from generator.workbook.reading.headings import Said
from generator.workbook.reading.records import read_form, read_records
from generator.workbook.reading.rows import EXAMPLE, Row, read_rows
from generator.workbook.reading.tables import read_tables
from generator.workbook.reading.unseen import tell_unseen
from generator.workbook.sheets.body import body_columns
from generator.workbook.sheets.columns import Column
from generator.workbook.sheets.layout import (
    AGENCY,
    BODY,
    DETAILS,
    DOCUMENTS,
    FIELD,
    GUIDE,
    HELP,
    LISTS,
    OWNER,
    TABLES,
    VALUE,
    Table,
    detail_columns,
    form_columns,
    tables,
)  # fmt: skip
from generator.workbook.sheets.tables import table_columns
from generator.workbook.sheets.words import SHEETS
from generator.workbook.writing.examples import example_rows
from generator.workbook.writing.flatten import owner_names
from generator.workbook.xlsx.grid import Grid, read_grid
from generator.workbook.xlsx.package import Package, SheetPart

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
"""What a spreadsheet's name ends in; of these ``.xls`` and ``.ods`` are refused with advice."""

_LOG = get_logger(__name__)
_NOT_READ = frozenset(map(fold, (GUIDE, LISTS)))
Data = dict[str, Any]


@record(frozen=True)
class WorkbookRead:
    """A dossier read from a workbook: its values as typed, the cell of each, and notes on what was forgiven."""

    dossier: Dossier
    source: Source
    data: Data
    notes: tuple[str, ...]


def read_workbook(path: Path | str, only: Collection[str] = ()) -> WorkbookRead:
    """The dossier in the workbook; raises DataError with every problem found, each with its sheet and cell."""
    path = Path(path)
    try:
        raw = file_bytes(path, MAX_FILE)  # one byte too many is refused below
    except Fault as fault:
        raise DataError(fault.problem(str(path), SHEETS)) from None
    return read_workbook_bytes(raw, path.name, only)


def read_workbook_bytes(raw: bytes, label: str, only: Collection[str] = ()) -> WorkbookRead:
    """The same, of the file's bytes; ``label`` is what messages call the file.

    With ``only``, documents of other names that alone are wrong are left out, which the notes say.
    """
    work = _Work(Package(raw, label))
    data = work.read()
    if work.said.problems and work.unreadable:
        raise DataError(work.said.problems)
    work.source.lines[()] = label
    work.source.problems += work.said.problems
    dossier = build_dossier(data, work.source, only=only, notes=work.said.notes)
    _LOG.info("workbook read: %d documents, %d notes", len(dossier.documents), len(work.said.notes))
    return WorkbookRead(dossier, work.source, data, tuple(work.said.notes))


class _Work:
    """One workbook while it is read."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.said = Said()
        self.source = Source(medium=SHEETS)
        self.unreadable = False
        self._grids = self._find_sheets()

    def _find_sheets(self) -> dict[str, Grid]:
        """The sheets of ours by name; the others are left unread, which is said."""
        wanted = {fold(name): name for name in _sheet_columns()}
        found: dict[str, Grid] = {}
        left = []
        for part in self.package.sheets:
            name = wanted.get(fold(part.name))
            if name and name in found:
                what, fix = f"có hai sheet «{name}»", "xóa hoặc đổi tên một sheet; dữ liệu dồn về một sheet"
                self._fail(Problem(self.package.label, what, fix))
            elif name:
                found[name] = self._read_grid(part)
            elif fold(part.name) not in _NOT_READ:
                left.append(part)
        for part in left:
            free = [key for key, name in wanted.items() if name not in found]
            close = did_you_mean(part.name, free, likeness=TAKEN)
            if close:
                found[wanted[close[0]]] = self._read_grid(part)
                self.said.notes.append(f"Sheet «{part.name}» được hiểu là «{wanted[close[0]]}»")
            else:
                self.said.notes.append(f"Sheet «{part.name}» không thuộc hồ sơ, bỏ qua")
        self.said.notes += [f"Sheet «{grid.name}» đang ẩn, vẫn đọc" for grid in found.values() if grid.hidden]
        for name in (AGENCY, DOCUMENTS):
            if name not in found:
                fix = f"thêm sheet «{name}», hoặc tạo tệp mới: vanthu workbook new"
                self._fail(Problem(self.package.label, f"thiếu sheet «{name}»", fix, Code.NO_SHEET))
        return found

    def _read_grid(self, part: SheetPart) -> Grid:
        """The cells of the sheet; none, with the problem said, when it cannot be read whole."""
        try:
            return read_grid(self.package, part)
        except DataError as error:
            self._fail(*error.problems)
            return Grid(part.name, part.hidden)

    def _fail(self, *problems: Problem) -> None:
        self.said.problems += problems
        self.unreadable = True

    def _rows(self, name: str, columns: Sequence[Column]) -> list[Row]:
        grid = self._grids.get(name)
        if grid is None or not grid.rows:
            return []
        rows = read_rows(grid, columns, self.said)
        self.unreadable |= rows is None
        kept = [row for row in rows or [] if not (row.is_example and self._told(row, name))]
        tell_unseen(grid, kept, self.said)
        return kept

    def _told(self, row: Row, name: str) -> bool:
        """Say of an example row that it is not the one we wrote: someone may have typed over it."""
        typed = {heading: cell.text for heading, cell in row.cells.items() if cell.number is None}
        ours = [{k: v for k, v in shown.items() if isinstance(v, str)} for shown in example_rows(name)]
        if not any(all(typed.get(heading) == text for heading, text in shown.items()) for shown in ours):
            self.said.notes.append(
                f"{row.place()}: không đọc vì bắt đầu bằng «{EXAMPLE}»; nếu là dữ liệu thì xóa chữ đó"
            )
        return True

    def read(self) -> Data:
        """The values of all sheets."""
        columns = _sheet_columns()
        rows = {name: self._rows(name, columns[name]) for name in columns}
        data = read_form(form_columns(), rows[AGENCY], (), self.source, self.said)
        for table in tables():
            if not table.of_document:
                self._put(data, table, rows[table.sheet])
        documents: list[Data] = data.get("van_ban", [])
        self._note_places(data)
        self._names = owner_names(documents)
        for table in tables():
            if table.of_document:
                for index, owned in self._by_owner(rows[table.sheet]).items():
                    path: Path_ = ("van_ban", index, *table.at)
                    self.source.lines[path] = owned[0].place()
                    documents[index][table.at[0]] = read_records(table, owned, path, self.source, self.said)
        for index, owned in self._by_owner(rows[DETAILS]).items():
            self._details(documents[index], index, owned)
        owners = {row.number: index for index, owned in self._by_owner(rows[BODY]).items() for row in owned}
        free = read_tables(rows[TABLES], self.said)
        read_bodies(rows[BODY], documents, lambda row: owners.get(row.number), free, self.source, self.said)
        return data

    def _put(self, data: Data, table: Table, rows: list[Row]) -> None:
        records = read_records(table, rows, table.at, self.source, self.said)
        if records:
            around = data.setdefault(table.at[0], {}) if len(table.at) > 1 else data
            around[table.at[-1]] = records

    def _note_places(self, data: Data) -> None:
        """Where a list that is not there at all would have been written."""
        for table in tables():
            if not table.of_document and table.at not in self.source.lines:
                self.source.lines[table.at] = f"Sheet {table.sheet}"
        data.setdefault("co_quan", {})
        self.source.lines.setdefault(("co_quan",), f"Sheet {AGENCY}")

    def _by_owner(self, rows: list[Row]) -> dict[int, list[Row]]:
        """The rows by the document they belong to (from 0); a row that names none belongs where the one above does."""
        numbers = {fold(name): index for index, name in enumerate(self._names)}
        found: dict[int, list[Row]] = {}
        current = 0 if len(self._names) == 1 else None
        for row in rows if self._names else ():  # that there is no document at all is said once
            name = row.text(OWNER)
            if name:
                current = self._names.index(name) if name in self._names else numbers.get(fold(name))
            if current is None:
                what = f"không có văn bản «{name}»" if name else "chưa rõ dòng này của văn bản nào"
                fix = f"ghi tên tệp của một văn bản: {', '.join(self._names)}"
                self.said.problems.append(Problem(row.place(OWNER.heading), what, fix, Code.WHOSE_ROW))
                continue
            found.setdefault(current, []).append(row)
        return found

    def _details(self, document: Data, index: int, rows: list[Row]) -> None:
        """The fields of the document's type; a document of a type that has none is left to complain of itself."""
        kind = " ".join(str(document.get("loai", "")).split()).lower()
        columns = detail_columns().get(kind, ())
        path = ("van_ban", index, "chi_tiet")
        self.source.lines[path] = rows[0].place(FIELD.heading)
        if not columns:
            what = f"{kind} không có mục riêng"
            self.said.problems.append(Problem(rows[0].place(), what, "xóa các dòng này", Code.NO_DETAILS))
            return
        document["chi_tiet"] = read_form(columns, rows, path, self.source, self.said)


@cache
def _sheet_columns() -> dict[str, tuple[Column, ...]]:
    """The columns of every sheet that is read, by its name."""
    form = (FIELD, VALUE)
    own = {table.sheet: table.all_columns for table in tables()}
    return {AGENCY: (*form, HELP), **own, BODY: body_columns(), TABLES: table_columns(), DETAILS: (OWNER, *form)}
