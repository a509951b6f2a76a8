"""Outlines and straight lines as Typst curves, with the heads at their ends."""

from __future__ import annotations

from math import hypot

from generator.layout.outlines.paths import Head, Heads, Outline, Path, Point, Step
from generator.layout.tree import Border, Gradient, Stroke
from generator.pdf.typst.literals import pt, rgb, stroke

COMPOUND = ("dbl", "thickThin", "thinThick", "tri")
_THINNEST = 2.0  # points: heads of thinner lines are as large as those of this width
_INSIDE = 0.75  # of a filled head's length the line ends in it, so that its blunt end does not show
_BARBS = {"stealth": 0.6, "triangle": 1.0}  # where the back of the head lies, in lengths


def is_compound(line: Border | None) -> bool:
    """Whether the line has several strands."""
    return line is not None and line.style in COMPOUND


def around(width: float, height: float) -> Outline:
    """The outline of a rectangle, for lines that Typst's own cannot have."""
    corners = ((width, 0.0), (width, height), (0.0, height))
    return Outline((Path((("M", ((0.0, 0.0),)), *(("L", (corner,)) for corner in corners), ("Z", ()))),))


def write_stroke(drawn: Stroke, width: float, height: float) -> str:
    """A straight line through a frame of this size."""
    start, end = ((0.0, height), (width, 0.0)) if drawn.rising else ((0.0, 0.0), (width, height))
    if not any(drawn.heads) and not is_compound(drawn.line):
        line = stroke(drawn.line.width, drawn.line.color, drawn.line.style)
        return f"line(start: {_point(start)}, end: {_point(end)}, stroke: {line})"
    path = Path((("M", (start,)), ("L", (end,))), filled=False)
    return write_outline(Outline((path,), heads=drawn.heads), drawn.line, None, width, height)


def write_fill(fill: str | Gradient) -> str:
    """The colour or the gradient inside a shape."""
    if isinstance(fill, str):
        return rgb(fill)
    stops = ", ".join(f"({rgb(paint)}, {at * 100:.2f}%)" for at, paint in fill.stops)
    return f"gradient.linear({stops}, angle: {fill.angle:.2f}deg)"


def write_outline(
    outline: Outline, line: Border | None, fill: str | Gradient | None, width: float, height: float
) -> str:
    """The paths of an outline in a frame of this size, their lines and fills."""
    made: list[str] = []
    for path in outline.paths:
        ends: list[str] = []
        if line is not None and path.stroked and any(outline.heads) and ("Z", ()) not in path.steps:
            path, ends = _with_heads(path, outline.heads, line)
        if line is not None and is_compound(line) and path.stroked:
            from generator.pdf.typst.shapes.compound import stranded  # few drawings have such lines

            if fill is not None and path.filled:
                made.append(_curve(path, None, fill))
            made += [*(_curve(strand, part, None) for strand, part in stranded(path, line)), *ends]
            continue
        made += [_curve(path, line, fill), *ends]
    placed = "; ".join(f"place(top + left, {code})" for code in made)
    return f"block(width: {pt(width)}, height: {pt(height)}, {{{placed}}})"


def _curve(path: Path, line: Border | None, fill: str | Gradient | None) -> str:
    looks: list[str] = []
    if fill is not None and path.filled:
        looks.append(f"fill: {write_fill(fill)}")
    if line is not None and path.stroked:
        looks.append(f"stroke: {stroke(line.width, line.color, line.style)}")
    elif not looks:
        looks.append("stroke: none")  # else Typst draws one of its own
    return f"curve({', '.join([*looks, *map(_step, path.steps)])})"


def _step(step: Step) -> str:
    kind, points = step
    if kind == "Z":
        return 'curve.close(mode: "straight")'
    name = {"M": "move", "L": "line", "C": "cubic"}[kind]
    return f"curve.{name}({', '.join(map(_point, points))})"


def _point(point: Point) -> str:
    return f"({pt(point[0])}, {pt(point[1])})"


def _with_heads(path: Path, heads: Heads, line: Border) -> tuple[Path, list[str]]:
    """The path, shortened where a head covers its end, and the code of the heads."""
    steps = list(path.steps)
    made: list[str] = []
    every = [point for _, points in steps for point in points]
    if len(every) < 2:
        return path, made
    start, end = heads
    if start is not None:
        code, tip = _head(start, every[0], _other(every), line)
        made.append(code)
        steps[0] = "M", (tip,)
    if end is not None:
        code, tip = _head(end, every[-1], _other(every[::-1]), line)
        made.append(code)
        kind, points = steps[-1]
        steps[-1] = kind, (*points[:-1], tip)
    return Path(tuple(steps), path.filled, path.stroked), made


def _other(points: list[Point]) -> Point:
    """The first point that is not where the path begins."""
    return next((point for point in points if hypot(point[0] - points[0][0], point[1] - points[0][1]) > 0.01),
                points[-1])  # fmt: skip


def _head(head: Head, tip: Point, towards: Point, line: Border) -> tuple[str, Point]:
    """The code of a head whose tip is the end of a line, and where that line may end instead."""
    across, down = tip[0] - towards[0], tip[1] - towards[1]
    far = hypot(across, down) or 1.0
    across, down = across / far, down / far
    unit = max(line.width, _THINNEST)
    length, half = head.length * unit, head.width * unit / 2

    def at(back: float, aside: float) -> Point:
        return tip[0] - across * back - down * aside, tip[1] - down * back + across * aside

    paint = f"fill: {rgb(line.color)}" if line.color else "fill: black"
    inside = tip
    if head.kind == "oval":
        circle = f"circle(radius: {pt(half)}, {paint})"
        return f"place(dx: {pt(tip[0] - half)}, dy: {pt(tip[1] - half)}, {circle})", inside
    if head.kind == "diamond":
        corners = [at(length / 2, 0), at(0, half), at(-length / 2, 0), at(0, -half)]
    elif head.kind == "arrow":
        looks = stroke(line.width, line.color)
        wings = ", ".join(f"curve.{name}({_point(p)})" for name, p in
                          (("move", at(length, half)), ("line", tip), ("line", at(length, -half))))  # fmt: skip
        return f"curve(stroke: {looks}, {wings})", inside
    else:
        back = _BARBS[head.kind] * length
        corners = [tip, at(length, half), at(back, 0), at(length, -half)]
        inside = at(min(back * _INSIDE, far), 0)
    return f"polygon({paint}, {', '.join(map(_point, corners))})", inside
