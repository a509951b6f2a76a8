"""The frame around a paragraph, shared with neighbours that have the same, and the one around pages."""

from __future__ import annotations

from typing import NamedTuple

from generator.layout.tree import Border, Page, PageBorders, ParagraphFormat, Side
from generator.pdf.typst.literals import pt, rgb, stroke

_THIRD = 3  # of a double line: two thin ones and the gap between them
_FRAME: tuple[Side, ...] = ("top", "bottom", "left", "right")


class Edges(NamedTuple):
    """Which border lines a paragraph shows: neighbours with equal borders share one frame."""

    top: bool = True
    bottom: bool = True


ALONE = Edges()


def frame(form: ParagraphFormat, edges: Edges) -> tuple[dict[str, float], list[str]] | None:
    """Padding outside and the arguments of the frames from the outermost, ``None`` for a paragraph without.

    A line takes its width and its distance from the text inside the paragraph's height, as in Word; left
    and right lines stand outside the indents. Typst centres a stroke on the block's edge.
    """
    lines: dict[Side, Border] = {}
    for side in _FRAME:
        border = form.border(side)
        if border is not None and (side not in ("top", "bottom") or getattr(edges, side)):
            lines[side] = border
    between, bottom = form.border("between"), form.border("bottom")
    if not edges.top and between is not None:
        lines["top"] = between
    if not lines and not form.shading:
        return None
    pads: dict[str, float] = {}
    outer, inner, inner_insets = _Lines(), _Lines(), False
    for side, border in lines.items():
        double = border.style == "double"
        thin = border.width / 3 if double else border.width
        pads[side] = thin / 2 - border.space - border.width if side in ("left", "right") else thin / 2
        outer.add(side, thin, border, 2 * thin if double else border.space + thin / 2)
        if double:
            inner.add(side, thin, border, border.space + thin / 2)
            inner_insets = True
    if lines and not edges.bottom and between is not None and bottom is not None:
        outer.room("bottom", bottom.space)  # LibreOffice leaves it above the line that follows as well
    first = outer.arguments()
    if form.shading:
        first += f", fill: {rgb(form.shading)}"
    return pads, [first, inner.arguments()] if inner_insets else [first]


class _Lines:
    """The strokes of one frame, and how far inside them its content stands."""

    def __init__(self) -> None:
        self._strokes: list[str] = []
        self._insets: list[str] = []

    def add(self, side: Side, width: float, border: Border, inset: float) -> None:
        style = "single" if border.style == "double" else border.style
        self._strokes.append(f"{side}: {stroke(width, border.color, style)}")
        self.room(side, inset)

    def room(self, side: Side, length: float) -> None:
        self._insets.append(f"{side}: {pt(length)}")

    def arguments(self) -> str:
        if not self._strokes:
            return "width: 100%"
        return f"width: 100%, stroke: ({', '.join(self._strokes)}), inset: ({', '.join(self._insets)})"


def write_page_frame(borders: PageBorders, page: Page, *, header: bool, footer: bool, start: str) -> str:
    """The frame as the background of a page; ``header`` and ``footer`` tell whether the page shows any.

    ``start`` is the label where the section begins. The space of a line counts to its outer edge from the paper, and
    to its inner edge from the text.
    """
    sides = dict(borders.lines)
    text: dict[Side, float] = {
        "top": min(page.header, page.top) if header and borders.around_header else page.top,
        "bottom": min(page.footer, page.bottom) if footer and borders.around_footer else page.bottom,
        "left": page.left,
        "right": page.right,
    }

    def outer(side: Side) -> float:
        line = sides.get(side)
        if line is None:
            return 0.0 if borders.from_paper else text[side]
        return line.space if borders.from_paper else text[side] - line.space - line.width

    rings = range(2 if any(line.style == "double" for line in sides.values()) else 1)
    drawn = [line for ring in rings for line in _ring(sides, {side: outer(side) for side in text}, page, ring)]
    code = "{" + ";".join(drawn) + "}"
    if borders.pages == "allPages":
        return code
    here = f"here().page() {'==' if borders.pages == 'firstPage' else '!='} locate(<{start}>).page()"
    return f"context if {here} {code}"


def _ring(sides: dict[Side, Border], outer: dict[Side, float], page: Page, ring: int) -> list[str]:
    """The lines of one rectangle: all of them in the outer one, in the inner one the second of double lines."""
    ends = {
        "left": outer["left"] + _middle(sides.get("left"), ring),
        "right": page.width - outer["right"] - _middle(sides.get("right"), ring),
        "top": outer["top"] + _middle(sides.get("top"), ring),
        "bottom": page.height - outer["bottom"] - _middle(sides.get("bottom"), ring),
    }
    made: list[str] = []
    for side, line in sides.items():
        double = line.style == "double"
        if ring and not double:
            continue
        paint = stroke(line.width / _THIRD if double else line.width, line.color, "single" if double else line.style)
        if side in ("top", "bottom"):
            start, end = (ends["left"], ends[side]), (ends["right"], ends[side])
        else:
            start, end = (ends[side], ends["top"]), (ends[side], ends["bottom"])
        made.append(
            f"place(top + left, line(start: ({pt(start[0])}, {pt(start[1])}), end: ({pt(end[0])}, {pt(end[1])}), "
            f"stroke: {paint}))"
        )
    return made


def _middle(line: Border | None, ring: int) -> float:
    if line is None:
        return 0.0
    if line.style != "double":
        return line.width / 2
    return line.width / _THIRD * (0.5 + 2 * ring)
