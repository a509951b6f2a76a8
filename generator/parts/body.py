"""The text between the opening and the signature: each line with its level."""

from __future__ import annotations

from collections.abc import Iterable

from generator.parts import recognising as says
from generator.parts.lines import Line, is_drawn
from generator.parts.model import BodyLine, Level

_TITLED = (Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION)


def read_body(lines: Iterable[Line]) -> list[BodyLine]:
    """The lines that say something, each with its level and ordinal; tables are text of the document as well."""
    made: list[BodyLine] = []
    for line in lines:
        if not line.text or is_drawn(line.text):
            continue
        made.append(_read(line, made[-1] if made else None))
    return made


def _read(line: Line, before: BodyLine | None) -> BodyLine:
    if line.holder == "table":
        return BodyLine(line, Level.TEXT)
    label = says.ordinal(line.text) if line.first else None  # «Chương I», a soft break, its heading
    if label is not None:
        return BodyLine(line, label.level, label.number, label.rest, label.sign)
    if before is not None and before.level in _TITLED and not before.heading and (line.centred or line.upper):
        return BodyLine(line, Level.HEADING)
    return BodyLine(line, Level.TEXT)
