"""How wide tables and their columns are, said to LibreOffice, which goes by the grid alone.

Where the cells ask for other widths than a grid that nobody laid out, Word goes by the cells (17.18.87); a table wider
than its text is as wide as it says, and one that grew with its content is as wide as its grid. Up to Word 2010 all of
the width is that of the text and of the margins of the first and the last cell. A share of the width is one of the text
of the table's own section (17.18.90), to LibreOffice one of the last section's.
"""

from __future__ import annotations

import re

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NEAR = 20.0  # twips
_EVEN = 3.0
_WHOLE = 5000.0
_FINE = 0.001
_MARGIN = 108.0  # twips, where nothing is said
_MODE = re.compile(rb'<w:compatSetting (?=[^>]*"compatibilityMode")[^>]*w:val="(\d+)"')
_NEW = 15  # Word 2013
_GRID = re.compile(rb'<w:docGrid\b[^>]*w:type="(?!default")')


def widths_said(data: bytes, text_widths: set[int], styles: bytes, settings: bytes) -> bytes:
    """The part with the grid of each table as wide as the table is."""
    if b"<w:tblGrid>" not in data:
        return data
    root = etree.fromstring(data)
    mode = _MODE.search(settings)
    named = None if mode and int(mode[1]) >= _NEW else _table_styles(styles)
    several = len(text_widths) > 1
    told = []
    for table in root.iter(f"{_W}tbl"):
        text = (_section_width(table) if several else 0) or max(text_widths, default=0)
        told.append(_tell(table, text, _beside(table, named) if named and text else 0.0, several))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if any(told) else data


def unbroken(data: bytes) -> bytes:
    """The part without what is passed over in cells: column breaks, as page breaks are, and headings that repeat."""
    if b"<w:tc>" not in data or (b'"column"' not in data and b"<w:tblHeader" not in data):
        return data
    root = etree.fromstring(data)
    passed = [
        *root.iterfind(f".//{_W}tc//{_W}br[@{_W}type='column']"),
        *root.iterfind(f".//{_W}tc//{_W}tblHeader"),
    ]
    for mark in passed:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if passed else data


def off_the_grid(data: bytes, settings: bytes) -> bytes:
    """The part with the lines of its cells off the grid of the document, on which a file asks for them (17.15.3.1)."""
    if b"<w:tc>" not in data or not _GRID.search(data) or b"<w:adjustLineHeightInTable" in settings:
        return data
    root = etree.fromstring(data)
    for paragraph in root.iterfind(f".//{_W}tc//{_W}p"):
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            properties = etree.Element(f"{_W}pPr")
            paragraph.insert(0, properties)
        if properties.find(f"{_W}snapToGrid") is None:
            properties.insert(int(properties.find(f"{_W}pStyle") is not None), _off())
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _off() -> etree._Element:
    made = etree.Element(f"{_W}snapToGrid")
    made.set(f"{_W}val", "0")
    return made


def _table_styles(styles: bytes) -> dict[str, etree._Element]:
    """The styles of tables by their ids, and by none the one of a table that names none."""
    found = etree.fromstring(styles).iterfind(f"{_W}style[@{_W}type='table']") if styles else ()
    made = {style.get(f"{_W}styleId", ""): style for style in found}
    made[""] = next((style for style in made.values() if style.get(f"{_W}default")), etree.Element(f"{_W}style"))
    return made


def _beside(table: etree._Element, styles: dict[str, etree._Element]) -> float:
    """The left margin of the first row's first cell, and the right one of its last."""
    cells = table.findall(f"{_W}tr[1]/{_W}tc")
    total = 0.0
    for cell, side in ((cells[0], "left"), (cells[-1], "right")) if cells else ():
        said = [cell.find(f"{_W}tcPr/{_W}tcMar"), table.find(f"{_W}tblPr/{_W}tblCellMar")]
        style = styles.get(_of(table.find(f"{_W}tblPr"), "tblStyle", "val") or "", styles[""])
        for _ in styles:
            said.append(style.find(f"{_W}tblPr/{_W}tblCellMar"))
            style = styles.get(_of(style, "basedOn", "val") or "", styles[""])
        margins = (margin.find(f"{_W}{side}") for margin in said if margin is not None)
        total += next((_number(margin) for margin in margins if margin is not None), _MARGIN)
    return total


def _section_width(table: etree._Element) -> int:
    """How wide the text of the section around the table is, in twips; nothing where that is not said."""
    blocks = [table, *table.iterancestors()]
    for block in next((block for block in blocks if _is_in_body(block)), table).itersiblings():
        section = block if block.tag == f"{_W}sectPr" else block.find(f"{_W}pPr/{_W}sectPr")
        if section is not None:
            margins = [_of(section, "pgMar", side) for side in ("left", "right")]
            lengths = [_of(section, "pgSz", "w"), *margins]
            return int(lengths[0] or 0) - sum(int(margin or 0) for margin in margins) if all(lengths) else 0
    return 0


