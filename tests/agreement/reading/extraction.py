"""The lines of a PDF's pages with their positions, read from its text objects."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from dataclasses import dataclass
from math import pi
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from generator.layout.signs.symbol_tables import TABLES
from tests.agreement.reading.torn import Piece, mended

_WIDE = 14.0  # a gap wider than this (points) separates the cells of a row and the two sides of a tab
_RAISED = 8.0  # superscripts stand this far off the foot of their line at most
_BACK = 1.5  # text that starts further left than this before the end of the last starts a new line
_SIGNS = (
    "≥✓✔✗☐☑☒◻◼➢➲➔❖▪•●○■□◆❍❑❒→☎∑"  # of a symbol font in one PDF, of a text font in the other: their text is not compared
)
_STEEP = 0.1
_WIDTHLESS = (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)
_DRAWN = {
    ord(c) for table in TABLES.values() for c in "".join(table.values()) if unicodedata.category(c) in ("So", "No")
}
_NOT_INK = {10, 13, 32, 0xA0, 0xAD, *map(ord, _SIGNS), *_DRAWN, *range(0xE000, 0xF900), *_WIDTHLESS}
_SYMBOL = {code: sign for code, sign in TABLES["symbol"].items() if sign in "=+<>≤"}  # others are drawn in many ways
_NAME = 64  # letters of the name of a typeface
# Code 2 and U+FFFE stand for a hyphen at a line's end; LibreOffice is told $, } and {/ in signs that it does not break.
_CHARS = str.maketrans("\u2011\x02\ufffe$}", "---#{")
_LEADER = re.compile(r"([._\-·])\1{2,}")


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text on one foot without a wide gap: place in points from the top left, text without spaces."""

    x: float
    y: float
    end: float
    text: str


def pages_of(pdf: bytes) -> list[list[Line]]:
    """The lines of every page in the order they are drawn."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()  # does nothing where there are none
    pages = [lines_of(_pieces(_flat(document, number))) for number in range(len(document))]
    document.close()
    return pages


def _flat(document: pypdfium2.PdfDocument, number: int) -> Any:
    """A page with what its fields to fill in show as text of its own; ours draws them, LibreOffice makes fields."""
    page = document[number]
    if document.get_formtype() and raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
        page.close()  # it is read anew
        page = document[number]
    return page


def _pieces(page: Any) -> list[Piece]:
    """The text of a page, split wherever a character is not where the one before it ends."""
    opened, height = page.get_textpage(), page.get_height()
    text = opened.raw
    count = raw.FPDFText_CountChars(text)
    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    origin, unicode_of = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetUnicode
    loose, generated = raw.FPDFText_GetLooseCharBox, raw.FPDFText_IsGenerated
    found: list[Piece] = []
    half, angle_of = 0, raw.FPDFText_GetCharAngle
    for index in range(count):
        code = unicode_of(text, index)
        if 0xD800 <= code < 0xDC00:  # the first half of a sign beyond 16 bits, which stands where the second does
            half = code
            continue
        if 0xDC00 <= code < 0xE000 and half:
            code = 0x10000 + ((half - 0xD800) << 10) + code - 0xDC00
        if 0xF000 <= code < 0xF100 and _is_of_symbol(text, index):
            code = ord(_SYMBOL.get(code - 0xF000, "\ue000"))
        if code in _NOT_INK or generated(text, index) == 1:
            continue
        char = chr(code)
        if found and unicodedata.combining(char):  # typed apart: one PDF has the letter made, the other its two glyphs
            found[-1].text = unicodedata.normalize("NFC", found[-1].text + char)
            continue
        origin(text, index, x, y)
        if _is_upright(angle_of(text, index)):
            if found and found[-1].turned and abs(found[-1].x - x.value) < _BACK:
                found[-1].text += char.translate(_CHARS)  # it stands where it begins
            else:
                found.append(Piece(x.value, height - y.value, x.value, char.translate(_CHARS), turned=True))
            continue
        if _is_wide_mark(char):  # half its room is empty, and another may stand there: what counts is its ink
            left, right, bottom, top = (ctypes.c_double() for _ in range(4))
            raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
            found.append(Piece(left.value, height - y.value, right.value, char))
            continue
        loose(text, index, box)
        found.append(Piece(x.value, height - y.value, box.right, char.translate(_CHARS)))
    return found


def _is_of_symbol(text: Any, index: int) -> bool:
    """Whether a private code is one of Symbol, for which LibreOffice lends its own typeface: the sign can be told."""
    name = ctypes.create_string_buffer(_NAME)
    raw.FPDFText_GetFontInfo(text, index, name, _NAME, None)
    return name.value.endswith(b"OpenSymbol")


def _is_upright(angle: float) -> bool:
    """Whether a letter of this angle, in radians, stands in a line that runs up or down."""
    return abs(angle - pi / 2) < _STEEP or abs(angle - 3 * pi / 2) < _STEEP


def _is_wide_mark(char: str) -> bool:
    return char > "\u2e7f" and unicodedata.category(char)[0] == "P"


def lines_of(pieces: list[Piece]) -> list[Line]:
    """The lines that letters in reading order make."""
    groups: list[list[Piece]] = []
    group: list[Piece] = []
    for piece in pieces:
        if group:
            last = group[-1]
            gap = piece.x - last.end
            ligated = piece.x == last.x and piece.y == last.y  # a sign of several letters: pdfium puts all on its foot
            kerned = (
                piece.y == last.y and last.x + last.end < 2 * piece.x and gap < 0
            )  # begins in the second half of it
            apart = piece.turned or last.turned
            if apart or (
                not ligated and not kerned and not (-_BACK <= gap <= _WIDE and abs(piece.y - last.y) <= _RAISED)
            ):
                groups.append(group)
                group = []
        group.append(piece)
    if group:
        groups.append(group)
    return [line for line in map(_line, mended(groups)) if line.text]


def _line(group: list[Piece]) -> Line:
    feet: dict[float, int] = {}
    for piece in group:
        foot = round(piece.y, 1)
        feet[foot] = feet.get(foot, 0) + 1
    said = "".join(piece.text for piece in group)
    text = short_leaders(said.replace("{;", "{/").replace("…", "..."))
    return Line(round(group[0].x, 2), max(feet, key=lambda foot: feet[foot]), round(group[-1].end, 2), text)


def short_leaders(text: str) -> str:
    """The text with every line to write on made three signs long: how many there are differs by a rounding."""
    return _LEADER.sub(r"\1\1\1", text)
