"""Where the foot of a page parts a row: between the lines of its cells, at any of them, or nowhere."""

from __future__ import annotations

from generator.layout.tree import Block, Cell, Drawing, Page, Paragraph, Row, Table
from generator.pdf.measuring.heights import cell_height, line_count
from generator.pdf.measuring.keeping import MOST, SURELY_FITS, TALLEST_LINE, room, text_length
from generator.pdf.measuring.paragraph_parts import is_visible
from generator.pdf.measuring.typefaces import Faces

NEAR = 0.5  # points: heights are estimates
MOST_SURPASSED = 200.0  # points: taller rows mostly are so on purpose, and are not measured


class Parting:
    """Tells where rows part, by the heights of what stands in them."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces

    def outgrows(self, table: Table, cell: Cell, page: Page) -> bool:
        """Whether the cell is taller than a page: its row parts all the same, from where it stands."""
        most = room(page)
        if cell.turn:
            return False
        if len(cell.blocks) * TALLEST_LINE < most and sum(map(text_length, cell.blocks)) < SURELY_FITS:
            return False
        return cell_height(cell, inner_width(table, cell), self._faces) > most

    @staticmethod
    def most(page: Page) -> float:
        """The least height up to which a row needs room for it at the foot of a page."""
        return MOST * room(page)

    def stays(self, table: Table, row: Row, height: float, page: Page) -> bool:
        """Whether a row of at least this height never parts: its text is no taller than the row."""
        most = self.most(page)
        if height > most:
            return False
        for cell in row.cells:
            if cell.row_span > 1 or cell.turn:
                continue
            tall = cell_height(cell, inner_width(table, cell), self._faces)
            if tall > most or tall + cell.format.margin_top + cell.format.margin_bottom > height + NEAR:
                return False
        return True

    def surpasses(self, table: Table, row: Row, height: float) -> bool:
        """Whether the text of a row is surely as tall as its least height, which then asks for nothing."""
        if height > MOST_SURPASSED:
            return False
        for cell in row.cells:
            if cell.row_span > 1 or cell.turn or not all(isinstance(block, Paragraph) for block in cell.blocks):
                continue
            width = inner_width(table, cell)
            tall = cell_height(cell, width, self._faces)
            lines = sum(line_count(b, width, self._faces) for b in cell.blocks if isinstance(b, Paragraph))
            if tall - (tall / lines if lines > len(cell.blocks) else 0.0) >= height:  # a line may be counted too many
                return True
        return False

    def tallest(self, table: Table, row: Row) -> int:
        """How many lines the cell of a row holds that has most, nothing where no cell has room below its text."""
        if not any(_room_below(cell) for cell in row.cells):
            return 0
        return max((self.lines(c, inner_width(table, c)) for c in row.cells if c.row_span == 1), default=0)

    def ends_in_line(self, cell: Cell, width: float) -> bool:
        """Whether the last paragraph of the cell is a single line."""
        last = cell.blocks[-1]
        return isinstance(last, Paragraph) and line_count(last, width, self._faces) == 1

    def lines(self, cell: Cell, width: float) -> int:
        """How many lines of text the cell holds; nothing where it holds other than text."""
        if not all(isinstance(block, Paragraph) for block in cell.blocks):
            return 0
        return sum(line_count(b, width, self._faces) for b in cell.blocks if isinstance(b, Paragraph))


def inner_width(table: Table, cell: Cell) -> float:
    """The width of a cell between its margins, in points."""
    width = sum(table.columns[cell.column : cell.column + cell.column_span])
    return width - cell.format.margin_left - cell.format.margin_right


def can_sink(cell: Cell) -> bool:
    """Whether the last line of a cell may reach down to its edge: it is text alone, without a frame."""
    last = cell.blocks[-1]
    return (
        _room_below(cell)
        and ends_in_text(cell)
        and isinstance(last, Paragraph)
        and not last.format.borders
        and not any(map(_holds_anchored, cell.blocks))
    )


def in_paragraphs(cell: Cell) -> bool:
    """Whether a cell holds several paragraphs of text alone, between which a row may part."""
    return len(cell.blocks) > 1 and all(
        isinstance(block, Paragraph) and not block.format.borders and not _holds_anchored(block)
        for block in cell.blocks
    )


def ends_in_text(cell: Cell) -> bool:
    """Whether a cell does not end with an empty paragraph, which needs room with all that is around it."""
    last = cell.blocks[-1] if cell.blocks else None
    return isinstance(last, Paragraph) and is_visible(last.items)


def _room_below(cell: Cell) -> bool:
    """Whether there is room below the last text of a cell: space after it, or what spacing adds to a line."""
    last = cell.blocks[-1] if cell.blocks else None
    if not isinstance(last, Paragraph):
        return False
    form = last.format
    return (form.after > 0 and not form.auto_after) or (form.line_rule == "auto" and form.line > 1)


def _holds_anchored(block: Block) -> bool:
    items = block.items if isinstance(block, Paragraph) else []
    return any(isinstance(item, Drawing) and item.anchor is not None for item in items)
