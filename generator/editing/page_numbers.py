"""Page numbers in the middle of the header, in a part of their own."""

from __future__ import annotations

from lxml import etree

from generator.docx.word.ooxml import R, W, w
from generator.editing.order import SECTION, placed
from generator.edits import SetPageNumber
from generator.opc import Package, Relationship

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_ARROW = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"


def number_pages(package: Package, document: str, section: etree._Element, edit: SetPageNumber) -> None:
    """Gives the section a header of its own that holds the page's number alone."""
    part = package.free_name("word/header1.xml")
    package.add(part, _header(edit), _TYPE)
    key = package.relate(document, Relationship(_ARROW, part))
    for old in section.findall(w("headerReference")):
        if old.get(w("type"), "default") == "default":
            section.remove(old)
    reference = section.makeelement(w("headerReference"), {w("type"): "default", f"{{{R}}}id": key}, {"r": R})
    placed(section, reference, SECTION)


def _header(edit: SetPageNumber) -> bytes:
    size = f"{edit.size * 2:g}"
    look = (
        f'<w:rPr><w:rFonts w:ascii="{edit.font}" w:hAnsi="{edit.font}" w:cs="{edit.font}"/>'
        f'<w:color w:val="auto"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:firstLine="0"/>'
        f'<w:jc w:val="center"/></w:pPr><w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{look}<w:t>2</w:t></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
    ).encode()
