"""Words of a PDF page with a horizontal line through their middle."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as raw

from tests.agreement.reading.words import words_of

_THIN = 2.5  # points: what is thicker is a filled area
_LEAST = 6.0  # points: what is shorter is a sign
_LOW, _HIGH = 0.12, 0.5  # shares of the height of a letter between which a line goes through it


def struck_words(page: Any, text: Any) -> list[str]:
    """The words at least half of whose letters a line goes through, in reading order."""
    lines = _lines(page)
    if not lines:
        return []
    found: list[str] = []
    word: list[tuple[str, bool]] = []
    count = raw.FPDFText_CountChars(text.raw)
    for index in range(count):
        letter = chr(raw.FPDFText_GetUnicode(text.raw, index))
        if letter.isalnum():
            word.append((letter, _is_crossed(text.raw, index, lines)))
            continue
        found += _struck(word)
        word = []
    return found + _struck(word)


def _struck(word: list[tuple[str, bool]]) -> list[str]:
    is_struck = len(word) > 1 and 2 * sum(crossed for _, crossed in word) >= len(word)
    return words_of("".join(letter for letter, _ in word)) if is_struck else []


def _lines(page: Any) -> list[tuple[float, float, float]]:
    """Every thin horizontal line: left and right end, and its height, in points from the bottom left."""
    made: list[tuple[float, float, float]] = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=6):
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not raw.FPDFPageObj_GetBounds(item.raw, left, bottom, right, top):
            continue
        if top.value - bottom.value <= _THIN and right.value - left.value >= _LEAST:
            made.append((left.value, right.value, (bottom.value + top.value) / 2))
    return made


def _is_crossed(text: Any, index: int, lines: list[tuple[float, float, float]]) -> bool:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    size = raw.FPDFText_GetFontSize(text, index)
    low, high, middle = y.value + _LOW * size, y.value + _HIGH * size, x.value + size / 5
    return any(low <= height <= high and left <= middle <= right for left, right, height in lines)
