"""Border lines and fills, as paragraphs and cells write them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from generator.layout.names import VAL, Element, W, color, points
from generator.layout.tree import Border

_PLAIN = ("single", "thick", "dotted", "dashed", "dashSmallGap", "dotDash", "dotDotDash", "inset", "outset")
_Parts: TypeAlias = list[tuple[float, float]]
_ALL, _HALF, _THIN, _MIDDLING = (0.0, 1.0), (0.0, 0.5), (0.75, 0.0), (1.5, 0.0)
# Lines and gaps, each so many points and such a share of the width said; "thin, thick" is the thin within the thick.
_KINDS: dict[str, _Parts] = {
    "double": [_ALL] * 3,
    "triple": [_ALL] * 5,
    "thinThickSmallGap": [_ALL, _THIN, _THIN],
    "thinThickMediumGap": [_ALL, _HALF, _HALF],
    "thinThickLargeGap": [_MIDDLING, _ALL, _THIN],
    "thinThickThinSmallGap": [_THIN, _THIN, _ALL, _THIN, _THIN],
    "thinThickThinMediumGap": [_HALF, _HALF, _ALL, _HALF, _HALF],
    "thinThickThinLargeGap": [_THIN, _ALL, _MIDDLING, _ALL, _THIN],
}
_KINDS |= {f"thickThin{gap}Gap": _KINDS[f"thinThick{gap}Gap"][::-1] for gap in ("Small", "Medium", "Large")}


def read_border(element: Element | None) -> Border | None:
    """The line an element such as ``w:top`` asks for, ``None`` for no line; ``w:sz`` counts eighths of a point."""
    style = None if element is None else element.get(VAL)
    if element is None or style is None or style in ("nil", "none"):
        return None
    said = points(element.get(W + "sz"), 8) or 0.5
    width = sum(_parts(style, said))
    space = points(element.get(W + "space"), 1) or 0.0
    return Border(style, max(width, 0.25), space, color(element.get(W + "color")))


def is_plain(border: Border) -> bool:
    """Whether the engine draws the line as Word does, also in a table, where every line must be one or double."""
    return border.style in _PLAIN or border.style == "double"


def is_single(border: Border) -> bool:
    """Whether it is one line, as around text."""
    return border.style in _PLAIN


def is_stranded(border: Border | None) -> bool:
    """Whether it is several lines, but for a double one."""
    return border is not None and border.style in _KINDS and border.style != "double"


def is_drawn(border: Border) -> bool:
    """Whether a frame around a paragraph or a page can be drawn with the line."""
    return is_plain(border) or len(_parts(border.style, 1.0)) > 1


def plainer(border: Border | None, can: Callable[[Border], bool]) -> Border | None:
    """The line, or the nearest that ``can`` be drawn there: waves straight, several lines around text as one."""
    if border is None or can(border):
        return border
    two = replace(border, style="double", width=3 * border.width, meant=border.style)
    if border.style == "doubleWave" and can(two):
        return two
    style = "dotDash" if border.style == "dashDotStroked" else "single"
    width = border.width / 3 if border.style in _KINDS else border.width
    return replace(border, style=style, width=width, meant=border.style)


def strands(border: Border, *, turned: bool = False) -> list[tuple[float, float]]:
    """The lines that make up a border, from the outermost: how far in each begins, and its width, in points.

    One that is ``turned`` has its lines the other way round.
    """
    parts = _parts(border.style, _said(border))
    if len(parts) == 1:
        return [(0.0, border.width)]
    made: list[tuple[float, float]] = []
    at = 0.0
    for index, width in enumerate(reversed(parts) if turned else parts):
        if index % 2 == 0:
            made.append((at, width))
        at += width
    return made


def _parts(style: str, said: float) -> list[float]:
    """The widths of lines and of the gaps between them, from the outside, where the file says one width."""
    kind = _KINDS.get(style)
    return [said] if kind is None else [fixed + share * said for fixed, share in kind]


def _said(border: Border) -> float:
    kind = _KINDS.get(border.style, [(0.0, 1.0)])
    return (border.width - sum(fixed for fixed, _ in kind)) / sum(share for _, share in kind)


def read_shading(element: Element | None) -> str | None:
    """The fill colour of a ``w:shd``, ``None`` for none."""
    if element is None:
        return None
    if element.get(VAL) == "solid":
        return color(element.get(W + "color")) or "000000"
    return color(element.get(W + "fill"))
