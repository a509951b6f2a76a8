"""Rows that hold nothing but the look of cells to be filled: most of an empty sheet, cut out before it is parsed."""

from __future__ import annotations

from generator.patterns import late

# A row with its number, then cells in that very row, without content: whatever is not plainly so is left to the parser.
_BLANK = late(
    rb'<row r="([1-9]\d{0,5})"(?: [\w:]+="[^"<>&]*")*+(?:/>|>'
    rb'(?:<c r="[A-Z]{1,3}\1"(?: s="\d+")?(?: t="n")?(?:/>|></c>))*+</row>)'
)
# Where these stand, such a row may be other than it looks (text, a name in another namespace), or say something: it
# counts the rows after it, or an array formula above gives its cells a value.
_TELLING = (b"<!", b":row", b't="array"')


def without_blank_rows(sheet: bytes) -> bytes:
    """The part of a sheet (UTF-8) without its rows of empty cells; as it is where they may mean something."""
    if any(sign in sheet for sign in _TELLING) or sheet.count(b"<row") != sheet.count(b'<row r="'):
        return sheet
    return _BLANK.sub(b"", sheet)
