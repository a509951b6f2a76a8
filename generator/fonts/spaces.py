"""The characters that print nothing, and those that are only room: drawn by any font, with or without a glyph of it.

Where a font lacks a space or the no-break hyphen, HarfBuzz, which shapes for Typst, gives it the width written here;
what Unicode calls default ignorable has none, even in a font with a glyph for it.
"""

from __future__ import annotations

_HYPHEN, _NO_BREAK_HYPHEN = 0x2D, 0x2011
_IGNORED = (
    0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0x200B, 0x2010),
    *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164, *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0,
    0xE0001, *range(0xE0020, 0xE0080), *range(0xE0100, 0xE01F0),
)  # fmt: skip
_ZERO = dict.fromkeys(_IGNORED, 0.0)
# In em.
_FIXED = {
    0x2000: 1 / 2, 0x2001: 1.0, 0x2002: 1 / 2, 0x2003: 1.0, 0x2004: 1 / 3, 0x2005: 1 / 4, 0x2006: 1 / 6, 0x2009: 1 / 5,
    0x200A: 1 / 16, 0x205F: 4 / 18, 0x3000: 1.0,
}  # fmt: skip
# As wide as another character of the font, or a share of it.
_LIKE = {0xA0: (" ", 1.0), 0x2007: ("0", 1.0), 0x2008: (".", 1.0), 0x202F: (" ", 0.5)}


def with_spaces(widths: dict[int, float]) -> dict[int, float]:
    """The advance widths of a font, in em by code point, with all it needs no glyph for."""
    made = {**_FIXED, **widths, **_ZERO}
    for code, (char, part) in _LIKE.items():
        if code not in widths and ord(char) in widths:
            made[code] = widths[ord(char)] * part
    if _HYPHEN in widths:  # it is drawn as the hyphen of the keyboard, never broken after
        made[_NO_BREAK_HYPHEN] = widths[_HYPHEN]
    return made
