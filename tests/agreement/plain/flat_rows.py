"""Rows of empty cells whose marks take no room (``w:hideMark``), said to LibreOffice as rows of the least height.

It flattens them itself, but not those that leave out columns of the grid: there it adds cells of its own, with marks.
"""

from __future__ import annotations

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHOWN = [f"{_W}{name}" for name in ("t", "tab", "br", "drawing", "pict", "object", "sym", "tbl", "trHeight")]


def flattened(data: bytes) -> bytes:
    """The part with such rows as rows of an exact height that is next to nothing."""
    if b"<w:hideMark" not in data or b"<w:grid" not in data:
        return data
    root = etree.fromstring(data)
    changed = False
    for row in root.iter(f"{_W}tr"):
        properties = row.find(f"{_W}trPr")
        if properties is None or not _is_flat(row):
            continue
        if any(properties.find(f"{_W}{name}") is not None for name in ("gridBefore", "gridAfter")):
            height = etree.SubElement(properties, f"{_W}trHeight")
            height.set(f"{_W}val", "1")
            height.set(f"{_W}hRule", "exact")
            changed = True
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if changed else data


def _is_flat(row: etree._Element) -> bool:
    cells = row.findall(f"{_W}tc")
    hidden = all(cell.find(f"{_W}tcPr/{_W}hideMark") is not None for cell in cells)
    return hidden and all(len(cell.findall(f"{_W}p")) == 1 for cell in cells) and next(row.iter(*_SHOWN), None) is None
