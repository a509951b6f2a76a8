"""What a rendered document still needs so that Word opens it and its pages break well."""

from __future__ import annotations

from lxml import etree

from generator.docx.blocks.lines import even_width
from generator.docx.word.ooxml import find, paragraph_property, take_out, w
from generator.docx.word.sections import separator
from generator.docx.word.styles import CLOSING_TABLE, DATA_TABLE, EVEN_STYLES, Styles
from generator.law.figures import COMPONENTS, PARAGRAPH_GAP, TWIPS_PER_POINT

_TABLE, _CELL, _PARAGRAPH = w("tbl"), w("tc"), w("p")


def tidy(root: etree._Element, styles: Styles, width: int) -> None:
    """Mend in place what loops leave behind, part tables that touch, and keep the signature with the text.

    ``width`` is the text's, in twips; headings of several lines are made even within it.
    """
    # Plain walks, each over one tag: an XPath over the whole tree takes as long as rendering it did.
    _drop_empty(root)
    _make_even(root, styles, width)
    kinds = {styles.id(name, "table"): name for name in (DATA_TABLE, CLOSING_TABLE) if styles.has(name, "table")}
    for table in list(root.iter(_TABLE)):
        after = table.getnext()
        if after is not None and after.tag == _TABLE:
            # Word shows two tables with nothing between them as one.
            after = separator(table, styles)
            table.addnext(after)
        style = table.find(f"{w('tblPr')}/{w('tblStyle')}")
        kind = kinds.get(style.get(w("val"), "")) if style is not None else None
        if kind == DATA_TABLE and after is not None and after.tag == _PARAGRAPH:
            # A table has no space after it, and body paragraphs have none before (ND30-I.2.6e4).
            paragraph_property(after, "spacing").set(w("before"), str(round(PARAGRAPH_GAP * TWIPS_PER_POINT)))
        elif kind == CLOSING_TABLE:
            _keep_closing(table)
        if kind == DATA_TABLE:
            _keep_lead(table)


def mended_styles(styles: Styles) -> list[str]:
    """The ids of the paragraph styles whose paragraphs ``tidy`` changes."""
    return [styles.id(name) for name in EVEN_STYLES if styles.has(name)]


def _drop_empty(root: etree._Element) -> None:
    # A loop over nothing leaves rows without cells and tables without rows; Word calls both unreadable.
    for tag, content in ((w("tr"), _CELL), (_TABLE, w("tr"))):
        for item in [item for item in root.iter(tag) if next(item.iter(content), None) is None]:
            take_out(item)
    # A cell must end in a paragraph.
    for cell in [cell for cell in root.iter(_CELL) if not len(cell) or cell[-1].tag != _PARAGRAPH]:
        etree.SubElement(cell, _PARAGRAPH)


def _make_even(root: etree._Element, styles: Styles, width: int) -> None:
    looks = {styles.id(name): COMPONENTS[part] for name, part in EVEN_STYLES.items() if styles.has(name)}
    name = w("val")
    for style in [style for style in root.iter(w("pStyle")) if style.get(name) in looks]:
        look = looks[style.get(name, "")]
        paragraph = next(style.iterancestors(_PARAGRAPH))
        cell = next(paragraph.iterancestors(_CELL), None)
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


def _keep_lead(table: etree._Element) -> None:
    # «… như sau:» says nothing at the foot of a page whose table begins on the next.
    before = table.getprevious()
    if before is not None and before.tag == _PARAGRAPH and _text(before).rstrip().endswith(":"):
        paragraph_property(before, "keepNext")


def _keep_closing(table: etree._Element) -> None:
    # The signature block must not stand alone on the last page (ND30-I.2.7e5).
    before = table.getprevious()
    while before is not None and before.tag == _PARAGRAPH and next(before.iter(w("t")), None) is None:
        paragraph_property(before, "keepNext")
        before = before.getprevious()
    if before is None:
        return
    if before.tag == _PARAGRAPH:
        paragraph_property(before, "keepNext")
        paragraph_property(before, "keepLines")
    else:
        for paragraph in find(before, "./w:tr[last()]/w:tc/w:p"):
            paragraph_property(paragraph, "keepNext")
