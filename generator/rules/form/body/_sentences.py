"""What shows how a sentence looks and begins, and what is a note."""

from __future__ import annotations

from generator.layout.tree import Run, Tab
from generator.parts.lines import Line
from generator.patterns import late

_NOTE = late(r"\W*(?:ghi chú|lưu ý|nguồn|chú thích|ví dụ|trong đó)\b|[(*“\"«\[<{]", 2)


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
