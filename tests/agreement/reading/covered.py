"""Words that a PDF holds and no reader sees: beyond the edge of the page, or one set over the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from tests.agreement.reading.extraction import Line
from tests.agreement.reading.words import lacking, words_of

_LOW = 4.0  # points between the feet of two lines; closer than this they cover each other
_WIDE = 3.0  # points that two lines have in common


def words_outside(page: Any, text: Any) -> list[str]:
    """The words of a page that lie wholly beyond its edges."""
    width, height = page.get_size()
    every, inside = text.get_text_range(), text.get_text_bounded(0, 0, width, height)
    return [] if len(every) == len(inside) else lacking(words_of(every), words_of(inside))


def words_covered(lines: list[Line]) -> list[str]:
    """The words of the lines of a page that share their place with those of another."""
    ordered = sorted(lines, key=lambda line: line.y)
    covered: set[int] = set()
    for index, line in enumerate(ordered):
        for other in islice(ordered, index + 1, None):
            if other.y - line.y >= _LOW:
                break
            if min(line.end, other.end) - max(line.x, other.x) > _WIDE:
                covered |= {id(line), id(other)}
    return list(_words(line for line in ordered if id(line) in covered))


def _words(lines: Iterator[Line]) -> Iterator[str]:
    for line in lines:
        yield from words_of(line.text)
