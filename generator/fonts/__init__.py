"""The bundled typefaces and the widths of their text.

Liberation Serif is metric-equal to Times New Roman; the signs it lacks (ticked boxes, arrows, dingbats) come from a
subset of DejaVu Sans, which ``tools/build_symbol_font.py`` makes.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from generator.fonts.spaces import with_spaces

FOLDER = Path(__file__).parent
BUNDLED_FAMILY = "Liberation Serif"
SIGNS_FAMILY = "Vanthu Ky hieu"
SIGNS_FILE = "VanthuKyHieu-Regular.ttf"
KEPT = FOLDER / "advances.json"
_FACES = {
    (False, False): "LiberationSerif-Regular.ttf",
    (True, False): "LiberationSerif-Bold.ttf",
    (False, True): "LiberationSerif-Italic.ttf",
    (True, True): "LiberationSerif-BoldItalic.ttf",
}


@cache  # four, and once more for each way to ask for them
def advances(bold: bool = False, italic: bool = False) -> dict[int, float]:
    """The advance width of every character one face can draw, by code point, in em; spaces need no glyph."""
    return with_spaces(_read(_FACES[bold, italic]))


def file_of(bold: bool, italic: bool) -> Path:
    """The font file of one face."""
    return FOLDER / _FACES[bold, italic]


@lru_cache(maxsize=1)
def sign_advances() -> dict[int, float]:
    """The advance width of every sign that only the bundled font of signs has, by code point, in em."""
    return _read(SIGNS_FILE)


@lru_cache(maxsize=1)
def _kept() -> dict[str, dict[str, Any]]:
    # Built by tools/build_ready.py: the files themselves take fontTools longer than the rest of a document's PDF.
    kept: dict[str, dict[str, Any]] = json.loads(KEPT.read_bytes())
    return kept


def _read(file: str) -> dict[int, float]:
    font = _kept()[file]
    units = font["units"]
    return {code: width / units for first, widths in font["runs"] for code, width in enumerate(widths, first)}


def text_width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """The width in points of one line of text set without kerning at the given size in points."""
    widths = advances(bold, italic)
    try:
        return size * sum(map(widths.__getitem__, map(ord, text)))
    except KeyError:
        missing = widths[ord("n")]
        return size * sum(widths.get(ord(char), missing) for char in text)
