"""Small Excel files written by hand, part by part: what no program would write, or only one of them."""

from __future__ import annotations

import io
import zipfile

from generator.workbook.xlsx.grid import Grid, read_grid
from generator.workbook.xlsx.package import Package

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def relationships(*arrows: tuple[str, str], more: str = "") -> str:
    """A part of relationships rId1, rId2 …, each a kind and a target."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(arrows, 1)
    )
    return f'<Relationships xmlns="{_RELS}">{items}{more}</Relationships>'


def book(sheets: str = '<sheet name="Một" sheetId="1" r:id="rId1"/>', before: str = "") -> str:
    """The part that lists the sheets."""
    return f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}<sheets>{sheets}</sheets></workbook>'


def sheet(rows: str, before: str = "", after: str = "") -> str:
    """The part of one sheet."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def styles(*formats: str, struck: bool = False) -> str:
    """Styles 1, 2 … of these number formats; all of them struck through, or none."""
    codes = "".join(f'<numFmt numFmtId="{200 + n}" formatCode="{code}"/>' for n, code in enumerate(formats))
    fonts = f"<fonts><font/><font>{'<strike/>' if struck else ''}</font></fonts>"
    looks = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{200 + n}" fontId="1"/>' for n in range(len(formats)))
    return f'<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts>{fonts}<cellXfs>{looks}</cellXfs></styleSheet>'


def strings(*items: str) -> str:
    """The shared strings, each the inside of an ``si``."""
    return f'<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def _content_types() -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {"/xl/workbook.xml": "sheet.main", f"/{SHEET}": "worksheet", f"/{STRINGS}": "sharedStrings",
             "/xl/styles.xml": "styles"}  # fmt: skip
    items = "".join(f'<Override PartName="{part}" ContentType="{kind}.{name}+xml"/>' for part, name in parts.items())
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{rels}{items}</Types>'


def workbook(rows: str = "", parts: dict[str, str | None] | None = None) -> bytes:
    """A workbook of one sheet with these rows; parts are put in, or left out where they are None."""
    whole: dict[str, str | None] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": book(),
        "xl/_rels/workbook.xml.rels": relationships(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")
        ),
        SHEET: sheet(rows),
        STRINGS: strings(),
        "xl/styles.xml": styles(),
        **(parts or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in whole.items():
            if content is not None:
                archive.writestr(name, content)
    return stream.getvalue()


def grid(raw: bytes) -> Grid:
    """The cells of the first sheet."""
    package = Package(raw, "tay.xlsx")
    return read_grid(package, package.sheets[0])


def texts(raw: bytes) -> dict[str, str]:
    """The text of each filled cell of the first sheet; of one without a value, what is wrong with it."""
    cells = (cell for row in grid(raw).rows.values() for cell in row.values())
    return {cell.ref: cell.text or cell.wrong for cell in cells}
