"""The marks that a document bears, wherever they stand, and the frames drawn around them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Unjudged
from generator.layout.tree import Side
from generator.parts.lines import Line
from generator.parts.model import Component, Part
from generator.parts.recognising import mark
from generator.rules.base import Rule
from generator.rules.form._reading import FileReading, spot_of

_KINDS = {Part.SECRECY: "secrecy", Part.URGENCY: "urgency", Part.CIRCULATION: "circulation"}
_SIDES: tuple[Side, ...] = ("top", "bottom", "left", "right")
_RED, _OTHERS = 0xB0, 0x60  # a colour is red with that much red at least, and that much of the others at most


def stamps(reading: FileReading, rule: Rule, part: Part) -> Iterator[Component | Unjudged]:
    """The marks of that kind in the document and in the headers of its pages, once each."""
    for found in reading.judged(rule, part):
        if isinstance(found, Unjudged) or found in reading.parts.components:
            yield found
    for line in reading.running:
        if mark(line.text.upper()) == _KINDS[part]:
            yield Component(part, [line])


def unframed(reading: FileReading, rule: Rule, line: Line, what: str, place: str) -> Finding | Unjudged | None:
    """That the words of a mark, which ``what`` names, stand in no frame; ``None`` where they do."""
    if _framed(line):
        return None
    if reading.document.unsupported:
        return Unjudged(rule.id, f"có hình vẽ chưa đọc được, chưa rõ có phải khung của {what}", place)
    return rule.found(
        f"«{line.text}» không ở trong khung", "đặt trong khung hình chữ nhật viền đơn (Borders → Box)",
        place=place, spot=spot_of(line),
    )  # fmt: skip


def _framed(line: Line) -> bool:
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
