"""The text of other Word files put where a template prints them."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from generator.docx.word.importing import SubDocument, import_content
from generator.docx.word.ooxml import R, parse, take_out, w
from generator.docx.word.package import DOCUMENT, Package
from generator.docx.word.sections import body_of
from generator.docx.word.styles import Styles

_KEY = "vanthu-"


def stand_in(number: int) -> str:
    """What stands in the text for the document of that number, from 1, until it is put there."""
    return f'<w:altChunk xmlns:r="{R}" r:id="{_KEY}{number}"/>'


def insert_documents(
    root: etree._Element, part: str, package: Package, styles: Styles, documents: Sequence[SubDocument]
) -> Styles:
    """The styles with those of the documents whose stand-ins the part held, which their text has taken the place of."""
    if not documents:  # most texts print none, and the marks are sought through the whole tree
        return styles
    for mark in list(root.iter(w("altChunk"))):
        key = mark.get(f"{{{R}}}id", "")
        if not key.startswith(_KEY):
            continue
        document = documents[int(key.removeprefix(_KEY)) - 1]
        content = parse(document.package.parts[DOCUMENT])
        for section in list(content.iter(w("sectPr"))):  # the page is the template's affair
            take_out(section)
        styles = import_content(package, styles, document.package, document.styles, content, part)
        for block in body_of(content):
            mark.addprevious(deepcopy(block))
        take_out(mark)
    return styles
