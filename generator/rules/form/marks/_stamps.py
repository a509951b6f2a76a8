"""The marks that a document bears, wherever they stand, and the frames drawn around them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Unjudged
from generator.layout.tree import Side
from generator.parts.lines import Line
from generator.parts.model import Component, Part
from generator.parts.recognising import mark
from generator.rules.base import Rule
from generator.rules.form._reading import FileReading

_KINDS = {Part.SECRECY: "secrecy", Part.URGENCY: "urgency", Part.CIRCULATION: "circulation"}
_SIDES: tuple[Side, ...] = ("top", "bottom", "left", "right")
_RED, _OTHERS = 0xB0, 0x60  # a colour is red with that much red at least, and that much of the others at most


def stamps(reading: FileReading, rule: Rule, part: Part) -> Iterator[Component | Unjudged]:
    """The marks of that kind in the document and in the headers of its pages, once each."""
    for found in reading.judged(rule, part):
        if isinstance(found, Unjudged) or found in reading.parts.components:
            yield found
    for line in reading.running:
        if mark(line.text) == _KINDS[part]:
            yield Component(part, [line])


def framed(line: Line) -> bool:
    """Whether a line is drawn on all four sides of the words."""
    form = line.paragraph.format
    if line.framed or all(form.border(side) is not None for side in _SIDES):
        return True
    return bool(line.runs) and all(run.format.border is not None for run in line.runs)


def is_red(line: Line) -> bool:
    """Whether all its letters are red."""
    return all(_red(run.format.color) for run in line.runs)


def _red(colour: str | None) -> bool:
    if colour is None or len(colour) != 6:
        return False
    red, green, blue = (int(colour[n : n + 2], 16) for n in (0, 2, 4))
    return red >= _RED and green <= _OTHERS and blue <= _OTHERS
