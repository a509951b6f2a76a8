"""Words of a PDF page with a horizontal line through their middle."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from math import hypot
from typing import Any

import pypdfium2.raw as raw

from tests.agreement.reading.words import words_of

_THIN = 2.5  # points: what is thicker is a filled area
_DEPTH = 6  # drawings inside drawings
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
    for left, bottom, right, top in _paths(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject):
        if top - bottom <= _THIN and right - left >= _LEAST:
            made.append((left, right, (bottom + top) / 2))
    return made


def _paths(holder: Any, count: Any, get: Any, depth: int = 0) -> Iterator[tuple[float, float, float, float]]:
    """The bounds of every path: those of a form, a picture that is a drawing, lie where its matrix puts them."""
    for index in range(count(holder)):
        item = get(holder, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            matrix = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(item, matrix)
            for inner in _paths(item, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, depth + 1):
                yield _moved(inner, matrix)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            sides = [ctypes.c_float() for _ in range(4)]
            if raw.FPDFPageObj_GetBounds(item, *sides):
                left, bottom, right, top = (side.value for side in sides)
                yield left, bottom, right, top


def _moved(bounds: tuple[float, float, float, float], matrix: Any) -> tuple[float, float, float, float]:
    left, bottom, right, top = bounds
    across = [matrix.a * x + matrix.c * y + matrix.e for x in (left, right) for y in (bottom, top)]
    down = [matrix.b * x + matrix.d * y + matrix.f for x in (left, right) for y in (bottom, top)]
    return min(across), min(down), max(across), max(down)


def _is_crossed(text: Any, index: int, lines: list[tuple[float, float, float]]) -> bool:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    scale = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, scale)
    size = raw.FPDFText_GetFontSize(text, index) * hypot(scale.c, scale.d)  # of pictures that are drawings, in theirs
    low, high, middle = y.value + _LOW * size, y.value + _HIGH * size, x.value + size / 5
    return any(low <= height <= high and left <= middle <= right for left, right, height in lines)
