"""Two PDFs of one document compared: pages, lines, and where each line stands."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tests.agreement.reading.extraction import Line, short_leaders

TOLERANCE = 1.5
_SIGN = "\u22ff"  # no sign before the technical ones is a picture
_FEW_DOTS = re.compile(r"(?<![._·])([._·])\1?(?![._·])")
_DOTS = re.compile(r"([._·])\1\1")


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
    ours = _without_pictures(ours, theirs)
    # In place first: of two lines that say the same, one may have been split by its gaps in one PDF only.
    ours, theirs = _paired(number, ours, theirs, result, _together)
    ours, theirs = _rows(ours, theirs, result)
    ours, theirs = _paired(number, ours, theirs, result, lambda mine, line: True)
    ours, theirs = _paired(number, ours, theirs, result, lambda mine, line: True, _led)
    ours, theirs = _moved_rows(number, ours, theirs, result)
    for name, lines in (("LibreOffice", theirs), ("ours       ", ours)):
        result.differences += [f"p{number} y{at.y:6.1f} x{at.x:6.1f} only {name}  {at.text[:80]}" for at in lines]
    result.lines += max(len(ours), len(theirs))


def _without_pictures(ours: list[Line], theirs: list[Line]) -> list[Line]:
    """Our lines without the signs that LibreOffice's page has nowhere as text: a coloured typeface's are pictures."""
    known = {char for line in theirs for char in line.text}
    drawn = {char for line in ours for char in line.text if char > _SIGN and unicodedata.category(char) == "So"} - known
    if not drawn:
        return ours
    made = [replace(line, text="".join(char for char in line.text if char not in drawn)) for line in ours]
    return [line for line in made if line.text]


def _paired(
    number: int,
    ours: list[Line],
    theirs: list[Line],
    result: Comparison,
    near: Callable[[Line, Line], bool],
    said: Callable[[str], str] = str,
) -> tuple[list[Line], list[Line]]:
    """Counts the lines that say the same and are near each other, nearest first; returns the others of both."""
    waiting: dict[str, list[Line]] = defaultdict(list)
    for line in ours:
        waiting[said(line.text)].append(line)
    alone: list[Line] = []
    for line in theirs:
        same = [mine for mine in waiting[said(line.text)] if near(mine, line)]
        if not same:
            alone.append(line)
            continue
        nearest = min(same, key=lambda mine: abs(mine.y - line.y) + abs(mine.x - line.x))
        waiting[said(line.text)].remove(nearest)
        _count(number, nearest, line, result)
    return [line for same in waiting.values() for line in same], alone


def _count(number: int, mine: Line, line: Line, result: Comparison) -> None:
    result.lines += 1
    result.equal += 1
    if _together(mine, line):
        result.placed += 1
    else:
        dx, dy = mine.x - line.x, mine.y - line.y
        result.differences.append(f"p{number} y{line.y:6.1f} moved {dx:+.1f} {dy:+.1f}  {line.text[:60]}")


def _together(mine: Line, line: Line) -> bool:
    return abs(mine.x - line.x) <= TOLERANCE and abs(mine.y - line.y) <= TOLERANCE


def _rows(ours: list[Line], theirs: list[Line], result: Comparison) -> tuple[list[Line], list[Line]]:
    """Counts what is left row by row: a gap may be just wide enough to split a line in one PDF only."""
    alone: list[Line] = []
    for line in theirs:
        row, others = _row(line, ours), _row(line, theirs)
        if not row or _text(row) != _text(others):
            alone.append(line)
        elif line is others[0]:
            result.lines += 1
            result.equal += 1
            result.placed += abs(row[0].x - line.x) <= TOLERANCE
    return [line for line in ours if not (row := _row(line, theirs)) or _text(_row(line, ours)) != _text(row)], alone


def _moved_rows(number: int, ours: list[Line], theirs: list[Line], result: Comparison) -> tuple[list[Line], list[Line]]:
    """Counts rows of the same text that stand elsewhere, split by a gap in one PDF only."""
    waiting = {_text(row): row for line in ours if line is (row := _row(line, ours))[0]}
    for line in list(theirs):
        row = _row(line, theirs)
        mine = waiting.pop(_text(row), None) if row and line is row[0] else None
        if mine is not None:
            _count(number, mine[0], line, result)
            ours = [other for other in ours if other not in mine]
            theirs = [other for other in theirs if other not in row]
    return ours, theirs


def _led(text: str) -> str:
    """The text of a line with leaders without runs of one or two dots: a short tab has as many as it begins for."""
    return _FEW_DOTS.sub("", text) if _DOTS.search(text) is not None else text


def _row(line: Line, lines: list[Line]) -> list[Line]:
    return sorted((other for other in lines if abs(other.y - line.y) <= TOLERANCE), key=lambda other: other.x)


def _text(row: list[Line]) -> str:
    return short_leaders("".join(line.text for line in row))
