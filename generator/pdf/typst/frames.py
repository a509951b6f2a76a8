"""The frame around a paragraph: border lines and fill, shared with neighbours that have the same."""

from __future__ import annotations

from typing import NamedTuple

from generator.layout.tree import Border, ParagraphFormat, Side
from generator.pdf.typst.literals import pt, rgb, stroke

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
