"""Values as WordprocessingML: plain text inside a ``w:t``, text with emphasis as runs."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from generator.content import Rich
from generator.docx.word.ooxml import W, parse, w
from generator.patterns import late

OPEN_TEXT = '<w:t xml:space="preserve">'

PARAGRAPH_END = '<w:br w:type="paragraph"/>'
"""Stands where a value ends its paragraph and begins another of the same look; the schema knows no such break."""
PAGE_END = '<w:br w:type="page-alone"/>'
"""Stands where a value asks for a new page: the break is put in a paragraph of its own."""

# What XML 1.0 cannot hold, in any spelling.
_FORBIDDEN = late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = late('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_SIGNS = late("([\a\f])")
is_special = _SPECIAL.search  # most values hold nothing to escape, and a call less counts in a table of 3,000 rows
_NAMESPACES = late(r' xmlns:\w+="[^"]*"')
_PREFIX = late(r"[<\s](\w+):\w")
# CT_RPr is a sequence; these come before w:b.
_BEFORE_BOLD = {w("rStyle"), w("rFonts")}
_EMPHASIS = ("b", "bCs", "i", "iCs")


class Xml(str):
    """WordprocessingML made by this package: the only value that enters a document unescaped."""

    __slots__ = ()


def text_xml(value: str) -> str:
    """The value for the inside of a ``w:t``; a character XML cannot hold raises ValueError."""
    if not is_special(value):
        return value
    bad = _FORBIDDEN.search(value)
    if bad:
        raise ValueError(f"ký tự điều khiển U+{ord(bad.group()):04X} không ghi được vào tệp Word")
    value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    # XML readers turn \r into \n, so a carriage return is a line end from the start.
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    return value.replace("\n", f"</w:t><w:br/>{OPEN_TEXT}").replace("\t", f"</w:t><w:tab/>{OPEN_TEXT}")


def breaking_text_xml(value: str) -> str:
    """The same with docxtpl's two signs for more than a line: ``\\a`` ends the paragraph, ``\\f`` the page."""
    if "\a" not in value and "\f" not in value:
        return text_xml(value)
    signs = {"\a": PARAGRAPH_END, "\f": PAGE_END}
    pieces = _SIGNS.split(value)
    return "".join(f"</w:t>{signs[piece]}{OPEN_TEXT}" if piece in signs else text_xml(piece) for piece in pieces)


def runs_xml(value: Rich | str, properties: str = "") -> Xml:
    """The value as runs with the given ``w:rPr`` (a string, may be empty) plus each span's emphasis."""
    if isinstance(value, str):
        value = Rich.plain(value)
    return Xml(
        "".join(
            f"<w:r>{emphasized(properties, span.bold, span.italic)}"
            f"{OPEN_TEXT}{breaking_text_xml(span.text)}</w:t></w:r>"
            for span in value
            if span.text
        )
    )


@lru_cache(maxsize=256)
def emphasized(properties: str, bold: bool, italic: bool) -> str:
    """The ``w:rPr`` with bold and italic added as direct properties.

    Not as character styles: Word *toggles* a style's bold against the paragraph style's, so that an emphasized word
    in a bold trích yếu would come out regular.
    """
    if not (bold or italic):
        return properties
    if not properties:
        marks = "".join(f"<w:{tag}/>" for tag in _EMPHASIS if (bold if tag[0] == "b" else italic))
        return f"<w:rPr>{marks}</w:rPr>"
    # Word's own later properties (w14:ligatures) are kept: whatever name the part gives their namespace serves here.
    others = "".join(f' xmlns:{name}="{name}"' for name in sorted(set(_PREFIX.findall(properties)) - {"w", "xml"}))
    root = parse(f'<x xmlns:w="{W}"{others}>{properties}</x>')[0]
    place = sum(1 for item in root if item.tag in _BEFORE_BOLD)
    for tag in _EMPHASIS:
        old = root.find(w(tag))
        wanted = bold if tag[0] == "b" else italic
        if old is not None:
            if wanted:
                old.attrib.pop(w("val"), "")
            place = root.index(old) + 1
        elif wanted:
            root.insert(place, root.makeelement(w(tag)))
            place += 1
    return plain_xml(root)


def plain_xml(element: etree._Element) -> str:
    """The element without namespace declarations, to stand inside a part that has them."""
    return _NAMESPACES.sub("", etree.tostring(element, encoding="unicode", with_tail=False))
