"""Readings above a text (``w:ruby``), kept together as one piece of a line."""

from __future__ import annotations

from generator.layout.names import Element, W, points, value
from generator.layout.tree import Block, Box, Drawing, Inline, Paragraph, ParagraphFormat, Ruby, Run, TextFormat

_HALF = 2.0  # units of a point
_RISE = 0.9  # of the size of the text below, where the file does not say
_LETTER, _WIDE, _FIRST_WIDE = 0.5, 1.0, "\u1100"  # how wide letters are about, as a share of their size


def read_ruby(ruby: Element, base: list[Inline], reading: list[Inline], form: TextFormat) -> Drawing | None:
    """What ``w:ruby`` shows, ``None`` where it holds more than text; ``form`` is the look of its run."""
    below, above = _runs(base), _runs(reading)
    if below is None or above is None:
        return None
    properties = ruby.find(W + "rubyPr")
    raised = points(value(properties, "hpsRaise"), _HALF)
    size = max((run.format.size for run in below), default=form.size)
    place = Ruby(size * _RISE if raised is None else raised, value(properties, "rubyAlign") or "center")
    blocks: list[Block] = [Paragraph(list(runs), ParagraphFormat(), form) for runs in (above, below)]
    tall = place.raised + max((run.format.size for run in above), default=0.0)
    return Drawing(Box(blocks=blocks, ruby=place), max(_width(above), _width(below)), tall)


def _runs(items: list[Inline]) -> list[Run] | None:
    runs = [item for item in items if isinstance(item, Run)]
    return [run for run in runs if not run.format.hidden] if len(runs) == len(items) else None


def _width(runs: list[Run]) -> float:
    """How wide the text is about; what draws it measures it."""
    wide = (run.format.size * (_WIDE if char >= _FIRST_WIDE else _LETTER) for run in runs for char in run.text)
    return sum(wide)
