"""A table of data as WordprocessingML: fixed columns, headings that repeat, cells merged either way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.content import Cell, Column, Rich, Row, Span, Table
from generator.docx.styles import DATA_TABLE, TABLE_HEADING, TABLE_TEXT, Styles
from generator.docx.text import Xml, runs_xml, text_xml


class SpanError(ValueError):
    """A table's cells do not fill its grid: whoever composed it is wrong, not the template and not the data."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of one row in the grid: its first column, columns covered, and its cell (None: covered from above)."""

    column: int
    columns: int
    cell: Cell | None


def column_widths(columns: Sequence[Column], width: int) -> list[int]:
    """The columns' widths in twips, in the proportion of their shares; they add up to the width exactly."""
    if not columns or any(column.width <= 0 for column in columns):
        raise SpanError("a table needs columns with a positive width")
    total = sum(column.width for column in columns)
    edges = [0]
    share = 0.0
    for column in columns:
        share += column.width
        edges.append(round(width * share / total))
    return [right - left for left, right in pairwise(edges)]


def lay_out(rows: Sequence[Row], columns: int) -> Iterator[list[Place]]:
    """Every row's places in the grid, left to right; spans that do not fill the grid raise SpanError."""
    open_rows = [0] * columns  # how many further rows the cell above still covers, by column
    owners: list[Place | None] = [None] * columns
    for number, row in enumerate(rows, 1):
        places: list[Place] = []
        cells = iter(row.cells)
        column = 0
        while column < columns:
            owner = owners[column]
            if open_rows[column] and owner is not None:
                for covered in range(owner.column, owner.column + owner.columns):
                    open_rows[covered] -= 1
                places.append(Place(owner.column, owner.columns, None))
                column += owner.columns
                continue
            cell = next(cells, None)
            if cell is None:
                raise SpanError(f"row {number}: no cell for column {column + 1}")
            place = Place(column, cell.columns, cell)
            end = column + cell.columns
            if cell.columns < 1 or cell.rows < 1 or end > columns or any(open_rows[column:end]):
                raise SpanError(f"row {number}: a cell of {cell.columns} columns does not fit at {column + 1}")
            for covered in range(column, end):
                open_rows[covered], owners[covered] = cell.rows - 1, place
            places.append(place)
            column = end
        if next(cells, None) is not None:
            raise SpanError(f"row {number}: more cells than columns")
        yield places
    if any(open_rows):
        raise SpanError("a cell reaches below the last row of its group")


def table_xml(table: Table, width: int, styles: Styles) -> Xml:
    """The table over the given width in twips; spans that do not fit its columns raise SpanError."""
    widths = column_widths(table.columns, width)
    grid = "".join(f'<w:gridCol w:w="{item}"/>' for item in widths)
    described = text_xml(" ".join(table.description.split()))  # an attribute: no line breaks
    description = f'<w:tblDescription w:val="{described}"/>' if described else ""
    writer = _Writer(table, widths, styles)
    # Header and body are laid out apart: a cell reaching from one into the other would break where the header repeats.
    rows = [
        writer.row(row, places, heading=heading)
        for group, heading in ((table.header, True), (table.body, False))
        for row, places in zip(group, lay_out(group, len(widths)), strict=True)
    ]
    if not rows:
        raise SpanError("a table needs at least one row")
    return Xml(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles.id(DATA_TABLE, "table")}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="0"/>{description}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


class _Writer:
    def __init__(self, table: Table, widths: Sequence[int], styles: Styles) -> None:
        self.columns = table.columns
        self.widths = widths
        self.heading_style = styles.id(TABLE_HEADING)
        self.text_styles = {align: styles.id(name) for align, name in TABLE_TEXT.items()}

    def row(self, row: Row, places: Sequence[Place], *, heading: bool) -> str:
        keep = "<w:keepNext/>" if row.keep_with_next or heading else ""
        repeat = "<w:tblHeader/>" if heading else ""
        cells = "".join(self.cell(place, keep, heading=heading) for place in places)
        return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{cells}</w:tr>"

    def cell(self, place: Place, keep: str, *, heading: bool) -> str:
        cell = place.cell
        width = sum(self.widths[place.column : place.column + place.columns])
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        if place.columns > 1:
            properties += f'<w:gridSpan w:val="{place.columns}"/>'
        if cell is None:
            properties += "<w:vMerge/>"
        elif cell.rows > 1:
            properties += '<w:vMerge w:val="restart"/>'
        if heading or (cell is not None and cell.middle):
            properties += '<w:vAlign w:val="center"/>'

        align = (cell.align if cell else None) or self.columns[place.column].align
        style = self.text_styles[align]
        if heading and (cell is None or cell.align is None):
            style = self.heading_style
        begin = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>'
        texts = cell.paragraphs if cell and cell.paragraphs else (Rich(),)
        bold = cell is not None and (cell.bold or (heading and cell.align is not None))
        content = "".join(f"{begin}{runs_xml(_bold(text) if bold else text)}</w:p>" for text in texts)
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _bold(text: Rich) -> Rich:
    return Rich(tuple(Span(span.text, bold=True, italic=span.italic) for span in text))
