"""Tables: ``table`` with tagged header cells for data, ``grid`` for the borderless ones that only place text."""

from __future__ import annotations

from itertools import accumulate

from generator.layout.properties.borders import is_plain, is_stranded
from generator.layout.tree import Block, Border, Cell, CellFormat, Drawing, Inline, Page, Paragraph, Row, Table
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.heights import blocks_height, line_count
from generator.pdf.measuring.keeping import MOST, SURELY_FITS, TALLEST_LINE, room, rows_fit, text_length
from generator.pdf.measuring.paragraph_parts import is_visible
from generator.pdf.measuring.table_pages import rule_widths
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.double_rules import second_line_rooms, single, with_gaps, with_second_lines
from generator.pdf.typst.literals import pt, rgb, stroke
from generator.pdf.typst.notes import notes_below_header
from generator.pdf.typst.palette import Palette
from generator.pdf.typst.setting import Flow, Setting, WriteCell

_VALIGN = {"top": "top", "center": "horizon", "bottom": "bottom"}
_PARTS = 10000
_SIDES = ("top", "left", "bottom", "right")


# Stands in the source of a table whose heading or kept rows no page could hold, and which are drawn as other rows.
LOOSENED = "/*loosened*/"


def is_data(table: Table) -> bool:
    """Whether the table holds data: it shows a line, or it has header rows."""
    return any(row.header for row in table.rows) or any(
        getattr(cell.format, side) is not None for row in table.rows for cell in row.cells for side in _SIDES
    )


def _width(border: Border | None) -> float:
    return 0.0 if border is None else border.width


