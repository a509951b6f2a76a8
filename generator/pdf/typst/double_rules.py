"""Double borders of tables, as single ones: upright pairs get a thin column between their two lines.

A level pair is the border's own line and a second one, drawn inside the cell below it or, at the table's foot, above.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from generator.layout.properties.borders import is_stranded
from generator.layout.tree import Border, Cell, CellFormat, Row, Table
from generator.pdf.typst.literals import pt, stroke

_Gaps: TypeAlias = list[float]


def is_double(border: Border | None) -> bool:
    """Whether the border is drawn as two lines: so are several strands inside a table."""
    return border is not None and (border.style == "double" or is_stranded(border))


def single(border: Border | None) -> Border | None:
    """One of the two lines of a double border: each, and the gap between them, is a third of it; others as they are."""
    if border is None or not is_double(border):
        return border
    meant = border.style if is_stranded(border) else border.meant
    return replace(border, style="single", width=border.width / 3, meant=meant)


def with_gaps(table: Table) -> Table:
    """The table with a column for the gap of every upright double border; itself when it has none."""
    gaps = _gaps(table)
    if not any(gaps):
        return table
    own, columns = _tracks(table.columns, gaps)
    rows = [_parted(table, index, row, gaps, own) for index, row in enumerate(table.rows)]
    return replace(table, columns=columns, rows=rows)


def second_line_rooms(table: Table) -> list[float]:
    """The room below each level border that its second line needs, in points; none at the table's top and foot."""
    rooms = [0.0] * (len(table.rows) + 1)
    for index, row in enumerate(table.rows[1:], 1):
        widths = (cell.format.top.width for cell in row.cells if cell.format.top and is_double(cell.format.top))
        rooms[index] = max(widths, default=0.0) * 2 / 3
    return rooms


def with_second_lines(content: str, form: CellFormat, width: float, inset: tuple[float, float], *, last: bool) -> str:
    """The content of a cell and the second lines of its level pairs; ``last`` at the table's foot.

    ``width`` is the whole cell's, ``inset`` what stands free above and below its content, all in points.
    """

    def line(border: Border, align: str, offset: float) -> str:
        drawn = f"line(length: {pt(width)}, stroke: {stroke(border.width / 3, border.color)})"
        return f"place({align} + left, dx: {pt(-form.margin_left)}, dy: {pt(offset)}, {drawn})"

    top, bottom = form.top, form.bottom
    parts = [content]
    if top is not None and is_double(top):
        parts.insert(0, line(top, "top", top.width * 2 / 3 - inset[0]))
    if last and bottom is not None and is_double(bottom):
        parts.append(line(bottom, "bottom", inset[1] - bottom.width * 2 / 3))
    return parts[0] if len(parts) == 1 else "{" + ";".join(parts) + "}"


def _gaps(table: Table) -> _Gaps:
    """How far apart the lines of the pairs at each edge of the columns stand, 0 for an edge without one."""
    gaps = [0.0] * (len(table.columns) + 1)
    for row in table.rows:
        for cell in row.cells:
            edges = ((cell.column, cell.format.left), (cell.column + cell.column_span, cell.format.right))
            for edge, border in edges:
                if border is not None and is_double(border):
                    gaps[edge] = max(gaps[edge], border.width * 2 / 3)
    return gaps


def _tracks(columns: list[float], gaps: _Gaps) -> tuple[list[int], list[float]]:
    """The place of each old column among the new ones, the end as the last, and the new widths."""
    own: list[int] = []
    made: list[float] = []
    for column, gap in enumerate(gaps):
        if gap:
            made.append(gap)
        own.append(len(made))
        if column < len(columns):
            made.append(max(columns[column] - (gap + gaps[column + 1]) / 2, 0.0))
    return own, made


def _parted(table: Table, index: int, row: Row, gaps: _Gaps, own: list[int]) -> Row:
    cells: list[Cell] = []
    between: list[Cell] = []
    for cell in row.cells:
        form, last = cell.format, cell.column + cell.column_span
        start, end = own[cell.column], own[last] - bool(gaps[last])
        # A gap belongs to the cell on its left, unless it parts two lines there; the cell's text keeps its place.
        left, right = gaps[cell.column] / 2, gaps[last] / 2
        if gaps[0] and cell.column == 0:
            if is_double(form.left):
                between.append(_between(table, index, cell, 0, single(form.left)))
            else:
                start, left = 0, -left
        if gaps[last]:
            if is_double(form.right):
                rim = single(form.right) if last == len(table.columns) else None
                between.append(_between(table, index, cell, own[last] - 1, rim))
            else:
                end, right = own[last], -right
        made = replace(
            form,
            left=single(form.left),
            right=single(form.right),
            margin_left=max(form.margin_left - left, 0.0),
            margin_right=max(form.margin_right - right, 0.0),
        )
        cells.append(replace(cell, column=start, column_span=end - start, format=made))
    return replace(row, cells=cells + between)


def _between(table: Table, index: int, cell: Cell, track: int, line: Border | None) -> Cell:
    """The empty cell between the two lines at one edge of a cell: at the table's rim it has the outer lines."""
    last = index + cell.row_span >= len(table.rows)
    form = CellFormat(
        top=single(cell.format.top) if index == 0 else None,
        bottom=single(cell.format.bottom) if last else None,
        left=line if track == 0 else None,
        right=line if track else None,
        margin_left=0.0,
        margin_right=0.0,
    )
    return Cell([], track, 1, cell.row_span, form)
