"""Tables whose cells stand apart: gaps as columns of their own and between the rows, a frame around all of it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from generator.layout.tree import Cell, CellFormat, Row, Table
from generator.pdf.measuring.table_pages import rule_widths
from generator.pdf.typst.cells.looks import SIDES
from generator.pdf.typst.literals import pt, rgb, stroke


class Parted(NamedTuple):
    """A table to be written with gaps: those between its rows, the rooms of its rules, and what is around it.

    Of each rule ``hung`` says how much of its room is below it. A block stands around the table, at its ends ``rim``.
    """

    table: Table
    gutter: float
    rules: list[float]
    hung: list[float]
    block: str
    rim: float

    def wrapped(self, made: str) -> str:
        """The code of the table with what is around it."""
        rim = f"v({pt(self.rim)});"
        return f"block({self.block}{{{rim}{made};{rim}}})"


def parted(table: Table) -> Parted:
    """The table as it is written; one that shows nothing but its text needs no gaps of its own.

    Each cell has lines of its own, half of each within the cell.
    """
    gap, count = table.spacing, len(table.rows)
    if table.frame is None:
        return Parted(table, 0.0, [0.0] * (count + 1), [0.0] * (count + 1), "", gap)
    half = max(rule_widths(table), default=0.0) / 2
    rules = [half, *[2 * half] * (count - 1), half]
    hung = [0.0, *[half] * (count - 1), 0.0]
    rows = [_row(table, row, gap) for row in table.rows]
    made = replace(table, columns=_tracks(table.columns, gap), rows=rows)
    # Where a page ends within the table, its frame stands nearer to the cells: Word asks for no room there.
    looks = f"width: {pt(sum(table.columns))}, inset: (y: {pt(gap / 2)}), {_looks(table)}"
    return Parted(made, 2 * gap, rules, hung, looks, 1.5 * gap)


def _looks(table: Table) -> str:
    """The lines and the fill around all cells."""
    frame = table.frame or CellFormat()
    lines = ((side, getattr(frame, side)) for side in SIDES)
    strokes = [f"{side}: {stroke(line.width, line.color, line.style)}" for side, line in lines if line is not None]
    made = f"stroke: ({', '.join(strokes)}), " if strokes else ""
    return made + (f"fill: {rgb(frame.shading)}, " if frame.shading else "")


def _tracks(columns: list[float], gap: float) -> list[float]:
    """The columns, each with a gap before it, and the last gap."""
    made: list[float] = []
    for index, column in enumerate(columns):
        left, right = gap * (1 + (index == 0)), gap * (1 + (index == len(columns) - 1))
        made += [2 * gap, max(column - left - right, 0.0)]
    return [*made, 2 * gap]


def _row(table: Table, row: Row, gap: float) -> Row:
    height = row.height and max(row.height - 2 * gap, 0.0)
    return replace(row, height=height, cells=[_cell(table, cell, gap) for cell in row.cells])


def _cell(table: Table, cell: Cell, gap: float) -> Cell:
    """The cell on its tracks, its margins without the gaps, which the layout counts to them."""
    form = cell.format
    first, last = cell.column == 0, cell.column + cell.column_span == len(table.columns)
    made = replace(
        form,
        margin_top=form.margin_top - gap,
        margin_bottom=form.margin_bottom - gap,
        margin_left=form.margin_left - gap * (1 + first),
        margin_right=form.margin_right - gap * (1 + last),
    )
    return replace(cell, column=2 * cell.column + 1, column_span=2 * cell.column_span - 1, format=made)