class TableWriter:
    """Writes tables."""

    def __init__(self, palette: Palette, faces: Faces, coverage: Coverage) -> None:
        self._palette, self._faces, self._coverage = palette, faces, coverage
        self._cells: dict[tuple[object, ...], str] = {}
        self._near: dict[tuple[object, ...], tuple[str, CellFormat]] = {}

    def write(self, table: Table, setting: Setting, write_cell: WriteCell) -> str:
        """The table as the body of a block; ``write_cell`` writes what stands in its cells."""
        apart = frame = None
        if table.spacing:
            from generator.pdf.typst.cells.spaced import parted  # few files have such a table

            left, apart = _left(table, setting.width), parted(table)
            table, rules, hung = apart.table, apart.rules, apart.hung
        elif _is_framed(table):
            from generator.pdf.typst.cells.framed import framed  # few files have such a table

            left = _left(table, setting.width)
            table, frame = framed(table)
            left -= frame.aside if frame is not None else 0.0
            table = with_gaps(table)
            rules, hung = rule_widths(table), second_line_rooms(table)
        else:
            table = with_gaps(table)
            left = _left(table, setting.width)
            rules, hung = rule_widths(table), second_line_rooms(table)
        kind = "table" if is_data(table) else "grid"
        columns = ", ".join(pt(column) for column in table.columns)
        heads = header_rows(table) if kind == "table" else 0
        asked = heads, heading_groups(table, heads)
        if not rows_fit(table, table.rows[:heads], setting.page, self._faces):
            heads = 0
        table = notes_below_header(table, heads) if heads else table
        lines = [f"columns: ({columns},)"]
        if apart is not None:
            lines.append(f"row-gutter: {pt(apart.gutter)}")
        if any(row.height_rule == "exact" and row.height for row in table.rows):
            heights = (_track(row, index, rules, hung) for index, row in enumerate(table.rows))
            lines.append(f"rows: ({', '.join(heights)},)")
        if kind == "table":
            lines.append("stroke: none, inset: 0pt")
        groups = self._fitting(table, heads, heading_groups(table, heads), setting.page)
        cells, repeated = (_Cells(place, table.columns, write_cell) for place in (setting, setting.without_links()))
        body: list[str] = []
        for index, row in enumerate(table.rows):
            start = len(body)
            self._row(table, index, row, rules, hung, kind, repeated if index < heads else cells, body)
            if index + 1 == heads:
                body = [f"table.header(repeat: true, {', '.join(body)})"]
            elif index in groups and index - 1 in groups:
                body[start - 1 :] = [f"{body[start - 1][:-1]}, {', '.join(body[start:])})"]
            elif index in groups:
                # A header of the second level never parts from the row below it, which is what Word's
                # keep-with-next asks of a row; and the row that names a group is a header.
                body[start:] = [f"{kind}.header(level: 2, repeat: false, {', '.join(body[start:])})"]
        made = f"{kind}({', '.join(lines)},\n{','.join(body)})"
        if apart is not None:
            made = apart.wrapped(made)
        elif frame is not None:
            made = frame.around(made)
        if left:
            made = f"pad(left: {pt(left)}, {made})"
        # A row parts at any line: neither Word nor LibreOffice keeps widows and orphans together in cells.
        sign = "" if (heads, groups) == asked else LOOSENED
        return f"{{{sign}set text(costs: (widow: 0%, orphan: 0%)); {made}}}"

    def kept(self, table: Table, page: Page) -> int:
        """How many rows at its end stay with one another and with what follows the table."""
        rows, count = table.rows, len(table.rows)
        heads = header_rows(table)
        if heads == count or table.spacing or _is_framed(table) or not _keeps_next(rows[-1]):
            return 0
        groups, start = heading_groups(table, heads), count - 1
        while start - 1 in groups:
            start -= 1
        covered = max((i + c.row_span for i, row in enumerate(rows[:start]) for c in row.cells), default=0)
        if start == heads:
            start = 0
        elif heads or covered > start:  # the header of a table in two would not be drawn above its second part
            return 0
        return count - start if rows_fit(table, rows[start:], page, self._faces) else 0

    def _row(
        self,
        table: Table,
        index: int,
        row: Row,
        rules: list[float],
        hung: list[float],
        kind: str,
        cells: _Cells,
        body: list[str],
    ) -> None:
        strut = row.height if row.height is not None and row.height_rule == "atLeast" else None
        exact = row.height if row.height is not None and row.height_rule == "exact" else None
        cant_split = row.cant_split and not any(self._outgrows(table, cell, cells.page) for cell in row.cells)
        stays = not cant_split and strut is not None and self._stays(table, row, strut, cells.page)
        margin = max((cell.format.margin_top for cell in row.cells), default=0.0)  # the largest holds for all cells
        holds = cells.repeated or cant_split or stays or strut is not None or exact is not None
        tallest, parts = 0 if holds else self._tallest(table, row), False
        for cell in row.cells:
            span_end = min(index + cell.row_span, len(table.rows))
            form = cell.format
            inner = self._inner(table, cell)
            lines = self._lines(cell, inner) if tallest else 0
            parts = parts or 0 < lines == tallest  # a cell after it, too, keeps room below its text
            sinks = lines > 1 and parts and cell.row_span == 1 and _can_sink(cell)
            if cell.turn:
                cell, flow = self._turned(table, index, cell, inner, rules, cells)
                form = cell.format
            else:
                flow = cells.write(cell, inner, sinks=sinks)
            # Word gives each row the room of the rule above it. Typst's rules take none, so here each row
            # holds the one below it, and the first row also the one above: sums and page ends come out alike.
            top = margin + flow.before + (rules[0] if index == 0 else hung[index])
            bottom = form.margin_bottom + flow.after + rules[span_end] - hung[span_end]
            # Word parts a merged cell between its rows, unless each of them keeps with the next.
            rows = table.rows[index : span_end - 1]
            whole = (cant_split and all(_keeps_next(spanned) for spanned in rows)) or (stays and cell.row_span == 1)
            if not whole and self._outgrows(table, cell, cells.page):
                # What is around its text must not shorten each of its pages.
                foot = flow.share + flow.after
                flow.code += [f"v({pt(foot)})"] if foot else []
                top, bottom = top - flow.before, bottom - flow.after
                flow.code[:0] = [f"v({pt(flow.before)})"] if flow.before else []
            elif lines and not whole and cell.row_span == 1 and (lines == 1 or not parts) and _ends_in_text(cell):
                # Of a single line only what is seen must have room; so where another cell is parted.
                if flow.share + flow.after:
                    flow.code.append(f"v({pt(flow.share + flow.after)})")
                bottom -= flow.after
            else:
                bottom += flow.share
            content = flow.code[0] if len(flow.code) == 1 else "{" + ";".join(flow.code) + "}"
            if exact is not None and cell.row_span == 1:
                content = self._clipped(cell, inner, exact - margin - form.margin_bottom, content)
            if strut is not None and cell.row_span == 1:
                taken = margin + form.margin_bottom + flow.before + flow.after + flow.share
                content = self._strut(strut - rules[index] - taken, content)
                strut = None
            whole_width = inner + form.margin_left + form.margin_right
            content = with_second_lines(content, form, whole_width, (top, bottom), last=span_end == len(table.rows))
            name = self._function(kind, form, top, bottom, whole)
            spans = f",colspan: {cell.column_span}" if cell.column_span > 1 else ""
            spans += f",rowspan: {cell.row_span}" if cell.row_span > 1 else ""
            body.append(f"{name}({cell.column},{index},{content}{spans})")

    def _turned(
        self, table: Table, index: int, cell: Cell, inner: float, rules: list[float], cells: _Cells
    ) -> tuple[Cell, Flow]:
        from generator.pdf.typst.cells.turned import cell_room, write_turned  # few files have such cells

        room = cell_room(table, index, cell, rules, self._faces)
        return write_turned(
            cell, inner, room, self._faces, lambda long: cells.write(cell, long, sinks=False), self._coverage.cannot
        )  # fmt: skip

    def _fitting(self, table: Table, heads: int, groups: set[int], page: Page) -> set[int]:
        """The rows to keep with those below them, without the runs of them that no page holds below the heading."""
        kept: set[int] = set()
        for start in sorted(index for index in groups if index - 1 not in groups):
            run = [start]
            while run[-1] + 1 in groups:
                run.append(run[-1] + 1)
            if rows_fit(table, [*table.rows[:heads], *table.rows[run[0] : run[-1] + 1]], page, self._faces):
                kept.update(run)
        return kept

    def _outgrows(self, table: Table, cell: Cell, page: Page) -> bool:
        """Whether the cell is taller than a page: its row parts all the same, from where it stands."""
        most = room(page)
        if cell.turn:
            return False
        if len(cell.blocks) * TALLEST_LINE < most and sum(map(text_length, cell.blocks)) < SURELY_FITS:
            return False
        return blocks_height(cell.blocks, self._inner(table, cell), self._faces) > most

    def _stays(self, table: Table, row: Row, height: float, page: Page) -> bool:
        """Whether a row of at least this height moves to the next page as a whole: its text is lower than the row.

        Such a row parts only where the text itself has no room. Of several lines that is as likely as not: where it is
        likelier, the row may part.
        """
        if height > MOST * room(page):
            return False
        for cell in row.cells:
            if cell.row_span > 1 or cell.turn:
                continue
            width = self._inner(table, cell)
            tall = blocks_height(cell.blocks, width, self._faces)
            lines = sum(line_count(b, width, self._faces) for b in cell.blocks if isinstance(b, Paragraph))
            around = cell.format.margin_top + cell.format.margin_bottom
            if 2 * tall - tall / max(lines, 1) + around > height:
                return False
        return True

    def _tallest(self, table: Table, row: Row) -> int:
        """How many lines the cell of a row holds that has most, nothing where no cell has room below its text."""
        if not any(_room_below(cell) for cell in row.cells):
            return 0
        return max((self._lines(c, self._inner(table, c)) for c in row.cells if c.row_span == 1), default=0)

    def _lines(self, cell: Cell, width: float) -> int:
        """How many lines of text the cell holds; nothing where it holds other than text."""
        if not all(isinstance(block, Paragraph) for block in cell.blocks):
            return 0
        return sum(line_count(b, width, self._faces) for b in cell.blocks if isinstance(b, Paragraph))

    @staticmethod
    def _inner(table: Table, cell: Cell) -> float:
        width = sum(table.columns[cell.column : cell.column + cell.column_span])
        return width - cell.format.margin_left - cell.format.margin_right

    def _clipped(self, cell: Cell, width: float, height: float, content: str) -> str:
        """The content of a row of fixed height, cut off below it as Word does."""
        if blocks_height(cell.blocks, width, self._faces) <= height:
            return content
        return f"block(width: 100%, height: {pt(max(height, 0.0))}, clip: true, {content})"

    @staticmethod
    def _strut(height: float, content: str) -> str:
        if height <= 0:
            return content
        return f"grid(columns: (0pt, 1fr), block(height: {pt(height)}), {content})"

    def _function(self, kind: str, form: CellFormat, top: float, bottom: float, whole: bool) -> str:
        near = self._near.get((id(form), kind, top, bottom, whole))
        if near is not None:
            return near[0]
        cache_key = (kind, form, round(top, 3), round(bottom, 3), whole)
        name = self._cells.get(cache_key)
        if name is None:
            name = self._cells[cache_key] = self._define(kind, form, top, bottom, whole)
        self._near[id(form), kind, top, bottom, whole] = name, form  # kept alive, so that no id comes twice
        return name

    def _define(self, kind: str, form: CellFormat, top: float, bottom: float, whole: bool) -> str:
        inset = f"(top: {pt(top)}, left: {pt(form.margin_left)}, bottom: {pt(bottom)}, right: {pt(form.margin_right)})"
        parts = [f"inset: {inset}", f"align: left + {_VALIGN[form.valign]}"]
        borders = {side: border for side in _SIDES if (border := single(getattr(form, side))) is not None}
        if not all(map(is_plain, borders.values())):
            self._coverage.cannot("kiểu đường viền bảng đặc biệt")
        strokes = [f"{side}: {stroke(border.width, border.color, border.style)}" for side, border in borders.items()]
        if strokes:
            parts.append(f"stroke: ({', '.join(strokes)})")
        if form.shading:
            parts.append(f"fill: {rgb(form.shading)}")
        if whole:
            parts.append("breakable: false")
        return self._palette.define("x, y, b, ..a", f"{kind}.cell(x: x, y: y, ..a, {', '.join(parts)}, b)")


