"""One row of a sheet: its cells by heading, their values as a dossier file would say them, their places."""

from __future__ import annotations

from decimal import Decimal

from generator.errors import Problem
from generator.faults import Code, Fault, words
from generator.records import record
from generator.workbook.reading.headings import Header, cell_place
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
        return first_cell(self).text.strip().startswith(EXAMPLE)

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


@record(frozen=True)
class Sheet:
    """A sheet whose headings have been found."""

    grid: Grid
    header: Header


def first_cell(row: Row) -> Cell:
    """The leftmost filled cell of the row."""
    return next(iter(row.cells.values()))


def _is_cut_thousand(number: Decimal) -> bool:
    """Whether a count has three places after the point: thousands, to a program that takes the point for a comma."""
    return number != number.to_integral_value() and number.as_tuple().exponent == _THOUSANDTHS
