"""Words whose letters a PDF draws apart: the letters a typeface lacks come after the rest of their line."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

_TOUCHING = 1.0  # points between two letters of one word
_BACK = -1.5  # points by which a letter may begin before the end of the last; more lies over it
_WIDE = 14.0  # a gap wider than this separates the cells of a row


@dataclass(slots=True)
class Piece:
    """A letter: its origin from the top left, and where its sign ends, in points; or a line that runs up or down."""

    x: float
    y: float
    end: float
    text: str
    turned: bool = False


def mended(groups: list[list[Piece]]) -> list[list[Piece]]:
    """The groups of letters, those joined that are parts of one another's words: as a reader sees them, left to right.

    LibreOffice draws ``Chi n l c`` first and ``ế ượ`` behind it where a typeface has no such letters. Parts of a word
    stand on one foot, and touch or stand where the other left room; what stands beside or over a text is none.
    """
    feet: dict[float, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        if all(piece.y == group[0].y for piece in group):
            feet[group[0].y].append(number)
    joined = list(range(len(groups)))
    for numbers in feet.values():
        if len(numbers) > 1:
            _join(groups, numbers, joined)
    together: dict[int, list[int]] = defaultdict(list)
    for number, first in enumerate(joined):
        together[first].append(number)
    found: list[list[Piece]] = []
    for members in together.values():
        if len(members) == 1:
            found.append(groups[members[0]])
            continue
        found += _parted(sorted((piece for number in members for piece in groups[number]), key=lambda piece: piece.x))
    return found


def _join(groups: list[list[Piece]], numbers: list[int], joined: list[int]) -> None:
    """Names the first of the groups that each belongs to, among those on one foot."""
    ordered = sorted(((n, piece) for n in numbers for piece in groups[n]), key=lambda found: found[1].x)
    over: set[tuple[int, int]] = set()
    near: set[tuple[int, int]] = set()
    for index, ((one, last), (other, piece)) in enumerate(pairwise(ordered)):
        if one == other:
            continue
        gap = piece.x - last.end
        pair = min(one, other), max(one, other)
        if gap < _BACK:
            over.add(pair)
        elif gap <= _TOUCHING or (gap <= _WIDE and _is_within(ordered, index)):
            near.add(pair)
    for one, other in sorted(near - over):
        first, second = joined[one], joined[other]
        for number in numbers:
            if joined[number] == second:
                joined[number] = first


def _is_within(ordered: list[tuple[int, Piece]], index: int) -> bool:
    """Whether one of the letters before and after ``index`` stands in a gap of the other's group."""
    before, after = ordered[index][0], ordered[index + 1][0]
    later = next((number for number, _ in ordered[index + 2 :] if number != after), None)
    earlier = next((number for number, _ in reversed(ordered[:index]) if number != before), None)
    return later == before or earlier == after


def _parted(pieces: list[Piece]) -> list[list[Piece]]:
    found = [pieces[:1]]
    for piece in pieces[1:]:
        if piece.x - found[-1][-1].end > _WIDE:
            found.append([])
        found[-1].append(piece)
    return found
