"""WordprocessingML's names, and elements found and made by them."""

from __future__ import annotations

from lxml import etree

from generator.opc.xml import parse, serialize

__all__ = ["NAMES", "RUN_ORDER", "R", "W", "child", "find", "paragraph_property", "parse", "serialize", "take_out", "w"]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {"w": W, "r": R}


def unescaped(text: str) -> str:
    """The text that markup says; ``xml.sax.saxutils`` does the same but imports what opens network addresses."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def w(tag: str) -> str:
    """The tag in the WordprocessingML namespace, as lxml spells it."""
    return f"{{{W}}}{tag}"


def find(root: etree._Element, path: str) -> list[etree._Element]:
    """The elements an XPath with the prefixes ``w`` and ``r`` selects."""
    found = root.xpath(path, namespaces=NAMES)
    return [item for item in found if isinstance(item, etree._Element)] if isinstance(found, list) else []


def take_out(item: etree._Element) -> None:
    """Takes the element out of its parent, where it has one."""
    parent = item.getparent()
    if parent is not None:
        parent.remove(item)


def child(parent: etree._Element, tag: str) -> etree._Element:
    """The parent's first child of that WordprocessingML tag, made as its first element when there is none."""
    found = parent.find(w(tag))
    if found is None:
        found = parent.makeelement(w(tag))
        parent.insert(0, found)
    return found


# CT_RPr is a sequence.
# fmt: off
_RUN_PROPERTIES = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position",
    "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath",
)
# fmt: on
RUN_ORDER: dict[object, int] = {w(tag): number for number, tag in enumerate(_RUN_PROPERTIES)}
"""The place of each property of a run among the others, by its tag."""

# CT_PPr is a sequence: Word calls a document unreadable when its children stand in another order.
# fmt: off
_PARAGRAPH_PROPERTIES = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
    "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing",
    "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
    "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)
# fmt: on


def paragraph_property(paragraph: etree._Element, tag: str) -> etree._Element:
    """The paragraph's direct property of that tag, made at its place in the schema's order when missing."""
    properties = child(paragraph, "pPr")
    found = properties.find(w(tag))
    if found is None:
        before = {w(name) for name in _PARAGRAPH_PROPERTIES[: _PARAGRAPH_PROPERTIES.index(tag)]}
        found = properties.makeelement(w(tag))
        place = sum(1 for item in properties if item.tag in before)
        properties.insert(place, found)
    return found
