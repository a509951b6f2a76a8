"""How a spreadsheet names its cells: letters for the column, a number for the row."""

from __future__ import annotations

import re
from functools import cache

from generator.patterns import late

LAST_ROW = 1_048_576
_REFERENCE = late(r"([A-Za-z]{1,3})([1-9]\d{0,6})", re.ASCII)
_COLUMNS: dict[str, int] = {}  # by the letters met so far: at most 18,278
Range = tuple[int, int, int, int]
"""Row and column of the first cell of a range, then of its last."""


def column_letters(number: int) -> str:
    """The letters of the column with the number (from 1)."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@cache
def column_number(letters: str) -> int:
    """The number (from 1) of the column with the letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def read_reference(text: str) -> tuple[int, int] | None:
    """The row and column (from 1) a reference such as ``D7`` names; None for what is none."""
    match = _REFERENCE.fullmatch(text)
    if match is None or (row := int(match[2])) > LAST_ROW:
        return None
    return row, column_number(match[1].upper())


def column_in_row(text: str, row: str) -> int:
    """The column (from 1) of a reference such as ``D7`` in the row ``7``; 0 for one in another row, and for none."""
    letters = text.removesuffix(row)
    known = _COLUMNS.get(letters)
    if known is None or row == "0":
        place = read_reference(text)
        if place is None or str(place[0]) != row:
            return 0
        known = _COLUMNS[letters] = place[1]
    return known if len(letters) < len(text) else 0


def read_range(text: str) -> Range | None:
    """The cells from one reference to another; None for what is no range."""
    first, _, last = text.partition(":")
    start, end = read_reference(first), read_reference(last or first)
    return (*start, *end) if start and end else None
