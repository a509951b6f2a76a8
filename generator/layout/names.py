"""OOXML names, and the few primitive values everything else is made of."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from generator.layout.limits import MAX_INTEGER, MAX_LENGTH
from generator.patterns import late

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
VAL = W + "val"

_COLOR = late(r"[0-9A-Fa-f]{6}")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}


def local(element: Element) -> str:
    """The element's name without namespace; empty for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child_of(parent: Element, tag: str) -> Element | None:
    """The first child of this full name; cheaper than ``find``, which takes paths."""
    return next(parent.iterchildren(tag), None)


def children_of(parent: Element) -> dict[str, Element]:
    """The first child of each full name: cheaper than a search for each of many."""
    found: dict[str, Element] = {}
    for child in parent:
        found.setdefault(child.tag, child)
    return found


def attributes_of(element: Element) -> dict[str, str]:
    """The attributes by full name: cheaper than asking for each of many."""
    return dict(element.items())  # type: ignore[arg-type]


def value_in(children: dict[str, Element], tag: str) -> str | None:
    """The value of the child of this full name, ``None`` when either is missing."""
    found = children.get(tag)
    return None if found is None else found.get(VAL)


def leading(parent: Element, tag: str) -> Element | None:
    """The same for properties, which stand first in nearly every file: most often seen without a search."""
    if len(parent):
        first = parent[0]
        if first.tag == tag:
            return first
        return child_of(parent, tag)
    return None


def value(parent: Element | None, name: str, attribute: str = VAL) -> str | None:
    """The attribute of a child ``w:name``, ``None`` when either is missing."""
    if parent is None:
        return None
    found = child_of(parent, W + name)
    return None if found is None else found.get(attribute)


def truth(text: str | None) -> bool:
    """The value of an on/off attribute; a missing one means on."""
    return text not in ("0", "false", "off", "none")


def flag(parent: Element | None, name: str) -> bool | None:
    """The on/off child ``w:name``, ``None`` when it is not said."""
    if parent is None:
        return None
    found = child_of(parent, W + name)
    return None if found is None else truth(found.get(VAL))


def points(text: str | None, per_point: float = 20.0) -> float | None:
    """The length in points: a bare number counts ``1/per_point`` points, else a unit follows it.

    ``None`` for what is no number; no length is longer than the largest paper.
    """
    if not text:
        return None
    factor = _UNITS.get(text[-2:])
    try:
        length = float(text[:-2]) * factor if factor else float(text) / per_point
    except ValueError:
        return None
    if -MAX_LENGTH <= length <= MAX_LENGTH:
        return length
    return None if length != length else MAX_LENGTH if length > 0 else -MAX_LENGTH  # NaN alone differs from itself


def integer(text: str | None) -> int | None:
    """The whole number written in an attribute, ``None`` when there is none that Word could hold."""
    try:
        number = None if text is None else int(text)
    except ValueError:
        return None
    return number if number is None or -MAX_INTEGER <= number <= MAX_INTEGER else None


def color(text: str | None) -> str | None:
    """The colour as ``RRGGBB``, ``None`` for automatic."""
    return text.upper() if text is not None and _COLOR.fullmatch(text) else None


Key: TypeAlias = tuple[object, ...]


def key(element: Element | None) -> Key:
    """A hashable copy of the element, equal for elements that say the same: the key of every cache here."""
    if element is None:
        return ()
    made: list[object] = [element.tag]
    made += element.items()
    for child in element:
        if len(child):
            made.append((key(child),))  # no attribute's pair is as short
        else:
            made.append(child.tag)
            made += child.items()
    return tuple(made)
