"""The bundled typeface (Liberation Serif, metric-equal to Times New Roman) and the widths of its text."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
BUNDLED_FAMILY = "Liberation Serif"
_FACES = {
    (False, False): "LiberationSerif-Regular.ttf",
    (True, False): "LiberationSerif-Bold.ttf",
    (False, True): "LiberationSerif-Italic.ttf",
    (True, True): "LiberationSerif-BoldItalic.ttf",
}


@lru_cache(maxsize=4)
def advances(bold: bool = False, italic: bool = False) -> dict[int, float]:
    """The advance width of every character of one face, by code point, in em."""
    from fontTools.ttLib import TTFont  # here, because only documents need it and its import takes long

    with TTFont(FOLDER / _FACES[bold, italic], lazy=True) as font:
        units = font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        return {code: widths[glyph][0] / units for code, glyph in font.getBestCmap().items()}


def text_width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """The width in points of one line of text set without kerning at the given size in points."""
    widths = advances(bold, italic)
    missing = widths[ord("n")]
    return size * sum(widths.get(ord(char), missing) for char in text)
