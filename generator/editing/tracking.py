"""Changes as Word tracks them: what was before stays in the file until somebody accepts or rejects it."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from datetime import datetime

from lxml import etree

from generator.docx.word.ooxml import w
from generator.editing.order import MARK, PARAGRAPH, RUN, SECTION, held, placed

_NOT_KEPT = {w("rPr"), w("sectPr"), w("pPrChange")}
_CHANGES = (
    w("ins"), w("del"), w("moveFrom"), w("moveTo"), w("rPrChange"), w("pPrChange"), w("sectPrChange"),
    w("tblPrChange"), w("trPrChange"), w("tcPrChange"), w("numberingChange"),
)  # fmt: skip
_REFERENCES = {w("headerReference"), w("footerReference"), w("sectPrChange")}


class Tracker:
    """Marks changes as tracked, by whom and when; one that is not ``on`` lets them be made directly."""

    def __init__(self, on: bool, author: str, moment: datetime, first_id: int) -> None:
        self.on = on
        self._who = {w("author"): author, w("date"): moment.strftime("%Y-%m-%dT%H:%M:%SZ")}
        self._next = first_id

    def look(self, properties: etree._Element) -> None:
        """Keeps the look that the run's properties say now; to be called before they change."""
        self._keep(properties, "rPrChange", "rPr", list(properties), RUN)

    def stand(self, properties: etree._Element) -> None:
        """Keeps how the paragraph stands now."""
        kept = [item for item in properties if item.tag not in _NOT_KEPT]
        self._keep(properties, "pPrChange", "pPr", kept, PARAGRAPH)

    def section(self, properties: etree._Element) -> None:
        """Keeps what the section is now."""
        kept = [item for item in properties if item.tag not in _REFERENCES]
        self._keep(properties, "sectPrChange", "sectPr", kept, SECTION)

    def _keep(
        self, properties: etree._Element, tag: str, inner: str, items: Iterable[etree._Element], order: tuple[str, ...]
    ) -> None:
        if not self.on or properties.find(w(tag)) is not None:  # what was before the first change is what counts
            return
        change = self._change(properties, tag)
        old = etree.SubElement(change, w(inner))
        old.extend(copy.deepcopy(item) for item in items)
        placed(properties, change, order)

    def removed(self, run: etree._Element) -> None:
        """The run is no longer there."""
        parent = run.getparent()
        if parent is None:
            return
        if not self.on:
            parent.remove(run)
            return
        change = self._change(run, "del")
        run.addprevious(change)
        change.append(run)
        for item in run.iter(w("t")):
            item.tag = w("delText")

    def added(self, run: etree._Element) -> None:
        """The run is new."""
        if self.on:
            change = self._change(run, "ins")
            run.addprevious(change)
            change.append(run)

    def mark(self, paragraph: etree._Element, tag: str) -> None:
        """The end of the paragraph is new (``ins``) or gone (``del``)."""
        if self.on:
            properties = paragraph.find(w("pPr"))
            if properties is None:
                properties = paragraph.makeelement(w("pPr"))
                paragraph.insert(0, properties)
            placed(held(properties, "rPr", PARAGRAPH), self._change(paragraph, tag), MARK)

    def mark_row(self, row: etree._Element, tag: str) -> None:
        """The row of a table is new (``ins``) or gone (``del``)."""
        if self.on:
            properties = row.find(w("trPr"))
            if properties is None:
                properties = row.makeelement(w("trPr"))
                row.insert(sum(item.tag == w("tblPrEx") for item in row), properties)
            last = properties.find(w("trPrChange"))
            change = self._change(row, tag)
            properties.append(change) if last is None else last.addprevious(change)

    def number_apart(self, root: etree._Element) -> None:
        """Gives a number of its own to each change whose number another one has: a run that is parted has its twice."""
        taken: set[str | None] = set()
        for change in root.iter(*_CHANGES):
            if change.get(w("id")) in taken:
                self._next += 1
                change.set(w("id"), str(self._next))
            taken.add(change.get(w("id")))

    def _change(self, near: etree._Element, tag: str) -> etree._Element:
        self._next += 1
        return near.makeelement(w(tag), {w("id"): str(self._next), **self._who})
