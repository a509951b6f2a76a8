"""Properties put where the schema wants them: Word calls a file unreadable in which they stand in another order."""

from __future__ import annotations

from lxml import etree

from generator.docx.word.ooxml import w

# fmt: off
RUN = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss",
    "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz",
    "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath", "rPrChange",
)
MARK = ("ins", "del", "moveFrom", "moveTo", *RUN)
PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
    "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing",
    "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
    "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)
SECTION = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders",
    "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi",
    "rtlGutter", "docGrid", "printerSettings", "sectPrChange",
)
# fmt: on


def held(parent: etree._Element, tag: str, order: tuple[str, ...]) -> etree._Element:
    """The property of that tag, made at its place where it is missing."""
    found = parent.find(w(tag))
    if found is None:
        found = parent.makeelement(w(tag))
        placed(parent, found, order)
    return found


def placed(parent: etree._Element, new: etree._Element, order: tuple[str, ...]) -> None:
    """Puts a property in among the others, behind those of the same tag; what tells of a change behind all of them."""
    name = etree.QName(new).localname
    if name == order[-1]:
        parent.append(new)
        return
    before = {w(one) for one in order[: order.index(name) + 1]}
    parent.insert(max((n + 1 for n, item in enumerate(parent) if item.tag in before), default=0), new)


def dropped(parent: etree._Element, *tags: str) -> None:
    """Takes properties away."""
    for tag in tags:
        for found in parent.findall(w(tag)):
            parent.remove(found)
