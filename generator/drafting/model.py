"""What is said of a form made from a document: what was put in place, of what it is not sure, what stays as text."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from generator.parts.lines import Line
from generator.records import record

_LONGEST = 90  # characters quoted of a document's text


class Said(StrEnum):
    """How a note is to be taken; the value is what a reader is told."""

    UNSURE = "chưa chắc"
    KEPT = "giữ nguyên"
    LEFT_OUT = "bỏ đi"
    CHANGED = "đổi cách trình bày"


@record(frozen=True)
class Note:
    """One thing said: how it is to be taken, what it is, where in the document, and the words there."""

    said: Said
    what: str
    place: str = ""
    words: str = ""

    def __str__(self) -> str:
        quoted = f": «{self.words}»" if self.words else ""
        place = f"{self.place}: " if self.place else ""
        return f"{place}{self.what}{quoted}"

    def as_data(self) -> dict[str, Any]:
        """The note for JSON, with Vietnamese keys."""
        return {"muc": str(self.said), "noi": self.place, "noi_dung": self.what, "chu": self.words}


def quoted(text: str) -> str:
    """The text as a message quotes it."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def of_line(said: Said, what: str, line: Line) -> Note:
    """A note on a line of the document."""
    return Note(said, what, line.place, quoted(line.text))
