"""The rows of a sheet below its headings: which of them are data, which are notes, examples or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from generator.errors import Problem
from generator.faults import Code
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
from generator.workbook.reading.headings import find_header
from generator.workbook.reading.row import EXAMPLE, Row, Sheet, first_cell
from generator.workbook.reading.said import Said
from generator.workbook.reading.units import put_in_unit
from generator.workbook.sheets.columns import Column
from generator.workbook.xlsx.grid import Grid


def is_no_data(text: str) -> bool:
    """Whether a row whose first cell holds the text would be taken for a remark, a total or an example."""
    words = words_of(text)
    return is_remark(words) or is_remark_after_gap(words) or text.strip().startswith(EXAMPLE)


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
    by_heading = {column.heading: column for column in columns}
    rows: list[Row] = []
    for number in sorted(grid.rows):
        if number > header.row:
            cells = {names[column]: cell for column, cell in sorted(grid.rows[number].items()) if column in names}
            if cells and not _is_spread_only(grid, number, names):
                for heading in header.units.keys() & cells.keys():
                    put_in_unit(cells[heading], by_heading[heading], header.units[heading])
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
            what = f"dòng có chữ gạch ngang «{words_of(first_cell(row).text)[:40]}»"
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
        words = words_of(first_cell(row).text)
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


def _tell_hidden(grid: Grid, rows: Sequence[Row], said: Said) -> None:
    hidden = [str(row.number) for row in rows if row.number in grid.hidden_rows]
    if hidden:
        listed = ", ".join(hidden[:5]) + (" …" if len(hidden) > 5 else "")
        said.notes.append(f"Sheet {grid.name}: đọc cả {len(hidden)} dòng đang ẩn ({listed})")
