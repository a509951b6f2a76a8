"""The rows of a sheet below its headings: which of them are data, which are notes, examples or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.errors import Problem
from generator.faults import Code, Fault, words
from generator.patterns import late
from generator.records import record
from generator.wording.characters import normalise
from generator.workbook.reading.headings import Header, Said, cell_place, find_header
from generator.workbook.sheets.columns import Column, Kind
from generator.workbook.sheets.values import from_text
from generator.workbook.sheets.words import SHEETS
from generator.workbook.xlsx.cells import Cell
from generator.workbook.xlsx.grid import Grid
from generator.workbook.xlsx.number_formats import likely_day, moment_of

EXAMPLE = "VD:"
"""What the first cell of an example row begins with: such rows are not read."""

# How rows below a table begin that are no records: remarks and totals; and, after a gap, who signs.
_NOTE = late(
    r"(?:ghi chú|lưu ý|chú thích|nguồn)(?: [^:]{0,30})?[:.]|(?:tổng cộng|tổng số|tổng|cộng)(?: chung)? *:?$", re.I
)
_AFTER_GAP = late(r"[*(]|người lập|lập biểu|thủ trưởng|xác nhận của|[^,]{2,40}, ngày", re.I)


def is_no_data(text: str) -> bool:
    """Whether a row whose first cell holds the text would be taken for a remark, a total or an example."""
    return bool(_NOTE.match(_words(text)) or _AFTER_GAP.match(_words(text)) or text.strip().startswith(EXAMPLE))


def _words(text: str) -> str:
    return " ".join(normalise(text).split())


@record(frozen=True)
class Row:
    """One row of data: its number and its filled cells by heading."""

    number: int
    cells: dict[str, Cell]
    sheet: Sheet

    def place(self, heading: str = "") -> str:
        """The cell under the heading, or the row, as messages name it."""
        if heading and heading in self.sheet.header.columns:
            return cell_place(self.sheet.grid, self.sheet.header, heading, self.number)
        return f"Sheet {self.sheet.grid.name}, dòng {self.number}"

    def text(self, column: Column) -> str:
        """What stands under the column's heading, without spaces around; '' for nothing."""
        cell = self.cells.get(column.heading)
        return cell.text.strip() if cell else ""

    @property
    def is_example(self) -> bool:
        """Whether the row is marked as an example."""
        return _first(self).text.strip().startswith(EXAMPLE)

    def value(self, column: Column, said: Said, under: str = "") -> object:
        """What the cell says, as a dossier file would; None for nothing, and with the problem said for what is wrong.

        ``under`` is the heading it stands under when that is not the column's own.
        """
        under = under or column.heading
        cell = self.cells.get(under)
        if cell is None or cell.wrong:
            return None
        if cell.partial_day:
            said.notes.append(f"{self.place(under)}: Excel giữ ô này là ngày, đọc là «{cell.text}»; xem lại")
        text = cell.text
        if column.kind is Kind.DAY and cell.number is not None and likely_day(cell.number):
            day = moment_of(cell.number, from_1904=self.sheet.grid.from_1904)
            text = f"{day:%d/%m/%Y}"
            said.notes.append(f"{self.place(under)}: số {cell.text} được hiểu là ngày {text}")
        try:
            return from_text(text, column)
        except Fault as fault:
            told = Fault(fault.code, words(f"«{column.heading}»: ", fault.what), fault.fix)
            said.problems.append(told.problem(self.place(under), SHEETS))
            return None


@record(frozen=True)
class Sheet:
    """A sheet whose headings have been found."""

    grid: Grid
    header: Header


def read_rows(grid: Grid, columns: Sequence[Column], said: Said) -> list[Row] | None:
    """The rows of data and examples in order; None, with the problem said, when the sheet has no usable headings."""
    header = find_header(grid, columns, said)
    if header is None:
        return None
    sheet = Sheet(grid, header)
    names = {number: heading for heading, number in header.columns.items()}
    rows: list[Row] = []
    for number in sorted(grid.rows):
        if number > header.row:
            cells = {names[column]: cell for column, cell in sorted(grid.rows[number].items()) if column in names}
            if cells and not _is_spread_only(grid, number, names):
                rows.append(Row(number, cells, sheet))
    rows = _without_notes(rows, said)
    for row in rows:
        for heading, cell in row.cells.items():
            if cell.wrong and not row.is_example:
                said.problems.append(Problem(row.place(heading), cell.wrong, cell.fix, Code.BAD_CELL))
    _tell_hidden(grid, rows, said)
    return rows


def _is_spread_only(grid: Grid, number: int, names: dict[int, str]) -> bool:
    """Whether all the row has are cells merged from above: an empty row of a merged block."""
    return not any(column in names and cell.ref.endswith(str(number)) for column, cell in grid.rows[number].items())


def _without_notes(rows: list[Row], said: Said) -> list[Row]:
    """The rows without remarks, totals and signatures below the table, each of which is said."""
    kept: list[Row] = []
    before, in_notes = 0, False
    for row in rows:
        words = _words(_first(row).text)
        gap, few = row.number > before + 1, len({id(cell) for cell in row.cells.values()}) < 3
        before = row.number
        in_notes = bool(
            few and (_NOTE.match(words) or (gap and kept and _AFTER_GAP.match(words)) or (in_notes and kept))
        )
        if in_notes:
            said.notes.append(f"{row.place()}: bỏ qua dòng ghi chú «{words[:40]}»")
        else:
            kept.append(row)
    return kept


def _first(row: Row) -> Cell:
    return next(iter(row.cells.values()))


def _tell_hidden(grid: Grid, rows: list[Row], said: Said) -> None:
    hidden = [str(row.number) for row in rows if row.number in grid.hidden_rows]
    if hidden:
        listed = ", ".join(hidden[:5]) + (" …" if len(hidden) > 5 else "")
        said.notes.append(f"Sheet {grid.name}: đọc cả {len(hidden)} dòng đang ẩn ({listed})")
