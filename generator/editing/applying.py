"""``apply``: a Word file with edits made in it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from datetime import datetime

from lxml import etree

from generator.docx.word.ooxml import find, parse, serialize, w
from generator.editing.errors import NoSuchSpotError
from generator.editing.order import PARAGRAPH, RUN, SECTION, dropped, held
from generator.editing.page_numbers import number_pages
from generator.editing.rows import insert_row, remove_row, row_of
from generator.editing.spans import Replace
from generator.editing.text import alike, between, covering, paragraph_text, runs, set_text, text_of
from generator.editing.tracking import Tracker
from generator.edits import (
    Edit,
    Insert,
    InsertRow,
    Remove,
    RemoveRow,
    Rewrite,
    SetLook,
    SetPageNumber,
    SetParagraph,
    SetSection,
    Spot,
)
from generator.opc import WORD, Package

AUTHOR = "vanthu"
DOCUMENT = "word/document.xml"
_TWIPS = 20


def apply(docx: bytes, edits: Sequence[Edit | Replace], *, tracked: bool, moment: datetime) -> bytes:
    """The file with the edits made in their order, as tracked changes or directly.

    Raises NoSuchSpotError where a spot is not in the file, PackageError for a file that is none.
    """
    file = _File(Package.open(docx, WORD), tracked, moment)
    for edit in edits:
        file.make(edit)
    return file.to_bytes()


class _File:
    def __init__(self, package: Package, tracked: bool, moment: datetime) -> None:
        self.package = package
        self._roots: dict[str, etree._Element] = {}
        self._paragraphs: dict[str, list[etree._Element]] = {}
        self._touched: set[str] = set()
        self.document = package.related("", "officeDocument") or DOCUMENT
        ids = [int(found) for item in self.root(self.document).iter() if (found := item.get(w("id"), "")).isdigit()]
        self.tracker = Tracker(tracked, AUTHOR, moment, max(ids, default=0))

    def root(self, part: str) -> etree._Element:
        if part not in self._roots:
            if part not in self.package.parts:
                raise NoSuchSpotError(part)
            self._roots[part] = root = parse(self.package.parts[part])
            self._paragraphs[part] = list(root.iter(w("p")))  # counted before any change
        return self._roots[part]

    def paragraph(self, spot: Spot) -> etree._Element:
        self.root(spot.part)
        found = self._paragraphs[spot.part]
        if not 0 < spot.paragraph <= len(found):
            raise NoSuchSpotError(f"{spot.part} {spot.paragraph}")
        self._touched.add(spot.part)
        return found[spot.paragraph - 1]

    def to_bytes(self) -> bytes:
        for part in self._touched:
            self.tracker.number_apart(self._roots[part])
            self.package.parts[part] = serialize(self._roots[part])
        return self.package.to_bytes()

    def make(self, edit: Edit | Replace) -> None:
        makers: dict[type, Callable[..., None]] = {
            SetLook: self._look, SetParagraph: self._stand, Rewrite: self._rewrite, Remove: self._remove,
            Insert: self._insert, SetSection: self._section, SetPageNumber: self._page_number,
            Replace: self._replace_at, InsertRow: self._insert_row, RemoveRow: self._remove_row,
        }  # fmt: skip
        makers[type(edit)](edit)

    def _look(self, edit: SetLook) -> None:
        paragraph = self.paragraph(edit.spot)
        # The number of a page looks as the signs of its field do, which are no text.
        whole = not edit.spot.text
        for run in list(runs(paragraph)) if whole else covering(paragraph, edit.spot.text, edit.spot.nth):
            properties = run.find(w("rPr"))
            if properties is None:
                properties = run.makeelement(w("rPr"))
                run.insert(0, properties)
            self.tracker.look(properties)
            _set_look(properties, edit)

    def _stand(self, edit: SetParagraph) -> None:
        paragraph = self.paragraph(edit.spot)
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = paragraph.makeelement(w("pPr"))
            paragraph.insert(0, properties)
        self.tracker.stand(properties)
        _set_stand(properties, edit)

    def _rewrite(self, edit: Rewrite) -> None:
        old = covering(self.paragraph(edit.spot), edit.spot.text, edit.spot.nth)
        if not old:
            raise NoSuchSpotError(edit.spot.text)
        self._replace(old, edit.new)

    def _replace_at(self, edit: Replace) -> None:
        """A letter beside those that change comes along: its look is that of what is only added."""
        paragraph = self.paragraph(Spot(edit.part, edit.paragraph))
        text = paragraph_text(paragraph)
        begin = max(edit.begin - 1, 0)
        end = edit.end if begin < edit.begin else min(edit.end + 1, len(text))
        old = between(paragraph, begin, end)
        if not old:
            raise NoSuchSpotError(text)
        self._replace(old, text[begin : edit.begin] + edit.new + text[edit.end : end])

    def _replace(self, old: list[etree._Element], new: str) -> None:
        """The words of some runs become others, of which only those are touched that differ."""
        texts = [text_of(run) for run in old]
        joined = "".join(texts)
        head, tail = alike(joined, new)
        changed = joined[head : len(joined) - tail]
        paragraph = next(item for item in old[0].iterancestors(w("p")))
        made = new[head : len(new) - tail]
        at = 0
        if changed:
            begin = sum(len(text_of(run)) for run in _before(paragraph, old[0]))
            inside = between(paragraph, begin + head, begin + head + len(changed))
            first = inside[0]
            if made:
                self._write(first, made)
            for run in inside:
                self.tracker.removed(run)
            return
        for run, text in zip(old, texts, strict=True):  # only added
            if at <= head <= at + len(text):
                begin = sum(len(text_of(one)) for one in _before(paragraph, old[0]))
                pieces = _split_at(paragraph, begin + head)
                self._write(run if pieces is None else pieces, made, behind=pieces is None)
                return
            at += len(text)

    def _write(self, like: etree._Element, text: str, *, behind: bool = False) -> None:
        """A run of this text before one of the same look, or behind it."""
        run = like.makeelement(w("r"))
        properties = like.find(w("rPr"))
        if properties is not None:
            copied = copy.deepcopy(properties)
            dropped(copied, "rPrChange")  # what is new had no look before
            run.append(copied)
        set_text(etree.SubElement(run, w("t")), text)
        if behind:
            like.addnext(run)
        else:
            like.addprevious(run)
        self.tracker.added(run)

    def _remove(self, edit: Remove) -> None:
        paragraph = self.paragraph(edit.spot)
        parent = paragraph.getparent()
        if self.tracker.on:
            for run in list(runs(paragraph)):
                self.tracker.removed(run)
            self.tracker.mark(paragraph, "del")
        elif parent is not None and _may_go(paragraph, parent):
            parent.remove(paragraph)
        else:  # a cell must end with a paragraph, a section's last holds its properties
            for item in list(paragraph):
                if item.tag != w("pPr"):
                    paragraph.remove(item)

    def _insert(self, edit: Insert) -> None:
        near = self.paragraph(edit.spot)
        new = near.makeelement(w("p"))
        properties = near.find(w("pPr"))
        if properties is not None:
            copied = copy.deepcopy(properties)
            dropped(copied, "sectPr", "pPrChange", "pageBreakBefore")
            new.append(copied)
        like = next((run for run in runs(near) if text_of(run).strip()), None)
        run = etree.SubElement(new, w("r"))
        if like is not None and (look := like.find(w("rPr"))) is not None:
            copied = copy.deepcopy(look)
            dropped(copied, "rPrChange")
            run.append(copied)
        set_text(etree.SubElement(run, w("t")), edit.text)
        if edit.before:
            near.addprevious(new)
        else:
            near.addnext(new)
        self.tracker.added(run)
        self.tracker.mark(new, "ins")

    def _insert_row(self, edit: InsertRow) -> None:
        insert_row(self._row(edit.spot), edit.texts, self.tracker, before=edit.before)

    def _remove_row(self, edit: RemoveRow) -> None:
        remove_row(self._row(edit.spot), self.tracker)

    def _row(self, spot: Spot) -> etree._Element:
        row = row_of(self.paragraph(spot))
        if row is None:
            raise NoSuchSpotError(f"{spot.part} {spot.paragraph}")
        return row

    def _section(self, edit: SetSection) -> None:
        properties = self.section(edit.section)
        self.tracker.section(properties)
        _set_section(properties, edit)

    def section(self, number: int) -> etree._Element:
        found = find(self.root(self.document), "//w:sectPr[not(parent::w:sectPrChange)]")
        if number >= len(found):
            raise NoSuchSpotError(f"phần {number + 1}")
        self._touched.add(self.document)
        return found[number]

    def _page_number(self, edit: SetPageNumber) -> None:
        properties = self.section(edit.section)
        self.tracker.section(properties)
        number_pages(self.package, self.document, properties, edit)


def _before(paragraph: etree._Element, run: etree._Element) -> list[etree._Element]:
    found = []
    for one in runs(paragraph):
        if one is run:
            break
        found.append(one)
    return found


def _split_at(paragraph: etree._Element, place: int) -> etree._Element | None:
    """The run that begins at this place, parted from the one before; ``None`` at the end of all text."""
    total = len(paragraph_text(paragraph))
    if place >= total:
        return None
    return between(paragraph, place, total)[0]


def _may_go(paragraph: etree._Element, parent: etree._Element) -> bool:
    if paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        return False
    return parent.tag == w("body") or len(parent.findall(w("p"))) > 1


def _set_look(properties: etree._Element, edit: SetLook) -> None:
    if edit.font is not None:
        fonts = held(properties, "rFonts", RUN)
        fonts.attrib.clear()
        for name in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(w(name), edit.font)
    flags = (("b", edit.bold), ("bCs", edit.bold), ("i", edit.italic), ("iCs", edit.italic), ("caps", edit.caps))
    said = {tag: "1" if flag else "0" for tag, flag in flags if flag is not None}
    if edit.size is not None:
        said |= dict.fromkeys(("sz", "szCs"), f"{edit.size * 2:g}")
    if edit.underline is not None:
        said["u"] = "single" if edit.underline else "none"
    if edit.colour is not None:
        held(properties, "color", RUN).attrib.clear()
        dropped(properties, "highlight")
        said["color"] = edit.colour
    for tag, value in said.items():
        held(properties, tag, RUN).set(w("val"), value)


def _set_stand(properties: etree._Element, edit: SetParagraph) -> None:
    if edit.align is not None:
        held(properties, "jc", PARAGRAPH).set(w("val"), edit.align)
    lengths = (
        ("ind", "left", edit.left, ("start", "leftChars", "startChars")),
        ("ind", "right", edit.right, ("end", "rightChars", "endChars")),
        ("spacing", "before", edit.before, ("beforeAutospacing", "beforeLines")),
        ("spacing", "after", edit.after, ("afterAutospacing", "afterLines")),
    )
    for tag, name, length, others in lengths:
        if length is not None:
            _without(held(properties, tag, PARAGRAPH), *others).set(w(name), _twips(length))
    if edit.first_line is not None:
        indents = held(properties, "ind", PARAGRAPH)
        _without(indents, "firstLine", "hanging", "firstLineChars", "hangingChars")
        indents.set(w("firstLine" if edit.first_line >= 0 else "hanging"), _twips(abs(edit.first_line)))
    if edit.line is not None:
        spacing = held(properties, "spacing", PARAGRAPH)
        spacing.set(w("line"), f"{edit.line * 240:.0f}")
        spacing.set(w("lineRule"), "auto")
    flags = (("pageBreakBefore", edit.new_page), ("contextualSpacing", edit.contextual))
    for tag, flag in flags:
        if flag is not None:
            held(properties, tag, PARAGRAPH).set(w("val"), "1" if flag else "0")


def _without(element: etree._Element, *names: str) -> etree._Element:
    for name in names:
        if element.get(w(name)) is not None:
            del element.attrib[w(name)]
    return element


def _set_section(properties: etree._Element, edit: SetSection) -> None:
    size = (("w", edit.width), ("h", edit.height))
    margins = (
        ("top", edit.top), ("bottom", edit.bottom), ("left", edit.left), ("right", edit.right), ("gutter", edit.gutter),
    )  # fmt: skip
    for tag, lengths in (("pgSz", size), ("pgMar", margins)):
        for name, length in lengths:
            if length is not None:
                held(properties, tag, SECTION).set(w(name), _twips(length))
    if edit.width is not None and edit.height is not None:
        held(properties, "pgSz", SECTION).set(w("orient"), "landscape" if edit.width > edit.height else "portrait")
    if edit.title_page is not None:
        held(properties, "titlePg", SECTION).set(w("val"), "1" if edit.title_page else "0")
    if edit.number_start is not None:
        held(properties, "pgNumType", SECTION).set(w("start"), str(edit.number_start))
    if edit.number_format is not None:
        held(properties, "pgNumType", SECTION).set(w("fmt"), edit.number_format)


def _twips(length: float) -> str:
    return f"{length * _TWIPS:.0f}"
