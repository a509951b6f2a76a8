"""A dossier, or nothing yet, written as a workbook for Excel and LibreOffice Calc."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.dossier.model import Dossier
from generator.errors import DataError, Problem
from generator.faults import described
from generator.patterns import late
from generator.workbook.reader import read_workbook_bytes
from generator.workbook.sheets.columns import Column
from generator.workbook.sheets.layout import FIELD, GUIDE, HELP, LISTS, VALUE
from generator.workbook.sheets.values import Written
from generator.workbook.sheets.words import SHEETS
from generator.workbook.writing.examples import example_rows
from generator.workbook.writing.flatten import SheetRows, sheets_of
from generator.workbook.writing.guide import SHEET_NOTES, write_guide
from generator.workbook.writing.lists import Lists, list_cells
from generator.workbook.writing.look import (
    BOLD,
    BORDER,
    GREY,
    ITALIC,
    LEFT,
    LOCKED,
    ONE_LINE,
    TITLE,
    fit_height,
    for_print,
    protect_headings,
    style_alike,
    style_columns,
    style_heading,
    style_value,
)  # fmt: skip

HEADING_ROW = 3  # below the sheet's title and one line on what it is for
_LONGEST = 32_767  # characters a cell of Excel holds
_ROOM = 15  # ruled rows below the data
_UNDERSCORED = late(r"_(?=x[0-9A-Fa-f]{4}_)")  # what a spreadsheet would read as an escape
_NOTE_WIDTH, _NOTE_LINE = 320, 24  # points of a note on a heading


def write_workbook(dossier: Dossier) -> bytes:
    """The workbook that reads as the dossier; raises DataError when something in it fits no workbook."""
    made = _make(sheets_of(dossier), empty=False)
    again = read_workbook_bytes(made, "bảng tính").dossier
    if again.model_dump() != dossier.model_dump():
        parts = [name for name in type(dossier).model_fields if getattr(again, name) != getattr(dossier, name)]
        titles = ", ".join(f"«{type(dossier).model_fields[name].title}»" for name in parts)
        raise DataError(Problem(titles, "có phần không ghi được vào bảng tính mà giữ nguyên", "giữ hồ sơ dạng thư mục"))
    return made


def empty_workbook() -> bytes:
    """The workbook to be filled, with example rows that are not read."""
    return _make(sheets_of(None), empty=True)


def _make(sheets: Sequence[SheetRows], *, empty: bool) -> bytes:
    book = Workbook()
    guide = book.active
    assert guide is not None
    guide.title = GUIDE
    first_rows = {rows.name: HEADING_ROW + 1 for rows in sheets}
    lists = Lists(book.create_sheet(LISTS), first_rows, {rows.name: rows.columns for rows in sheets})
    for rows in sheets:
        sheet = book.create_sheet(rows.name, len(book.sheetnames) - 1)
        _write_sheet(sheet, rows, lists, empty=empty)
    write_guide(guide, sheets)
    lists.sheet.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write_sheet(sheet: Worksheet, rows: SheetRows, lists: Lists, *, empty: bool) -> None:
    examples = example_rows(rows.name) if empty else []
    style_columns(sheet, rows.columns, [*examples, *rows.rows])
    sheet["A1"].value, sheet["A2"].value = rows.name.upper(), SHEET_NOTES.get(rows.name, "")
    for ref, font in (("A1", TITLE), ("A2", ITALIC)):
        sheet[ref].font, sheet[ref].protection, sheet[ref].number_format = font, LOCKED, "@"
        sheet[ref].alignment = ONE_LINE
    for number, column in enumerate(rows.columns, start=1):
        cell = sheet.cell(HEADING_ROW, number, column.heading)
        style_heading(cell, required=column.required and not rows.form)
        note = _note(column)
        if note:
            cell.comment = Comment(note, "vanthu", width=_NOTE_WIDTH, height=_NOTE_LINE * (2 + len(note) // 45))
    tallest = max(
        len(column.heading) // sheet.column_dimensions[get_column_letter(at)].width
        for at, column in enumerate(rows.columns, start=1)
    )
    sheet.row_dimensions[HEADING_ROW].height = 20 + 18 * tallest
    if rows.form:
        _write_form(sheet, rows, lists)
    else:
        _write_rows(sheet, rows, examples, lists)
    sheet.freeze_panes = f"{'B' if len(rows.columns) > 3 else 'A'}{HEADING_ROW + 1}"
    for_print(sheet, HEADING_ROW)
    protect_headings(sheet)


def _write_rows(sheet: Worksheet, rows: SheetRows, examples: list[dict[str, Written]], lists: Lists) -> None:
    number = HEADING_ROW
    models: dict[tuple[int, bool], Cell] = {}
    for row in [*examples, *rows.rows, *[{}] * _ROOM]:
        number += 1
        for at, column in enumerate(rows.columns, start=1):
            cell = _cell(sheet, number, at)
            example = number <= HEADING_ROW + len(examples)
            if (at, example) in models:
                style_alike(cell, models[at, example])
            else:
                style_value(cell, column, example=example)
                models[at, example] = cell
            _put(cell, row.get(column.heading), rows.name)
        fit_height(sheet, number, rows.columns, row)
    for at, column in enumerate(rows.columns, start=1):
        lists.add(sheet, rows, column, list_cells(at, HEADING_ROW + 1))


def _write_form(sheet: Worksheet, rows: SheetRows, lists: Lists) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 32, 50
    sheet.column_dimensions["C"].width = 70
    for number, (column, row) in enumerate(zip(rows.form, rows.rows, strict=True), start=HEADING_ROW + 1):
        name, value, help_ = (_cell(sheet, number, at) for at in (1, 2, 3))
        shown: dict[str, Written] = {FIELD.heading: column.heading, HELP.heading: _note(column)}
        shown[VALUE.heading] = row[VALUE.heading]
        for cell, heading in ((name, FIELD.heading), (help_, HELP.heading)):
            style_value(cell, HELP)
            _put(cell, shown[heading], rows.name)
            cell.protection = LOCKED
        name.font, help_.font = BOLD, GREY
        style_value(value, column)
        value.alignment = LEFT
        _put(value, row[VALUE.heading], rows.name)
        if column.required:
            style_heading(name, required=True)
            name.alignment = LEFT
        name.border = BORDER
        fit_height(sheet, number, rows.columns, shown)
        lists.add(sheet, rows, column, value.coordinate)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # nothing is merged here
    return cell


def _note(column: Column) -> str:
    must = "Bắt buộc." if column.required else ""
    said = described(column.note, SHEETS)
    stop = "." if said and said[-1] not in ".:!?…" else ""
    return " ".join(part for part in (must, said + stop, column.kind.value) if part)


def _put(cell: Cell, value: Written, sheet: str) -> None:
    if isinstance(value, str):
        value = _UNDERSCORED.sub("_x005F_", value)
        if len(value) > _LONGEST:
            place = f"Sheet {sheet}, ô {cell.coordinate}"
            fix = "chia thành nhiều đoạn, hoặc giữ hồ sơ dạng thư mục"
            raise DataError(Problem(place, f"đoạn chữ dài {len(value)} ký tự, ô Excel chứa {_LONGEST}", fix))
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # whatever it begins with, it is no formula
