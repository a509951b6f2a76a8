"""Cells that stand apart, as tables from web pages have them: how far, and the lines around all of them.

What the file says is half of the gap: each of two neighbours adds its own, and at the table's edges the gap is as wide
as between cells (17.4.44, 17.4.45; seen in Word). The gaps lie inside the table's width.
"""

from __future__ import annotations

from dataclasses import replace

from generator.layout.names import Element, W, child_of
from generator.layout.notes import Notes
from generator.layout.properties.borders import is_single, read_shading
from generator.layout.tables.cells import clear_lines
from generator.layout.tables.styles import BorderSet
from generator.layout.tree import Border, CellFormat, Table

_UNEQUAL = "khoảng cách giữa các ô khác nhau ở các hàng"
_DOUBLE = "khoảng cách giữa các ô có đường viền kép"
_LEAST_SHARE = 8
_SAME = 0.01
_SIDES = ("top", "left", "bottom", "right")


def spread(table: Table, gaps: list[float], borders: BorderSet, properties: Element | None, notes: Notes) -> None:
    """Moves what cells hold apart by the gaps of their rows, and gives the table its frame.

    ``borders`` are those that the table and its style say. Nothing of two cells is on a shared edge any more.
    """
    clear_lines(table)
    frame = CellFormat(
        **{side: borders.get(side) for side in _SIDES},  # type: ignore[arg-type]
        shading=read_shading(child_of(properties, W + "shd")) if properties is not None else None,
    )
    forms = {cell.format for row in table.rows for cell in row.cells}
    visible = any(map(_is_visible, (frame, *forms)))
    if visible and max(gaps) - min(gaps) > _SAME:
        notes.add(_UNEQUAL)
    lines = [line for form in (frame, *forms) for line in _lines(form)]
    if any(not is_single(line) for line in lines):
        notes.add(_DOUBLE)
    # From the middle of one line to that of the next: the gap does not count the lines beside it, or the pages of a
    # table that Word left would end elsewhere.
    rule = max((line.width for form in forms for line in _lines(form)), default=0.0)
    table.spacing = _within(table, max(gaps) + rule / 2, notes)
    table.frame = frame if visible else None
    known: dict[tuple[CellFormat, float, bool, bool], CellFormat] = {}
    for row, said in zip(table.rows, gaps, strict=True):
        gap = table.spacing if visible else min(said, table.spacing)
        for cell in row.cells:
            form = cell.format
            first, last = cell.column == 0, cell.column + cell.column_span == len(table.columns)
            made = known.get((form, gap, first, last))
            if made is None:
                made = known[form, gap, first, last] = replace(
                    form,
                    margin_top=form.margin_top + gap,
                    margin_bottom=form.margin_bottom + gap,
                    margin_left=form.margin_left + gap * (1 + first),
                    margin_right=form.margin_right + gap * (1 + last),
                )
            cell.format = made


def _lines(form: CellFormat) -> list[Border]:
    return [line for side in _SIDES if (line := getattr(form, side)) is not None]


def _is_visible(form: CellFormat) -> bool:
    """Whether the edges of a cell are seen: by a line or a fill."""
    return form.shading is not None or bool(_lines(form))


def _within(table: Table, gap: float, notes: Notes) -> float:
    """The gap, narrower where cells have no room for it."""
    widths = (sum(table.columns[c.column : c.column + c.column_span]) for row in table.rows for c in row.cells)
    most = min(widths, default=0.0) / _LEAST_SHARE
    if gap <= most:
        return gap
    notes.bounded += 1
    return most
