"""The rows of a sheet below its headings: which of them are data, which are notes, examples or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.errors import Problem
from generator.faults import Code, Fault, words
from generator.records import record
from generator.wording.naming.totals import is_total
from generator.workbook.reading.asides import (
    is_crossed_out,
    is_few,
    is_remark,
    is_remark_after_gap,
    is_signature,
    live_cells,
    numbers_columns,
    repeats_headings,
    words_of,
)
from generator.workbook.reading.headings import Header, cell_place, find_header
from generator.workbook.reading.said import Said
from generator.workbook.sheets.columns import Column, Kind
from generator.workbook.sheets.values import from_text
from generator.workbook.sheets.words import SHEETS
from generator.workbook.xlsx.cells import Cell
from generator.workbook.xlsx.grid import Grid
from generator.workbook.xlsx.number_formats import likely_day, moment_of

_WORDS = frozenset({Kind.TEXT, Kind.LINES, Kind.CHOICE})
_THOUSANDTHS = -3
EXAMPLE = "VD:"
"""What the first cell of an example row begins with: such rows are not read."""


def is_no_data(text: str) -> bool:
    """Whether a row whose first cell holds the text would be taken for a remark, a total or an example."""
    words = words_of(text)
    return is_remark(words) or is_remark_after_gap(words) or text.strip().startswith(EXAMPLE)


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
        if cell.doubt:
            said.notes.append(f"{self.place(under)}: {cell.doubt}")
        text = cell.text
        if cell.shown and column.kind in _WORDS:
            text = cell.shown
            said.notes.append(f"{self.place(under)}: định dạng của ô thêm chữ quanh số, đọc như đang hiện «{text}»")
        if column.kind is Kind.WHOLE and cell.number is not None and _is_cut_thousand(cell.number):
            what = f"«{column.heading}»: «{cell.text}» có phần lẻ; Excel hiểu dấu chấm là dấu thập phân"
            fix = f"nếu là {cell.number * 1000:.0f} thì gõ liền các chữ số, không dấu chấm; số đếm ghi số nguyên"
            said.problems.append(Problem(self.place(under), what, fix, Code.NOT_WHOLE))
            return None
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


def _is_cut_thousand(number: Decimal) -> bool:
    """Whether a count has three places after the point: thousands, to a program that takes the point for a comma."""
    return number != number.to_integral_value() and number.as_tuple().exponent == _THOUSANDTHS


@record(frozen=True)
class Sheet:
    """A sheet whose headings have been found."""

    grid: Grid
    header: Header


def read_rows(
    grid: Grid, columns: Sequence[Column], said: Said, *, keys: Sequence[str] = (), sums: bool = False
) -> list[Row] | None:
    """The rows of data and examples in order; None, with the problem said, when the sheet has no usable headings.

    ``keys`` are the headings of what a record is of; a sheet that has them may hold titles of groups and signatures,
    which are told from records by them. With ``sums``, totals that have figures are left in.
    """
    header = find_header(grid, columns, said)
    if header is None:
        return None
    sheet = Sheet(grid, header)
    names = {number: heading for heading, number in header.columns.items() if number not in header.live}
    rows: list[Row] = []
    for number in sorted(grid.rows):
        if number > header.row:
            cells = {names[column]: cell for column, cell in sorted(grid.rows[number].items()) if column in names}
            if cells and not _is_spread_only(grid, number, names):
                rows.append(Row(number, cells, sheet))
    rows = _without_notes(_records(rows, said, headed=bool(keys)), said, signed=bool(keys), sums=sums)
    _tell_typed_over(rows, said)
    return rows


def tell_rows(grid: Grid, rows: Sequence[Row], said: Said) -> None:
    """Say which cells of the records have no value, and which records are hidden."""
    for row in rows:
        for heading, cell in row.cells.items():
            if cell.wrong and not row.is_example:
                said.problems.append(Problem(row.place(heading), cell.wrong, cell.fix, Code.BAD_CELL))
    _tell_hidden(grid, rows, said)


def _records(rows: list[Row], said: Said, *, headed: bool) -> list[Row]:
    """The rows without those crossed out, and (``headed``) without headings and their numbers said again."""
    kept: list[Row] = []
    above = True  # only rows of headings so far
    for row in rows:
        what = ""
        if headed and repeats_headings(row):
            what, above = "dòng nhắc lại tiêu đề", True
        elif headed and above and numbers_columns(row):
            what = "dòng đánh số cột"
        elif is_crossed_out(row):
            what = f"dòng có chữ gạch ngang «{words_of(_first(row).text)[:40]}»"
        if what:
            said.notes.append(f"{row.place()}: bỏ qua {what}")
            continue
        above = False
        kept.append(row)
    return kept


def _is_spread_only(grid: Grid, number: int, names: dict[int, str]) -> bool:
    """Whether all the row has are cells merged from above: an empty row of a merged block."""
    return not any(column in names and cell.ref.endswith(str(number)) for column, cell in grid.rows[number].items())


def _without_notes(rows: list[Row], said: Said, *, signed: bool, sums: bool) -> list[Row]:
    """The rows without remarks, totals and signatures below the table, each of which is said."""
    kept: list[Row] = []
    before, in_notes = 0, False
    for row in rows:
        words = words_of(_first(row).text)
        gap, few = row.number > before + 1, is_few(row)
        before = row.number
        in_notes = few and bool(
            is_remark(words) or (gap and kept and is_remark_after_gap(words)) or (in_notes and kept)
        )
        if sums and is_total(words) and any(cell.number is not None for cell in row.cells.values()):
            in_notes = False
        elif signed and kept and not in_notes:
            in_notes = is_signature(row)
        if in_notes:
            said.notes.append(f"{row.place()}: bỏ qua dòng ghi chú «{words[:40]}»")
        else:
            kept.append(row)
    return kept


def _tell_typed_over(rows: Sequence[Row], said: Said) -> None:
    """Values typed into a column that computes itself: not read, and lost where the row has no other figure."""
    over = [cell.ref for row in rows for cell in live_cells(row) if not cell.formula]
    if over:
        sheet = rows[0].sheet
        names = " và ".join(f"«{name}»" for name, number in sheet.header.columns.items() if number in sheet.header.live)
        listed = ", ".join(over[:5]) + (f" và {len(over) - 5} ô nữa" if len(over) > 5 else "")
        said.notes.append(
            f"Sheet {sheet.grid.name}: {names} tự tính, không đọc số gõ tay ở ô {listed}; số liệu ghi ở các cột trước"
        )


def _first(row: Row) -> Cell:
    return next(iter(row.cells.values()))


def _tell_hidden(grid: Grid, rows: Sequence[Row], said: Said) -> None:
    hidden = [str(row.number) for row in rows if row.number in grid.hidden_rows]
    if hidden:
        listed = ", ".join(hidden[:5]) + (" …" if len(hidden) > 5 else "")
        said.notes.append(f"Sheet {grid.name}: đọc cả {len(hidden)} dòng đang ẩn ({listed})")
