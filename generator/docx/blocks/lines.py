"""How the lines of a centred heading fall: where they break, how long they are, and how to make them even."""

from __future__ import annotations

from functools import lru_cache

from generator.fonts import text_width
from generator.law.figures import Component
from generator.patterns import late

# A line may break after a space, and after a hyphen inside a word; a no-break space holds.
_PIECE = late(r"[^ \t-]*(?:-+(?=\w)|[^ \t]*-*)[ \t]*")
_SLACK = 2.0  # points, so that another reader's rounding does not push a word to the next line


def line_widths(text: str, width: float, look: Component) -> list[float]:
    """The widths in points of the lines the text takes in a column of that width; ``\\n`` ends a line."""
    shown = text.upper() if look.upper else text

    def measure(piece: str) -> float:
        return text_width(piece, look.size, bold=look.bold, italic=look.italic)

    widths = []
    for paragraph in shown.split("\n"):
        line = ""
        for piece in _PIECE.findall(paragraph):
            if line and measure((line + piece).rstrip()) > width:
                widths.append(measure(line.strip()))
                line = ""
            line += piece
        if line.strip():
            widths.append(measure(line.strip()))
    return widths


@lru_cache(maxsize=256)  # asked for once by the heading and once by the rule under it
def even_width(text: str, width: float, look: Component) -> float:
    """The narrowest column, in points, that takes no more lines than the full width does.

    A trích yếu of two lines then has two of like length, as an official would break it by hand.
    """
    lines = len(line_widths(text, width, look))
    if lines < 2:
        return width
    low, high = width / lines, width
    while high - low > 1:
        middle = (low + high) / 2
        if len(line_widths(text, middle, look)) > lines:
            low = middle
        else:
            high = middle
    return min(width, high + _SLACK)
