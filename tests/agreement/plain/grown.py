"""Which columns grow to their longest word, said to LibreOffice, which cuts the word (17.18.87).

How wide a word is depends on typefaces, so that the program's own measure is told; how tables share their width out is
tested where it is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from generator.errors import VanthuError
from generator.layout import read
from generator.layout.tree import Block, Table
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.cells.growing import grow

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def grown_said(data: bytes, docx: bytes) -> bytes:
    """The body of the document with the columns that its words make wider."""
    if b"<w:tblGrid>" not in data:
        return data
    try:
        document = read(docx)
    except VanthuError:
        return data
    tables = [table for section in document.sections for table in _inside(section.blocks)]
    before = [table.columns for table in tables]
    faces = Faces(False, None, document.settings.stand_ins)
    for section in document.sections:
        grow(section.blocks, faces)
    if all(table.columns is columns for table, columns in zip(tables, before, strict=True)):
        return data
    root = etree.fromstring(data)
    elements = [table for table in root.iter(f"{_W}tbl") if next(table.iterancestors(f"{_W}txbxContent"), None) is None]
    if len(elements) != len(tables):
        return data
    for element, table, columns in zip(elements, tables, before, strict=True):
        if table.columns is not columns:
            _tell(element, table.columns)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _inside(blocks: Sequence[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for row in block.rows:
                for cell in row.cells:
                    yield from _inside(cell.blocks)


def _tell(element: etree._Element, columns: list[float]) -> None:
    grid, width = element.find(f"{_W}tblGrid"), element.find(f"{_W}tblPr/{_W}tblW")
    if grid is None or width is None or len(grid) != len(columns):
        return
    for column, wide in zip(grid, columns, strict=True):
        column.set(f"{_W}w", str(round(wide * 20)))
    width.set(f"{_W}type", "dxa")
    width.set(f"{_W}w", str(round(sum(columns) * 20)))
