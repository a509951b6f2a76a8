"""The cells of one sheet as a clerk sees them: texts, with numbers, percentages and days as they would be typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.errors import DataError, Problem
from generator.workbook.package import NumberFormat, Package, SheetPart, text_of

MAX_CELLS = 3_000_000  # filled cells of a sheet: a hundred times what a year's results need
MAX_COLUMNS = 1_000  # beyond these nothing of ours can stand
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_OUTSIDE = re.compile(r"\[\d+\]")  # how a formula names another file
_FIRST_SERIAL, _LAST_SERIAL = 1, 2_958_465  # days a spreadsheet counts: to the end of 9999
_LIKELY_SERIALS = (20_000, 75_000)  # what a number is where a day is asked for: 1954 to 2105


@dataclass(slots=True)
class Cell:
    """One filled cell: where it is, its text; ``number`` when it is one; ``wrong`` and ``fix`` when it has no value."""

    ref: str
    text: str
    number: Decimal | None = None
    wrong: str = ""
    fix: str = ""
    partial_day: bool = False  # a date that its format shows without day or year: typed as something else


@dataclass(slots=True)
class Grid:
    """The filled cells of a sheet by row and column (from 1), the rows hidden, the ranges merged."""

    name: str
    hidden: bool
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)  # row, column, last row, last column

    def place(self, ref: str) -> str:
        """The cell as messages name it, e.g. ``Sheet Kết quả, ô D7``."""
        return f"Sheet {self.name}, ô {ref}"


def read_grid(package: Package, sheet: SheetPart) -> Grid:
    """The cells of the sheet; raises DataError when it is broken or holds too much."""
    grid = Grid(sheet.name, sheet.hidden)
    filled = row_number = 0
    for element in package.rows(sheet):
        if element.tag.endswith("}mergeCell"):
            _merge(grid, element.get("ref", ""))
            continue
        row_number = _whole(element.get("r"), row_number + 1)
        cells = _cells(package, element, row_number)
        filled += len(cells)
        if filled > MAX_CELLS:
            raise DataError(Problem(f"Sheet {sheet.name}", f"có hơn {MAX_CELLS} ô có dữ liệu", "chia thành nhiều tệp"))
        if cells:
            grid.rows[row_number] = cells
            if element.get("hidden") in ("1", "true"):
                grid.hidden_rows.add(row_number)
    _spread_merged(grid)
    return grid


def column_letters(number: int) -> str:
    """The letters of the column with the number (from 1)."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _cells(package: Package, row: Any, number: int) -> dict[int, Cell]:
    cells = {}
    column = 0
    for element in row:
        match = _REFERENCE.fullmatch(element.get("r") or "")
        column = _column_number(match[1]) if match else column + 1
        if column > MAX_COLUMNS:
            break
        cell = _cell(package, element, f"{column_letters(column)}{number}")
        if cell is not None:
            cells[column] = cell
    return cells


def _cell(package: Package, element: Any, ref: str) -> Cell | None:
    kind = element.get("t", "n")
    formula = element.find("{*}f")
    value_element = element.find("{*}v")
    value = value_element.text if value_element is not None else None
    if formula is not None:
        if formula.text and _OUTSIDE.search(formula.text):
            fix = "chép ô đó, dán lại dạng giá trị (Paste Values)"
            return Cell(ref, "", wrong="công thức lấy số từ tệp Excel khác, không kiểm được", fix=fix)
        if value is None:
            fix = "mở bằng Excel hoặc LibreOffice Calc, lưu lại rồi thử lại; hoặc gõ thẳng giá trị"
            return Cell(ref, "", wrong="công thức chưa có giá trị tính sẵn", fix=fix)
    if kind == "inlineStr":
        inline = element.find("{*}is")
        return _text(ref, text_of(inline) if inline is not None else "")
    if value is None:
        return None
    if kind == "s":
        index = _whole(value, -1)
        return _text(ref, package.strings[index]) if 0 <= index < len(package.strings) else None
    if kind == "str":
        return _text(ref, value)
    if kind == "b":
        return Cell(ref, "có" if value == "1" else "không")
    if kind == "e":
        return Cell(ref, "", wrong=f"ô báo lỗi {value[:20]}", fix="sửa công thức hoặc gõ thẳng giá trị")
    return _number(ref, value, package.format_of(_whole(element.get("s"), -1)), from_1904=package.from_1904)


def _text(ref: str, text: str) -> Cell | None:
    return Cell(ref, text) if text.strip() else None


def _number(ref: str, value: str, number_format: NumberFormat, *, from_1904: bool) -> Cell | None:
    try:
        number = Decimal(format(float(value), ".15g"))  # what a spreadsheet shows; the rest is binary dust
    except (ValueError, InvalidOperation):
        return _text(ref, value)
    if not number.is_finite():
        return _text(ref, value)
    if number_format.percent:
        return Cell(ref, f"{typed(number * 100)}%", number)
    if number_format.is_date and _FIRST_SERIAL <= number <= _LAST_SERIAL:
        moment = moment_of(number, from_1904=from_1904)
        text, partial = _day_text(moment, number_format.parts)
        return Cell(ref, text, None, partial_day=partial)
    return Cell(ref, typed(number), number)


def typed(number: Decimal) -> str:
    """The number as it is typed in Vietnamese: a decimal comma, no separators of thousands."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def moment_of(serial: Decimal, *, from_1904: bool) -> datetime:
    """The moment a spreadsheet counts as the number of days."""
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    return start + timedelta(minutes=round(float(serial) * 24 * 60))


def likely_day(number: Decimal) -> bool:
    """Whether a bare number, where a day is asked for, is one whose format was lost."""
    return _LIKELY_SERIALS[0] <= number <= _LIKELY_SERIALS[1]


def _day_text(moment: datetime, parts: frozenset[str]) -> tuple[str, bool]:
    day = f"{moment.day:02d}/{moment.month:02d}/{moment.year}"
    if moment.hour or moment.minute:
        return f"{moment:%H:%M} {day}", False
    if "d" not in parts:
        return f"{moment.month}/{moment.year}", True
    return (day, False) if "y" in parts else (f"{moment.day}/{moment.month}", True)


def _merge(grid: Grid, reference: str) -> None:
    first, _, last = reference.partition(":")
    start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
    if start and end:
        grid.merged.append((int(start[2]), _column_number(start[1]), int(end[2]), _column_number(end[1])))


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


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() else otherwise


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
