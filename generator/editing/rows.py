"""Rows of a table added or taken out, tracked as Word does it: the row itself is marked, and its words."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree

from generator.docx.word.ooxml import w
from generator.editing.order import dropped
from generator.editing.text import runs, set_text, text_of
from generator.editing.tracking import Tracker


def row_of(paragraph: etree._Element) -> etree._Element | None:
    """The row that holds the paragraph; None outside of tables."""
    return next(paragraph.iterancestors(w("tr")), None)


def remove_row(row: etree._Element, tracker: Tracker) -> None:
    """The row is no longer there; without tracking a table goes with its last row."""
    table = row.getparent()
    if not tracker.on:
        if table is not None:
            table.remove(row)
            if table.find(w("tr")) is None and (around := table.getparent()) is not None:
                around.remove(table)
        return
    for paragraph in row.iter(w("p")):
        for run in list(runs(paragraph)):
            tracker.removed(run)
        tracker.mark(paragraph, "del")
    tracker.mark_row(row, "del")


def insert_row(like: etree._Element, texts: Sequence[Sequence[str]], tracker: Tracker, *, before: bool) -> None:
    """A row that looks like another comes behind it, or before it, with the paragraphs of each of its cells."""
    row = copy.deepcopy(like)
    for properties in row.iter(w("trPr")):
        dropped(properties, "ins", "del", "trPrChange")
    cells = row.findall(w("tc"))
    for number, cell in enumerate(cells):
        first, *rest = cell.findall(w("p"))
        for other in [item for item in cell if item.tag not in (w("tcPr"), w("p"))] + rest:
            cell.remove(other)
        said = list(texts[number]) if number < len(texts) else []
        if number == len(cells) - 1:
            said += [text for more in texts[len(cells) :] for text in more]
        _fill(cell, first, said or [""], tracker)
    (like.addprevious if before else like.addnext)(row)
    tracker.mark_row(row, "ins")


def _fill(cell: etree._Element, first: etree._Element, texts: Sequence[str], tracker: Tracker) -> None:
    look = next((found for run in runs(first) if text_of(run) and (found := run.find(w("rPr"))) is not None), None)
    for item in list(first):
        if item.tag != w("pPr"):
            first.remove(item)
    for number, text in enumerate(texts):
        paragraph = copy.deepcopy(first) if number else first
        if number:
            for item in paragraph.findall(w("r")) + paragraph.findall(w("ins")):
                paragraph.remove(item)
            cell.append(paragraph)
        if text:
            run = etree.SubElement(paragraph, w("r"))
            if look is not None:
                copied = copy.deepcopy(look)
                dropped(copied, "rPrChange")
                run.append(copied)
            set_text(etree.SubElement(run, w("t")), text)
            tracker.added(run)
