"""Sentences of the text that are long enough to show how paragraphs stand, and the words around them that are none."""

from __future__ import annotations

from collections.abc import Iterator

from generator.layout.tree import Run, Tab
from generator.parts.lines import Line
from generator.parts.model import BodyLine
from generator.patterns import late
from generator.rules.form._text import Text, ends_a_sentence, is_long, is_sentence

_NOTE = late(r"\W*(?:ghi chú|lưu ý|nguồn|chú thích|ví dụ|trong đó)\b|[(*“\"«\[<{]", 2)
_SHORT = 40  # letters: a label such as «Thời gian: 8 giờ» says nothing of how the text stands


def paragraphs(text: Text) -> Iterator[BodyLine]:
    """The first lines of paragraphs that surely are running text."""
    for one in text.lines:
        if is_sentence(one) and one.line.first:
            words = one.line.text
            if is_long(one.line) or (ends_a_sentence(words) and len(words) > _SHORT):
                yield one


def is_note(text: str) -> bool:
    """Whether the words are a note, a quotation or an example, which may look otherwise."""
    return bool(_NOTE.match(text))


def letters(line: Line) -> list[Run]:
    """The runs of the line that show how its letters look: neither numbers that Word computes nor raised signs."""
    label = line.paragraph.label.strip()
    return [
        run
        for run in line.runs
        if any(map(str.isalnum, run.text)) and run.format.vertical == "baseline" and run.text.strip() != label
    ]


def pushed(line: Line) -> bool:
    """Whether a tab or several spaces push the first words in."""
    for item in line.items:
        if isinstance(item, Tab):
            return not line.paragraph.label
        if isinstance(item, Run) and item.text:
            return item.text.startswith(("   ", "\t", "\u2003"))
    return False
