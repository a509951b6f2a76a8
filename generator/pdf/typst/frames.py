"""The frame around a paragraph, shared with neighbours that have the same, and the one around pages."""

from __future__ import annotations

from typing import NamedTuple

from generator.layout.properties.borders import strands
from generator.layout.tree import Border, Page, PageBorders, ParagraphFormat, Side
from generator.pdf.typst.literals import pt, rgb, stroke

_NOTCHED = 1.0  # points of width
_TURNED = ("bottom", "right")  # of a page's frame: Word names their lines from the left and from the top
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
    if not form.borders and not form.shading:
        return None
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
    made = {side: strands(border) for side, border in lines.items()}
    rings = [_Lines() for _ in range(max(map(len, made.values()), default=1))]
    for side, border in lines.items():
        first = made[side][0][1]
        pads[side] = first / 2 - (border.space + border.width if side in ("left", "right") else 0.0)
        for index, (at, width) in enumerate(made[side]):
            inside = border.width + border.space
            if index + 1 < len(made[side]):
                following, its_width = made[side][index + 1]
                inside = following + its_width / 2
            rings[index].add(side, width, border, inside - at - width / 2)
    if lines and not edges.bottom and between is not None and bottom is not None:
        rings[0].room("bottom", bottom.space)  # LibreOffice leaves it above the line that follows as well
    first_ring, *others = [ring.arguments() for ring in rings]
    if form.shading:
        first_ring += f", fill: {rgb(form.shading)}"
    return pads, [first_ring, *others]


class _Lines:
    """The strokes of one frame, and how far inside them its content stands."""

    def __init__(self) -> None:
        self._strokes: list[str] = []
        self._insets: list[str] = []

    def add(self, side: Side, width: float, border: Border, inset: float) -> None:
        self._strokes.append(f"{side}: {stroke(width, border.color, border.style)}")
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

    lines = {side: strands(line, turned=side in _TURNED) for side, line in sides.items()}
    drawn: list[str] = []
    for ring in range(max(map(len, lines.values()))):
        drawn += _ring(sides, lines, {side: outer(side) for side in text}, page, ring)
    code = "{" + ";".join(drawn) + "}"
    if borders.pages == "allPages":
        return code
    here = f"here().page() {'==' if borders.pages == 'firstPage' else '!='} locate(<{start}>).page()"
    return f"context if {here} {code}"


def _ring(
    sides: dict[Side, Border],
    lines: dict[Side, list[tuple[float, float]]],
    outer: dict[Side, float],
    page: Page,
    ring: int,
) -> list[str]:
    """The lines of one rectangle: the outermost of all borders, or the second or third of those that have so many."""

    def middle(side: Side) -> float:
        if side not in lines:
            return outer[side]
        at, width = lines[side][min(ring, len(lines[side]) - 1)]
        return outer[side] + at + width / 2

    ends = {
        "left": middle("left"),
        "right": page.width - middle("right"),
        "top": middle("top"),
        "bottom": page.height - middle("bottom"),
    }

    def half(side: Side) -> float:  # of the upright line that a level one meets: the notch of a thick one would show
        width = lines[side][ring][1] if ring < len(lines.get(side, ())) else 0.0
        return width / 2 if width > _NOTCHED else 0.0

    made: list[str] = []
    for side, line in sides.items():
        if ring >= len(lines[side]):
            continue
        paint = stroke(lines[side][ring][1], line.color, line.style)
        if side in ("top", "bottom"):
            start, end = (ends["left"] - half("left"), ends[side]), (ends["right"] + half("right"), ends[side])
        else:
            start, end = (ends[side], ends["top"]), (ends[side], ends["bottom"])
        made.append(
            f"place(top + left, line(start: ({pt(start[0])}, {pt(start[1])}), end: ({pt(end[0])}, {pt(end[1])}), "
            f"stroke: {paint}))"
        )
    return made
