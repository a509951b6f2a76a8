"""What the form still says in the old document's words: told, each with its place."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.drafting.model import Note, Said, of_line
from generator.drafting.old import Old, squeezed
from generator.drafting.ours import Ours
from generator.editing.text import paragraph_text
from generator.parts import recognising as says
from generator.parts.lines import Line, is_drawn
from generator.wording.characters import fold


def leftovers(old: Old, ours: Ours) -> list[Note]:
    """A note on each line whose words stay, but those that every document of the kind says."""
    made = []
    for where, line in _lines(old):
        text = line.text
        if is_drawn(text) or text.strip(" -–.").isdigit() or says.national(text) or says.motto(text):
            continue
        if fold(text) in ours.texts or (says.recipients(text) and len(text) < 12):
            continue
        element = old.element(line) if line.paragraph.origin else None
        if element is None or not _stands(element, old):
            continue
        left, said = squeezed(paragraph_text(element)), squeezed(text)
        if said not in left and not (line.paragraph.label and left and said.endswith(left)):
            continue
        what = f"chữ ở {where} in ra y như văn bản cũ" if where else "chữ này in ra y như văn bản cũ"
        made.append(of_line(Said.KEPT, what, line))
    return made


def _lines(old: Old) -> Iterator[tuple[str, Line]]:
    for line in old.lines:
        if line.text:
            yield "", line
    yield from old.running


def _stands(element: etree._Element, old: Old) -> bool:
    """Whether the paragraph is still in the file."""
    above = [element, *element.iterancestors()]
    return any(above[-1] is tree for tree in old.trees.values())
