"""Margins that a row says for its cells (``w:tblPrEx``), said by each cell: LibreOffice knows its borders alone."""

from __future__ import annotations

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIDES = {"start": "left", "end": "right"}
_ORDER = ("top", "left", "bottom", "right")
_BEFORE = [f"{_W}{n}" for n in ("tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap")]


def margins_said(data: bytes) -> bytes:
    """The part with such margins as those of the cells that say none themselves."""
    if b"<w:tblPrEx>" not in data:
        return data
    root = etree.fromstring(data)
    changed = False
    for said in root.iterfind(f".//{_W}tblPrEx/{_W}tblCellMar"):
        row = said.getparent().getparent()
        sides = _sides(said)
        of_table = row.getparent().find(f"{_W}tblPr/{_W}tblCellMar")
        if of_table is not None and _lengths(sides) == _lengths(_sides(of_table)):  # WPS says them again in each row
            continue
        for cell in row.findall(f"{_W}tc"):
            changed = _tell(cell, sides) or changed
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if changed else data


def _sides(said: etree._Element) -> dict[str, etree._Element]:
    return {_SIDES.get(name := side.tag.rpartition("}")[2], name): side for side in said}


def _lengths(sides: dict[str, etree._Element]) -> dict[str, dict[bytes | str, bytes | str]]:
    return {name: dict(side.attrib) for name, side in sides.items()}


def _tell(cell: etree._Element, sides: dict[str, etree._Element]) -> bool:
    properties = cell.find(f"{_W}tcPr")
    if properties is None:
        return False
    own = properties.find(f"{_W}tcMar")
    if own is None:
        own = etree.Element(f"{_W}tcMar")
        at = [index for index, child in enumerate(properties) if child.tag in _BEFORE]
        properties.insert(max(at, default=-1) + 1, own)
    known = _lengths(_sides(own))
    made = _lengths(sides) | known
    own[:] = [etree.Element(f"{_W}{name}", made[name]) for name in _ORDER if name in made]
    return made != known
