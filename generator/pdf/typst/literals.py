"""Typst literals: nothing a user wrote is ever read as markup or code."""

from __future__ import annotations

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def string(text: str) -> str:
    """The text as a Typst string literal."""
    if "\\" in text or '"' in text or not text.isprintable():
        text = text.translate(_ESCAPES)
    return f'"{text}"'


def pt(length: float) -> str:
    """The length as a Typst literal in points."""
    return f"{length:.4f}".rstrip("0").rstrip(".") + "pt"


def rgb(color: str) -> str:
    """The colour ``RRGGBB`` as a Typst expression."""
    return f'rgb("#{color}")'


def stroke(width: float, color: str | None, style: str = "single") -> str:
    """A stroke of the given width in points."""
    dash = {"dotted": "dotted", "dashed": "dashed", "dashSmallGap": "dashed", "dotDash": "dash-dotted",
            "dotDotDash": "dash-dotted"}.get(style)  # fmt: skip
    paint = rgb(color) if color else "black"
    if dash is None:
        return f"{pt(width)} + {paint}"
    return f'(thickness: {pt(width)}, paint: {paint}, dash: "{dash}")'


def wavy(width: float, color: str | None, height: float, length: float) -> str:
    """The stroke of a wavy line; ``height`` is how far a wave of this length rises from the middle, in points.

    The pattern begins in the middle of the line, so that each of its edges holds half a wave.
    """
    tall, paint = 2 * height + width + 0.2, rgb(color) if color else "black"
    quarter = length / 4

    def arcs(y: float) -> str:
        points = ((0, 1), (2, -1), (4, 1))
        curves = ", ".join(
            f"curve.quad(({pt(n * quarter)}, {pt(y + 2 * side * height)}), ({pt((n + 1) * quarter)}, {pt(y)}))"
            for n, side in points
        )
        line = f"curve(stroke: {pt(width)} + {paint}, curve.move(({pt(-quarter)}, {pt(y)})), {curves})"
        return f"place(top + left, {line})"

    size = f"({pt(length)}, {pt(tall)})"
    return f'(thickness: {pt(tall)}, paint: tiling(size: {size}, relative: "self", {{{arcs(0)}; {arcs(tall)}}}))'
