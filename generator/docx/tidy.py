"""What a rendered document still needs so that Word opens it and its pages break well."""

from __future__ import annotations

from lxml import etree

from generator.docx.lines import even_width
from generator.docx.ooxml import find, paragraph_property, w
from generator.docx.sections import separator
from generator.docx.styles import CLOSING_TABLE, DATA_TABLE, EVEN_STYLES, Styles
from generator.law.figures import COMPONENTS, PARAGRAPH_GAP, TWIPS_PER_POINT, Component


def tidy(root: etree._Element, styles: Styles, width: int) -> None:
    """Mend in place what loops leave behind, part tables that touch, and keep the signature with the text.

    ``width`` is the text's, in twips; headings of several lines are made even within it.
    """
    _drop_empty(root)
    for name, component in EVEN_STYLES.items():
        if styles.has(name):
            _make_even(root, styles.id(name), COMPONENTS[component], width)
    _part_tables(root, styles)
    if styles.has(DATA_TABLE, "table"):
        _space_after_tables(root, styles)
    if styles.has(CLOSING_TABLE, "table"):
        _keep_closing(root, styles)


def _drop_empty(root: etree._Element) -> None:
    # A loop over nothing leaves rows without cells and tables without rows; Word calls both unreadable.
    for path in ("//w:tr[not(.//w:tc)]", "//w:tbl[not(.//w:tr)]"):
        for item in find(root, path):
            parent = item.getparent()
            if parent is not None:
                parent.remove(item)
    # A cell must end in a paragraph.
    for cell in find(root, "//w:tc[not(*[last()][self::w:p])]"):
        etree.SubElement(cell, w("p"))


def _make_even(root: etree._Element, style: str, look: Component, width: int) -> None:
    for paragraph in find(root, f"//w:p[w:pPr/w:pStyle/@w:val='{style}']"):
        cell = next(paragraph.iterancestors(w("tc")), None)
        own = find(cell, "./w:tcPr/w:tcW[@w:type='dxa']") if cell is not None else []
        room = (int(own[0].get(w("w"), "0")) if own else width) / TWIPS_PER_POINT
        side = round((room - even_width(_text(paragraph), room, look)) * TWIPS_PER_POINT / 2)
        if side > 0:
            indent = paragraph_property(paragraph, "ind")
            indent.set(w("left"), str(side))
            indent.set(w("right"), str(side))


def _text(paragraph: etree._Element) -> str:
    breaks = {w("br"): "\n", w("tab"): "\t"}
    return "".join(breaks.get(str(item.tag), item.text or "") for item in find(paragraph, "./w:r/*"))


def _part_tables(root: etree._Element, styles: Styles) -> None:
    # Word shows two tables with nothing between them as one.
    for table in find(root, "//w:tbl[following-sibling::*[1][self::w:tbl]]"):
        table.addnext(separator(table, styles))


def _space_after_tables(root: etree._Element, styles: Styles) -> None:
    # A table has no space after it, and body paragraphs have none before (ND30-I.2.6e4).
    style = styles.id(DATA_TABLE, "table")
    path = f"//w:tbl[w:tblPr/w:tblStyle/@w:val='{style}']/following-sibling::*[1][self::w:p]"
    for paragraph in find(root, path):
        gap = str(round(PARAGRAPH_GAP * TWIPS_PER_POINT))
        paragraph_property(paragraph, "spacing").set(w("before"), gap)


def _keep_closing(root: etree._Element, styles: Styles) -> None:
    # The signature block must not stand alone on the last page (ND30-I.2.7e5).
    style = styles.id(CLOSING_TABLE, "table")
    for table in find(root, f"//w:tbl[w:tblPr/w:tblStyle/@w:val='{style}']"):
        before = table.getprevious()
        while before is not None and before.tag == w("p") and not find(before, ".//w:t"):
            paragraph_property(before, "keepNext")
            before = before.getprevious()
        if before is None:
            continue
        if before.tag == w("p"):
            paragraph_property(before, "keepNext")
            paragraph_property(before, "keepLines")
        else:
            for paragraph in find(before, "./w:tr[last()]/w:tc/w:p"):
                paragraph_property(paragraph, "keepNext")
