"""Paragraphs parted where a value asked for it (``\\a``) or for a new page (``\\f``)."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.docx.word.ooxml import w

_BREAK, _PARAGRAPH, _TYPE = w("br"), w("p"), w("type")
_PROPERTIES = frozenset({w("pPr"), w("rPr"), w("hyperlinkPr")})
_KINDS = frozenset({"paragraph", "page-alone"})


def part_paragraphs(root: etree._Element) -> None:
    """Part in place every paragraph at the stand-ins that values left in it; each part keeps the paragraph's look."""
    for mark in [item for item in root.iter(_BREAK) if item.get(_TYPE) in _KINDS]:
        paragraph = next(mark.iterancestors(_PARAGRAPH))
        if mark.get(_TYPE) == "page-alone":
            alone = paragraph.makeelement(_PARAGRAPH)
            etree.SubElement(etree.SubElement(alone, w("r")), _BREAK).set(_TYPE, "page")
            paragraph.addnext(alone)
            alone.addnext(_rest(paragraph, mark))
        else:
            paragraph.addnext(_rest(paragraph, mark))


def _rest(paragraph: etree._Element, mark: etree._Element) -> etree._Element:
    """What stands behind the mark as a paragraph of its own; the mark is gone from the first."""
    inner: etree._Element | None = None
    node = mark
    while True:
        parent = node.getparent()
        assert parent is not None
        following = list(node.itersiblings())
        copy = parent.makeelement(parent.tag)
        for name, value in parent.attrib.items():
            copy.set(name, value)
        copy.extend(deepcopy(item) for item in parent if item.tag in _PROPERTIES)
        if inner is not None:
            copy.append(inner)
        copy.extend(following)
        inner = copy
        if node is mark:
            parent.remove(mark)
        if parent is paragraph:
            break
        node = parent
    properties = paragraph.find(w("pPr"))
    section = None if properties is None else properties.find(w("sectPr"))
    if properties is not None and section is not None:  # a section ends with its last paragraph
        properties.remove(section)
    return inner
