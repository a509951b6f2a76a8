"""The shapes of DrawingML: pictures, lines, boxes of text and outlines, alone or in groups."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, cast

from generator.errors import ConversionError
from generator.layout.drawings.custom import custom_outline
from generator.layout.drawings.mirroring import mirrored
from generator.layout.drawings.paint import fill_of, heads_of, line_of
from generator.layout.drawings.parts import AbsentPictureError, DrawingParts, NotDrawnError
from generator.layout.names import MC, PIC, WPS, A, Element, R, W, integer, local, points, truth
from generator.layout.outlines.basic_shapes import BASIC, Adjust
from generator.layout.outlines.flow_chart import FLOW_CHART
from generator.layout.outlines.paths import Outline
from generator.layout.tree import Box, Drawing, Group, Paragraph, Picture, Run, Stroke

_EMU = 12700.0
_DEGREE = 60_000
_NEARLY = 0.05
LINES = {"line", "straightConnector1"}
_RECTANGLES = {"rect", "flowChartProcess", ""}
_SHAPES = BASIC | FLOW_CHART
_UPRIGHT = {"horz": 0, "vert": 90, "vert270": 270, "eaVert": 90}
_SILENT = {"cNvGrpSpPr", "cNvPr", "grpSpPr", "bg", "whole", "extLst", "nvGrpSpPr"}
_NOT_DRAWN = {"graphicFrame": "biểu đồ hoặc sơ đồ trong nhóm hình vẽ", "contentPart": "nét vẽ tay"}


def read_shape(
    element: Element, parts: DrawingParts, width: float, height: float, unit: tuple[float, float] = (1.0, 1.0)
) -> Drawing:
    """The drawing of a ``pic:pic``, a ``wps:wsp``, a group or a canvas, of a size in points.

    ``unit`` is what a point of the file measures across and down in the group it stands in. ``NotDrawnError`` names in
    Vietnamese what it holds that the tree has no place for.
    """
    name = local(element)
    if name in ("wgp", "grpSp", "wpc"):
        return _group(element, parts, width, height, unit)
    properties = next((child for child in element if local(child) == "spPr"), None)
    transform = properties.find(A + "xfrm") if properties is not None else None
    turned, flips = turn_of(transform), flips_of(transform)
    if name == "pic":
        try:
            return Drawing(_picture(element, parts), width, height, turned=turned, mirrored=flips)
        except AbsentPictureError:
            return parts.held_empty(Drawing(Box(), width, height))
    if properties is None:
        raise NotDrawnError("hình vẽ")
    return _shape(element, properties, parts, Drawing(Box(), width, height, turned=turned, mirrored=flips))


def turn_of(transform: Element | None) -> float:
    """How far a shape is turned, in degrees clockwise from 0 up to 360."""
    turn = integer(transform.get("rot")) if transform is not None else None
    return (turn or 0) % (360 * _DEGREE) / _DEGREE


def flips_of(transform: Element | None) -> tuple[bool, bool]:
    """Whether left and right, and top and bottom, change places."""
    if transform is None:
        return False, False
    return truth(transform.get("flipH", "0")), truth(transform.get("flipV", "0"))


def lies_on_its_side(turned: float) -> bool:
    """Whether a shape is turned so far that its width counts as its height."""
    return 45 <= turned % 180 < 135


def _group(element: Element, parts: DrawingParts, width: float, height: float, unit: tuple[float, float]) -> Drawing:
    properties = next((child for child in element if local(child) == "grpSpPr"), None)
    transform = properties.find(A + "xfrm") if properties is not None else None
    left, top, inner_width, inner_height = frame_of(transform, "chOff", "chExt")
    # One without width (all it holds are upright lines) counts as what is around it.
    across = width / inner_width if inner_width else unit[0]
    down = height / inner_height if inner_height else unit[1]
    held: list[tuple[float, float, Drawing]] = []
    for child in element:
        kind = local(child)
        if kind in _SILENT or not kind:
            continue
        inner = next((part for part in child if local(part) in ("spPr", "grpSpPr")), None)
        if kind in _NOT_DRAWN or inner is None:
            raise NotDrawnError(_NOT_DRAWN.get(kind, "nhóm hình vẽ"))
        placed = inner.find(A + "xfrm")
        x, y, wide, tall = frame_of(placed)
        middle = (x + wide / 2 - left) * across, (y + tall / 2 - top) * down
        aside = lies_on_its_side(turn_of(placed))
        wide, tall = wide * (down if aside else across), tall * (across if aside else down)
        try:
            made = read_shape(child, parts, wide, tall, (across, down))
            held.append((middle[0] - wide / 2, middle[1] - tall / 2, made))
        except NotDrawnError as cannot:
            if str(cannot):  # else it shows nothing
                raise
    made = Drawing(Group(held), width, height, turned=turn_of(transform))
    return mirrored(made, flips_of(transform))


def frame_of(transform: Element | None, place: str = "off", size: str = "ext") -> tuple[float, float, float, float]:
    """Left, top, width and height of a shape in points, 0 where they are not said."""
    place_at = transform.find(A + place) if transform is not None else None
    extent = transform.find(A + size) if transform is not None else None
    x, y = (points(place_at.get(name), _EMU) or 0.0 if place_at is not None else 0.0 for name in ("x", "y"))
    wide, tall = (points(extent.get(name), _EMU) or 0.0 if extent is not None else 0.0 for name in ("cx", "cy"))
    return x, y, wide, tall


def _picture(element: Element, parts: DrawingParts) -> Picture:
    fill = element.find(PIC + "blipFill")
    if fill is None:  # Word for Mac keeps a picture in pixels beside a PDF, which it alone shows
        fill = element.find(f"{MC}AlternateContent/{MC}Fallback/{PIC}blipFill")
    blip = fill.find(A + "blip") if fill is not None else None
    if blip is None:
        raise NotDrawnError("ảnh trống")
    vector = next((child for child in blip.iter() if local(child) == "svgBlip"), None)
    properties, cut = element.find(PIC + "spPr"), _crop(fill)
    line = line_of(properties, None, parts) if properties is not None else None
    embed, plain = vector.get(R + "embed") if vector is not None else None, blip.get(R + "embed")
    if embed and plain:  # Word keeps the same picture in pixels beside it, for readers that cannot draw the vectors
        try:
            made = parts.picture(embed, None, cut)
        except (NotDrawnError, ConversionError):
            made = parts.picture(plain, None, cut)
    else:
        made = parts.picture(embed or plain, blip.get(R + "link"), cut)
    return replace(made, line=line, veil=_veil(blip))


def _crop(fill: Element | None) -> tuple[float, float, float, float]:
    """The shares cut off a picture at left, top, right and bottom."""
    crop = fill.find(A + "srcRect") if fill is not None else None
    left, top, right, bottom = (
        (integer(crop.get(side)) or 0) / 100_000 if crop is not None else 0.0 for side in "ltrb"
    )
    return left, top, right, bottom


def _veil(blip: Element) -> float:
    """How much of a picture is lost in white: made light and pale for a watermark, or let through."""
    light, through = blip.find(A + "lum"), blip.find(A + "alphaModFix")
    seen = 1.0
    if light is not None:
        bright, contrast = ((integer(light.get(name)) or 0) / 100_000 for name in ("bright", "contrast"))
        seen -= bright if bright > 0 and abs(bright + contrast) < _NEARLY else 0.0
    if through is not None:
        seen *= min(max((integer(through.get("amt")) or 0) / 100_000, 0.0), 1.0)
    return 1 - seen


def _shape(element: Element, properties: Element, parts: DrawingParts, frame: Drawing) -> Drawing:
    text = element.find(f"{WPS}txbx/{W}txbxContent")
    name = "khung văn bản" if text is not None else "hình vẽ"
    geometry = properties.find(A + "prstGeom")
    preset = "" if geometry is None else geometry.get("prst", "")
    style = element.find(WPS + "style")
    line, heads = line_of(properties, style, parts), heads_of(properties)
    across, down = frame.mirrored
    frame = replace(frame, mirrored=(False, False))
    if preset in LINES:
        if line is None:
            raise NotDrawnError("")
        if not any(heads) and frame.turned == 180:
            frame.turned = 0.0  # a line turned by half lies as it did
        return replace(frame, content=Stroke(line, across != down, heads[::-1] if across else heads))
    outline = _outline(properties, geometry, preset, frame, name)
    if outline is not None:
        outline = replace(outline.flipped(across, down, frame.width, frame.height), heads=heads)
    held = _filling(properties, parts) if outline is None else None
    box = Box(line, None if held is not None else fill_of(properties, style, parts, name), outline=outline)
    if text is not None:
        if down:
            raise NotDrawnError("khung văn bản lật")
        _fill_in(box, element, text, style, parts, turned=bool(frame.turned))
    if held is None:
        return replace(frame, content=box)
    layers = [replace(frame, content=part, turned=0.0) for part in (held, box)]
    layers = layers if text is not None or line is not None else layers[:1]
    return replace(frame, content=Group([(0.0, 0.0, layer) for layer in layers]))


def _filling(properties: Element, parts: DrawingParts) -> Picture | None:
    """The picture that fills a rectangle to its edges, ``None`` for none."""
    fill = properties.find(A + "blipFill")
    blip, stretch = (fill.find(A + name) if fill is not None else None for name in ("blip", "stretch"))
    edges = stretch.find(A + "fillRect") if stretch is not None else None
    if blip is None or stretch is None or (edges is not None and any(integer(edges.get(side)) for side in "ltrb")):
        return None
    return replace(parts.picture(blip.get(R + "embed"), blip.get(R + "link"), _crop(fill)), veil=_veil(blip))


def _outline(properties: Element, geometry: Element | None, preset: str, frame: Drawing, name: str) -> Outline | None:
    """The outline of a shape, ``None`` for a rectangle."""
    custom = properties.find(A + "custGeom")
    if custom is not None:
        return custom_outline(custom, frame.width, frame.height)
    if preset in _RECTANGLES:
        return None
    draw = _SHAPES.get(preset)
    if draw is None:
        from generator.layout.outlines.ornaments import ORNAMENTS  # here: they are rare
        from generator.layout.outlines.round_parts import ROUND_PARTS

        draw = ROUND_PARTS.get(preset) or ORNAMENTS.get(preset)
    if draw is None:
        raise NotDrawnError(name if name == "khung văn bản" else "hình vẽ tự do")
    return draw(frame.width, frame.height, _adjust(geometry))


def _adjust(geometry: Element | None) -> Adjust:
    said: dict[str, float] = {}
    for guide in geometry.iterfind(f"{A}avLst/{A}gd") if geometry is not None else ():
        number = integer((guide.get("fmla") or "").removeprefix("val").strip())
        if number is not None:
            said[guide.get("name", "")] = number / 100_000
    return lambda name, default: said.get(name, said.get("adj", default) if name == "adj1" else default)


def _fill_in(
    box: Box, element: Element, text: Element, style: Element | None, parts: DrawingParts, *, turned: bool
) -> None:
    """Put the text of a shape into its box."""
    body = element.find(WPS + "bodyPr")
    if body is not None:
        way = _UPRIGHT.get(body.get("vert", "horz"))
        if way is None or body.get("rot", "0") != "0" or (turned and body.get("upright") in ("1", "true")):
            raise NotDrawnError("khung văn bản có chữ quay hướng")
        box.text_turn = cast(Literal[0, 90, 270], way)
        insets = [points(body.get(side), _EMU) for side in ("lIns", "tIns", "rIns", "bIns")]
        given = [old if new is None else new for old, new in zip(box.margins, insets, strict=True)]
        box.margins = given[0], given[1], given[2], given[3]
        place = {"ctr": "center", "b": "bottom"}.get(body.get("anchor", "t"), "top")
        box.valign = cast(Literal["top", "center", "bottom"], place)
        box.grows = body.find(A + "spAutoFit") is not None and not way
        if body.get("wrap") == "none":
            box.fits, box.wraps = box.grows, box.grows
    if element.find(f"{WPS}linkedTxbx") is not None:
        raise NotDrawnError("khung văn bản nối tiếp")
    box.blocks = parts.blocks(text)
    reference = style.find(A + "fontRef") if style is not None else None
    color = parts.color(reference) if reference is not None else None
    if color not in (None, "000000"):
        _paint(box, color)


def _paint(box: Box, color: str | None) -> None:
    """Give the text that has no colour of its own the one that the shape's style names."""
    for block in box.blocks:
        for item in block.items if isinstance(block, Paragraph) else ():
            if isinstance(item, Run) and item.format.color is None:
                item.format = replace(item.format, color=color)
