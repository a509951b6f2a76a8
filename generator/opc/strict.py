"""Office files of the Strict variant read as the usual ones, which all programs write and every reader here expects.

====================================  ==================================================================
Strict                                usual
====================================  ==================================================================
``http://purl.oclc.org/ooxml/…``      ``http://schemas.openxmlformats.org/…/2006/…``
``36pt``, ``1.5cm``                   twips; half-points of letters (``sz``, ``kern``, ``position``)
``50%``                               fiftieths in tables, whole per cent of text, thousandths in drawings
``start``, ``end``                    ``left``, ``right``: margins, borders, indents, where text is set
``tb``, ``rl``, ``lr`` …              ``lrTb``, ``tbRl``, ``btLr`` …
====================================  ==================================================================
"""

from __future__ import annotations

from lxml import etree

from generator.opc.xml import parse, serialize
from generator.patterns import late

STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = b"http://schemas.openxmlformats.org/"
# Longer names before those they begin with.
_NAMES = tuple(
    (STRICT + strict, _USUAL + usual)
    for strict, usual in (
        (b"officeDocument/relationships/metadata/thumbnail", b"package/2006/relationships/metadata/thumbnail"),
        (
            b"officeDocument/relationships/metadata/core-properties",
            b"package/2006/relationships/metadata/core-properties",
        ),
        (b"officeDocument/relationships/extendedProperties", b"officeDocument/2006/relationships/extended-properties"),
        (b"officeDocument/relationships/customProperties", b"officeDocument/2006/relationships/custom-properties"),
        (b"officeDocument/extendedProperties", b"officeDocument/2006/extended-properties"),
        (b"officeDocument/customProperties", b"officeDocument/2006/custom-properties"),
        *(
            (folder + b"/", folder + b"/2006/")
            for folder in (
                b"wordprocessingml", b"spreadsheetml", b"presentationml", b"officeDocument", b"drawingml",
                b"schemaLibrary",
            )
        ),
    )
)  # fmt: skip

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/"
_MEASURE = late(r"-?\d+(?:\.\d+)?(mm|cm|in|pt|pc|pi)")
_SHARE = late(r"-?\d+(?:\.\d+)?%")
_POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
# What holds a measure; other values that look like one are names.
_MEASURED = frozenset(
    f"{_W}{name}" for name in (
        "pgSz", "pgMar", "cols", "col", "spacing", "ind", "tab", "gridCol", "tblW", "tblInd", "tblCellSpacing", "tcW",
        "wBefore", "wAfter", "trHeight", "top", "left", "start", "bottom", "right", "end", "sz", "szCs", "kern",
        "position", "fitText", "defaultTabStop", "framePr", "tblpPr", "lnNumType", "hyphenationZone", "w", "zoom",
        "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "drawingGridHorizontalOrigin",
        "drawingGridVerticalOrigin",
    )
)  # fmt: skip
_HALF_POINTS = frozenset(f"{_W}{name}" for name in ("sz", "szCs", "kern", "position"))
_SIDED = frozenset(f"{_W}{name}" for name in ("jc", "lvlJc", "tab"))
_SIDES = {"start": "left", "end": "right"}
_INDENTS = {
    f"{_W}{old}": f"{_W}{new}"
    for old, new in (("start", "left"), ("end", "right"), ("startChars", "leftChars"), ("endChars", "rightChars"))
}
_DIRECTIONS = {"tb": "lrTb", "rl": "tbRl", "lr": "btLr", "tbV": "lrTbV", "rlV": "tbRlV", "lrV": "tbLrV"}


def usual_names(content: bytes) -> bytes:
    """The bytes of a part with the usual names of namespaces and relationships; its values stay as they are."""
    if STRICT in content:
        for strict, usual in _NAMES:
            content = content.replace(strict, usual)
    return content


def as_usual(content: bytes, part: str) -> bytes:
    """The bytes of an XML part as a file of the usual kind has them; the same bytes of one that is not Strict."""
    if STRICT not in content:
        return content
    root = parse(usual_names(content), part)
    if not part.endswith(".rels"):
        root.attrib.pop(f"{_W}conformance", "")
        for item in root.iter(etree.Element):
            _mend(item)
    return serialize(root)


def _mend(item: etree._Element) -> None:
    tag = str(item.tag)
    if tag in _MEASURED:
        for name, value in item.attrib.items():
            item.set(name, _figure(tag, str(value)))
    elif tag.startswith(_DRAWN):
        for name, value in item.attrib.items():
            if _SHARE.fullmatch(str(value)):
                item.set(name, f"{float(str(value)[:-1]) * 1000:.0f}")
    value = item.get(f"{_W}val", "")
    if tag in _SIDED and value in _SIDES:
        item.set(f"{_W}val", _SIDES[value])
    elif tag == f"{_W}textDirection" and value in _DIRECTIONS:
        item.set(f"{_W}val", _DIRECTIONS[value])
    elif tag == f"{_W}ind":
        for old, new in _INDENTS.items():
            if old in item.attrib:
                item.set(new, item.attrib.pop(old))
    elif tag in (f"{_W}start", f"{_W}end") and not _is_number(item):
        item.tag = f"{_W}{_SIDES[tag.removeprefix(_W)]}"


def _is_number(item: etree._Element) -> bool:
    """Whether it is the number that a level of a list starts with, not a side."""
    parent = item.getparent()
    return parent is not None and parent.tag in (f"{_W}lvl", f"{_W}lvlOverride")


def _figure(tag: str, value: str) -> str:
    if found := _MEASURE.fullmatch(value):
        points = float(value[:-2]) * _POINTS[found[1]]
        return f"{points * (2 if tag in _HALF_POINTS else 20):.0f}"
    if _SHARE.fullmatch(value):
        whole = tag in (f"{_W}w", f"{_W}zoom")
        return f"{float(value[:-1]) * (1 if whole else 50):.0f}"
    return value
