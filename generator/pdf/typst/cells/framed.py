"""Tables whose outer lines have several strands (``thinThickSmallGap``, ``triple``), as frames of covers have.

Blocks within blocks draw the strands; inside them the table stands without these lines.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, TypeAlias

from generator.layout.properties.borders import is_stranded, strands
from generator.layout.tree import Border, Cell, CellFormat, Row, Table
from generator.pdf.typst.cells.looks import SIDES
from generator.pdf.typst.literals import pt, stroke

_TURNED = ("bottom", "right")  # Word names the lines from the top and from the left
_Known: TypeAlias = dict[tuple[CellFormat, tuple[str, ...]], CellFormat]
_MARGINS = {"left": "margin_left", "right": "margin_right"}


class Frame(NamedTuple):
    """What is around a table: of each side its line, and where its strands begin and how wide they are."""

    lines: dict[str, Border]
    rings: dict[str, list[tuple[float, float]]]

    @property
    def aside(self) -> float:
        """How far left of the table's edge the first block begins."""
        left = self.lines.get("left")
        return left.width / 2 - self._middle("left", 0) if left is not None else 0.0

    def around(self, made: str) -> str:
        """The code of the table within its frame."""
        for ring in reversed(range(max(map(len, self.rings.values())))):
            held = [side for side, found in self.rings.items() if ring < len(found)]
            lines = ", ".join(f"{side}: {self._stroke(side, ring)}" for side in held)
            insets = ", ".join(
                f"{side}: {pt(self._middle(side, ring + 1) - self._middle(side, ring))}" for side in held
            )
            made = f"block(stroke: ({lines}), inset: ({insets}), {made})"
        ends = ", ".join(f"{side}: {pt(self._middle(side, 0))}" for side in ("top", "bottom") if side in self.lines)
        return f"pad({ends}, {made})" if ends else made

    def _stroke(self, side: str, ring: int) -> str:
        return stroke(self.rings[side][ring][1], self.lines[side].color)

    def _middle(self, side: str, ring: int) -> float:
        """How far within the outer edge of a side the middle of a strand lies; behind the last the line's end."""
        found = self.rings[side]
        if ring >= len(found):
            return self.lines[side].width
        start, width = found[ring]
        return start + width / 2


def framed(table: Table) -> tuple[Table, Frame | None]:
    """The table without the lines of several strands that are the same along a whole side of it, and its frame."""
    lines: dict[str, Border] = {}
    for side in SIDES:
        found = {getattr(cell.format, side) for at, row in enumerate(table.rows) for cell in _at(table, side, at, row)}
        line = found.pop() if len(found) == 1 else None
        if line is not None and is_stranded(line):
            lines[side] = line
    if not lines:
        return table, None
    columns = list(table.columns)
    for side, end in (("left", 0), ("right", -1)):
        if side in lines:
            columns[end] = max(columns[end] - lines[side].width / 2, 0.0)
    known: _Known = {}
    rows = [_row(table, at, row, lines, known) for at, row in enumerate(table.rows)]
    rings = {side: strands(line, turned=side in _TURNED) for side, line in lines.items()}
    return replace(table, columns=columns, rows=rows), Frame(lines, rings)


def _at(table: Table, side: str, at: int, row: Row) -> list[Cell]:
    """The cells of a row that stand at a side of the table."""
    return [cell for cell in row.cells if side in _edges(table, at, cell)]


def _edges(table: Table, at: int, cell: Cell) -> list[str]:
    ends = {
        "top": at == 0,
        "left": cell.column == 0,
        "bottom": at + cell.row_span >= len(table.rows),
        "right": cell.column + cell.column_span >= len(table.columns),
    }
    return [side for side, there in ends.items() if there]


def _row(table: Table, at: int, row: Row, lines: dict[str, Border], known: _Known) -> Row:
    cells: list[Cell] = []
    for cell in row.cells:
        form = cell.format
        sides = tuple(side for side in _edges(table, at, cell) if side in lines)
        made = known.get((form, sides))
        if made is None:
            said = {name: getattr(form, name) - lines[s].width / 2 for s, name in _MARGINS.items() if s in sides}
            nothing = dict.fromkeys(sides)
            made = known[form, sides] = replace(form, **nothing, **said)  # type: ignore[arg-type]
        cells.append(replace(cell, format=made))
    return replace(row, cells=cells)
