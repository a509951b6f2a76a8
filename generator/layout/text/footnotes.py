"""Footnotes and endnotes: their numbers, and the blocks each of them prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from generator.layout.names import Element, W, integer, local, truth, value
from generator.layout.notes import Notes
from generator.layout.package import Package
from generator.layout.properties.numbering import numeral
from generator.layout.tree import Block, Border, Note, PageNumber, Paragraph, ParagraphFormat, Run, TextFormat

ReadNote: TypeAlias = Callable[[str, Element, str, "list[Run] | None"], list[Block]]
_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
_NAMES = {"footnote": "chú thích cuối trang", "endnote": "chú thích cuối văn bản"}
_SYMBOLS = "*†‡§"
_OLD = "sectPrChange"
_SEPARATOR = Border("single", 0.5, 0.0, None)


def is_marked(reference: Element) -> bool:
    """Whether a reference shows a sign of its own, which follows it in its run, in place of a number."""
    custom = reference.get(W + "customMarkFollows")
    return custom is not None and truth(custom)


def mark_of(number: int, form: str) -> str | None:
    """What a note of this number shows; ``None`` for numerals nobody knows."""
    if form == "chicago":
        return _SYMBOLS[(number - 1) % len(_SYMBOLS)] * ((number - 1) // len(_SYMBOLS) + 1)
    return numeral(number, form)


def number_on_page(note: Note, number: int) -> bool:
    """Gives a footnote the number it has on its page, 0 for the first of them; whether there are numerals for that."""
    label = None if note.paged is None else mark_of(note.paged.start + number, note.paged.numerals)
    if note.paged is None or label is None:
        return False
    note.paged.number, note.label = number, label
    for run in note.paged.shown:
        run.text = label
    return True


class Footnotes:
    """Numbers the notes of a document in reading order; ``read_note`` reads the blocks of one of them."""

    def __init__(self, package: Package, settings: Element | None, body: Element, notes: Notes, read_note: ReadNote):
        self._notes, self._read_note = notes, read_note
        self._parts: dict[str, str] = {}
        self._found: dict[str, dict[str, Element]] = {}
        self._forms: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._rules: dict[str, tuple[str, str]] = {}
        self._used: set[str] = set()
        self._settings = settings
        self._sections = [e for e in body.iter(W + "sectPr") if (p := e.getparent()) is None or local(p) != _OLD]
        self._section = 0
        self.has_separator = True
        self._ends: list[Block] = []
        self._starts: dict[str, int] = {}
        self._paged: list[Note] = []
        self._counted = 0  # footnotes with numbers that go on from page to page
        for kind in _FORMS:
            part = package.related(package.document, kind + "s")
            root = package.part(part)
            if part is None or root is None:
                continue
            self._parts[kind] = part
            self._found[kind] = {item.get(W + "id", ""): item for item in root if local(item) == kind}
            if kind == "footnote":
                self.has_separator = any(item.get(W + "type") == "separator" for item in root)
            self._read_properties(kind, first=True)

    def _read_properties(self, kind: str, *, first: bool) -> None:
        """What the document says of the notes of this kind, and over it the section now begun."""
        around = (self._settings, *self._sections[self._section : self._section + 1])
        said = [e for parent in around if parent is not None and (e := parent.find(f"{W}{kind}Pr")) is not None]
        form, start, restart, place = _FORMS[kind], 1, "continuous", ""
        for element in said:
            form = value(element, "numFmt") or form
            start = integer(value(element, "numStart")) or start
            restart = value(element, "numRestart") or restart
            place = value(element, "pos") or place
        self._forms[kind], self._starts[kind] = form, start
        if first or restart == "eachSect":
            self._counts[kind] = start
        self._rules[kind] = restart, place

    def next_section(self) -> None:
        """Takes the numerals of the next section, and starts its numbers again where it asks for that."""
        self._section += 1
        for kind in self._parts:
            self._read_properties(kind, first=False)

    def reference(self, element: Element, form: TextFormat, mark: str) -> Note | Run | None:
        """The note an element such as ``w:footnoteReference`` refers to; ``mark`` is its own sign, if any."""
        kind = local(element).removesuffix("Reference")
        # Taken out: a note is printed once, and one that refers to itself ends there.
        found = self._found.get(kind, {}).pop(element.get(W + "id", ""), None)
        if found is None:
            return None
        self._refuse_rules(kind)
        marked = is_marked(element)
        if kind == "footnote" and not marked and self._rules[kind][0] == "eachPage":
            return self._by_page(found, form)
        self._counted += kind == "footnote" and not marked
        label = mark if marked else self._label(kind)
        blocks = self._read_note(self._parts[kind], found, label, None)
        if kind == "footnote":
            return Note(label, form, blocks)
        self._ends.extend(blocks)
        return Run(label, form) if label else None

    def _refuse_rules(self, kind: str) -> None:
        """Notes what a note of this kind would show otherwise; templates often set rules for notes they never have."""
        restart, place = self._rules[kind]
        if restart == "eachPage" and kind == "endnote" and kind in self._used:  # the first is number one anyway
            self._notes.add(f"{_NAMES[kind]} đánh số lại ở mỗi trang")
        at_the_end = kind == "endnote" and self._section >= len(self._sections) - 1
        if place == "beneathText" or (place == "sectEnd" and not at_the_end):
            self._notes.add(f"{_NAMES[kind]} đặt ở cuối phần chữ")
        self._used.add(kind)

    def _by_page(self, found: Element, form: TextFormat) -> Note:
        """A note whose number begins anew on each page: that of the first, until somebody knows where it stands."""
        kind = "footnote"
        paged = PageNumber(len(self._paged), self._forms[kind], self._starts[kind])
        label = self._said(paged.start, kind)
        note = Note(label, form, self._read_note(self._parts[kind], found, label, paged.shown), paged)
        self._paged.append(note)
        return note

    def paged(self) -> list[Note]:
        """The footnotes whose numbers begin anew on each page, in their order."""
        if self._paged and self._counted:
            self._notes.add(f"{_NAMES['footnote']} đánh số lại ở mỗi trang, lẫn với chú thích đánh số liên tục")
        return self._paged

    def _label(self, kind: str) -> str:
        number = self._counts[kind]
        self._counts[kind] += 1
        return self._said(number, kind)

    def _said(self, number: int, kind: str) -> str:
        form = self._forms[kind]
        label = mark_of(number, form)
        if label is None:
            self._notes.add(f"kiểu đánh số “{form}” của {_NAMES[kind]}")
        return label or str(number)

    def endnotes(self) -> list[Block]:
        """What stands after the last block of the document: a short rule and the endnotes."""
        if not self._ends:
            return []
        rule = ParagraphFormat(borders=(("top", _SEPARATOR),), right=300.0, before=6.0, keep_next=True)
        mark = next((block.mark for block in self._ends if isinstance(block, Paragraph)), TextFormat())
        return [Paragraph([], rule, mark), *self._ends]