def _is_in_body(block: etree._Element) -> bool:
    parent = block.getparent()
    return parent is not None and parent.tag == f"{_W}body"


def _tell(table: etree._Element, text: float, beside: float, several: bool) -> bool:
    properties, grid = table.find(f"{_W}tblPr"), table.find(f"{_W}tblGrid")
    wanted = properties.find(f"{_W}tblW") if properties is not None else None
    columns = [_number(column) for column in grid] if grid is not None else []
    whole = sum(columns)
    if wanted is None or not columns or not all(columns):
        return False
    is_fixed = _of(properties, "tblLayout", "type") == "fixed"
    nested = next(table.iterancestors(f"{_W}tc"), None) is not None
    share = 0.0 if nested or wanted.get(f"{_W}type") != "pct" else _number(wanted) / _WHOLE
    text += beside
    asked = share * text if share else _number(wanted) if wanted.get(f"{_W}type") == "dxa" else 0.0
    laid_out, told = columns, False
    by_cells = _by_cells(table, columns, asked or whole)
    never_laid_out = by_cells is not None and whole < (asked * 0.97 if asked else sum(by_cells) / 2)
    even = by_cells is not None and _is_even(columns, by_cells, asked)
    if by_cells is not None and (is_fixed or never_laid_out or even) and _differ(by_cells, columns):
        if not asked and not is_fixed and not nested:
            asked = min(sum(by_cells), text)
            wanted.set(f"{_W}type", "dxa")
            wanted.set(f"{_W}w", str(round(asked)))
        factor = asked / sum(by_cells) if asked and (not is_fixed or sum(by_cells) > asked) else 1.0
        columns, told = [column * factor for column in by_cells], True
    of_own = share and (beside or several)
    if of_own:  # given in twips, LibreOffice goes by the grid
        columns = [column * asked / sum(columns) for column in columns]
    if columns is not laid_out:
        for element, column in zip(grid, columns, strict=True):
            element.set(f"{_W}w", str(round(column)))
    if share > 1.0 or of_own or (not is_fixed and 0 < asked < whole - _NEAR and not share):
        wanted.set(f"{_W}type", "dxa")
        wanted.set(f"{_W}w", str(round(max(share * text, sum(columns)))))
        told = True
    elif abs(share * 100 - round(share * 100)) > _FINE:  # LibreOffice has whole hundredths alone
        wanted.set(f"{_W}type", "dxa")
        wanted.set(f"{_W}w", str(round(share * text)))
        told = True
    return told


def _is_even(columns: list[float], by_cells: list[float], asked: float) -> bool:
    """Whether the grid is even, as a program writes it that laid nothing out, and the cells ask for something else."""
    if len(columns) == 1 or max(columns) - min(columns) > _EVEN or sum(columns) > (asked or sum(by_cells)) * 1.05:
        return False
    return max(by_cells) - min(by_cells) > _NEAR or (asked > 0 and abs(sum(by_cells) - asked) <= _NEAR)


def _differ(one: list[float], other: list[float]) -> bool:
    return any(abs(a - b) > _NEAR for a, b in zip(one, other, strict=True))


def _by_cells(table: etree._Element, columns: list[float], whole: float) -> list[float] | None:
    """The columns as their cells ask, ``None`` where one of the columns is asked for only together with others."""
    made = [0.0] * len(columns)
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is not table:
            continue
        at = int(_of(row.find(f"{_W}trPr"), "gridBefore", "val") or 0)
        for cell in row.findall(f"{_W}tc"):
            properties = cell.find(f"{_W}tcPr")
            span = int(_of(properties, "gridSpan", "val") or 1)
            width = properties.find(f"{_W}tcW") if properties is not None else None
            if width is not None and span == 1 and at < len(made):
                scale = whole / _WHOLE if width.get(f"{_W}type") == "pct" else 1.0
                made[at] = max(made[at], _number(width) * scale)
            at += span
    return made if all(made) else None


def _of(parent: etree._Element | None, name: str, attribute: str) -> str | None:
    child = parent.find(f"{_W}{name}") if parent is not None else None
    return None if child is None else child.get(f"{_W}{attribute}")


def _number(element: etree._Element) -> float:
    text = element.get(f"{_W}w") or "0"
    try:
        return float(text.rstrip("%")) * (_WHOLE / 100 if text.endswith("%") else 1.0)
    except ValueError:
        return 0.0
