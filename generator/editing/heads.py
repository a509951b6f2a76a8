"""What headers and footers say besides page numbers: it must not go when a file's numbers are set anew."""

from __future__ import annotations

from typing import Literal

from lxml import etree

from generator.docx.word.ooxml import R, find, parse, w
from generator.opc import Package

_SEEN = {w("drawing"), w("pict"), w("object")}


def speaks(package: Package, section: int, where: Literal["header", "footer"]) -> bool:
    """Whether the section's usual header or footer, its own or that of a section before, has words or pictures."""
    main = package.related("", "officeDocument") or ""
    if main not in package.parts:
        return False
    arrows = package.relationships(main)
    sections = find(parse(package.parts[main]), "//w:sectPr[not(parent::w:sectPrChange)]")
    for properties in reversed(sections[: section + 1]):
        for reference in properties.findall(w(f"{where}Reference")):
            if reference.get(w("type"), "default") == "default":
                arrow = arrows.get(reference.get(f"{{{R}}}id", ""))
                part = package.parts.get(arrow.target) if arrow is not None else None
                return part is not None and _says(parse(part))
    return False


def _says(root: etree._Element) -> bool:
    text = "".join(item.text or "" for item in root.iter(w("t")))
    return any(map(str.isalpha, text)) or any(item.tag in _SEEN for item in root.iter())
