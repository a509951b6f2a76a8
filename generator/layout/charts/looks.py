"""The colours, lines and letters of a chart's parts."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from generator.layout.charts.model import Fill, Look
from generator.layout.drawings.paint import fill_of, line_of
from generator.layout.drawings.parts import DrawingParts
from generator.layout.names import A, Element, integer, local, truth
from generator.layout.tree import Border

_ACCENTS = 6
_OFFICE = ("4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47")  # where the file has no theme
_DARKER = ("", "60000", "80000", "80000", "60000", "50000")  # of the rounds through the theme's colours
_LIGHTER = ("", "", "20000", "", "40000", "")


def fill(properties: Element | None, default: Fill, parts: DrawingParts) -> Fill:
    """The fill that shape properties name, the default where they name none."""
    if properties is None:
        return default
    if any(local(one) in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill") for one in properties):
        return fill_of(properties, None, parts, "biểu đồ")
    return default


def border(properties: Element | None, default: Border | None, parts: DrawingParts) -> Border | None:
    """The line that shape properties name, the default where they name none."""
    own = properties.find(A + "ln") if properties is not None else None
    if properties is None or own is None:
        return default
    if own.find(A + "noFill") is not None:
        return None
    if own.find(A + "solidFill") is None:
        width = integer(own.get("w"))
        return replace(default, width=width / 12700) if default is not None and width else default
    return line_of(properties, None, parts)


def look_of(element: Element | None, default: Look, parts: DrawingParts) -> Look:
    """The look of a text: the default, changed by what its paragraphs and its runs say."""
    look = default
    if element is None:
        return look
    found = [one for one in element.iter() if local(one) in ("defRPr", "rPr")]
    for said in found[:2]:
        size, color = integer(said.get("sz")), parts.color(said.find(A + "solidFill"))
        look = Look(
            size / 100 if size else look.size,
            truth(said.get("b", "")) if said.get("b") else look.bold,
            truth(said.get("i", "")) if said.get("i") else look.italic,
            color or look.color,
        )
    return look


def theme_color(index: int, parts: DrawingParts) -> str:
    """The colour Word gives the series, or the slice, of this number from 0."""
    turn = index // _ACCENTS % len(_DARKER)
    said = etree.Element(A + "solidFill")
    named = etree.SubElement(said, A + "schemeClr", val=f"accent{index % _ACCENTS + 1}")
    if _DARKER[turn]:
        etree.SubElement(named, A + "lumMod", val=_DARKER[turn])
    if _LIGHTER[turn]:
        etree.SubElement(named, A + "lumOff", val=_LIGHTER[turn])
    return parts.color(said) or _OFFICE[index % _ACCENTS]
