"""What clerks do to a workbook, to be put together: rows added, columns and sheets renamed, cells formatted."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.styles import Font

from tests.workbook.books import HEADING_ROW, Change, at, column

RESULTS = "Kết quả"
BELOW = 10  # the first free row below the starter's results


def several(*changes: Change) -> Change:
    def change(book: Workbook) -> None:
        for one in changes:
            one(book)

    return change


def result(row: int, values: Mapping[str, object]) -> Change:
    """The cells of a row of the sheet of results by heading."""

    def change(book: Workbook) -> None:
        for heading, value in values.items():
            at(book, RESULTS, heading, row).value = value

    return change


def inserted(row: int, values: Mapping[str, object]) -> Change:
    """A new row above the row."""

    def change(book: Workbook) -> None:
        book[RESULTS].insert_rows(row)
        result(row, values)(book)

    return change


def total(row: int = BELOW, **counts: object) -> Change:
    """A total of one objective in the first quarter; ``name``, ``done``, ``all_`` change it."""
    said = {"name": "Tổng cộng", "done": 448, "all_": 454, "objective": "mt1", "period": "quý I"} | counts
    cells = {"Mục tiêu": said["objective"], "Đơn vị": said["name"], "Kỳ báo cáo": said["period"],
             "Tử số": said["done"], "Mẫu số": said["all_"]}  # fmt: skip
    return result(row, cells)


def sheet_called(old: str, new: str) -> Change:
    def change(book: Workbook) -> None:
        book[old].title = new

    return change


def copied(sheet: str, name: str) -> Change:
    def change(book: Workbook) -> None:
        book.copy_worksheet(book[sheet]).title = name

    return change


def dropped(sheet: str) -> Change:
    return lambda book: book.remove(book[sheet])


def heading(sheet: str, old: str, new: str | None) -> Change:
    def change(book: Workbook) -> None:
        book[sheet].cell(HEADING_ROW, column(book[sheet], old)).value = new

    return change


def no_column(sheet: str, *headings: str) -> Change:
    def change(book: Workbook) -> None:
        for name in headings:
            book[sheet].delete_cols(column(book[sheet], name))

    return change


def formatted(name: str, value: object, code: str, sheet: str = RESULTS, row: int = HEADING_ROW + 1) -> Change:
    """A value with a number format; a value in place of the fraction where it is one."""

    def change(book: Workbook) -> None:
        if name == "Giá trị":
            at(book, sheet, "Tử số", row).value = at(book, sheet, "Mẫu số", row).value = None
        cell = at(book, sheet, name, row)
        cell.value, cell.number_format = value, code

    return change


def broken(name: str, error: str, sheet: str = RESULTS, row: int = HEADING_ROW + 1) -> Change:
    def change(book: Workbook) -> None:
        cell = at(book, sheet, name, row)
        cell.value, cell.data_type = error, "e"

    return change


def crossed_out(row: int) -> Change:
    def change(book: Workbook) -> None:
        for cell in book[RESULTS][row]:
            cell.font = Font(strike=True)

    return change


def own_table(name: str, rows: list[list[object]]) -> Change:
    def change(book: Workbook) -> None:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)

    return change
