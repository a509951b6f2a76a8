"""The cells and plain tables the parts of a report share."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compose.inline import Inline
from generator.compose.tables import header_cell
from generator.content import Cell, Column, Rich, Row, Table

NONE = "–"
"""What stands in a cell that has nothing to say."""


def left(inline: Inline, text: str) -> Cell:
    """A cell of typed words."""
    return Cell((inline.rich(text),))


def centred(*texts: str, bold: bool = False) -> Cell:
    """A cell of words the program sets, a line each."""
    return Cell(tuple(Rich.plain(text, bold=bold) for text in texts), align="center")


def plain_table(kinds: Sequence[tuple[str, float]], body: Sequence[Row], description: str) -> Table:
    """A table of the columns given by heading and width."""
    return Table(
        columns=tuple(Column(width) for _, width in kinds),
        header=(Row(tuple(header_cell(Rich.plain(heading)) for heading, _ in kinds)),),
        body=tuple(body),
        description=description,
    )
