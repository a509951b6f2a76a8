"""Outlines of drawn shapes: their paths, and the heads at the ends of lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from generator.records import record

Point: TypeAlias = tuple[float, float]
Step: TypeAlias = tuple[Literal["M", "L", "C", "Z"], tuple[Point, ...]]


@record(frozen=True)
class Head:
    """The head at one end of a line, its length and width counted in widths of that line."""

    kind: Literal["triangle", "stealth", "arrow", "diamond", "oval"]
    length: float = 3.0
    width: float = 3.0


Heads: TypeAlias = tuple[Head | None, Head | None]


@record(frozen=True)
class Path:
    """Steps of a pen, as in SVG: ``M`` moves, ``L`` draws a line, ``C`` a curve, ``Z`` closes; points from the corner.

    Every step names the points it needs, in points of length.
    """

    steps: tuple[Step, ...]
    filled: bool = True
    stroked: bool = True


@record(frozen=True)
class Outline:
    """How a shape other than a rectangle looks: its paths, how far inside its corners (left, top, right, bottom) its
    text stands, and the heads at the start and the end of its open paths."""

    paths: tuple[Path, ...]
    inset: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    heads: Heads = (None, None)

    def flipped(self, across: bool, down: bool, width: float, height: float) -> Outline:
        """The outline with its left and right, its top and bottom changed, in a frame of this size."""
        if not (across or down):
            return self
        left, top, right, bottom = self.inset
        if across:
            left, right = right, left
        if down:
            top, bottom = bottom, top
        made = self._mapped(lambda x, y: (width - x if across else x, height - y if down else y))
        return Outline(made, (left, top, right, bottom), self.heads)

    def stretched(self, across: float, down: float) -> Outline:
        """The outline so many times as wide and as high."""
        left, top, right, bottom = self.inset
        made = self._mapped(lambda x, y: (x * across, y * down))
        return Outline(made, (left * across, top * down, right * across, bottom * down), self.heads)

    def _mapped(self, at: Callable[[float, float], Point]) -> tuple[Path, ...]:
        return tuple(
            Path(tuple((kind, tuple(at(*point) for point in points)) for kind, points in path.steps), path.filled,
                 path.stroked)
            for path in self.paths
        )  # fmt: skip
