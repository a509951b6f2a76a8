"""How tall the last line of a cell and the number of a footnote is: by the text, where LibreOffice takes the style.

What a multiple of single spacing adds to a line is a share of that line's own height (17.3.1.33). Below the last line
of a cell LibreOffice adds a share of the letters that the paragraph's style says, and the number of a footnote it makes
as tall as those (17.3.2.38), so each such paragraph gets a style that says the letters of its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = "word/styles.xml"
_SINGLE = 240
_STYLE = (
    '<w:style xmlns:w="{space}" w:type="paragraph" w:customStyle="1" w:styleId="{new}"><w:name w:val="{new}"/>'
    '<w:basedOn w:val="{style}"/><w:rPr>{look}</w:rPr></w:style>'
)
_LOOK = ("rFonts", "sz")
_OF_LATIN = tuple(f"{_W}{name}" for name in ("ascii", "hAnsi", "asciiTheme", "hAnsiTheme"))
_MULTIPLE = re.compile(
    rb'<w:spacing\b(?=[^>]*w:line="(?:2[4-9]\d|[3-9]\d\d|\d{4})")(?![^>]*w:lineRule="(?:exact|atLeast)")'
)


def with_own_sizes(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with the last paragraph of each cell, and footnotes, in a style of their letters, if all are alike."""
    told, styles = dict(parts), parts.get(_STYLES, b"")
    if b"<w:styles" not in styles:
        return told
    everywhere = _MULTIPLE.search(styles) is not None
    sheet = etree.fromstring(styles)
    of_text = [one for one in sheet.iter(f"{_W}style") if one.get(f"{_W}type") == "paragraph"]
    plain = next((_id(one) for one in of_text if one.get(f"{_W}default")), "")
    known = {_id(one) for one in of_text if one.find(f".//{_W}numPr") is None}
    made: dict[tuple[str, bytes], str] = {}
    for name, data in parts.items():
        in_cells = b"<w:tc" in data and (everywhere or _MULTIPLE.search(data) is not None)
        if name == _STYLES or not (in_cells or b"<w:footnoteRef/>" in data):
            continue
        root, count = etree.fromstring(data), 0
        for paragraph, look in chain(_lasts(root, everywhere) if in_cells else (), _noted(root)):
            named = paragraph.find(f"{_W}pPr/{_W}pStyle")
            style = named.get(f"{_W}val", "") if named is not None else plain
            if look is not None and style in known:
                _set(paragraph, made.setdefault((style, look), f"{style}-{len(made)}"))
                count += 1
        if count:
            told[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    for (style, look), new in made.items():
        sheet.append(etree.fromstring(_STYLE.format(space=_W[1:-1], new=new, style=style, look=look.decode())))
    if made:
        told[_STYLES] = etree.tostring(sheet, xml_declaration=True, encoding="UTF-8", standalone=True)
    return told


def _id(style: etree._Element) -> str:
    return style.get(f"{_W}styleId", "")


def _lasts(root: etree._Element, everywhere: bool) -> Iterator[tuple[etree._Element, bytes | None]]:
    for cell in root.iter(f"{_W}tc"):
        if len(cell) and cell[-1].tag == f"{_W}p":
            yield cell[-1], _look(cell[-1], everywhere)


def _noted(root: etree._Element) -> Iterator[tuple[etree._Element, bytes | None]]:
    for number in root.iter(f"{_W}footnoteRef"):
        paragraph = next(number.iterancestors(f"{_W}p"))
        yield paragraph, _alike(paragraph, ("sz",))


def _look(paragraph: etree._Element, everywhere: bool) -> bytes | None:
    """The letters of all runs of a paragraph of multiple spacing, ``None`` where they differ or say nothing."""
    spacing = paragraph.find(f"{_W}pPr/{_W}spacing")
    line = spacing.get(f"{_W}line") if spacing is not None else None
    if spacing is not None and spacing.get(f"{_W}lineRule", "auto") != "auto":
        return None
    if (line is None and not everywhere) or (line is not None and int(float(line)) <= _SINGLE):
        return None
    if paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
        return None
    if paragraph.find(f"{_W}r/{_W}rPr/{_W}rStyle") is not None:
        return None
    return _alike(paragraph, _LOOK)


def _alike(paragraph: etree._Element, names: tuple[str, ...]) -> bytes | None:
    """What all runs that hold something say by these names, ``None`` where they differ or say nothing."""
    looks = set()
    for run in paragraph.iter(f"{_W}r"):
        properties = run.find(f"{_W}rPr")
        if len(run) > (properties is not None):
            found = [properties.find(f"{_W}{name}") for name in names] if properties is not None else []
            looks.add(b"".join(_latin(one) for one in found if one is not None))
    only = looks.pop() if len(looks) == 1 else b""
    return only or None


def _latin(said: etree._Element) -> bytes:
    """The property as far as Latin letters follow it: fonts of others and ``w:hint`` change nothing of them."""
    kept = {name: value for name, value in said.items() if name in _OF_LATIN or not said.tag.endswith("rFonts")}
    return etree.tostring(etree.Element(said.tag, kept, said.nsmap), with_tail=False) if kept else b""


def _set(paragraph: etree._Element, style: str) -> None:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        properties = etree.Element(f"{_W}pPr")
        paragraph.insert(0, properties)
    named = properties.find(f"{_W}pStyle")
    if named is None:
        named = etree.Element(f"{_W}pStyle")
        properties.insert(0, named)
    named.set(f"{_W}val", style)
