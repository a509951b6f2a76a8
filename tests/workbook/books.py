"""Workbooks for tests: a sound one to spoil, and cells found by sheet and heading."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from generator.dossier import Dossier, load_dossier
from generator.resources import WORKBOOK_STARTERS
from generator.workbook import read_workbook_bytes, write_workbook
from generator.workbook.sheets.layout import LISTS
from generator.workbook.writer import HEADING_ROW

FIRST = HEADING_ROW + 1
LABEL = "so-tinh.xlsx"
Change = Callable[[Workbook], None]


def starter(purpose: str = "bao-cao") -> Dossier:
    return load_dossier(WORKBOOK_STARTERS / f"{purpose}.yaml")


def changed(change: Change, purpose: str = "bao-cao") -> bytes:
    """The starter's workbook after a change made to it as a clerk would, in a spreadsheet program."""
    book = load_workbook(io.BytesIO(_sound(purpose)))
    change(book)
    return saved(book)


@cache
def _sound(purpose: str) -> bytes:
    """The starter's workbook without what its lists offer: half of its cells, on a sheet that nobody reads back."""
    book = load_workbook(io.BytesIO(write_workbook(starter(purpose))))
    book[LISTS].delete_rows(1, book[LISTS].max_row)
    return saved(book)


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def column(sheet: Worksheet, heading: str) -> int:
    return next(cell.column for cell in sheet[HEADING_ROW] if cell.value == heading)


def at(book: Workbook, sheet: str, heading: str, row: int = FIRST) -> Cell:
    found: Cell = book[sheet].cell(row, column(book[sheet], heading))
    return found


def field(book: Workbook, name: str, sheet: str = "Cơ quan") -> Cell:
    """The cell to fill beside the name of a field."""
    row = next(row for row in book[sheet].iter_rows(min_row=FIRST) if row[0].value == name)
    cell: Cell = row[1]
    return cell


def put(sheet: str, heading: str, value: object, row: int = FIRST) -> Change:
    def change(book: Workbook) -> None:
        at(book, sheet, heading, row).value = value

    return change


def read(raw: bytes) -> Dossier:
    return read_workbook_bytes(raw, LABEL).dossier


def notes(raw: bytes) -> str:
    return "\n".join(read_workbook_bytes(raw, LABEL).notes)
