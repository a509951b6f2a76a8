"""Bookmarks of the old document, and the fields and links that go to them: kept together, or neither."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.docx.word.ooxml import take_out, w
from generator.drafting.model import Note, Said, quoted
from generator.drafting.ours import text_in
from generator.drafting.words import Element
from generator.patterns import late

_START, _END = w("bookmarkStart"), w("bookmarkEnd")
_TO = late(
    r"\s*(?:(?:REF|PAGEREF|NOTEREF|GOTOBUTTON)\s+\"?|HYPERLINK\s+(?:\\[mnt]\s+)*\\l\s+\"?)([^\s\"\\]+)", re.IGNORECASE
)
_WHAT = "trường tham chiếu tới chỗ không còn trong mẫu: thành chữ thường, in ra y như văn bản cũ"


def marks_kept(trees: Mapping[str, Element]) -> None:
    """Leaves the bookmarks that something goes to, inside paragraphs, where they stand in the way of no tag."""
    wanted = {name for tree in trees.values() for name, *_ in _references(tree)}
    for tree in trees.values():
        _pruned(tree, wanted)
        for mark in list(tree.iter(_START, _END)):
            _into_paragraph(mark)


def settled(trees: Mapping[str, Element], place_of: Callable[[Element], str]) -> list[Note]:
    """Leaves the bookmarks that are whole and wanted; what goes to one that is gone becomes its text, with a note.

    ``place_of`` says where a paragraph stands.
    """
    for tree in trees.values():
        _pruned(tree)
    there = {mark.get(w("name"), "") for tree in trees.values() for mark in tree.iter(_START)}
    notes = []
    for tree in trees.values():
        for name, holder, pieces in list(_references(tree)):
            if name in there:
                continue
            paragraph = next(holder.iterancestors(w("p")), holder)
            notes.append(Note(Said.CHANGED, _WHAT, place_of(paragraph), quoted(text_in(paragraph))))
            _as_text(holder, pieces)
    wanted = {name for tree in trees.values() for name, *_ in _references(tree)}
    for tree in trees.values():
        _pruned(tree, wanted)
    return notes


def _pruned(tree: Element, wanted: set[str] | None = None) -> None:
    """Takes out bookmarks of which one end is missing, and those nothing goes to."""
    starts = {mark.get(w("id")): mark for mark in tree.iter(_START)}
    ends = {mark.get(w("id")): mark for mark in tree.iter(_END)}
    for key, mark in [*starts.items(), *ends.items()]:
        name = starts[key].get(w("name"), "") if key in starts else ""
        if key not in starts or key not in ends or (wanted is not None and name not in wanted):
            take_out(mark)


def _into_paragraph(mark: Element) -> None:
    """Moves a bookmark's end that stands among paragraphs into the nearest: where it began or stopped all the same."""
    if next(mark.iterancestors(w("p")), None) is not None:
        return
    if mark.tag == _START:
        after = (one for item in mark.itersiblings() for one in item.iter(w("p")))
        if (paragraph := next(after, None)) is not None:
            paragraph.insert(1 if paragraph.find(w("pPr")) is not None else 0, mark)
            return
    else:
        before = (one for item in mark.itersiblings(preceding=True) for one in reversed(list(item.iter(w("p")))))
        if (paragraph := next(before, None)) is not None:
            paragraph.append(mark)
            return
    take_out(mark)


def _references(tree: Element) -> Iterator[tuple[str, Element, list[Element]]]:
    """The bookmark's name, what holds the field or link, and the runs of a field that are no text of it."""
    for link in tree.iter(w("hyperlink")):
        if link.get(w("anchor")):
            yield link.get(w("anchor"), ""), link, []
    for simple in tree.iter(w("fldSimple")):
        if match := _TO.match(simple.get(w("instr"), "")):
            yield match[1], simple, []
    for code, pieces in _fields(tree):
        if match := _TO.match(code):
            yield match[1], pieces[0], pieces


def _fields(tree: Element) -> Iterator[tuple[str, list[Element]]]:
    """The code of each field of several runs, and the marks and codes of it, its beginning first."""
    opened: list[tuple[list[str], list[Element], list[bool]]] = []
    for item in tree.iter(w("fldChar"), w("instrText")):
        if item.tag == w("instrText"):
            if opened and not opened[-1][2]:
                opened[-1][0].append(item.text or "")
                opened[-1][1].append(item)
            continue
        kind = item.get(w("fldCharType"))
        if kind == "begin":
            opened.append(([], [item], []))
        elif opened:
            opened[-1][1].append(item)
            if kind == "separate":
                opened[-1][2].append(True)
            else:
                codes, pieces, _ = opened.pop()
                yield "".join(codes), pieces


def _as_text(holder: Element, pieces: Iterable[Element]) -> None:
    if holder.tag != w("fldChar"):
        for item in list(holder):
            holder.addprevious(item)
        take_out(holder)
        return
    for piece in pieces:
        run = piece.getparent()
        take_out(piece)
        if run is not None and all(item.tag == w("rPr") for item in run):
            take_out(run)
