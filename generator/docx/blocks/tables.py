"""A table of data as WordprocessingML: fixed columns, headings that repeat, cells merged either way."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content import Rich, Row, Span, Table
from generator.docx.blocks.grid import Place, SpanError, lay_out
from generator.docx.blocks.widths import column_widths
from generator.docx.word.styles import DATA_TABLE, TABLE_HEADING, TABLE_TEXT, Styles
from generator.docx.word.text import Xml, runs_xml, text_xml


def table_xml(table: Table, width: int, styles: Styles) -> Xml:
    """The table over the given width in twips; spans that do not fit its columns raise SpanError."""
    # Header and body are laid out apart: a cell reaching from one into the other would break where the header repeats.
    header = list(lay_out(table.header, len(table.columns)))
    body = list(lay_out(table.body, len(table.columns)))
    widths = column_widths(table.columns, header, body, width)
    grid = "".join(f'<w:gridCol w:w="{item}"/>' for item in widths)
    described = text_xml(" ".join(table.description.split()))  # an attribute: no line breaks
    description = f'<w:tblDescription w:val="{described}"/>' if described else ""
    writer = _Writer(table, widths, styles)
    rows = [
        writer.row(row, places, heading=heading)
        for group, grid_rows, heading in ((table.header, header, True), (table.body, body, False))
        for row, places in zip(group, grid_rows, strict=True)
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
