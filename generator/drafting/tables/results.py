"""Which column of a table of results is which field, by its heading, as the program and as offices name them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.recovering.quality.headings import Column
from generator.recovering.tables.grid import Grid, Slot
from generator.wording.characters import fold

_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("tu_so", ("tuso",)),
    ("mau_so", ("mauso",)),
    ("cach_tinh", ("cachtinh",)),
    ("bao_cao", ("ngaybaocao", "nguoibaocao")),
    ("minh_chung", ("minhchung",)),
    ("cung_ky", ("cungky",)),
    ("ky_truoc", ("sovoi",)),
    ("chenh_lech", ("chenhlech",)),
    ("danh_gia", ("danhgia",)),
    ("chi_tieu", ("chitieu",)),
    ("don_vi", ("donvi", "bophan")),
    ("ket_qua", ("ketqua",)),
)
_VERDICTS = frozenset({"chi_tieu", "ket_qua", "danh_gia"})
_FIGURES = frozenset({"chi_tieu", "tu_so", "mau_so", "ket_qua"})


def result_columns(grid: Grid) -> tuple[str, list[Column]] | None:
    """Which of the two tables of results it is, and its columns; None where a heading is of none of its fields."""
    if grid.heading != 1 or any(slot.columns > 1 for slot in grid.rows[0]):
        return None
    columns: list[Column] = []
    for slot in grid.rows[0]:
        folded, taken = fold(slot.text), {column.key for column in columns}
        key = next((key for key, words in _WORDS if key not in taken and any(one in folded for one in words)), "")
        if not key:
            return None
        columns.append(Column(key, slot.text))
    keys = {column.key for column in columns}
    source = "so_lieu" if keys >= _FIGURES else "ket_qua" if keys >= _VERDICTS else ""
    return (source, columns) if source and list(_groups(grid)) and _in_groups(grid) else None


def _groups(grid: Grid) -> Iterator[Slot]:
    """The headings of groups: one cell over all columns."""
    yield from (row[0] for row in grid.body if len(row) == 1 and row[0].columns == grid.columns)


def _in_groups(grid: Grid) -> bool:
    """Whether the body begins with the heading of a group and is plain rows besides."""
    first = grid.body[0]
    plain = (row for row in grid.body if len(row) > 1)
    return len(first) == 1 and all(slot.columns == slot.rows == 1 for row in plain for slot in row)
