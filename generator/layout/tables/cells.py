"""The look of single cells: borders from table, style and cell, and who wins on a shared edge."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, cast

from generator.layout.names import Element, W, value
from generator.layout.properties.borders import read_shading
from generator.layout.tables.styles import BorderSet, TableStyle, read_border_set, read_margins
from generator.layout.tree import Border, Cell, CellFormat, Table

_VALIGN = {"center": "center", "bottom": "bottom", "both": "center"}


def cell_format(
    own: Element | None,
    style: TableStyle,
    kinds: tuple[str, ...],
    inner: tuple[bool, bool, bool, bool],
) -> CellFormat:
    """The format of one cell before its neighbours are asked.

    ``inner`` tells which of its sides (top, left, bottom, right) lie inside the table.
    """
    borders, style_borders, table_margins, shading, valign = style.cell(kinds)
    direct = read_border_set(own.find(W + "tcBorders")) if own is not None else {}
    margins = dict(table_margins)
    if own is not None:
        margins.update(read_margins(own.find(W + "tcMar")))
        shading = read_shading(own.find(W + "shd")) or shading
        valign = value(own, "vAlign") or valign
    inner_top, inner_left, inner_bottom, inner_right = inner

    def side(name: str, inside: str, is_inner: bool) -> Border | None:
        for said in (direct, style_borders):
            if name in said:
                return said[name]
        return _table_side(borders, inside if is_inner else name)

    return CellFormat(
        top=side("top", "insideH", inner_top),
        left=side("left", "insideV", inner_left),
        bottom=side("bottom", "insideH", inner_bottom),
        right=side("right", "insideV", inner_right),
        margin_top=margins.get("top", 0.0),
        margin_left=margins.get("left", 5.4),
        margin_bottom=margins.get("bottom", 0.0),
        margin_right=margins.get("right", 5.4),
        shading=shading,
        valign=cast(Literal["top", "center", "bottom"], _VALIGN.get(valign, "top")),
    )


def _table_side(borders: BorderSet, name: str) -> Border | None:
    return borders.get(name)


def _stronger(one: Border | None, other: Border | None) -> Border | None:
    """The border that shows on an edge two cells share: no line loses, then the wider wins."""
    if one is None or other is None:
        return one or other
    return other if other.width > one.width else one


def _differ(one: Border | None, other: Border | None) -> bool:
    return one is not other and one != other  # mostly the same object, which is cheaper to see


def reconcile(table: Table) -> None:
    """Gives both cells at every shared edge the border that shows there."""
    at: dict[tuple[int, int], Cell] = {}
    replaced: dict[tuple[CellFormat, str, Border | None], CellFormat] = {}

    def put(cell: Cell, side: str, border: Border | None) -> None:
        cache_key = (cell.format, side, border)
        form = replaced.get(cache_key)
        if form is None:
            form = replaced[cache_key] = replace(cell.format, **{side: border})  # type: ignore[arg-type]
        cell.format = form

    for index, row in enumerate(table.rows):
        for cell in row.cells:
            for line in range(index, index + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    at[line, column] = cell
    for index, row in enumerate(table.rows):
        for cell in row.cells:
            right = at.get((index, cell.column + cell.column_span))
            if right is not None and _differ(cell.format.right, right.format.left):
                border = _stronger(cell.format.right, right.format.left)
                put(cell, "right", border)
                put(right, "left", border)
            below = at.get((index + cell.row_span, cell.column))
            if below is not None and _differ(cell.format.bottom, below.format.top):
                border = _stronger(cell.format.bottom, below.format.top)
                put(cell, "bottom", border)
                put(below, "top", border)
    clear_lines(table, replaced)


def clear_lines(table: Table, known: dict[tuple[CellFormat, str, Border | None], CellFormat] | None = None) -> None:
    """Keeps the text of all cells off the lines beside it."""
    known = {} if known is None else known
    for row in table.rows:
        for cell in row.cells:
            _clear(cell, known)


def _clear(cell: Cell, known: dict[tuple[CellFormat, str, Border | None], CellFormat]) -> None:
    """Keeps the text off the halves of the lines beside it, whatever smaller margins the cell asks for."""
    for side in ("left", "right"):
        form = cell.format
        border: Border | None = getattr(form, side)
        if border is None or border.width / 2 <= getattr(form, f"margin_{side}"):
            continue
        cache_key = (form, f"margin_{side}", border)
        made = known.get(cache_key)
        if made is None:
            made = known[cache_key] = replace(form, **{f"margin_{side}": border.width / 2})  # type: ignore[arg-type]
        cell.format = made
