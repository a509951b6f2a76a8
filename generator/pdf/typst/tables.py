"""Tables: ``table`` with tagged header cells for data, ``grid`` for the borderless ones that only place text."""

from __future__ import annotations

from generator.layout.properties.borders import is_stranded
from generator.layout.tree import CellFormat, Page, Table
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.keeping import rows_fit
from generator.pdf.measuring.table_pages import rule_widths
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.cells.contents import Cells
from generator.pdf.typst.cells.looks import SIDES
from generator.pdf.typst.double_rules import second_line_rooms, with_gaps
from generator.pdf.typst.literals import pt
from generator.pdf.typst.notes import notes_below_header
from generator.pdf.typst.palette import Palette
from generator.pdf.typst.rows.keeping import fitting, header_rows, heading_groups, kept_at_end
from generator.pdf.typst.rows.writer import RowWriter, track
from generator.pdf.typst.setting import Setting, WriteCell

# Stands in the source of a table whose heading or kept rows no page could hold, and which are drawn as other rows.
LOOSENED = "/*loosened*/"


def is_data(table: Table) -> bool:
    """Whether the table holds data: it shows a line, or it has header rows."""
    return any(row.header for row in table.rows) or any(
        getattr(cell.format, side) is not None for row in table.rows for cell in row.cells for side in SIDES
    )


class TableWriter:
    """Writes tables."""

    def __init__(self, palette: Palette, faces: Faces, coverage: Coverage) -> None:
        self._faces = faces
        self._rows = RowWriter(palette, faces, coverage)

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
            heights = (track(row, index, rules, hung) for index, row in enumerate(table.rows))
            lines.append(f"rows: ({', '.join(heights)},)")
        if kind == "table":
            lines.append("stroke: none, inset: 0pt")
        groups = fitting(table, heads, heading_groups(table, heads), setting.page, self._faces)
        cells, repeated = (Cells(place, table.columns, write_cell) for place in (setting, setting.without_links()))
        body: list[str] = []
        for index, row in enumerate(table.rows):
            start = len(body)
            self._rows.write(table, index, row, rules, hung, kind, repeated if index < heads else cells, body)
            if index + 1 == heads:
                again = "true" if setting.cell is None else "false"  # Word repeats no heading of a table in a cell
                body = [f"table.header(repeat: {again}, {', '.join(body)})"]
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
        return 0 if table.spacing or _is_framed(table) else kept_at_end(table, page, self._faces)


def overhang(table: Table, width: float) -> tuple[float, float]:
    """How far the table hangs out of a column ``width`` points wide, to the left and to the right."""
    left = _left(table, width)
    return -left, left + sum(table.columns) - width


def _left(table: Table, width: float) -> float:
    """How far from the left edge of a column ``width`` points wide the table begins."""
    total = sum(table.columns)
    if table.align == "center":
        return (width - total) / 2 + table.indent
    if table.align == "right":
        return width - total + table.indent
    first = table.frame or (table.rows[0].cells[0].format if table.rows and table.rows[0].cells else CellFormat())
    return table.indent + (first.left.width / 2 if first.left is not None else 0.0)


def _is_framed(table: Table) -> bool:
    """Whether a line of several strands stands at a corner of the table."""
    first, last = (row.cells for row in (table.rows[0], table.rows[-1])) if table.rows else ([], [])
    start, end = (cells[at].format if cells else CellFormat() for cells, at in ((first, 0), (last, -1)))
    return any(map(is_stranded, (start.top, start.left, end.bottom, end.right)))
