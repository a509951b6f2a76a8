"""The letters of tables that the program draws into a form: those of the old document's text.

Typed documents say their typeface at every word and leave the default of the file as Word has it (Calibri, or bold, or
with a first line drawn in); a table drawn in our styles would show that default.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from generator.docx.word.ooxml import RUN_ORDER, child, paragraph_property, parse, serialize, w
from generator.docx.word.package import STYLES
from generator.docx.word.styles import TABLE_HEADING, TABLE_TEXT, Styles
from generator.drafting.old import Old

_WEIGHTS = ("b", "bCs", "i", "iCs", "caps")


def lettered(old: Old) -> None:
    """Puts our styles of table text into the form in the typeface of the document's text, free of its defaults."""
    fonts: Counter[str] = Counter()
    for one in old.parts.body:
        for run in one.line.runs:
            fonts[run.format.font] += len(run.text)
    tree = parse(old.package.parts[STYLES])
    known = Styles(tree, "")
    wanted = [name for name in (TABLE_HEADING, *TABLE_TEXT.values()) if not known.has(name)]
    if not fonts or not wanted:
        return
    styles = Styles(tree, "", borrows=True)
    content = etree.Element(w("body"))
    for name in wanted:
        etree.SubElement(content, w("pStyle")).set(w("val"), styles.id(name))
    root = styles.with_borrowed(content).root
    for style in root.iter(w("style")):
        called = style.find(w("name"))
        if called is not None and called.get(w("val")) in wanted:
            _letters(style, fonts.most_common(1)[0][0])
    old.package.parts[STYLES] = serialize(root)


def _letters(style: etree._Element, font: str) -> None:
    look = child(style, "rPr")
    fonts = etree.SubElement(look, w("rFonts"))
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(w(name), font)
    for tag in _WEIGHTS:
        if look.find(w(tag)) is None:
            etree.SubElement(look, w(tag)).set(w("val"), "0")
    look[:] = sorted(look, key=lambda item: RUN_ORDER.get(item.tag, 99))
    indent = paragraph_property(style, "ind")
    for side in ("left", "right", "firstLine"):
        indent.set(w(side), "0")
