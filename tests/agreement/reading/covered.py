"""Words that a PDF holds and no reader sees: beyond the edge of the page, over one another, or over a picture."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Set
from itertools import islice
from typing import Any

import pypdfium2.raw as raw

from tests.agreement.reading.extraction import Line
from tests.agreement.reading.words import lacking, words_of

_LOW = 4.0  # points between the feet of two lines; closer than this they cover each other
_NEAR = 6.0  # points from the edge of a page
_WIDE = 3.0  # points that two lines have in common


def words_outside(page: Any, text: Any) -> list[str]:
    """The words of a page of which a letter or a figure lies more than half beyond its edges."""
    width, height = page.get_size()
    within = text.get_text_bounded(_NEAR, _NEAR, width - _NEAR, height - _NEAR)
    if len(within) == len(text.get_text_range()):
        return []  # most pages: what reaches so far into them is not half beyond
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    every, inside = [], []
    for index in range(raw.FPDFText_CountChars(text)):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        x, y = (left.value + right.value) / 2, (bottom.value + top.value) / 2
        every.append(char)
        inside.append(char if not char.isalnum() or (0 <= x <= width and 0 <= y <= height) else "")
    return [] if every == inside else lacking(words_of("".join(every)), words_of("".join(inside)))


def words_pictured(page: Any, text: Any) -> list[str]:
    """The words of a page that stand where pictures do, over or under them."""
    found: list[str] = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = item.get_bounds()
        if min(right - left, top - bottom) > 2 * _LOW:
            found += words_of(text.get_text_bounded(left + _LOW, bottom + _LOW, right - _LOW, top - _LOW))
    return found


def words_covered(lines: list[Line], formulas: Set[str] = frozenset(), cut: str = "") -> list[str]:
    """The words of the lines of a page that share their place with those of another.

    What the letters of ``formulas`` alone make up stands above and below others as a formula has it. A line
    whose letters stand in ``cut`` is cut off and covers none.
    """
    seen = (line for line in lines if not cut or "".join(words_of(line.text)) not in cut)
    ordered = sorted(seen, key=lambda line: line.y)
    covered: set[int] = set()
    for index, line in enumerate(ordered):
        for other in islice(ordered, index + 1, None):
            if other.y - line.y >= _LOW:
                break
            if _is_made_of(line, formulas) or _is_made_of(other, formulas):
                continue
            if min(line.end, other.end) - max(line.x, other.x) > _WIDE:
                covered |= {id(line), id(other)}
    return list(_words(line for line in ordered if id(line) in covered))


def _is_made_of(line: Line, letters: Set[str]) -> bool:
    return bool(letters) and letters.issuperset(char for word in words_of(line.text) for char in word)


def _words(lines: Iterator[Line]) -> Iterator[str]:
    for line in lines:
        yield from words_of(line.text)
