"""SmartArt: the shapes Word last drew it with, which it keeps beside the data (``dsp:drawing``).

They are told as a group of shapes of WordprocessingML and read like any other, each text as a box of its own.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.layout.drawings.diagram_text import paragraphs
from generator.layout.drawings.parts import DrawingParts, NotDrawnError
from generator.layout.drawings.shapes import read_shape
from generator.layout.names import WPG, WPS, A, Element, R, W, integer, local
from generator.layout.tree import Drawing

NAME = "sơ đồ SmartArt"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_EMU = 12700
_KIND = "diagramDrawing"
_TURN = 21_600_000  # units of a whole turn
_UNREAD = {"nvSpPr", "modelId", "extLst", "nvGrpSpPr", "grpSpPr"}


def read_diagram(element: Element, parts: DrawingParts, width: float, height: float) -> Drawing:
    """The drawing of a ``dgm:relIds``, of a size in points.

    ``NotDrawnError`` where the file keeps no shapes of it, or such as do not say what its data says.
    """
    data = parts.linked(element.get(R + "dm", ""), "diagramData")
    shown = data[0].find(".//{*}dataModelExt") if data is not None else None
    drawn = parts.linked(shown.get("relId", ""), _KIND) if shown is not None else None
    tree = next((child for child in drawn[0] if local(child) == "spTree"), None) if drawn is not None else None
    if data is None or drawn is None or tree is None or not any(local(child) == "sp" for child in tree):
        raise NotDrawnError(NAME)
    if not _words(data[0], f"{_DGM}pt") <= _words(tree):
        raise NotDrawnError(f"{NAME} có hình vẽ cũ hơn dữ liệu")
    group = etree.Element(WPG + "wgp")
    own = next((child.find(A + "xfrm") for child in tree if local(child) == "grpSpPr"), None)
    inner = deepcopy(own) if own is not None else _frame("chOff", "chExt", (0, 0), (width * _EMU, height * _EMU))
    etree.SubElement(group, WPG + "grpSpPr").append(inner)
    group.extend(_ground(data[0], width, height))
    for shape in tree:
        if local(shape) == "sp":
            group.extend(_told(shape, parts))
        elif local(shape) and local(shape) not in _UNREAD:
            raise NotDrawnError(f"{NAME} có nhóm hình")
    return read_shape(group, drawn[1], width, height)


def _words(root: Element, of: str = "") -> set[str]:
    """The words of the texts inside; with ``of`` only of what so named elements hold."""
    texts = (text for held in (root.iter(of) if of else (root,)) for text in held.iter(A + "t"))
    return {word for text in texts for word in (text.text or "").split()}


def _frame(place: str, size: str, at: tuple[float, float], extent: tuple[float, float], turn: int = 0) -> Element:
    transform = etree.Element(A + "xfrm", {"rot": str(turn)} if turn else {})
    etree.SubElement(transform, A + place, x=str(int(at[0])), y=str(int(at[1])))
    etree.SubElement(transform, A + size, cx=str(int(extent[0])), cy=str(int(extent[1])))
    return transform


def _ground(data: Element, width: float, height: float) -> list[Element]:
    """What lies under all shapes: the colour and the line of the whole diagram."""
    said = [part for name in ("bg", "whole") for part in data.iterfind(_DGM + name)]
    painted = [deepcopy(child) for part in said for child in part if local(child) not in ("effectLst", "effectDag")]
    if not painted:
        return []
    shape = etree.Element(WPS + "wsp")
    properties = etree.SubElement(shape, WPS + "spPr")
    properties.append(_frame("off", "ext", (0, 0), (width * _EMU, height * _EMU)))
    etree.SubElement(properties, A + "prstGeom", prst="rect")
    properties.extend(painted)
    return [shape]


def _told(shape: Element, parts: DrawingParts) -> list[Element]:
    """A ``dsp:sp`` as a shape, and a box for its text, if any."""
    held = {local(child): child for child in shape}
    properties, style = held.get("spPr"), held.get("style")
    if properties is None:
        raise NotDrawnError(NAME)
    drawn = etree.Element(WPS + "wsp")
    drawn.append(_renamed(properties, "spPr"))
    if style is not None:
        drawn.append(_renamed(style, "style"))
    body = held.get("txBody")
    content = paragraphs(body, parts) if body is not None else []
    if body is None or not content:
        return [drawn]
    own = properties.find(A + "xfrm")
    place = held.get("txXfrm")
    at = place if place is not None else own
    if at is None:
        raise NotDrawnError(NAME)
    text = etree.Element(WPS + "wsp")
    framed = etree.SubElement(text, WPS + "spPr")
    spot, extent = at.find(A + "off"), at.find(A + "ext")
    insets = body.find(A + "bodyPr")
    turn = _turn(own) + (_turn(insets) if insets is not None and insets.get("rot") else _turn(place))
    numbers = [integer(e.get(name)) or 0 if e is not None else 0 for e, name in
               ((spot, "x"), (spot, "y"), (extent, "cx"), (extent, "cy"))]  # fmt: skip
    framed.append(_frame("off", "ext", (numbers[0], numbers[1]), (numbers[2], numbers[3]), turn % _TURN))
    etree.SubElement(framed, A + "prstGeom", prst="rect")
    etree.SubElement(framed, A + "noFill")
    reference = style.find(A + "fontRef") if style is not None else None
    if reference is not None:
        etree.SubElement(text, WPS + "style").append(deepcopy(reference))
    etree.SubElement(etree.SubElement(text, WPS + "txbx"), W + "txbxContent").extend(content)
    if insets is not None:
        written = _renamed(insets, "bodyPr")
        written.set("rot", "0")
        for fitted in list(written):
            written.remove(fitted)
        text.append(written)
    return [drawn, text]


def _turn(said: Element | None) -> int:
    return integer(said.get("rot")) or 0 if said is not None else 0


def _renamed(element: Element, name: str) -> Element:
    made = deepcopy(element)
    made.tag = WPS + name
    return made
