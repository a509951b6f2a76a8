"""How a workbook looks: typeface, colours, widths, formats of cells."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.workbook.sheets.columns import Column, Kind
from generator.workbook.sheets.values import Written

TYPEFACE, SIZE = "Times New Roman", 12
_THIN = Side(style="thin", color="FF9E9E9E")
BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="FFD9E2F3")
_REQUIRED = PatternFill("solid", fgColor="FFFCE4D6")
_EXAMPLE = PatternFill("solid", fgColor="FFF2F2F2")
PLAIN, BOLD, TITLE = Font(TYPEFACE, SIZE), Font(TYPEFACE, SIZE, bold=True), Font(TYPEFACE, 14, bold=True)
ITALIC, GREY = Font(TYPEFACE, SIZE, italic=True), Font(TYPEFACE, SIZE, italic=True, color="FF7F7F7F")
TOP = Alignment(vertical="top", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)
ONE_LINE = Alignment(vertical="top", wrap_text=False)
_CENTRED = Alignment(horizontal="center", vertical="top", wrap_text=True)
_HEADING = Alignment(horizontal="center", vertical="center", wrap_text=True)
OPEN, LOCKED = Protection(locked=False), Protection(locked=True)

_WIDTHS = {Kind.DAY: 13, Kind.MOMENT: 18, Kind.FLAG: 10, Kind.WHOLE: 9, Kind.NUMBER: 9, Kind.FIGURE: 11}
# Of the columns that stay in sight: what is left of the screen is for the figures.
KEPT_WIDTHS = {"Mục tiêu": 26, "Chỉ tiêu": 10, "Đơn vị": 24, "Kỳ báo cáo": 12}
_NARROW, _USUAL, _WIDE, _WIDEST = 11, 16, 34, 58
_PAGE = 150  # characters of our size across a landscape A4 that is still read with ease
_LINE, _TALLEST = 16, 400  # points of a line, and of a row
_LETTERS = 1.15  # of our typeface that a unit of width holds, capitals and short last words allowed for
COUNTED = "#,##0"
"""The number format of counts: thousands told apart as the computer's region has it."""

_FORMATS = {Kind.DAY: "dd/mm/yyyy", Kind.WHOLE: "0", Kind.NUMBER: "General", Kind.FIGURE: "General"}


def number_format(column: Column) -> str:
    """The number format of the column's cells: text stays text, whatever a spreadsheet makes of ``1-2`` or ``=``."""
    if column.live:
        return "0.00%"
    if column.path in (("tu_so",), ("mau_so",)):
        return COUNTED
    return _FORMATS.get(column.kind, "@")


def style_heading(cell: Cell, *, required: bool) -> None:
    """Give a heading its look; what must be filled has another colour."""
    cell.font, cell.alignment, cell.border = BOLD, _HEADING, BORDER
    cell.fill = _REQUIRED if required else _HEAD
    cell.protection = LOCKED


def style_value(cell: Cell, column: Column, *, example: bool = False) -> None:
    """Give a cell to be filled its look."""
    cell.font = GREY if example else PLAIN
    cell.alignment = TOP if number_format(column) == "@" and column.kind is not Kind.CHOICE else _CENTRED
    cell.border, cell.protection, cell.number_format = BORDER, OPEN, number_format(column)
    if example or column.live:
        cell.fill = _EXAMPLE
    if column.live:
        cell.alignment, cell.font = _CENTRED, PLAIN


def style_alike(cell: Cell, model: Cell) -> None:
    """Give a cell the look of another of its workbook, whose parts are then not looked up anew for each cell."""
    cell._style = copy(model._style)  # type: ignore[attr-defined]  # left out of the stubs


def style_columns(sheet: Worksheet, columns: Sequence[Column], rows: Sequence[dict[str, Written]]) -> None:
    """Widths that suit what stands in the columns; the cells below, still empty, open and in our typeface."""
    for number, column in enumerate(columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = _width(column, rows)
        dimension.font, dimension.alignment, dimension.protection = PLAIN, TOP, OPEN
        dimension.number_format = number_format(column)


def _width(column: Column, rows: Sequence[dict[str, Written]]) -> float:
    if column.heading in KEPT_WIDTHS and column.path[-1:] in (("muc_tieu",), ("chi_tieu",), ("don_vi",), ("ky",)):
        return KEPT_WIDTHS[column.heading]
    if column.live:
        return _NARROW + 1
    if column.kind in _WIDTHS:
        return _WIDTHS[column.kind]
    texts = [str(row[column.heading]) for row in rows if row.get(column.heading) is not None]
    longest = max((len(line) for text in texts for line in text.splitlines()), default=0)
    if longest > 60:
        return _WIDEST if longest > 160 else _WIDE + 8
    heading = max(len(word) for word in column.heading.split()) + 3
    return max(min(longest + 3, _WIDE) if texts else _USUAL, heading, _NARROW)


def fit_height(sheet: Worksheet, number: int, columns: Sequence[Column], row: dict[str, Written]) -> None:
    """Make the row as high as its fullest cell; empty rows are left to the spreadsheet."""
    lines = 1
    for at, column in enumerate(columns, start=1):
        value = row.get(column.heading)
        if isinstance(value, str):
            width = int(sheet.column_dimensions[get_column_letter(at)].width * _LETTERS)
            lines = max(lines, sum(1 + len(line) // width for line in value.splitlines()))
    if lines > 1:
        sheet.row_dimensions[number].height = min(_LINE * lines, _TALLEST)


def for_print(sheet: Worksheet, heading_row: int, repeated: int = 1) -> None:
    """A4 landscape, no smaller than can be read, headings and first columns on every page, page numbers at the foot."""
    sheet.page_setup.paperSize, sheet.page_setup.orientation = sheet.PAPERSIZE_A4, "landscape"
    width = sum(dimension.width for dimension in sheet.column_dimensions.values())
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = max(1, round(width / _PAGE)), 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_cols = f"A:{get_column_letter(repeated)}" if width > _PAGE else None
    sheet.print_title_rows = f"{heading_row}:{heading_row}"
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    footer = sheet.oddFooter
    assert footer is not None  # a new sheet has one
    assert footer.center is not None
    footer.center.text = "&A – trang &P/&N"
