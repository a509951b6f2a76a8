"""The characters that Word's symbol fonts show: those fonts have codes of their own for signs Unicode knows."""

from __future__ import annotations

from functools import lru_cache

from generator.layout.signs.symbol_tables import TABLES
from generator.wording.mistyped.old_letters import encoding_of_font, one_letter

# The bullets of Word's lists, whose level names the font only sometimes.
_BULLETS = {0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0x76: "❖", 0x2D: "-", 0x2B: "+"}
_PRIVATE = 0xF000
_NBSP = 0xA0  # typed as such, it is no sign of the font


def symbol(font: str, code: str) -> str | None:
    """The character that ``code``, a hexadecimal number, shows in a font; ``None`` when it is no such number.

    A code that a symbol font has no known sign for stays in the private use area.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return None
    if not 0x20 <= number <= 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return None
    if encoding_of_font(font) and (_is_private(number) or number < 0x100):
        return one_letter(font, chr(number & 0xFF))
    if number < 0x100 and font.lower() in TABLES:
        number |= _PRIVATE  # even that of a no-break space
    return _shown(font, number) or chr(number)


def in_font(text: str, font: str) -> str:
    """The text as it shows in a font; a code of a symbol font that is not known stays in the private use area."""
    # What prints holds none of the private codes; most text does, and asking that is quickest.
    if text.isprintable() and _is_plain(font):
        return text
    if encoding_of_font(font):  # their letters are put into Unicode when the words around are known
        return "".join(chr(ord(char) & 0xFF) if _is_private(ord(char)) else char for char in text)
    if font.lower() not in TABLES and (text.isprintable() or max(text, default="") < chr(_PRIVATE)):
        return text
    return "".join(_shown(font, ord(char)) or chr(_PRIVATE | ord(char)) for char in text)


@lru_cache(maxsize=256)
def _is_plain(font: str) -> bool:
    """Whether the font has the letters of Unicode."""
    return not encoding_of_font(font) and font.lower() not in TABLES


def _is_private(number: int) -> bool:
    return _PRIVATE <= number <= _PRIVATE + 0xFF


def _shown(font: str, number: int) -> str | None:
    table = TABLES.get(font.lower())
    if table is not None and number != _NBSP and (_is_private(number) or 0x20 <= number < 0x100):
        return table.get(number & 0xFF)
    return _BULLETS.get(number & 0xFF) if _is_private(number) else chr(number)
