"""Two PDFs of one document compared: pages, lines, and where each line stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from tests.agreement.extraction import Line

TOLERANCE = 1.5


@dataclass(slots=True)
class Comparison:
    """What agrees: ``equal`` of ``lines`` have the same text on the same page, ``placed`` stand in one place too."""

    our_pages: int = 0
    their_pages: int = 0
    lines: int = 0
    equal: int = 0
    placed: int = 0
    differences: list[str] = field(default_factory=list)

    @property
    def pages_equal(self) -> bool:
        """Whether both have as many pages."""
        return self.our_pages == self.their_pages


def compare(ours: list[list[Line]], theirs: list[list[Line]]) -> Comparison:
    """The comparison of the lines of two PDFs; pages without text do not count."""
    # LibreOffice leaves out the blank pages before an odd or even one, and counts one before a restarted number.
    ours, theirs = [page for page in ours if page], [page for page in theirs if page]
    result = Comparison(len(ours), len(theirs))
    for number in range(max(len(ours), len(theirs))):
        one = ours[number] if number < len(ours) else []
        other = theirs[number] if number < len(theirs) else []
        _page(number + 1, one, other, result)
    return result


def _page(number: int, ours: list[Line], theirs: list[Line], result: Comparison) -> None:
    waiting: dict[str, list[Line]] = defaultdict(list)
    for line in ours:
        waiting[line.text].append(line)
    lost: list[Line] = []
    for line in theirs:
        same = waiting[line.text]
        if not same:
            lost.append(line)
            continue
        nearest = min(same, key=lambda mine: abs(mine.y - line.y) + abs(mine.x - line.x))
        same.remove(nearest)
        _count(number, nearest, line, result)
    left = [line for same in waiting.values() for line in same]
    _rows(number, left, lost, result)


def _count(number: int, mine: Line, line: Line, result: Comparison) -> None:
    result.lines += 1
    result.equal += 1
    if abs(mine.x - line.x) <= TOLERANCE and abs(mine.y - line.y) <= TOLERANCE:
        result.placed += 1
    else:
        dx, dy = mine.x - line.x, mine.y - line.y
        result.differences.append(f"p{number} y{line.y:6.1f} moved {dx:+.1f} {dy:+.1f}  {line.text[:60]}")


def _rows(number: int, ours: list[Line], theirs: list[Line], result: Comparison) -> None:
    """Compares what is left row by row: a gap may be just wide enough to split a line in one PDF only."""
    alone: list[Line] = []
    for line in theirs:
        row, others = _row(line, ours), _row(line, theirs)
        if row and _text(row) == _text(others):
            if line is others[0]:
                result.lines += 1
                result.equal += 1
                result.placed += abs(row[0].x - line.x) <= TOLERANCE
            continue
        alone.append(line)
        result.differences.append(f"p{number} y{line.y:6.1f} x{line.x:6.1f} only LibreOffice  {line.text[:80]}")
    mine = [line for line in ours if not (others := _row(line, theirs)) or _text(_row(line, ours)) != _text(others)]
    for line in mine:
        result.differences.append(f"p{number} y{line.y:6.1f} x{line.x:6.1f} only ours         {line.text[:80]}")
    result.lines += max(len(mine), len(alone))


def _row(line: Line, lines: list[Line]) -> list[Line]:
    return sorted((other for other in lines if abs(other.y - line.y) <= TOLERANCE), key=lambda other: other.x)


def _text(row: list[Line]) -> str:
    return "".join(line.text for line in row)
