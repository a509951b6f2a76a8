"""Justified lines that take one more word, their spaces narrowed, as Word sets them since 2013 (compatibility mode 15).

Of the two ways to fill a line, its spaces widened without the word or narrowed with it, Word takes the one that shows
less: widening counts by a part only, and no space is narrowed below three quarters. LibreOffice learned it in 24.2;
older files, and lines with tabs, are only widened. ECMA-376 says nothing of it: measured on where Word itself ended
the pages of justified paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import floor
from typing import TypeAlias

from generator.layout.tree import Inline, LineBreak, Run, TextFormat

Place: TypeAlias = tuple[int, int]
"""An item and an offset in its text."""
Squeezed: TypeAlias = tuple[Place, Place, float]
"""From where to where a line goes whose spaces are this share of their width."""
_LEAST = 0.75
_WIDENED = 1.7  # what is added to a space shows as much as this part of it taken away
_SPARE = 18  # steps, of 120 to the point: Typst adds widths up otherwise
_FINE = 200  # shares are whole two hundredths, so that few looks are needed


def share_of(over: int, gaps: int, left: int, between: int) -> float | None:
    """What share of their width the spaces of a line keep that takes a word for which it is too short.

    It lacks ``over`` steps; ``gaps`` is the width of its spaces. Without the word ``left`` steps are to be filled by
    the spaces ``between`` its text. ``None`` where the word goes to the next line.
    """
    share = 1 - over / gaps
    if share < _LEAST:
        return None
    widened = 1 + left / between if between else 0.0
    if between and 1 + (widened - 1) / _WIDENED < 1 / share and widened <= 1.5:
        return None
    return floor((share - _SPARE / gaps) * _FINE) / _FINE


def parted(items: list[Inline], ends: list[Place], squeezed: list[Squeezed]) -> Iterator[Inline]:
    """The items with a break wherever a line ends, those of squeezed lines with their spaces narrowed."""
    breaks = set(ends)
    for number, item in enumerate(items):
        if not isinstance(item, Run):
            if (number, 0) in breaks:
                yield LineBreak(TextFormat(), full=True)
            yield item
            continue
        cuts = {offset for at, offset in ends if at == number}
        for start, stop, _ in squeezed:
            cuts |= {offset for at, offset in (start, stop) if at == number}
        bounds = sorted({0, *(cut for cut in cuts if cut < len(item.text)), len(item.text)})
        for start_at, stop_at in pairwise(bounds) if item.text else ((0, 0),):
            if (number, start_at) in breaks:
                yield LineBreak(item.format, full=True)
            share = next((share for start, stop, share in squeezed if start <= (number, start_at) < stop), 1.0)
            form = item.format if share == 1.0 else replace(item.format, gaps=share)
            yield Run(item.text[start_at:stop_at], form, item.link)
