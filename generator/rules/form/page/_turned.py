"""What a section holds that may ask for a page on its long side."""

from __future__ import annotations

from collections.abc import Sequence

from generator.layout.tree import Block, Drawing, Group, Paragraph, Picture, Table
from generator.rules.form._reading import FileReading

_LARGE = 200.0  # points: a picture or a chart, not a stamp or a rule


def content_tables(blocks: Sequence[Block]) -> list[Table]:
    """The tables with lines around their cells, which hold what a document says and not its head or its end."""
    return [block for block in blocks if isinstance(block, Table) and _ruled(block)]


def holds_pictures(blocks: Sequence[Block]) -> bool:
    """Whether something large is drawn in the text."""
    drawings = (
        item for block in blocks if isinstance(block, Paragraph) for item in block.items if isinstance(item, Drawing)
    )
    return any(isinstance(one.content, Picture | Group) and one.width >= _LARGE for one in drawings)


def place_of_section(reading: FileReading, number: int) -> str:
    """How a finding names the section."""
    return f"phần {number + 1}" if len(reading.document.sections) > 1 else "cả văn bản"


def _ruled(table: Table) -> bool:
    cells = [cell for row in table.rows for cell in row.cells]
    ruled = [cell for cell in cells if cell.format.top is not None and cell.format.bottom is not None]
    return len(ruled) > 1 and len(ruled) * 2 >= len(cells)