def overhang(table: Table, width: float) -> tuple[float, float]:
    """How far the table hangs out of a column ``width`` points wide, to the left and to the right."""
    left = _left(table, width)
    return -left, left + sum(table.columns) - width


def _left(table: Table, width: float) -> float:
    total = sum(table.columns)
    if table.align == "center":
        return (width - total) / 2 + table.indent
    if table.align == "right":
        return width - total + table.indent
    first = table.frame or (table.rows[0].cells[0].format if table.rows and table.rows[0].cells else CellFormat())
    return table.indent + _width(first.left) / 2


def _is_framed(table: Table) -> bool:
    """Whether a line of several strands stands at a corner of the table."""
    first, last = (row.cells for row in (table.rows[0], table.rows[-1])) if table.rows else ([], [])
    start, end = (cells[at].format if cells else CellFormat() for cells, at in ((first, 0), (last, -1)))
    return any(map(is_stranded, (start.top, start.left, end.bottom, end.right)))


class _Cells:
    """The cells of one table being written: their formats are few, and so are their settings."""

    def __init__(self, setting: Setting, columns: list[float], write_cell: WriteCell) -> None:
        self._setting, self._write_cell = setting, write_cell
        self._moved = _moved(columns)
        self.page, self.repeated = setting.page, not setting.links
        self._known: dict[tuple[int, float, float, bool], Setting] = {}

    def write(self, cell: Cell, width: float, *, sinks: bool) -> Flow:
        """What stands in the cell, ``width`` points wide; whether its last line ``sinks`` into the space below."""
        spare = self._moved[min(cell.column + cell.column_span, len(self._moved) - 1)] - self._moved[cell.column]
        cache_key = (
            id(cell.format),
            width,
            spare,
            sinks,
        )  # the table keeps its formats alive, so that no id comes twice
        setting = self._known.get(cache_key)
        if setting is None:
            setting = self._known[cache_key] = self._setting.in_cell(cell.format, width, spare, sinks=sinks)
        return self._write_cell(cell.blocks, setting)


