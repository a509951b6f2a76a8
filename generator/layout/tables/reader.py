"""Tables: the grid, spans, and the borders every cell shows after its neighbours had their say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, TypeAlias, cast

from generator.layout.limits import MAX_COLUMNS
from generator.layout.names import (
    VAL,
    Element,
    Key,
    W,
    child_of,
    children_of,
    flag,
    integer,
    key,
    leading,
    local,
    points,
    truth,
    value,
    value_in,
)
from generator.layout.notes import CHANGE, Notes
from generator.layout.properties.formats import Surroundings
from generator.layout.properties.kept import Kept
from generator.layout.properties.repeated import Repeated
from generator.layout.properties.styles import Styles
from generator.layout.tables.cells import Changed, cell_format, reconcile
from generator.layout.tables.columns import Asking, Wish, column_widths, says_width, wish_of
from generator.layout.tables.floating import FLOATING, read_place
from generator.layout.tables.styles import SPACING, StyleParts, TableStyle, read_margins, read_spacing, spacing_of
from generator.layout.tree import Block, Cell, CellFormat, Paragraph, Row, Table
from generator.records import record

ReadBlocks: TypeAlias = Callable[[Element, Surroundings], list[Block]]


_TC_PR, _TR_PR, _EXCEPTIONS = W + "tcPr", W + "trPr", W + "tblPrEx"
_INDENT = W + "tblInd"
_DELETED, _INSERTED, _CHANGED = W + "del", W + "ins", W + "trPrChange"
_HEIGHT, _HEADER, _WHOLE, _HIDDEN = W + "trHeight", W + "tblHeader", W + "cantSplit", W + "hidden"
_BLOCKS = (W + "p", W + "tbl", W + "r")
_STRAY_TEXT = "chữ nằm ngoài các ô của bảng (tệp hỏng)"
_ALL = (True, True, True, True)  # cells that stand apart have no side on the table's edge
_FLAT = 0.01  # points: the height of a row that has none
_TURNS: dict[str, Literal[0, 90, 270]] = {
    "lrTb": 0, "lrTbV": 0, "tb": 0, "tbV": 0, "tbRl": 90, "tbRlV": 90, "rl": 90, "rlV": 90, "btLr": 270, "lr": 270,
}  # fmt: skip
_LOOKS = {W + name for name in ("tcBorders", "tcMar", "shd", "vAlign")}


@record(frozen=True)
class _Own:
    """What a ``w:tcPr``, the ``element``, says: the properties that decide the cell's look, and where it stands.

    Its text is turned by ``turn`` degrees clockwise, ``None`` for a way that cannot be held. ``strays`` says that text
    stands among them, which no cell shows; ``unmarked`` that the mark at the cell's end takes no room.
    """

    element: Element | None
    look: Key
    wish: Wish | None
    span: int
    merged: Literal["", "restart", "continue"]
    turn: Literal[0, 90, 270] | None
    strays: bool
    unmarked: bool


@record(frozen=True)
class _Prepared:
    """A row before it is read: its properties, what it says otherwise than its table, the columns it skips and those
    it covers, its cells."""

    said: dict[str, Element]
    exceptions: Element | None
    before: int
    width: int
    cells: list[tuple[Element, _Own]]


class TableReader:
    """Reads tables; what their styles say is looked up in ``kept`` first, and left there for other documents."""

    def __init__(
        self,
        styles: Styles,
        kept: Kept[TableStyle],
        theme: dict[str, str],
        notes: Notes,
        compatibility: int,
        text_width: Callable[[], float],
        repeated: Repeated,
    ) -> None:
        self._styles, self._kept, self._theme, self._notes = styles, kept, theme, notes
        self._compatibility = compatibility
        self._text_width, self._repeated = text_width, repeated
        self._depth = 0
        self._table_styles: dict[Key, TableStyle] = {}
        self._known_styles: dict[str, StyleParts] = {}

    def read(self, element: Element, read_blocks: ReadBlocks) -> Table:
        """The table with spans resolved; ``read_blocks`` reads what stands in a cell."""
        properties = element.find(W + "tblPr")
        self._note_strange(properties)
        style = self._table_style(properties)
        known: dict[Key, _Own] = {}
        strays: list[Element] = []
        rows = [row for each in _rows(element, strays) if (row := self._prepared(each, known, strays)) is not None]
        if strays or _holds_text(properties):
            self._notes.add(_STRAY_TEXT)
        asking = [(row.width, _asking(row)) for row in rows]
        nested, beside = self._depth > 0, self._hung_out(rows, style)
        columns = column_widths(element, properties, asking, self._text_width, nested=nested, beside=beside)
        table = Table(columns=columns, rows=[], style_name=style.name)
        self._place(table, properties, rows[0].exceptions if rows else None, style)
        if not nested and not says_width(properties):
            table.widest = self._text_width() + beside - max(table.indent, 0.0)
        self._float(table, properties, style)
        self._depth += 1
        gaps = [_gap(row, style.spacing) for row in rows]
        self._fill(table, rows, style, read_blocks, apart=any(gaps))
        self._depth -= 1
        if any(gaps):
            self._spread(table, gaps, style, properties)
        else:
            reconcile(table)
        return table

    def _spread(self, table: Table, gaps: list[float], style: TableStyle, properties: Element | None) -> None:
        from generator.layout.tables.spacing import spread  # few files have such a table

        spread(table, gaps, style.cell(())[0], properties, self._notes)

    def _prepared(self, row: Element, known: dict[Key, _Own], strays: list[Element]) -> _Prepared | None:
        """The row with what its cells say about themselves; ``None`` for one that was deleted."""
        properties = leading(row, _TR_PR)
        said = children_of(properties) if properties is not None else {}
        if _DELETED in said:
            self._notes.add(CHANGE)
            return None
        exceptions = row[0] if len(row) and row[0].tag == _EXCEPTIONS else None
        before = _columns_of(value_in(said, W + "gridBefore"))
        width = before + _columns_of(value_in(said, W + "gridAfter"))
        cells: list[tuple[Element, _Own]] = []
        for cell in _cells(row, strays):
            own = leading(cell, _TC_PR)
            cache_key = self._repeated.key(own)  # each that differs is read once a table
            known_own = known.get(cache_key)
            if known_own is None:
                known_own = known[cache_key] = _own(None if own is None else self._repeated.whole(own))
            width += known_own.span
            cells.append((cell, known_own))
        return _Prepared(said, exceptions, before, width, cells)

    def _table_style(self, properties: Element | None) -> TableStyle:
        cache_key = key(properties)
        known = self._table_styles.get(cache_key)
        if known is None:
            known = self._kept.get(cache_key)
            if known is None:
                known = TableStyle(self._styles, self._theme, properties, self._known_styles)
                self._kept.put(cache_key, known)
            self._table_styles[cache_key] = known
        return known

    def _note_strange(self, properties: Element | None) -> None:
        if properties is None:
            return
        if flag(properties, "bidiVisual"):
            self._notes.add("bảng xếp từ phải sang trái")

    def _place(self, table: Table, properties: Element | None, exceptions: Element | None, style: TableStyle) -> None:
        """Says where the table stands; as Word has it, ``exceptions`` of the first row hold for all of them."""
        if properties is None:
            return
        align = value(exceptions, "jc") or value(properties, "jc") or "left"
        align = {"start": "left", "end": "right"}.get(align, align)
        if align in ("left", "center", "right"):
            table.align = cast(Literal["left", "center", "right"], align)
        if value(properties, "tblLayout", W + "type") == "fixed":
            table.layout = "fixed"
        if table.align == "left":
            indent = child_of(exceptions, _INDENT) if exceptions is not None else None
            indent = properties.find(_INDENT) if indent is None else indent
            if indent is not None and indent.get(W + "type", "dxa") == "dxa":
                table.indent = points(indent.get(W + "w")) or 0.0
            if self._compatibility < 15:  # up to Word 2010 it is the text, not the border, that meets the margin
                table.indent -= style.cell(())[2].get("left", 5.4)

    def _hung_out(self, rows: list[_Prepared], style: TableStyle) -> float:
        """How much wider than the text a table is that is all of its width; in points.

        Up to Word 2010 it is the text of the first and the last cell that meets the margins, not their borders.
        """
        if self._compatibility >= 15 or not rows or not rows[0].cells:
            return 0.0
        made = 0.0
        for (_, said), side in ((rows[0].cells[0], "left"), (rows[0].cells[-1], "right")):
            own = said.element
            margins = style.cell(())[2] | read_margins(own.find(W + "tcMar") if own is not None else None)
            made += margins.get(side, 5.4)
        return made

    def _float(self, table: Table, properties: Element | None, style: TableStyle) -> None:
        place = properties.find(W + "tblpPr") if properties is not None else None
        if place is None:
            return
        table.anchor = read_place(place, style.cell(())[2].get("left", 5.4) if self._compatibility < 15 else 0.0)
        if table.anchor is None:
            self._notes.add(FLOATING)

    def _fill(
        self, table: Table, rows: list[_Prepared], style: TableStyle, read_blocks: ReadBlocks, *, apart: bool
    ) -> None:
        open_spans: dict[int, Cell] = {}
        known: dict[TableStyle, dict[Key, CellFormat]] = {}
        changed = Changed()
        whole, count, width = style, len(rows), len(table.columns)
        heading = True
        for index, prepared in enumerate(rows):
            style = whole.excepted(prepared.exceptions)
            formats = known.setdefault(style, {})
            row = self._row(prepared.said, style.row(index, count))
            heading = row.header = heading and row.header
            column = prepared.before
            table.rows.append(row)
            self._notes.enter(f"hàng {index + 1}")
            for number, (tc, said) in enumerate(prepared.cells, 1):
                span = said.span
                goes_on = said.merged == "continue" and column in open_spans
                kinds = () if goes_on else style.conditions(index, count, column, span, width)
                inner = _ALL if apart else (index > 0, column > 0, index < count - 1, column + span < width)
                cache_key = (said.look, kinds, inner)
                form = formats.get(cache_key)
                if form is None:
                    form = style.formats.get(cache_key) or cell_format(said.element, style, kinds, inner)
                    formats[cache_key] = form
                    style.formats.put(cache_key, form)
                if goes_on:
                    above = open_spans[column]
                    above.row_span += 1
                    above.format = changed.format(above.format, "bottom", form.bottom)
                    column += span
                    continue
                self._notes.enter(f"ô {number}")
                if said.strays:
                    self._notes.add(_STRAY_TEXT)
                if said.turn is None:
                    self._notes.add("chữ quay hướng trong ô")
                blocks = read_blocks(tc, style.surroundings(kinds))
                self._notes.leave()
                cell = Cell(_unframed(blocks), column, span, 1, form)
                if said.turn and any(not isinstance(block, Paragraph) or block.items for block in blocks):
                    cell.turn = said.turn
                row.cells.append(cell)
                if said.merged:
                    open_spans[column] = cell
                else:
                    open_spans.pop(column, None)
                column += span
            if row.cells and all(said.unmarked for _, said in prepared.cells):
                _flatten(row)
            self._notes.leave()

    def _row(self, said: dict[str, Element], styled: dict[str, bool]) -> Row:
        row = Row([], header=styled.get("tblHeader", False), cant_split=styled.get("cantSplit", False))
        if not said:
            return row
        height = said.get(_HEIGHT)
        if height is not None:
            row.height = points(height.get(VAL)) or None
            row.height_rule = "exact" if height.get(W + "hRule") == "exact" else "atLeast"
        row.header = _or_else(said, _HEADER, row.header)
        row.cant_split = _or_else(said, _WHOLE, row.cant_split)
        if not said.keys().isdisjoint(_BLOCKS):
            self._notes.add(_STRAY_TEXT)
        if _or_else(said, _HIDDEN, False):
            self._notes.add("hàng ẩn")
        if _INSERTED in said or _CHANGED in said:
            self._notes.add(CHANGE)
        return row


def _or_else(said: dict[str, Element], tag: str, unsaid: bool) -> bool:
    """The on/off property of this full name, or what holds where it is not there."""
    found = said.get(tag)
    return unsaid if found is None else truth(found.get(VAL))


def _holds_text(properties: Element | None) -> bool:
    """Whether a paragraph or a table stands where properties belong."""
    return properties is not None and any(child_of(properties, tag) is not None for tag in _BLOCKS)


def _unwrapped(parent: Element, name: str, strays: list[Element]) -> list[Element]:
    """The children of one name, also those inside content controls; text beside them goes to ``strays``."""
    found: list[Element] = []
    wanted, properties = W + name, W + name + "Pr"
    for child in parent:
        tag = child.tag
        if tag == wanted:
            found.append(child)
        elif tag != properties and local(child) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            found.extend(_unwrapped(child, name, strays))
        elif tag in _BLOCKS:
            strays.append(child)
    return found


def _rows(table: Element, strays: list[Element]) -> list[Element]:
    return _unwrapped(table, "tr", strays)


def _cells(row: Element, strays: list[Element]) -> list[Element]:
    return _unwrapped(row, "tc", strays)


def _own(element: Element | None) -> _Own:
    """What the ``w:tcPr`` says."""
    merge = element.find(W + "vMerge") if element is not None else None
    return _Own(
        element=element,
        look=tuple(key(child) for child in element if child.tag in _LOOKS) if element is not None else (),
        wish=wish_of(element),
        span=max(_columns_of(value(element, "gridSpan")), 1),
        merged="" if merge is None else "restart" if merge.get(VAL) == "restart" else "continue",
        turn=_TURNS.get(value(element, "textDirection") or "lrTb"),
        strays=_holds_text(element),
        unmarked=flag(element, "hideMark") is True if element is not None else False,
    )


def _flatten(row: Row) -> None:
    """Gives a row of empty cells whose marks take no room the height it asks for and no more (17.4.21)."""
    if all(len(cell.blocks) == 1 and _is_empty(cell.blocks[0]) for cell in row.cells):
        least = max(cell.format.margin_top for cell in row.cells) + max(c.format.margin_bottom for c in row.cells)
        row.height, row.height_rule = max(row.height or 0.0, least, _FLAT), "exact"


def _is_empty(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.bare


def _gap(row: _Prepared, table: float) -> float:
    """How far the cells of a row stand apart from the edges they share, in points, for what its table says."""
    for own in (spacing_of(row.said.get(SPACING)), read_spacing(row.exceptions)):
        if own is not None:
            return own
    return table


def _asking(row: _Prepared) -> list[Asking]:
    at = row.before
    made: list[Asking] = []
    for _, own in row.cells:
        made.append(Asking(at, own.span, own.wish))
        at += own.span
    return made


def _columns_of(said: str | None) -> int:
    """How many grid columns a property counts; as many as are refused when it is beyond that."""
    return min(max(integer(said) or 0, 0), MAX_COLUMNS + 1)


def _unframed(blocks: list[Block]) -> list[Block]:
    """The blocks of a cell; one that is all in frames is a table that was lifted out of the text as a whole once."""
    framed = [block for block in blocks if isinstance(block, Paragraph) and block.format.frame is not None]
    if len(framed) < len(blocks):
        return blocks
    return [replace(block, format=replace(block.format, frame=None)) for block in framed]
