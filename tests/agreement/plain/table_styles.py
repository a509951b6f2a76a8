"""Letters that each run of a table says itself, kept from the table's style.

What a run says goes before what the style of its table says (17.7.2). LibreOffice sets a run in the typeface and the
size of the table's style where the run's own are those of the whole file, so a table style loses what every run says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = ("rFonts", "sz")
_STYLE = re.compile(
    rb'(<w:style\b(?=[^>]*w:type="table")[^>]*w:styleId="([^"]*)"[^>]*>)(.*?)((?:<w:tblStylePr\b.*?)?</w:style>)', re.S
)
_BASE = re.compile(rb'<w:basedOn w:val="([^"]*)"')
_ROOM = re.compile(rb'<w:tblCellMar>(?:(?!</w:tblCellMar>).)*<w:(?:top|bottom) w:w="(?!0(?:\.0)?")', re.S)
_SAID = {name: re.compile(rb"<w:%s\b[^>]*/>" % name.encode()) for name in _LETTERS}


def without_said(styles: bytes, document: bytes) -> bytes:
    """The styles, those of tables without the letters that all runs and marks of their tables say themselves."""
    found = {style[2]: style[3] for style in _STYLE.finditer(styles)}
    kept: dict[bytes, set[str]] = {}
    used: set[bytes] = set()
    if not any(said.search(style) for style in found.values() for said in _SAID.values()):
        return styles
    for table in etree.fromstring(document).iter(f"{_W}tbl"):
        named = table.find(f"{_W}tblPr/{_W}tblStyle")
        silent = _silent(table)
        for style in _line(named.get(f"{_W}val", "").encode() if named is not None else b"", found):
            used.add(style)
            kept.setdefault(style, set()).update(silent)

    def drop(style: re.Match[bytes]) -> bytes:
        said = style[3]
        for name in _LETTERS if style[2] in used else ():
            said = said if name in kept[style[2]] else _SAID[name].sub(b"", said)
        return style[1] + said + style[4]

    return _STYLE.sub(drop, styles)


def _line(style: bytes, found: dict[bytes, bytes]) -> Iterator[bytes]:
    """The style and those it is built on."""
    seen: set[bytes] = set()
    while style in found and style not in seen:
        seen.add(style)
        yield style
        base = _BASE.search(found[style])
        style = base[1] if base else b""


def _silent(table: etree._Element) -> set[str]:
    """Which letters some run or mark of the table does not say itself."""
    looks = [run.find(f"{_W}rPr") for run in table.iter(f"{_W}r") if len(run)]
    looks += [mark.find(f"{_W}pPr/{_W}rPr") for mark in table.iter(f"{_W}p")]
    return {name for name in _LETTERS if any(look is None or look.find(f"{_W}{name}") is None for look in looks)}


def named(data: bytes, styles: bytes) -> bytes:
    """The part with the name of the default table style in tables that name none, where its cells have room above them.

    It is the style of these tables (17.7.4.17); LibreOffice leaves out what it says of the room in cells.
    """
    usual = next((style for style in _STYLE.finditer(styles) if b'w:default="1"' in style[1]), None)
    if usual is None or not _ROOM.search(usual[3]):
        return data
    told = b'<w:tblPr><w:tblStyle w:val="%s"/>' % usual[2]
    return re.sub(rb"<w:tblPr>(?!\s*<w:tblStyle\b)", told, data)
