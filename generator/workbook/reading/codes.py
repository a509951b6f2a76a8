"""Codes chosen from a list that shows names beside them: ``mt1 – Hồ sơ đúng hạn`` is read as ``mt1``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.errors import Problem
from generator.faults import Code
from generator.wording.characters import fold
from generator.workbook.reading.row import Row
from generator.workbook.reading.said import Said
from generator.workbook.sheets.columns import Column
from generator.workbook.sheets.named import BETWEEN, SHORTENED, shortened


def names_of(rows: Sequence[Row], code: Column, name: Column) -> dict[str, str]:
    """The names of the codes that rows give, the first of each."""
    found: dict[str, str] = {}
    for row in rows:
        if row.text(code):
            found.setdefault(row.text(code), row.text(name))
    return found


def read_codes(rows: Sequence[Row], column: Column, names: Mapping[str, str], said: Said) -> list[Row]:
    """The rows with the code alone where a code of ours and its name stand together.

    A code beside the name of another is a problem: the row was about that when it was filled. One beside a name that
    nothing has any more was renamed since, which is noted.
    """
    by_code = {known.casefold(): known for known in names}
    read: list[Row] = []
    renamed: list[Row] = []
    for row in rows:
        code, between, name = row.text(column).partition(BETWEEN)
        code = by_code.get(code.strip().casefold(), "")
        if between and code:
            row = replace(row, cells={**row.cells, column.heading: replace(row.cells[column.heading], text=code)})
            if not _is_name(name, names[code]):
                other = next((known for known in names if _is_name(name, names[known])), "")
                if other:
                    what = f"«{code}» đi kèm tên của «{other}»: «{shortened(name)}»"
                    fix = f"chọn lại trong danh sách; tên của {code} là «{shortened(names[code])}»"
                    said.problems.append(Problem(row.place(column.heading), what, fix, Code.OTHER_NAME))
                else:
                    renamed.append(row)
        read.append(row)
    if renamed:
        place = renamed[0].place(column.heading)
        said.notes.append(f"{place}: tên đi kèm mã nay đã khác ({len(renamed)} dòng), đọc theo mã")
    return read


def _is_name(typed: str, name: str) -> bool:
    """Whether what stands beside a code is its name, perhaps cut short."""
    beside, whole = fold(typed.strip().removesuffix(SHORTENED)), fold(name)
    return whole.startswith(beside) if beside else True
