"""Where in a Word file something stands, in numbers: other programs need not take the words of a place apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from generator.edits import Spot
from generator.parts.lines import Line
from generator.records import record
from generator.rules.form._reading import spot_of


@record(frozen=True)
class Where:
    """The part of the file and which of its ``w:p``, the table, row and column, the line there; all count from 1.

    ``cell`` is ``None`` outside tables. ``line`` counts the lines with text of the cell, or of the paragraph where
    soft breaks part it.
    """

    part: str
    paragraph: int
    cell: tuple[int, int, int] | None = None
    line: int = 1

    def as_data(self) -> dict[str, object]:
        """The place for JSON, with Vietnamese keys."""
        table = dict(zip(("bang", "hang", "cot"), self.cell, strict=True)) if self.cell is not None else {}
        return {"phan": self.part, "doan_trong_phan": self.paragraph, **table, "dong": self.line}


def told_apart(lines: Iterable[Line]) -> Iterator[tuple[str, Line]]:
    """The lines that have text, each with a place of its own: «bảng 1, hàng 1, cột 2, dòng 3» where others share it."""
    written = [line for line in lines if line.text]
    many = Counter(line.place for line in written)
    for line, nth in _counted(written):
        yield line.place if many[line.place] == 1 else f"{line.place}, dòng {nth}", line


def whereabouts(lines: Iterable[Line], spots: Iterable[Spot]) -> dict[Spot, Where]:
    """Where each of the spots stands that is of one of the lines."""
    held: dict[tuple[str, int], list[tuple[Line, int]]] = defaultdict(list)
    for line, nth in _counted(line for line in lines if line.text):
        if line.paragraph.origin is not None:
            held[line.paragraph.origin].append((line, nth))
    found: dict[Spot, Where] = {}
    for spot in spots:
        near = held.get((spot.part, spot.paragraph), [])
        own = next((one for one in near if _is_of(spot, one[0])), next(iter(near), None))
        if own is not None:
            found[spot] = Where(spot.part, spot.paragraph, own[0].cell, own[1])
    return found


def _counted(lines: Iterable[Line]) -> Iterator[tuple[Line, int]]:
    """Each line and which it is of those with its place."""
    counts: dict[str, int] = {}
    for line in lines:
        nth = counts[line.place] = counts.get(line.place, 0) + 1
        yield line, nth


def _is_of(spot: Spot, line: Line) -> bool:
    own = spot_of(line)
    return own is not None and spot.text in own.text
