"""What a clerk does not see, or has crossed out, is read all the same, and said: a spreadsheet keeps it as data."""

from __future__ import annotations

from collections.abc import Sequence

from generator.workbook.reading.row import Row
from generator.workbook.reading.said import Said
from generator.workbook.xlsx.grid import Grid

_LISTED = 5


def tell_unseen(grid: Grid, rows: Sequence[Row], said: Said) -> None:
    """Note the columns read though hidden, and the cells read though struck through."""
    filled = {heading: number for row in rows for heading, number in row.sheet.header.columns.items()}
    read = {heading for row in rows for heading in row.cells}
    hidden = [f"«{name}»" for name, number in filled.items() if number in grid.hidden_columns and name in read]
    if hidden:
        said.notes.append(f"Sheet {grid.name}: đọc cả {len(hidden)} cột đang ẩn ({_some(hidden)})")
    struck = list(dict.fromkeys(cell.ref for row in rows for cell in row.cells.values() if cell.struck))
    if struck:
        said.notes.append(f"Sheet {grid.name}: đọc cả {len(struck)} ô có chữ gạch ngang ({_some(struck)})")
    rounded = [cell for row in rows for cell in row.cells.values() if cell.rounded and not cell.shown]
    if rounded:
        listed = _some([f"{cell.ref} hiện {cell.rounded}, giữ {cell.text}" for cell in rounded])
        said.notes.append(f"Sheet {grid.name}: {len(rounded)} ô hiện số làm tròn, đọc số Excel giữ ({listed})")


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_LISTED]) + (" …" if len(names) > _LISTED else "")
