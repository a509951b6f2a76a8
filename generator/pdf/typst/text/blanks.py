"""Spaces taller than the text of their line, which do not make it taller: a line of nothing else is as tall as they."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.layout.tree import Drawing, Field, Inline, LineBreak, Note, Run, TextFormat
from generator.pdf.measuring.line_metrics import single_height
from generator.pdf.measuring.typefaces import Faces


def levelled(
    items: list[Inline], base: TextFormat, faces: Faces, width: Callable[[str, TextFormat], float]
) -> list[Inline]:
    """The items, taller spaces beside text in the look of the paragraph's ``base`` and as wide as they were."""
    changed: dict[int, Inline] = {}
    tallest = 0.0
    for index, item in enumerate(items):
        if not isinstance(item, Run) or item.format is base or item.text.strip(" ") or not item.text:
            continue
        form = item.format
        if (form.size <= base.size and form.font == base.font) or form.stretch != 1.0:
            continue
        if form.hidden or form.raised or form.vertical != "baseline":
            continue
        tallest = tallest or single_height(faces.face(base.font), base.size)
        if single_height(faces.face(form.font), form.size) <= tallest or is_alone(items, index):
            continue
        level = replace(form, font=base.font, size=base.size, bold=base.bold, italic=base.italic)
        more = (width(item.text, form) - width(item.text, level)) / len(item.text)
        changed[index] = replace(item, format=replace(level, spacing=level.spacing + more))
    return [changed.get(index, item) for index, item in enumerate(items)] if changed else items


def is_alone(items: list[Inline], index: int) -> bool:
    """Whether nothing but tabs and spaces stands between the breaks around an item."""
    for way in (reversed(items[:index]), items[index + 1 :]):
        for other in way:
            if isinstance(other, LineBreak):
                break
            if isinstance(other, Run) and other.text.strip(" ") and not other.format.hidden:
                return False
            if isinstance(other, Field | Note) or (isinstance(other, Drawing) and other.anchor is None):
                return False
    return True
