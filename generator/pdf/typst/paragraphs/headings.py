"""Headings: their levels in the outline, and their text, which is also their bookmark."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.tree import Inline, LineBreak, Run
from generator.pdf.typst.text.pieces import Line
from generator.pdf.typst.text.tabbed import Followed, TextWriter

_SPOKEN_TAB = 'box(width: 0pt, " ")'  # a tab in the bookmark, without room of its own


class Outline:
    """The levels of headings, with gaps closed: PDF/UA-1 wants them to start at 1 and skip none."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def level(self, asked: int) -> int:
        """The level, from 1, for a heading whose outline level is ``asked``."""
        while self._open and self._open[-1] >= asked:
            self._open.pop()
        self._open.append(asked)
        return len(self._open)


def heading(
    text: TextWriter, level: int, lead: list[Inline], line: Line, tabs: Followed | None, *, goes_on: bool
) -> str:
    """The heading that the first items of a paragraph are, as code; whether the paragraph ``goes_on`` behind it."""
    # Typst gives headings a look of their own, so here every run names its look in full.
    named = replace(line, base=replace(line.base, language="-"))
    made: list[Inline] = []
    for item in lead:
        if isinstance(item, LineBreak) and not item.full:  # else its bookmark would run the two lines together
            made.append(Run(" ", item.format))
        made.append(item)
    if tabs is None:
        parts = text.parts(made, named, ends=not goes_on)
    else:
        parts = text.tabbed(made, named, tabs, goes_on=goes_on, spoken=_SPOKEN_TAB)
    return f"heading(level: {level}, {{{';'.join(parts)}}})"
