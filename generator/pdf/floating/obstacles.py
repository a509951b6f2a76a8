"""What text flows beside: where drawings stand, and how much of a line they take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from generator.layout.tree import ParagraphFormat
from generator.records import record

LEAST = 72.0
"""Points: Word sets no text beside a drawing in less room."""
DIPS = 1.0
"""Points that a line may reach into the room of a drawing below it."""
WALL = 1e6  # points: wider than any column
_SLIVER = 1.0  # points beside the picture that hold no text
_ABOVE, _BELOW = 0.05, 0.03  # points: a line that only touches an edge of the drawing stands clear of it


class Taken(NamedTuple):
    """The room that drawings take of a line, from the edges of its column.

    ``parted`` says that there is room behind them as well, where Word lets the line go on: ``behind`` points from the
    left edge, where one alone does. What takes the room at the left begins at ``start``.
    """

    left: float = 0.0
    right: float = 0.0
    parted: bool = False
    behind: float = 0.0
    start: float = 0.0

    def indented(self, form: ParagraphFormat) -> float:
        """Where the indents count from: the end of what stands where lines begin, else the edge of the column."""
        return self.left if self.start <= form.left + min(form.first_line, 0.0) < self.left else 0.0

    def aside(self, form: ParagraphFormat, *, first: bool) -> float:
        """How far a line, the ``first`` or another, is moved to the right: right behind what stands further in."""
        begins = form.left + (form.first_line if first else 0.0)
        return self.indented(form) or (max(self.left - begins, 0.0) if self.left else 0.0)


@record(frozen=True)
class Obstacle:
    """What text flows beside: from ``top`` to ``bottom`` below the first line, ``left`` or ``right`` points wide.

    Both widths are measured from the edges of the column; one of them is 0. One that is ``parted`` stands in the
    middle: its ``right`` counts all room from its left edge on, and ``behind`` it text goes on. One at the left begins
    at ``start``. One that is ``full`` lets no line stand beside it.
    ``also`` are others that stand there too.
    """

    top: float
    bottom: float
    left: float = 0.0
    right: float = 0.0
    parted: bool = False
    full: bool = False
    behind: float = 0.0
    start: float = 0.0
    also: tuple[Obstacle, ...] = ()

    def each(self) -> Iterator[Obstacle]:
        """This one and those that stand there too."""
        yield self
        yield from self.also

    @property
    def foot(self) -> float:
        """Where the last of them ends."""
        return max(one.bottom for one in self.each())

    def beside(self, top: float, bottom: float) -> list[Obstacle]:
        """Those that a line from ``top`` to ``bottom`` stands beside."""
        return [one for one in self.each() if top < one.bottom - _BELOW and bottom > one.top + _ABOVE]

    def taken(self, top: float, bottom: float, *, passed: bool = False) -> Taken:
        """What they take of a line that reaches from ``top`` to ``bottom``, behind a parted one where it is passed."""
        here = self.beside(top, bottom)
        parted = [one for one in here if one.parted]
        here = [one for one in here if not one.parted] if passed else here
        first = max(here, key=lambda one: one.left, default=None)
        return Taken(
            first.left if first is not None else 0.0,
            max((one.right for one in here), default=0.0),
            bool(parted) and not passed,
            parted[0].behind if len(parted) == len(here) == 1 else 0.0,
            first.start if first is not None else 0.0,
        )

    def amid(self, line: float, height: float) -> bool:
        """Whether the first lets no line beside it and stands among lines of this height, some of them above it."""
        return self.full and line <= self.top < height - _SLIVER

    def walls(self) -> Obstacle:
        """The same, those that let no line beside them as wide as any column."""
        made = [
            replace(one, full=False, left=WALL, also=()) if one.full else replace(one, also=()) for one in self.each()
        ]
        return replace(made[0], also=tuple(made[1:]))

    def above(self, y: float) -> Obstacle:
        """The same as far as they stand above ``y``, where the page ends."""
        made = [replace(one, bottom=min(one.bottom, y), also=()) for one in self.each()]
        return replace(made[0], also=tuple(made[1:]))

    def lower(self, height: float) -> Obstacle | None:
        """What is left of them ``height`` points further down, ``None`` when the text has passed them."""
        left = [
            replace(one, top=one.top - height, bottom=one.bottom - height) for one in self.each() if one.bottom > height
        ]
        return _together(left) if left else None

    def joined(self, other: Obstacle) -> Obstacle:
        """Both together."""
        return _together([*self.each(), *other.each()])


def _together(obstacles: Iterable[Obstacle]) -> Obstacle:
    """All as one: the first is ``full`` only where no line stands beside any of them; these are apart, from the top."""
    made: list[Obstacle] = []
    for one in sorted(obstacles, key=lambda one: (one.full, one.top)):
        if made and made[-1].full and one.top <= made[-1].bottom:
            made[-1] = replace(made[-1], bottom=max(made[-1].bottom, one.bottom))
        else:
            made.append(replace(one, also=()))
    return replace(made[0], also=tuple(made[1:]))
