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
from generator.patterns import late
from generator.records import record
from generator.typed.opening import file_bytes
from generator.typed.source import Path_, Source
from generator.wording.characters import fold
from generator.workbook.reading.body import read_bodies
from generator.workbook.reading.codes import names_of, read_codes
from generator.workbook.reading.finding import SheetFinder, tell_missing
from generator.workbook.reading.records import read_form, read_records
from generator.workbook.reading.results import ResultRows, bound_units, target_texts, without_groups
from generator.workbook.reading.row import EXAMPLE, Row
from generator.workbook.reading.rows import read_rows, tell_rows
from generator.workbook.reading.said import Said
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
    HELP,
    OBJECTIVES,
    OWNER,
    PLAN,
    RESULTS,
    TABLES,
    VALUE,
    Table,
    detail_columns,
    form_columns,
    tables,
)  # fmt: skip
from generator.workbook.sheets.named import NAMED
from generator.workbook.sheets.tables import table_columns
from generator.workbook.sheets.words import SHEETS
from generator.workbook.writing.examples import example_rows
from generator.workbook.writing.flatten import owner_names
from generator.workbook.xlsx.package import Package

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xlsb", ".xltx", ".xls", ".ods", ".csv"})
"""What a spreadsheet's name ends in; what is inside says whether it is read, or refused with advice."""

_LOG = get_logger(__name__)
_KEYS = {OBJECTIVES: ("Mã mục tiêu",), PLAN: ("Mục tiêu",), RESULTS: ("Mục tiêu",)}  # what a record is of
_ECHOES = frozenset({Code.HALF_FRACTION, Code.EMPTY_TARGET})
_CELL = late(r"(?P<sheet>Sheet .*), ô [A-Z]+(?P<row>\d+)")
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
    try:
        dossier = build_dossier(data, work.source, only=only, notes=work.said.notes)
    except DataError as error:
        raise DataError(_without_echoes(error.problems)) from None
    _LOG.info("workbook read: %d documents, %d notes", len(dossier.documents), len(work.said.notes))
    return WorkbookRead(dossier, work.source, data, tuple(work.said.notes))


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """The problems without those that only say that a value is not there, in a row one of whose cells has none."""
    wrong = {_row_of(problem) for problem in problems if problem.code in (Code.BAD_CELL, Code.NOT_WHOLE)} - {""}
    return [one for one in problems if one.code not in _ECHOES or _row_of(one) not in wrong]


def _row_of(problem: Problem) -> str:
    match = _CELL.fullmatch(problem.place)
    return f"{match['sheet']} {match['row']}" if match else ""


class _Work:
    """One workbook while it is read."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.said = Said()
        self.source = Source(medium=SHEETS)
        finder = SheetFinder(package, _sheet_columns(), self.said)
        self.unreadable = finder.failed
        self._grids = finder.found
        self._bound: frozenset[str] = frozenset()
        self._targets: list[str] = []
        self._done: dict[str, list[Row]] = {}

    def _rows(self, name: str, columns: Sequence[Column]) -> list[Row]:
        grid = self._grids.get(name)
        if grid is None or not grid.rows:
            return []
        rows = read_rows(grid, columns, self.said, keys=_KEYS.get(name, ()), sums=name == RESULTS)
        self.unreadable |= rows is None
        kept = [row for row in rows or [] if not (row.is_example and self._told(row, name))]
        self._done[name] = kept = self._with_codes(name, kept)
        if name == OBJECTIVES:
            self._demand_targets(kept)
        if name == RESULTS:
            kept = self._results(kept)
        elif name in _KEYS:
            kept = without_groups(kept, _KEYS[name][0], self.said)
        tell_rows(grid, kept, self.said)
        tell_unseen(grid, kept, self.said)
        return kept

    def _results(self, rows: list[Row]) -> list[Row]:
        columns = _table_at("ket_qua").columns
        reader = ResultRows(columns, self._bound, self.said)
        problems = [*reader.lacks(rows, by_unit=bool(self._bound)), *reader.foreign(rows, self._targets)]
        self.said.problems += problems
        self.unreadable |= bool(problems)
        return reader.read(rows)

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
        rows: dict[str, list[Row]] = {}
        for name in columns:  # the objectives come before the results, which are read by them
            rows[name] = self._rows(name, columns[name])
            if name == OBJECTIVES:
                self._bound = bound_units(rows[name], _table_at("muc_tieu").columns)
                self._targets = target_texts(rows[name], _table_at("muc_tieu").columns)
        self._demand_results(rows)
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

    def _with_codes(self, name: str, rows: list[Row]) -> list[Row]:
        """Codes of sheets read before, with their names beside them, become the codes."""
        for (sheet, path), named in NAMED.items():
            if sheet == name:
                given = {column.heading: column for column in _sheet_columns()[named.sheet]}
                names = names_of(self._done.get(named.sheet, []), given[named.code], given[named.name])
                column = next(column for column in _sheet_columns()[name] if column.path == path)
                rows = read_codes(rows, column, names, self.said)
        return rows

    def _demand_targets(self, rows: list[Row]) -> None:
        """The column of the targets' words is not one that may be left out, unless another says what they ask for."""
        compared = next(column for column in _table_at("muc_tieu").columns if column.path == ("gia_tri",))
        printed = next(column for column in _table_at("muc_tieu").columns if column.path == ("in_ra",))
        if rows and printed.heading not in rows[0].sheet.header.columns and not any(row.text(compared) for row in rows):
            what, fix = f"thiếu cột «{printed.heading}»: không mục tiêu nào có chỉ tiêu", "thêm lại cột rồi điền"
            place = f"Sheet {rows[0].sheet.grid.name}, dòng {rows[0].sheet.header.row}"
            self.said.problems.append(Problem(place, what, fix, Code.NO_COLUMN))
            self.unreadable = True

    def _demand_results(self, rows: dict[str, list[Row]]) -> None:
        """A report on a period needs the sheet its figures stand in, even an empty one."""
        tell_missing(self._grids, self.said)
        period = next(column for column in _table_at("van_ban").columns if column.path == ("ky_bao_cao",))
        reports = [row for row in rows[DOCUMENTS] if row.text(period)]
        told = any(problem.code == Code.UNKNOWN_SHEET for problem in self.said.problems)
        if RESULTS not in self._grids and reports and not told:
            what = f"thiếu sheet «{RESULTS}» mà có văn bản báo cáo kỳ «{reports[0].text(period)[:40]}»"
            fix = f"thêm lại sheet «{RESULTS}»; nếu đã đổi tên thì đặt lại đúng tên đó"
            self.said.problems.append(Problem(self.package.label, what, fix, Code.NO_SHEET))

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


def _table_at(key: str) -> Table:
    """The table of the list under the key."""
    return next(table for table in tables() if table.at == (key,))


@cache
def _sheet_columns() -> dict[str, tuple[Column, ...]]:
    """The columns of every sheet that is read, by its name."""
    form = (FIELD, VALUE)
    own = {table.sheet: table.all_columns for table in tables()}
    return {AGENCY: (*form, HELP), **own, BODY: body_columns(), TABLES: table_columns(), DETAILS: (OWNER, *form)}
