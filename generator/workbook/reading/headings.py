"""Where the table of a sheet begins, and which of its columns is which, though moved or renamed a little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache

from generator.errors import Problem
from generator.faults import Code
from generator.records import record
from generator.wording.characters import fold
from generator.wording.hygiene import tidy
from generator.wording.nearest import TAKEN, did_you_mean
from generator.workbook.reading.said import Said
from generator.workbook.reading.units import named_unit, takes
from generator.workbook.reading.unread import tell_unread
from generator.workbook.sheets.columns import Column
from generator.workbook.sheets.tables import cell_number
from generator.workbook.xlsx.cells import Cell
from generator.workbook.xlsx.grid import Grid
from generator.workbook.xlsx.references import column_letters

_SEARCHED = 30  # rows from the top that headings are looked for in
_BESIDE = 1  # cells of a row beside the one of a list of one column: its number
_TELLING = 6  # letters of a beginning that say enough
_IGNORED = frozenset({"stt", "tt", "sott"})  # numbers that clerks put before every table


@record()
class Header:
    """The row of headings, and the number of the column (from 1) under each heading of ours."""

    row: int
    columns: dict[str, int] = field(default_factory=dict)
    live: frozenset[int] = frozenset()  # of these columns, those that compute themselves
    units: dict[str, str] = field(default_factory=dict)  # that headings name for the numbers below them


def find_header(grid: Grid, columns: Sequence[Column], said: Said) -> Header | None:
    """The headings of the sheet; None, with the problem said, when there are none or a required one is missing."""
    best, most = best_headings(grid, columns)
    if most == 1 < len(columns):
        best = _only_heading(grid, columns)
    if not best:
        listed = ", ".join(f"«{column.heading}»" for column in columns[:6])
        fix = f"giữ dòng tiêu đề {listed} …; hoặc tạo tệp mới: vanthu workbook new"
        said.problems.append(Problem(f"Sheet {grid.name}", "không thấy dòng tiêu đề cột", fix, Code.NO_HEADINGS))
        return None
    header, before = Header(best), len(said.problems)
    _assign(grid, header, columns, said)
    missing = [column for column in columns if column.required and column.heading not in header.columns]
    for column in missing:
        fix = "thêm lại cột, tiêu đề ghi đúng như vậy"
        said.problems.append(
            Problem(f"Sheet {grid.name}, dòng {best}", f"thiếu cột «{column.heading}»", fix, Code.NO_COLUMN)
        )
    return None if missing or len(said.problems) > before else header


def best_headings(grid: Grid, columns: Sequence[Column]) -> tuple[int, int]:
    """The row near the top that says most of the headings, and how many; 0 and 0 when none says any."""
    known = {_folded(column.heading) for column in columns}
    best, most = 0, 0
    for number in sorted(grid.rows)[:_SEARCHED]:
        hits = sum(1 for cell in grid.rows[number].values() if _is_known(cell.text, known))
        if hits > most:
            best, most = number, hits
    return best, most


def _only_heading(grid: Grid, columns: Sequence[Column]) -> int:
    """The row of the one heading of a list of one column, beside it at most a number; 0 where the sheet is no list.

    Of a title and a heading that read the same it is the lower: «NƠI NHẬN» over «Nơi nhận».
    """
    known = {_folded(column.heading) for column in columns}
    required = {_folded(column.heading) for column in columns if column.required}
    if any(len(cells) > 1 + _BESIDE for cells in grid.rows.values()):
        return 0
    names = {
        number: {_plain(cell.text) for cell in grid.rows[number].values()} - _IGNORED
        for number in sorted(grid.rows)[:_SEARCHED]
    }
    return max((number for number, said in names.items() if said & known == said >= required and said), default=0)


def _is_known(text: str, known: set[str]) -> bool:
    if _plain(text) in known:
        return True
    name, unit = named_unit(text) if text.rstrip().endswith((")", "]", "%")) else ("", "")
    return bool(unit) and _plain(name) in known


def _assign(grid: Grid, header: Header, columns: Sequence[Column], said: Said) -> None:
    """Give each column its heading: those that are the same first, then those that are close, which is said."""
    by_heading = {column.heading: column for column in columns}
    known = {_folded(heading): heading for heading in by_heading}
    live = {column.heading for column in columns if column.live}
    left: dict[int, Cell] = {}
    for number, cell in sorted(grid.rows[header.row].items()):
        name = _plain(cell.text)
        heading = known.get(name) or (f"Ô {cell_number(cell.text)}" if cell_number(cell.text) else "")
        if heading in header.columns:
            place = grid.place(cell.ref)
            what = f"cột «{heading}» có hai lần"
            said.problems.append(Problem(place, what, "đổi tên hoặc xóa một cột", Code.COLUMN_TWICE))
        elif heading:
            header.columns[heading] = number
            _note_unit(grid, header, cell, by_heading.get(heading), said)
        elif name and name not in _IGNORED:
            left[number] = cell
    header.live = frozenset(number for heading, number in header.columns.items() if heading in live)
    for number, cell in list(left.items()):
        name, unit = named_unit(cell.text)
        heading = known.get(_plain(name), "") if unit else ""
        if heading and heading not in header.columns and _note_unit(grid, header, cell, by_heading[heading], said):
            header.columns[heading] = number
            del left[number]
    for number, cell in list(left.items()):
        free = [name for name, heading in known.items() if heading not in header.columns and heading not in live]
        close = _longer_or_shorter(_plain(cell.text), free) or did_you_mean(_plain(cell.text), free, likeness=TAKEN)
        if close:
            header.columns[known[close[0]]] = number
            typed = " ".join(cell.text.split())[:60]
            said.notes.append(f"{grid.place(cell.ref)}: cột «{typed}» được hiểu là «{known[close[0]]}»")
            del left[number]
    tell_unread(grid, header.row, header.columns, left, columns, said)


def _note_unit(grid: Grid, header: Header, cell: Cell, column: Column | None, said: Said) -> bool:
    """Keep the unit that the heading names for its column; False when it names none that the column may have."""
    unit = named_unit(cell.text)[1]
    if not unit or column is None or column.live or not takes(column, unit):
        return False
    header.units[column.heading] = unit
    typed = " ".join(cell.text.split())[:60]
    said.notes.append(f"{grid.place(cell.ref)}: cột «{typed}» được hiểu là «{column.heading}», đơn vị «{unit}»")
    return True


def _longer_or_shorter(name: str, free: list[str]) -> list[str]:
    """The one heading that the name goes on from, or is the beginning of; empty when there are none or several."""
    found = [
        known for known in free if min(len(name), len(known)) >= _TELLING and known[: len(name)] == name[: len(known)]
    ]
    return found if len(found) == 1 else []


_folded = lru_cache(maxsize=1024)(fold)


@lru_cache(maxsize=4096)  # the headings of one workbook are those of the next
def _plain(text: str) -> str:
    try:
        return fold(tidy(text))
    except ValueError:
        return fold(text)


def cell_place(grid: Grid, header: Header, heading: str, row: int) -> str:
    """The cell under a heading as messages name it, filled or not."""
    return grid.place(f"{column_letters(header.columns[heading])}{row}")
