"""Cells that stand apart, said to LibreOffice, which knows no such tables, as cells with wider margins.

The text stands where Word has it; the lines, which are not compared, stay where cells meet.
"""

from __future__ import annotations

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AFTER_MARGINS = [f"{_W}{name}" for name in ("textDirection", "tcFitText", "vAlign", "hideMark", "tcPrChange")]
_USUAL = {"top": 0, "left": 108, "bottom": 0, "right": 108}


def gaps_said(data: bytes) -> bytes:
    """The part with the gaps between the cells of its tables as margins of the cells."""
    if b"<w:tblCellSpacing" not in data:
        return data
    root = etree.fromstring(data)
    for table in root.iter(f"{_W}tbl"):
        properties = table.find(f"{_W}tblPr")
        gap = _twips(properties, "tblCellSpacing") if properties is not None else 0
        if gap:
            _widen(table, gap)
    for said in list(root.iter(f"{_W}tblCellSpacing")):
        said.getparent().remove(said)  # type: ignore[union-attr]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _widen(table: etree._Element, gap: int) -> None:
    rows = table.findall(f"{_W}tr")
    usual = _USUAL | _sides(table.find(f"{_W}tblPr/{_W}tblCellMar"))
    gap += round(_rule(table) / 2)
    for number, row in enumerate(rows):
        cells = row.findall(f"{_W}tc")
        for index, cell in enumerate(cells):
            properties = cell.find(f"{_W}tcPr")
            if properties is None:
                properties = etree.Element(f"{_W}tcPr")
                cell.insert(0, properties)
            old = properties.find(f"{_W}tcMar")
            margins = usual | _sides(old)
            if old is not None:
                properties.remove(old)
            edges = {"top": number == 0, "left": index == 0, "bottom": number == len(rows) - 1}
            edges["right"] = index == len(cells) - 1
            made = etree.Element(f"{_W}tcMar")
            for side, at_edge in edges.items():
                said = etree.SubElement(made, f"{_W}{side}")
                said.set(f"{_W}w", str(margins[side] + gap * (1 + at_edge)))
                said.set(f"{_W}type", "dxa")
            below = next((child for child in properties if child.tag in _AFTER_MARGINS), None)
            properties.insert(len(properties) if below is None else properties.index(below), made)


def _rule(table: etree._Element) -> float:
    """The width of the widest line inside the table, in twips."""
    lines = [line for name in ("tblBorders", "tcBorders") for said in table.iter(f"{_W}{name}") for line in said]
    drawn = [line for line in lines if line.get(f"{_W}val") not in ("nil", "none")]
    return max((float(line.get(f"{_W}sz") or 0) * 2.5 for line in drawn), default=0.0)


def _sides(said: etree._Element | None) -> dict[str, int]:
    names = {"start": "left", "end": "right"}
    found = {etree.QName(side).localname: side.get(f"{_W}w", "0") for side in (said if said is not None else ())}
    return {names.get(side, side): int(width) for side, width in found.items()}


def _twips(properties: etree._Element, name: str) -> int:
    said = properties.find(f"{_W}{name}")
    return 0 if said is None or said.get(f"{_W}type", "dxa") != "dxa" else int(said.get(f"{_W}w", "0"))
