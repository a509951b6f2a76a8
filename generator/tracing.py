"""Where the figures of a report come from, for whoever checks it: a sheet of its own, and a hidden part of the DOCX."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from generator.content import TracedFigure
from generator.fingerprints import mark_parts
from generator.opc import EXCEL, Archive
from generator.opc.package import pack
from generator.opc.xml import parse, serialize

# Written here: the standard library's escape brings its HTTP client along.
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = _TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})

NAMESPACE = "urn:vanthu:nguon-so-lieu"
_HEADINGS = (("Số in", 22), ("Nơi in", 52), ("Công thức", 60), ("Nguồn", 60))
_EPOCH = (1980, 1, 1, 0, 0, 0)  # so that the same report gives the same bytes
_PROPERTIES = "docProps/core.xml"
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_LONGEST = 32_000  # characters a cell of Excel holds


def trace_sheet(figures: Sequence[TracedFigure], title: str) -> bytes:
    """The XLSX that lists each printed figure: what is printed, where, its formula, and its sources a line each."""
    from openpyxl import Workbook  # here, because it is rarely asked for and its import takes long
    from openpyxl.styles import Alignment, Font

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Nguồn số liệu"
    sheet.append([title])
    sheet.append([heading for heading, _ in _HEADINGS])
    for figure in figures:
        sheet.append([figure.text, figure.where, figure.formula, "\n".join(figure.sources)[:_LONGEST]])
    for number, (_, width) in enumerate(_HEADINGS):
        sheet.column_dimensions["ABCD"[number]].width = width
    for row in sheet.iter_rows(min_row=3):
        for cell in row:
            cell.data_type = "s"  # a formula as words, whatever sign it begins with
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in (sheet["A1"], *sheet[2]):
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = f"A2:D{sheet.max_row}"
    workbook.properties.created = workbook.properties.modified = datetime(*_EPOCH[:3])
    buffer = BytesIO()
    workbook.save(buffer)
    return _timeless(buffer.getvalue())


def trace_part(figures: Sequence[TracedFigure]) -> bytes:
    """The same as XML to travel inside the DOCX."""
    pieces = [f'{_DECLARATION}<n:nguonSoLieu xmlns:n="{NAMESPACE}">']  # as text: a tree takes ten times the memory
    for figure in figures:
        attributes = (("noiIn", figure.where), ("congThuc", figure.formula), ("in", figure.text))
        said = "".join(f" {name}={_attribute(value)}" for name, value in attributes)
        sources = "".join(f"<n:nguon>{source.translate(_TEXT)}</n:nguon>" for source in figure.sources)
        pieces.append(f"<n:so{said}>{sources}</n:so>" if sources else f"<n:so{said}/>")
    pieces.append("</n:nguonSoLieu>" if figures else "")
    return "".join(pieces).encode() if figures else f"{pieces[0][:-1]}/>".encode()


def _attribute(value: str) -> str:
    return f'"{value.translate(_ATTRIBUTE)}"'


def _timeless(data: bytes) -> bytes:
    """The same file without the time it was written at, with the fingerprint of what is left."""
    archive = Archive(data, EXCEL)
    parts = {name: archive.read(name) for name in archive.names}
    parts[_PROPERTIES] = _without_modified(parts[_PROPERTIES])
    return pack(mark_parts(parts))


def _without_modified(content: bytes) -> bytes:
    root = parse(content)
    for item in root.findall("{http://purl.org/dc/terms/}modified"):
        root.remove(item)
    return serialize(root)
