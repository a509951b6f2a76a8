"""The cells of one sheet by their places, whole: a cell the file does not tell is an error, never a gap."""

from __future__ import annotations

from dataclasses import field

from generator.errors import DataError, Problem
from generator.opc.xml import Element
from generator.records import record
from generator.wording.numerals.figures import thousands
from generator.workbook.xlsx.cells import Cell, DamagedCellError, read_cell
from generator.workbook.xlsx.formulas import Formulas
from generator.workbook.xlsx.package import FEWER, MAX_CELLS, M, Package, SheetPart, is_true
from generator.workbook.xlsx.references import LAST_ROW, Range, column_in_row, column_letters, read_range

MAX_COLUMNS = 1_000  # beyond these nothing of ours can stand
_QUOTED = 5  # damaged cells named in a message
_ROW, _COLUMN, _MERGED, _CELL = M + "row", M + "col", M + "mergeCell", M + "c"


@record()
class Grid:
    """The filled cells of a sheet by row and column (from 1), the rows and columns hidden, the ranges merged."""

    name: str
    hidden: bool
    from_1904: bool = False
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Range] = field(default_factory=list)

    def place(self, ref: str) -> str:
        """The cell as messages name it, e.g. ``Sheet Kết quả, ô D7``."""
        return f"Sheet {self.name}, ô {ref}"


def read_grid(package: Package, sheet: SheetPart) -> Grid:
    """The cells of the sheet; raises DataError when it is broken, in part or in whole, or holds too much."""
    reader = _GridReader(package, sheet)
    for element in package.elements(sheet, "row", "mergeCell", "col"):
        reader.add(element)
    return reader.finish()


class _GridReader:
    def __init__(self, package: Package, sheet: SheetPart) -> None:
        self._package = package
        self._grid = Grid(sheet.name, sheet.hidden, package.from_1904)
        self._formulas = Formulas()
        self._row = self._filled = 0
        self._damaged: dict[str, None] = {}

    def add(self, element: Element) -> None:
        """Take in what the element says."""
        if element.tag == _ROW:
            self._add_row(element)
        elif element.tag == _COLUMN:
            self._add_column(element)
        elif element.tag == _MERGED and (covered := read_range(element.get("ref", ""))):
            self._grid.merged.append(covered)

    def finish(self) -> Grid:
        """The grid, once all has been taken in."""
        if self._damaged:
            listed = ", ".join(list(self._damaged)[:_QUOTED]) + (" …" if len(self._damaged) > _QUOTED else "")
            what = f"{len(self._damaged)} ô bị hỏng, không rõ ghi gì hoặc ở đâu: {listed}"
            fix = "mở bằng Excel, xem lại các ô đó rồi lưu lại; hoặc lấy lại bản gốc của tệp"
            raise DataError(Problem(f"Sheet {self._grid.name}", what, fix))
        _spread_merged(self._grid)
        return self._grid

    def _add_column(self, element: Element) -> None:
        first, last = element.get("min", ""), element.get("max", "")
        if is_true(element.get("hidden")) and first.isdecimal() and last.isdecimal():
            self._grid.hidden_columns.update(range(int(first), min(int(last), MAX_COLUMNS) + 1))

    def _add_row(self, element: Element) -> None:
        said = element.get("r")
        self._row = int(said) if said and said.isdecimal() and len(said) < 8 else 0 if said else self._row + 1
        if not 0 < self._row <= LAST_ROW:
            self._damaged[f"dòng {said}"[:20]] = None
        cells = self._grid.rows.get(self._row, {})
        before = len(cells)
        self._add_cells(element, cells)
        self._filled += len(cells) - before
        if self._filled > MAX_CELLS:
            place = f"Sheet {self._grid.name}"
            raise DataError(Problem(place, f"có hơn {thousands(MAX_CELLS)} ô có dữ liệu", FEWER))
        if cells:
            self._grid.rows[self._row] = cells
            if is_true(element.get("hidden")):
                self._grid.hidden_rows.add(self._row)

    def _add_cells(self, row: Element, cells: dict[int, Cell]) -> None:
        column, formulas = 0, self._formulas
        number = str(self._row if self._row <= LAST_ROW else 0)
        for element in row.iterchildren(_CELL):
            said = element.get("r")
            at = column_in_row(said, number) if said else column + 1
            if not at:
                self._damaged[f"{said}"[:20]] = None
                continue
            column = at
            if column > MAX_COLUMNS or not (len(element) or formulas.reach):
                continue
            ref = said.upper() if said else f"{column_letters(column)}{number}"
            try:
                cell = read_cell(self._package, element, ref, self._formulas)
            except DamagedCellError:
                self._damaged[ref] = None
                continue
            if cell is None:
                continue
            if column in cells:  # one of the two would be lost
                self._damaged[ref] = None
            cells[column] = cell


def _spread_merged(grid: Grid) -> None:
    """A cell merged downwards speaks for every row it covers that has something else to say."""
    spread = 0
    rows = sorted(grid.rows)
    for top, column, bottom, _ in grid.merged:
        if bottom == top or (cell := grid.rows.get(top, {}).get(column)) is None:
            continue
        for row in range(top + 1, min(bottom, rows[-1]) + 1):
            spread += 1
            if spread > MAX_CELLS:
                raise DataError(Problem(f"Sheet {grid.name}", "gộp quá nhiều ô", "bỏ gộp ô (Unmerge Cells)"))
            if row in grid.rows:
                grid.rows[row].setdefault(column, cell)
