"""Notes as they stand by the standard and in Word, spelt out for LibreOffice.

It sets endnotes on a page of their own behind the text, and the number of a footnote before its note, wherever the file
has it there, or not at all.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from itertools import count

from lxml import etree

from generator.wording.numerals.ordinals import roman

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DOCUMENT, _NOTES, _FOOTNOTES = "word/document.xml", "word/endnotes.xml", "word/footnotes.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBERING = re.compile(rb"<w:footnotePr>(?:(?!</w:footnotePr>).)*<w:num", re.S)
_NOTHING = "\u2060"
_FORM = re.compile(rb'<w:endnotePr>(?:(?!</w:endnotePr>).)*<w:numFmt w:val="(\w+)"', re.S)
_OTHER = re.compile(rb"<w:endnotePr>(?:(?!</w:endnotePr>).)*<w:(?:numStart|numRestart|pos)\b", re.S)


def at_the_end(parts: Mapping[str, bytes], settings: bytes) -> dict[str, bytes]:
    """The parts with the text of endnotes behind that of the body; those with links, or numbered oddly, as they are."""
    document, notes = parts.get(_DOCUMENT, b""), parts.get(_NOTES, b"")
    forms = {match[1] for text in (settings, document) for match in _FORM.finditer(text)} or {b"lowerRoman"}
    is_plain = forms <= {b"decimal"} or forms <= {b"lowerRoman"}
    if b"<w:endnoteReference" not in document or b" r:" in notes.partition(b"<w:endnote ")[2] or not is_plain:
        return dict(parts)
    if any(_OTHER.search(text) for text in (settings, document)) or b"customMarkFollows" in document:
        return dict(parts)
    root = etree.fromstring(document)
    space = f"{root.tag.partition('}')[0]}}}"  # that of strict files is another
    body = root.find(f"{space}body")
    known = {note.get(f"{space}id"): note for note in etree.fromstring(notes)}
    last = body[-1] if body is not None and len(body) else None
    if body is None or last is None or last.tag != f"{space}sectPr":
        return dict(parts)
    # The short rule above them is drawn on a line of its own.
    written = etree.fromstring(f'<w:p xmlns:w="{space[1:-1]}"><w:pPr><w:spacing w:after="0"/></w:pPr></w:p>')
    last.addprevious(written)
    for number, reference in enumerate(list(root.iter(f"{space}endnoteReference")), 1):
        label = str(number) if forms == {b"decimal"} else roman(number).lower()
        note = known.get(reference.get(f"{space}id"))
        if note is None:
            return dict(parts)
        for mark in [reference, *note.iter(f"{space}endnoteRef")]:
            mark.tag, mark.text = f"{space}t", label
            mark.attrib.clear()
            mark.set(_XML_SPACE, "preserve")
        for paragraph in list(note):
            last.addprevious(paragraph)
    return {**parts, _DOCUMENT: _written(root)}


def numbers_said(parts: dict[str, bytes], settings: bytes) -> dict[str, bytes]:
    """The parts with the number of such a note as text where the file has it (17.11.13), its own mark without ink.

    Not where the file says how notes are numbered.
    """
    document, notes = parts.get(_DOCUMENT, b""), parts.get(_FOOTNOTES, b"")
    if b"<w:footnoteReference " not in document or not notes or any(map(_NUMBERING.search, (document, settings))):
        return parts
    body, root = etree.fromstring(document), etree.fromstring(notes)
    changed = False
    numbers = count(1)
    for reference in list(body.iter(f"{_W}footnoteReference")):
        if reference.get(f"{_W}customMarkFollows") in ("1", "true", "on"):
            continue
        number = str(next(numbers))
        note = root.find(f"{_W}footnote[@{_W}id='{reference.get(f'{_W}id')}']")
        run = reference.getparent()
        if note is None or run is None or _is_first(note):
            continue
        changed = True
        shown = copy.deepcopy(run)
        for child in list(shown):
            if child.tag == reference.tag:
                shown.replace(child, _text(number))
        run.addprevious(shown)  # behind it LibreOffice takes it for the mark
        reference.set(f"{_W}customMarkFollows", "1")
        reference.addnext(_text(_NOTHING))
        for mark in list(note.iter(f"{_W}footnoteRef")):
            mark.getparent().replace(mark, _text(number))  # type: ignore[union-attr]
    if not changed:
        return parts
    return parts | {_DOCUMENT: _written(body), _FOOTNOTES: _written(root)}


def _is_first(note: etree._Element) -> bool:
    """Whether the note begins with its number."""
    for element in note.iter(f"{_W}footnoteRef", f"{_W}t", f"{_W}tab", f"{_W}drawing"):
        return element.tag == f"{_W}footnoteRef"
    return False


def _text(text: str) -> etree._Element:
    made = etree.Element(f"{_W}t")
    made.text = text
    return made


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
