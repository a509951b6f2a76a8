"""Lines of several strands (``a:ln cmpd``, ``v:stroke linestyle``): paths beside the path they follow.

The first strand of a kind lies outside a closed path, and on the left of an open one as its pen goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import hypot

from generator.layout.outlines.paths import Path, Point, Step
from generator.layout.tree import Border

# Where each strand begins and how wide it is, in shares of the whole line (20.1.10.15).
_STRANDS = {
    "dbl": ((0.0, 1 / 3), (2 / 3, 1 / 3)),
    "thickThin": ((0.0, 0.6), (0.8, 0.2)),
    "thinThick": ((0.0, 0.2), (0.4, 0.6)),
    "tri": ((0.0, 1 / 6), (1 / 3, 1 / 3), (5 / 6, 1 / 6)),
}
_PIECES = 24  # straight lines that a curve is drawn with
_SHARPEST = 0.1
_SAME = 1e-3


def stranded(path: Path, line: Border) -> Iterator[tuple[Path, Border]]:
    """The strands of a line along a path, each a path with a line of its own."""
    for start, share in _STRANDS[line.style]:
        aside = line.width * (0.5 - start - share / 2)
        steps = [step for run in _runs(path.steps) for step in _beside(run, aside)]
        yield Path(tuple(steps), filled=False), replace(line, style="single", width=line.width * share)


def _runs(steps: tuple[Step, ...]) -> list[tuple[list[Point], bool]]:
    """The pieces that the pen draws without being lifted, as points, and whether each is closed."""
    runs: list[tuple[list[Point], bool]] = []
    points: list[Point] = []
    closed = False
    for kind, at in steps:
        if kind == "Z":
            closed = True
            continue
        if kind == "M" or closed:  # what follows a closed piece begins where that began
            runs.append((points, closed))
            points, closed = [at[0]] if kind == "M" else points[:1], False
        if kind == "L":
            points.append(at[0])
        elif kind == "C":
            points += _curve(points[-1], *at)
    runs.append((points, closed))
    return [(_apart(points, closed), closed) for points, closed in runs if len(points) > 1]


def _curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    made: list[Point] = []
    for number in range(1, _PIECES + 1):
        t = number / _PIECES
        u = 1 - t
        a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        made.append(
            (
                a * start[0] + b * first[0] + c * second[0] + d * end[0],
                a * start[1] + b * first[1] + c * second[1] + d * end[1],
            )
        )
    return made


def _apart(points: list[Point], closed: bool) -> list[Point]:
    """The points without those that stand where the one before them does."""
    made = points[:1]
    for point in points[1:]:
        if hypot(point[0] - made[-1][0], point[1] - made[-1][1]) > _SAME:
            made.append(point)
    if closed and len(made) > 1 and hypot(made[0][0] - made[-1][0], made[0][1] - made[-1][1]) <= _SAME:
        made.pop()
    return made


def _beside(run: tuple[list[Point], bool], aside: float) -> list[Step]:
    """The steps of a piece so far to its left, or outside it."""
    points, closed = run
    if len(points) < 2:
        return []
    ends = [*points[1:], points[0]] if closed else points[1:]
    if closed and sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, ends, strict=True)) < 0:
        aside = -aside
    normals = [_left(a, b) for a, b in zip(points, ends, strict=False)]
    before = [normals[-1], *normals] if closed else [normals[0], *normals]
    after = normals if closed else [*normals, normals[-1]]
    moved = [_moved(point, one, two, aside) for point, one, two in zip(points, before, after, strict=False)]
    steps: list[Step] = [("M", (moved[0],)), *(("L", (point,)) for point in moved[1:])]
    return [*steps, ("Z", ())] if closed else steps


def _left(start: Point, end: Point) -> Point:
    """The direction to the left of a way, one point long; pages count downwards."""
    across, down = end[0] - start[0], end[1] - start[1]
    far = hypot(across, down) or 1.0
    return down / far, -across / far


def _moved(point: Point, before: Point, after: Point, aside: float) -> Point:
    along = 1 + before[0] * after[0] + before[1] * after[1]
    if along < _SHARPEST:
        return point[0] + before[0] * aside, point[1] + before[1] * aside
    return point[0] + (before[0] + after[0]) / along * aside, point[1] + (before[1] + after[1]) / along * aside
