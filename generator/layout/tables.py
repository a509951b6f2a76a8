"""Tables: the grid, spans, and the borders every cell shows after its neighbours had their say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, TypeAlias, cast

from generator.layout.formats import Surroundings
from generator.layout.names import VAL, Element, Key, W, flag, integer, key, local, points, value
from generator.layout.notes import Notes
from generator.layout.styles import Styles
from generator.layout.table_cells import cell_format, reconcile
from generator.layout.table_styles import TableStyle
from generator.layout.tree import Block, Cell, CellFormat, Row, Table

ReadBlocks: TypeAlias = Callable[[Element, Surroundings], list[Block]]


class TableReader:
    """Reads tables; ``read_blocks`` reads what stands in a cell."""

    def __init__(
        self, styles: Styles, theme: dict[str, str], notes: Notes, compatibility: int, text_width: float
    ) -> None:
        self._styles, self._theme, self._notes = styles, theme, notes
        self._compatibility = compatibility
        self._text_width = text_width
        self._table_styles: dict[Key, TableStyle] = {}

    def read(self, element: Element, read_blocks: ReadBlocks) -> Table:
        """The table with spans resolved."""
        properties = element.find(W + "tblPr")
        self._note_strange(properties)
        style = self._table_style(properties)
        rows = list(_rows(element))
        columns = self._columns(element, rows)
        table = Table(columns=columns, rows=[], style_name=style.name)
        self._place(table, properties, style)
        self._fill(table, rows, style, read_blocks)
        reconcile(table)
        return table

    def _table_style(self, properties: Element | None) -> TableStyle:
        cache_key = key(properties)
        known = self._table_styles.get(cache_key)
        if known is None:
            known = self._table_styles[cache_key] = TableStyle(self._styles, self._theme, properties)
        return known

    def _note_strange(self, properties: Element | None) -> None:
        if properties is None:
            return
        if properties.find(W + "tblpPr") is not None:
            self._notes.add("bảng trôi (chữ chảy quanh)")
        if flag(properties, "bidiVisual"):
            self._notes.add("bảng xếp từ phải sang trái")
        if points(value(properties, "tblCellSpacing", W + "w")):
            self._notes.add("khoảng cách giữa các ô")

    def _place(self, table: Table, properties: Element | None, style: TableStyle) -> None:
        if properties is None:
            return
        align = value(properties, "jc") or "left"
        align = {"start": "left", "end": "right"}.get(align, align)
        if align in ("left", "center", "right"):
            table.align = cast(Literal["left", "center", "right"], align)
        if value(properties, "tblLayout", W + "type") == "fixed":
            table.layout = "fixed"
        if table.align == "left":
            indent = properties.find(W + "tblInd")
            if indent is not None and indent.get(W + "type", "dxa") == "dxa":
                table.indent = points(indent.get(W + "w")) or 0.0
            if self._compatibility < 15:  # up to Word 2010 it is the text, not the border, that meets the margin
                table.indent -= style.cell(())[2].get("left", 5.4)

    def _columns(self, element: Element, rows: list[Element]) -> list[float]:
        grid = element.find(W + "tblGrid")
        columns = [
            points(col.get(W + "w")) or 0.0 for col in (grid if grid is not None else ()) if local(col) == "gridCol"
        ]
        count = max((_row_span(row) for row in rows), default=0)
        widths = dict(enumerate(columns))
        for row in rows:
            if len(widths) >= count and all(widths.get(index) for index in range(count)):
                break
            at = integer(value(row.find(W + "trPr"), "gridBefore")) or 0
            for cell in row.iter(W + "tc"):
                span = integer(value(cell.find(W + "tcPr"), "gridSpan")) or 1
                width = points(value(cell.find(W + "tcPr"), "tcW", W + "w"))
                if width and value(cell.find(W + "tcPr"), "tcW", W + "type") in ("dxa", None):
                    for index in range(at, at + span):
                        if not widths.get(index):
                            widths[index] = width / span
                at += span
        made = [widths.get(index, 0.0) for index in range(max(count, len(columns)))]
        missing = sum(1 for width in made if not width)
        if missing:
            rest = max(self._text_width - sum(made), 20.0 * missing)
            made = [width or rest / missing for width in made]
        return made

    def _fill(self, table: Table, rows: list[Element], style: TableStyle, read_blocks: ReadBlocks) -> None:
        open_spans: dict[int, Cell] = {}
        formats: dict[Key, CellFormat] = {}
        leading = True
        for index, element in enumerate(rows):
            properties = element.find(W + "trPr")
            row = self._row(properties)
            leading = row.header = leading and row.header
            column = integer(value(properties, "gridBefore")) or 0
            table.rows.append(row)
            self._notes.enter(f"hàng {index + 1}")
            for number, tc in enumerate(_cells(element), 1):
                own = tc.find(W + "tcPr")
                span = max(integer(value(own, "gridSpan")) or 1, 1)
                merge = own.find(W + "vMerge") if own is not None else None
                if merge is not None and merge.get(VAL) != "restart" and column in open_spans:
                    above = open_spans[column]
                    above.row_span += 1
                    last = cell_format(own, style, (), table, index, len(rows), column, span)
                    above.format = replace(above.format, bottom=last.bottom)
                    column += span
                    continue
                kinds = style.conditions(index, len(rows), column, span, len(table.columns))
                edge = (index == 0, index == len(rows) - 1, column == 0, column + span >= len(table.columns))
                cache_key = (key(own), kinds, edge)
                form = formats.get(cache_key)
                if form is None:
                    form = cell_format(own, style, kinds, table, index, len(rows), column, span)
                    formats[cache_key] = form
                self._notes.enter(f"ô {number}")
                if own is not None and value(own, "textDirection") not in (None, "lrTb", "tb"):
                    self._notes.add("chữ quay hướng trong ô")
                blocks = read_blocks(tc, style.surroundings(kinds))
                self._notes.leave()
                cell = Cell(blocks, column, span, 1, form)
                row.cells.append(cell)
                if merge is not None:
                    open_spans[column] = cell
                else:
                    open_spans.pop(column, None)
                column += span
            self._notes.leave()

    def _row(self, properties: Element | None) -> Row:
        row = Row([])
        if properties is None:
            return row
        height = properties.find(W + "trHeight")
        if height is not None:
            row.height = points(height.get(VAL)) or None
            row.height_rule = "exact" if height.get(W + "hRule") == "exact" else "atLeast"
        row.header = bool(flag(properties, "tblHeader"))
        row.cant_split = bool(flag(properties, "cantSplit"))
        if flag(properties, "hidden"):
            self._notes.add("hàng ẩn")
        if properties.find(W + "ins") is not None or properties.find(W + "del") is not None:
            self._notes.add("thay đổi đang theo dõi (Track Changes) chưa chấp nhận")
        return row


def _unwrapped(parent: Element, name: str) -> list[Element]:
    """The children of one name, also those inside content controls."""
    found: list[Element] = []
    for child in parent:
        kind = local(child)
        if kind == name:
            found.append(child)
        elif kind in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            found.extend(_unwrapped(child, name))
    return found


def _rows(table: Element) -> list[Element]:
    return _unwrapped(table, "tr")


def _cells(row: Element) -> list[Element]:
    return _unwrapped(row, "tc")


def _row_span(row: Element) -> int:
    properties = row.find(W + "trPr")
    around = (integer(value(properties, "gridBefore")) or 0) + (integer(value(properties, "gridAfter")) or 0)
    return around + sum(max(integer(value(c.find(W + "tcPr"), "gridSpan")) or 1, 1) for c in _cells(row))
