"""Paragraphs whose labels do not begin where their first line does, or have a hair too little room in a cell."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.tree import Paragraph, Run, Tab
from generator.pdf.typst.text.tabbed import TextWriter

_SPARE = 0.1  # points: widths are measured in steps
_MARGIN = 5.4  # points: the room beside the text of a cell


def outdented(paragraph: Paragraph, text: TextWriter) -> Paragraph:
    """The paragraph beginning where its label does, which ends or has its middle where the first line should."""
    first = paragraph.items[0] if paragraph.items else None
    if not paragraph.label or not isinstance(first, Run):
        return paragraph
    form, wide = paragraph.format, text.width(paragraph.label, first.format)
    out = wide if paragraph.label_align == "right" else wide / 2
    return replace(paragraph, format=replace(form, first_line=form.first_line - out))


def in_one(paragraph: Paragraph, width: float, text: TextWriter) -> Paragraph:
    """The paragraph with a label a hair too wide for its cell (“Điều 10.”) in one line all the same."""
    first, form = paragraph.items[0], paragraph.format
    if not isinstance(first, Run) or not all(isinstance(item, Tab) for item in paragraph.items[1:]):
        return paragraph
    over = text.width(first.text, first.format) - (width - form.left - form.right - form.first_line)
    if not 0 < over <= _MARGIN:
        return paragraph
    return replace(paragraph, items=[first], format=replace(form, right=form.right - over - _SPARE))