def _moved(columns: list[float]) -> list[float]:
    """By how many points LibreOffice has each edge of columns elsewhere: on ten-thousandths of the table's width.

    It makes a cell a twip wider or narrower, and decides over the lines that are filled to it.
    """
    total = round(sum(columns) * 20)
    edges = [round(edge * 20) for edge in accumulate(columns, initial=0.0)]
    if total <= 0:
        return [0.0] * len(edges)
    return [((edge * _PARTS + total // 2) // total * total // _PARTS - edge) / 20 for edge in edges]


def header_rows(table: Table) -> int:
    """How many rows repeat on each page: those marked so, and those their cells reach into."""
    count = 0
    for row in table.rows:
        if not row.header:
            break
        count += 1
    index = 0
    while index < count:
        reach = max((cell.row_span for cell in table.rows[index].cells), default=1)
        count = max(count, index + reach)
        index += 1
    return min(count, len(table.rows))


def _track(row: Row, index: int, rules: list[float], hung: list[float]) -> str:
    if row.height_rule != "exact" or not row.height:
        return "auto"
    above = rules[index] - hung[index] if index else 0.0
    return pt(row.height + rules[index + 1] - hung[index + 1] - above)


def _room_below(cell: Cell) -> bool:
    """Whether there is room below the last text of a cell: space after it, or what spacing adds to a line."""
    last = cell.blocks[-1] if cell.blocks else None
    if not isinstance(last, Paragraph):
        return False
    form = last.format
    return (form.after > 0 and not form.auto_after) or (form.line_rule == "auto" and form.line > 1)


def _can_sink(cell: Cell) -> bool:
    """Whether the last line of a cell may reach down to its edge: it is text alone, without a frame."""
    last = cell.blocks[-1]
    return (
        _room_below(cell)
        and _ends_in_text(cell)
        and isinstance(last, Paragraph)
        and not last.format.borders
        and not any(isinstance(i, Drawing) and i.anchor is not None for b in cell.blocks for i in _items(b))
    )


def _ends_in_text(cell: Cell) -> bool:
    """Whether a cell does not end with an empty paragraph, which needs room with all that is around it."""
    last = cell.blocks[-1] if cell.blocks else None
    return isinstance(last, Paragraph) and is_visible(last.items)


def _items(block: Block) -> list[Inline]:
    return block.items if isinstance(block, Paragraph) else []


def _keeps_next(row: Row) -> bool:
    first = row.cells[0].blocks[0] if row.cells and row.cells[0].blocks else None
    return isinstance(first, Paragraph) and first.format.keep_next


def heading_groups(table: Table, heads: int) -> set[int]:
    """The rows below the header that must stay with the row after them, where spans leave them whole."""
    found: set[int] = set()
    covered = 0
    for index, row in enumerate(table.rows[:-1]):
        reach = index + max((cell.row_span for cell in row.cells), default=1)
        if index >= max(heads, covered) and reach == index + 1 and _keeps_next(row):
            found.add(index)
        covered = max(covered, reach)
    return found
