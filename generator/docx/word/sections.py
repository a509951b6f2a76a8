"""Sections of a document: their page, the width of their text, and where one ends and the next begins."""

from __future__ import annotations

from lxml import etree

from generator.docx.word.ooxml import child, find, w
from generator.docx.word.styles import CLOSING_TABLE, HEAD_TABLE, SECTION_BREAK, Styles

# CT_SectPr is a sequence; what may stand before each of these.
_REFERENCES = ("headerReference", "footerReference")
_BEFORE_TYPE = (*_REFERENCES, "footnotePr", "endnotePr")
_BEFORE_NUMBERS = (*_BEFORE_TYPE, "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType")
_BEFORE_TITLE = (*_BEFORE_NUMBERS, "pgNumType", "cols", "formProt", "vAlign", "noEndnote")


def body_of(root: etree._Element) -> etree._Element:
    """The document's body; a document without one raises ValueError."""
    body = root.find(w("body"))
    if body is None:
        raise ValueError("w:body")
    return body


def last_section(root: etree._Element) -> etree._Element:
    """The section at the end of the document's body; a document without one raises ValueError."""
    found = body_of(root).find(w("sectPr"))
    if found is None:
        raise ValueError("w:sectPr")
    return found


def text_width(section: etree._Element, *, landscape: bool = False) -> int:
    """The width between the margins in twips; margins do not turn with the sheet (ND30-I.1.3e)."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    sides = (_twips(size, "w", 11906), _twips(size, "h", 16838))
    width = max(sides) if landscape else sides[0]
    return width - _twips(margins, "left", 1440) - _twips(margins, "right", 1440) - _twips(margins, "gutter", 0)


def turn(root: etree._Element) -> None:
    """Lay every section's sheet on its long side, margins as they are (ND30-I.1.2a)."""
    for size in find(root, "//w:sectPr/w:pgSz"):
        sides = sorted((_twips(size, "w", 11906), _twips(size, "h", 16838)))
        size.set(w("w"), str(sides[1]))
        size.set(w("h"), str(sides[0]))
        size.set(w("orient"), "landscape")


def stretch_frames(root: etree._Element, styles: Styles, ratio: float) -> None:
    """Widen the head and the signature block as the text was widened; rules in them stay centred and as long."""
    frames = {styles.id(name, "table") for name in (HEAD_TABLE, CLOSING_TABLE) if styles.has(name, "table")}
    for style in find(root, "//w:tbl/w:tblPr/w:tblStyle"):
        if style.get(w("val")) not in frames:
            continue
        table = next(style.iterancestors(w("tbl")))
        for width in find(table, "./w:tblPr/w:tblW[@w:type='dxa'] | ./w:tblGrid/w:gridCol"):
            width.set(w("w"), str(round(_twips(width, "w", 0) * ratio)))
        for width in find(table, "./w:tr/w:tc/w:tcPr/w:tcW[@w:type='dxa']"):
            old = _twips(width, "w", 0)
            width.set(w("w"), str(round(old * ratio)))
            for indent in find(next(width.iterancestors(w("tc"))), "./w:p/w:pPr/w:ind[@w:left and @w:right]"):
                for side in ("left", "right"):
                    indent.set(w(side), str(_twips(indent, side, 0) + round(old * (ratio - 1) / 2)))


def begin_attachment(section: etree._Element) -> None:
    """Make the section start on a new page, number its pages from 1 and hide the first number (ND30-I.3.1e, f)."""
    _put(section, "type", _BEFORE_TYPE).set(w("val"), "nextPage")
    _put(section, "pgNumType", _BEFORE_NUMBERS).set(w("start"), "1")
    _put(section, "titlePg", _BEFORE_TITLE).attrib.pop(w("val"), "")


def close_section(body: etree._Element, styles: Styles) -> None:
    """Move the body's last section into its last paragraph, so that another section can follow."""
    section = last_section(body.getroottree().getroot())
    body.remove(section)
    last = body[-1] if len(body) else None
    if last is None or last.tag != w("p") or find(last, "./w:pPr/w:sectPr"):
        last = separator(body, styles)
        body.append(last)
    properties = child(last, "pPr")
    change = properties.find(w("pPrChange"))
    if change is None:
        properties.append(section)
    else:
        change.addprevious(section)


def separator(like: etree._Element, styles: Styles) -> etree._Element:
    """A paragraph one point high, which separates what Word would join."""
    paragraph = like.makeelement(w("p"))
    style = etree.SubElement(etree.SubElement(paragraph, w("pPr")), w("pStyle"))
    style.set(w("val"), styles.id(SECTION_BREAK))
    return paragraph


def _put(section: etree._Element, tag: str, before: tuple[str, ...]) -> etree._Element:
    found = section.find(w(tag))
    if found is None:
        found = section.makeelement(w(tag))
        section.insert(sum(1 for item in section if item.tag in {w(name) for name in before}), found)
    return found


def _twips(element: etree._Element, name: str, default: int) -> int:
    return int(float(element.get(w(name), default)))
