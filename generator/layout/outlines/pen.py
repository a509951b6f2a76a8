"""A pen that draws the paths of outlines: lines, curves and arcs of ellipses."""

from __future__ import annotations

from math import atan2, ceil, cos, pi, sin, tan

from generator.layout.outlines.paths import Outline, Path, Point, Step

FULL = 2 * pi
HALF = pi
QUARTER = pi / 2
DIAGONAL = 1 - cos(pi / 4)  # how far inside the corner of an ellipse's quarter its middle lies, in radii


class Pen:
    """Draws one path; angles in radians from the right, growing downwards as in DrawingML."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._at: Point = (0.0, 0.0)

    def move(self, x: float, y: float) -> Pen:
        """Lift the pen to a point."""
        self._steps.append(("M", ((x, y),)))
        self._at = x, y
        return self

    def line(self, *points: Point) -> Pen:
        """Draw straight lines to these points."""
        for point in points:
            self._steps.append(("L", (point,)))
            self._at = point
        return self

    def curve(self, first: Point, second: Point, end: Point) -> Pen:
        """Draw a cubic curve."""
        self._steps.append(("C", (first, second, end)))
        self._at = end
        return self

    def bend(self, control: Point, end: Point) -> Pen:
        """Draw a quadratic curve."""
        (x0, y0), (x1, y1), (x2, y2) = self._at, control, end
        return self.curve((x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3),
                          (x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3), end)  # fmt: skip

    def arc(self, across: float, down: float, start: float, swing: float) -> Pen:
        """Draw a piece of the ellipse with these radii that passes the pen's place at angle ``start``."""
        start, end = _parameter(across, down, start), _parameter(across, down, start + swing)
        swing = min(max(end - start, -FULL), FULL)
        x, y = self._at
        middle = x - across * cos(start), y - down * sin(start)
        pieces = max(ceil(abs(swing) / QUARTER - 1e-6), 1)
        part = swing / pieces
        reach = 4 / 3 * tan(part / 4)
        for index in range(pieces):
            one, two = start + index * part, start + (index + 1) * part
            self.curve(
                (middle[0] + across * (cos(one) - reach * sin(one)), middle[1] + down * (sin(one) + reach * cos(one))),
                (middle[0] + across * (cos(two) + reach * sin(two)), middle[1] + down * (sin(two) - reach * cos(two))),
                (middle[0] + across * cos(two), middle[1] + down * sin(two)),
            )
        return self

    def close(self) -> Pen:
        """Draw back to where the path began."""
        self._steps.append(("Z", ()))
        return self

    def path(self, *, filled: bool = True, stroked: bool = True) -> Path:
        """What was drawn."""
        return Path(tuple(self._steps), filled, stroked)


def _parameter(across: float, down: float, angle: float) -> float:
    """The angle on the circle that is stretched to the ellipse, for an angle seen from its middle."""
    if not across or not down or abs(across - down) < 1e-9:
        return angle
    turns = round(angle / FULL)
    rest = angle - turns * FULL
    return atan2(across * sin(rest), down * cos(rest)) + turns * FULL


def polygon(*points: Point) -> Path:
    """A closed path of straight lines."""
    return Pen().move(*points[0]).line(*points[1:]).close().path()


def polyline(*points: Point) -> Path:
    """An open path of straight lines, which nothing fills."""
    return Pen().move(*points[0]).line(*points[1:]).path(filled=False)


def ellipse(width: float, height: float) -> Outline:
    """An ellipse, whose text stands in the rectangle between its diagonals."""
    path = Pen().move(0, height / 2).arc(width / 2, height / 2, HALF, FULL).close().path()
    across, down = width / 2 * DIAGONAL, height / 2 * DIAGONAL
    return Outline((path,), (across, down, across, down))
