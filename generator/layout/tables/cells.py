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
    changed = Changed()

    def put(cell: Cell, side: str, border: Border | None) -> None:
        cell.format = changed.format(cell.format, side, border)

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
    clear_lines(table, changed)


class Changed:
    """The formats of one table's cells with something of them changed, each made once.

    Formats and borders are shared objects: their identity is a cheaper key than their fields.
    """

    def __init__(self) -> None:
        self._near: dict[tuple[int, str, object], tuple[CellFormat, object, CellFormat]] = {}

    def format(self, form: CellFormat, name: str, said: Border | float | None) -> CellFormat:
        """The format with another value of this name."""
        cache_key = (id(form), name, said if isinstance(said, float) else id(said))
        near = self._near.get(cache_key)
        if near is None:
            made = replace(form, **{name: said})  # type: ignore[arg-type]
            near = self._near[cache_key] = form, said, made  # kept alive, so that no id comes twice
        return near[2]


def clear_lines(table: Table, changed: Changed | None = None) -> None:
    """Keeps the text of all cells off the lines beside it, whatever smaller margins they ask for."""
    changed = changed or Changed()
    for row in table.rows:
        for cell in row.cells:
            form = cell.format
            if form.left is not None and form.left.width / 2 > form.margin_left:
                form = changed.format(form, "margin_left", form.left.width / 2)
            if form.right is not None and form.right.width / 2 > form.margin_right:
                form = changed.format(form, "margin_right", form.right.width / 2)
            cell.format = form
