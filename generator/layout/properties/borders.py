"""Border lines and fills, as paragraphs and cells write them."""

from __future__ import annotations

from generator.layout.names import VAL, Element, W, color, points
from generator.layout.tree import Border


def read_border(element: Element | None) -> Border | None:
    """The line an element such as ``w:top`` asks for, ``None`` for no line; ``w:sz`` counts eighths of a point."""
    style = None if element is None else element.get(VAL)
    if element is None or style is None or style in ("nil", "none"):
        return None
    width = points(element.get(W + "sz"), 8) or 0.5
    if style == "double":
        width *= 3  # two lines and the gap between them, each as wide as said
    space = points(element.get(W + "space"), 1) or 0.0
    return Border(style, max(width, 0.25), space, color(element.get(W + "color")))


def is_plain(border: Border) -> bool:
    """Whether the engine draws the line as Word does."""
    return border.style in ("single", "thick", "double", "dotted", "dashed", "dashSmallGap", "dotDash")


def read_shading(element: Element | None) -> str | None:
    """The fill colour of a ``w:shd``, ``None`` for none."""
    if element is None:
        return None
    if element.get(VAL) == "solid":
        return color(element.get(W + "color")) or "000000"
    return color(element.get(W + "fill"))
