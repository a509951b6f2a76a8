"""OOXML names, and the few primitive values everything else is made of."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
VAL = W + "val"

STRICT_NAMES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode()),
)
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}


def local(element: Element) -> str:
    """The element's name without namespace; empty for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(parent: Element | None, name: str, attribute: str = VAL) -> str | None:
    """The attribute of a child ``w:name``, ``None`` when either is missing."""
    if parent is None:
        return None
    child = parent.find(W + name)
    return None if child is None else child.get(attribute)


def truth(text: str | None) -> bool:
    """The value of an on/off attribute; a missing one means on."""
    return text not in ("0", "false", "off", "none")


def flag(parent: Element | None, name: str) -> bool | None:
    """The on/off child ``w:name``, ``None`` when it is not said."""
    if parent is None:
        return None
    child = parent.find(W + name)
    return None if child is None else truth(child.get(VAL))


def points(text: str | None, per_point: float = 20.0) -> float | None:
    """The length in points: a bare number counts ``1/per_point`` points, else a unit follows it."""
    if not text:
        return None
    factor = _UNITS.get(text[-2:])
    try:
        return float(text[:-2]) * factor if factor else float(text) / per_point
    except ValueError:
        return None


def integer(text: str | None) -> int | None:
    """The whole number written in an attribute, ``None`` when there is none."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def color(text: str | None) -> str | None:
    """The colour as ``RRGGBB``, ``None`` for automatic."""
    if text is None or len(text) != 6:
        return None
    try:
        int(text, 16)
    except ValueError:
        return None
    return text.upper()


Key: TypeAlias = tuple[object, ...]


def key(element: Element | None) -> Key:
    """A hashable copy of the element, equal for elements that say the same: the key of every cache here."""
    if element is None:
        return ()
    attributes = element.attrib
    return (
        element.tag,
        tuple(attributes.items()) if attributes else (),
        *(key(child) for child in element),
    )
