"""Cells whose text stands in the middle or at the foot of their row: where a page parts the row, at its top.

Word and LibreOffice align no text in rows that a page parts. Only Typst knows which these are: the tallest cell of a
row marks where its text begins and ends, and the others ask whether both are on one page.
"""

from __future__ import annotations

from generator.layout.tree import Cell, Paragraph, Row, Table
from generator.pdf.measuring.heights import cell_height, line_count
from generator.pdf.measuring.paragraph_parts import is_visible
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.palette import Palette
from generator.pdf.typst.rows.parting import inner_width

_MOST = 2_000  # cells: in longer tables each question costs more than the few rows that are parted show
_ASK = (
    "context { let on = query(k).map(mark => mark.location().page()); "
    "if on.len() > 1 and on.first() != on.last() { align(top, b) } else { b } }"
)


class Upright:
    """Writes what cells of rows that may part ask; ``mark`` is that of the next row."""

    def __init__(self, palette: Palette, faces: Faces) -> None:
        self._palette, self._faces = palette, faces
        self._count = 0

    def tallest(self, table: Table, row: Row) -> Cell | None:
        """The cell that tells whether the row is parted, ``None`` where no cell asks or the row is a single line."""
        if not any(map(_asks, row.cells)) or len(table.rows) * len(table.columns) > _MOST:
            return None
        cells = [cell for cell in row.cells if cell.row_span == 1 and not cell.turn]
        heights = [cell_height(cell, inner_width(table, cell), self._faces) for cell in cells]
        if not heights:
            return None
        cell = cells[heights.index(max(heights))]
        first = cell.blocks[0] if cell.blocks else None
        if isinstance(first, Paragraph) and len(cell.blocks) == 1:
            return cell if line_count(first, inner_width(table, cell), self._faces) > 1 else None
        return cell if first is not None else None

    def mark(self) -> str:
        """The name of the marks of one more row."""
        self._count += 1
        return f"<vanthu-row-{self._count}>"

    def written(self, cell: Cell, content: str, mark: str, *, tallest: bool) -> str:
        """The content of a cell of a row that may part."""
        if _asks(cell):
            content = f"{self._palette.define('k, b', _ASK)}({mark},{content})"
        return f"{{[#metadata(0){mark}];{content};[#metadata(0){mark}]}}" if tallest else content


def _asks(cell: Cell) -> bool:
    """Whether the text of the cell, which holds more than empty paragraphs, does not stand at its top."""
    if cell.format.valign == "top" or cell.row_span > 1 or cell.turn:
        return False
    return any(not isinstance(block, Paragraph) or is_visible(block.items) for block in cell.blocks)
