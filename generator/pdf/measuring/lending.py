"""Which typeface lends a character that the text's own has no glyph for, as Word falls back: character by character.

The lenders stand in one order for every document, the bundled ones first, so that what measures a text, what draws it
and every part of a long document agree without having seen the rest.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache

from generator.pdf.measuring.typefaces import BUNDLED, SIGNS, Typeface, machine_face

# Signs first, the one LibreOffice takes before others, then emoji in their colours, then what has many scripts.
_FAMILIES = (
    "OpenSymbol", "Segoe UI Symbol", "DejaVu Sans", "Noto Sans Symbols2", "Noto Sans Symbols", "Cambria Math",
    "STIX Two Math", "DejaVu Math TeX Gyre", "Latin Modern Math", "Noto Sans Math", "Noto Emoji", "Segoe UI Emoji",
    "Noto Color Emoji", "Apple Color Emoji", "Noto Sans", "MS Gothic",
    "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Serif CJK SC", "Source Han Sans SC", "Microsoft YaHei", "SimSun",
    "Yu Gothic", "Malgun Gothic", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Hiragino Sans", "PingFang SC",
    "Apple SD Gothic Neo", "Arial Unicode MS", "Droid Sans Fallback",
)  # fmt: skip
# Scripts written from right to left, or whose letters change with their neighbours: measuring letter by letter, and
# lending letter by letter, would draw them wrongly. First and last code of each span.
_SHAPED = (
    (0x590, 0x109F), (0x1100, 0x11FF), (0x1700, 0x18AF), (0x1900, 0x1AFF), (0x1B00, 0x1CFF), (0xA800, 0xA8FF),
    (0xA900, 0xABFF), (0xD7B0, 0xD7FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF), (0x10800, 0x11FFF), (0x1E800, 0x1EFFF),
)  # fmt: skip
EMPTY = "□"  # what Word, too, shows for a sign that no typeface at hand has
_KEY_FRAME = "\u20e3"  # a combining mark that stands around a figure, which the bundled signs have for it
_STARTS = [first for first, _ in _SHAPED]


def may_be_lent(char: str) -> bool:
    """Whether a character stays what it is in any typeface, by itself; one of private use has no meaning there."""
    if unicodedata.category(char)[0] in "CM" and char != _KEY_FRAME:
        return False
    at = bisect_right(_STARTS, ord(char)) - 1
    return at < 0 or ord(char) > _SHAPED[at][1]


@lru_cache(maxsize=4096)
def lender(char: str, bold: bool, italic: bool, bundled_only: bool) -> Typeface | None:
    """The typeface that lends a character, ``None`` when no face has it or it may not be lent."""
    if not may_be_lent(char):
        return None
    found = next((face for face in (BUNDLED, SIGNS) if ord(char) in face.widths(bold, italic)), None)
    if found is not None or bundled_only:
        return found
    return next((face for face in _machine_lenders() if ord(char) in face.widths(bold, italic)), None)


def in_order(lenders: list[Typeface]) -> list[Typeface]:
    """The lenders as Typst must try them, each once: the first that has a character is the one that lent it."""
    order = (BUNDLED.family, SIGNS.family, *_FAMILIES)
    return sorted({face.family: face for face in lenders}.values(), key=lambda face: order.index(face.family))


@lru_cache(maxsize=1)
def _machine_lenders() -> tuple[Typeface, ...]:
    found = (machine_face(family) for family in _FAMILIES)
    return tuple(face for face in found if face is not None)
