"""What stands in the cells of a table, each written at its own width."""

from __future__ import annotations

from itertools import accumulate

from generator.layout.tree import Cell
from generator.pdf.typst.setting import Flow, Setting, WriteCell

_PARTS = 10000


class Cells:
    """The cells of one table being written: their formats are few, and so are their settings."""

    def __init__(self, setting: Setting, columns: list[float], write_cell: WriteCell) -> None:
        self._setting, self._write_cell = setting, write_cell
        self._moved = _moved(columns)
        self.page, self.repeated = setting.page, not setting.links
        self.breaks = setting.breaks and setting.links  # what is repeated stands on one page
        self._known: dict[tuple[int, float, float, bool, bool], Setting] = {}

    def write(self, cell: Cell, width: float, *, sinks: bool, parts: bool = False) -> Flow:
        """What stands in the cell, ``width`` points wide.

        ``sinks`` tells whether its last line sinks into the space below, ``parts`` whether the last lines of its other
        paragraphs do.
        """
        spare = self._moved[min(cell.column + cell.column_span, len(self._moved) - 1)] - self._moved[cell.column]
        cache_key = id(cell.format), width, spare, sinks, parts  # the table keeps its formats alive: no id comes twice
        setting = self._known.get(cache_key)
        if setting is None:
            setting = self._setting.in_cell(cell.format, width, spare, sinks=sinks, parts=parts)
            self._known[cache_key] = setting
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
