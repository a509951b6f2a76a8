"""Labels of lists whose higher levels show no number, said to LibreOffice without the places of those.

It leaves out the text behind such a place as well: of ``%12.%2``, where the first level has no numbers, the ``2.``.
"""

from __future__ import annotations

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def labels_said(data: bytes) -> bytes:
    """The part with the patterns of its lists without the numbers of levels that show none (``w:numFmt`` ``none``)."""
    if b"<w:abstractNum " not in data or b'<w:numFmt w:val="none"' not in data:
        return data
    root = etree.fromstring(data)
    changed = False
    for listed in root.iter(f"{_W}abstractNum"):
        levels = listed.findall(f"{_W}lvl")
        silent = [level.get(f"{_W}ilvl", "") for level in levels if _form(level) == "none"]
        for level in levels:
            text = level.find(f"{_W}lvlText")
            said = "" if text is None else text.get(f"{_W}val", "")
            plain = said
            for index in silent:
                plain = plain.replace(f"%{int(index) + 1}", "")
            if text is not None and plain != said and _form(level) != "none":
                text.set(f"{_W}val", plain)
                changed = True
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if changed else data


def _form(level: etree._Element) -> str:
    said = level.find(f"{_W}numFmt")
    return "" if said is None else said.get(f"{_W}val", "")
