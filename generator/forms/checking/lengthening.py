"""A filled form made long enough that every header and footer is on some page."""

from __future__ import annotations

from lxml import etree

from generator.docx.word.ooxml import parse, serialize, w
from generator.docx.word.package import DOCUMENT, Package

_PAGES = 2  # beside the first: an even one and an odd one


def with_pages(docx: bytes) -> bytes:
    """The file with two pages more at the end of each section that has headers or footers of its own."""
    package = Package.read(docx)
    root = parse(package.parts[DOCUMENT])
    for section in list(root.iter(w("sectPr"))):
        if section.find(w("headerReference")) is None and section.find(w("footerReference")) is None:
            continue
        last = next(section.iterancestors(w("p")), section)
        for _ in range(_PAGES):
            paragraph = etree.Element(w("p"))
            etree.SubElement(etree.SubElement(paragraph, w("r")), w("br")).set(w("type"), "page")
            last.addprevious(paragraph)
    package.parts[DOCUMENT] = serialize(root)
    return package.to_bytes()
