"""Endnotes written out at the end of the text, where they stand by the standard (17.11.22) and in Word.

LibreOffice sets those of a DOCX on a page of their own behind it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from generator.wording.numerals.ordinals import roman

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DOCUMENT, _NOTES = "word/document.xml", "word/endnotes.xml"
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
    return {**parts, _DOCUMENT: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}
