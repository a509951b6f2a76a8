"""The cells and plain tables the parts of a report share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.compose.inline import Inline
from generator.compose.tables import header_cell
from generator.content import Cell, Column, Rich, Row, Table
from generator.results import Figure
from generator.results import Row as Judged
from generator.typed.source import Path_

NONE = "–"
"""What stands in a cell that has nothing to say."""


def left(inline: Inline, text: str) -> Cell:
    """A cell of typed words."""
    return Cell((inline.cell(text),))


def centred(*texts: str, bold: bool = False, of: Iterable[Path_] = ()) -> Cell:
    """A cell of words the program sets, a line each; ``of`` is what its figures were worked out of."""
    paths = tuple(of)
    return Cell(tuple(counted(Rich.plain(text, bold=bold), paths) for text in texts), align="center")


def counted(text: Rich, of: Iterable[Path_]) -> Rich:
    """The text with the paths of what its figures were worked out of."""
    return replace(text, counted=tuple(dict.fromkeys(of)))


def paths_of(*figures: Figure | None) -> tuple[Path_, ...]:
    """Where the inputs of the figures were typed."""
    return tuple(one.path for figure in figures if figure for one in figure.sources if one.path)


def paths_of_row(row: Judged) -> tuple[Path_, ...]:
    """Where the result of a row was typed, then the target it is judged by; nothing reported is ``ket_qua``."""
    place = next((n for n, one in enumerate(row.objective.targets) if one is row.target), None)
    target: tuple[Path_, ...] = () if place is None else (("muc_tieu", row.number - 1, "chi_tieu", place),)
    return (*(paths_of(row.result) or (("ket_qua",),)), *target)


def plain_table(kinds: Sequence[tuple[str, float]], body: Sequence[Row], description: str) -> Table:
    """A table of the columns given by heading and width."""
    return Table(
        columns=tuple(Column(width) for _, width in kinds),
        header=(Row(tuple(header_cell(Rich.plain(heading)) for heading, _ in kinds)),),
        body=tuple(body),
        description=description,
    )
