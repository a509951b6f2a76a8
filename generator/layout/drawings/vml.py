"""VML, the drawing language of Word up to 2007: lines, shapes with text, pictures, groups and horizontal rules."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, cast

from generator.layout.drawings.mirroring import mirrored
from generator.layout.drawings.parts import AbsentPictureError, DrawingParts, NotDrawnError
from generator.layout.drawings.vml_shapes import CONNECTORS, LINES, NUMBERS, OPEN, PICTURE, handles, outline_of
from generator.layout.drawings.vml_style import (
    WORD_ART,
    color_of,
    fill_of,
    heads_of,
    length,
    line_of,
    share,
    style_of,
    turn_of,
)  # fmt: skip
from generator.layout.names import OFFICE, VML, Element, R, W, integer, local
from generator.layout.outlines.paths import Outline
from generator.layout.tree import Anchor, Box, Drawing, Group, Stroke

_SHAPES = {"line", "shape", "rect", "roundrect", "oval", "group"}
_NAMED = {"rect": "1", "roundrect": "2", "oval": "3", "line": "20"}
_ACROSS = {"text": "column", "char": "character", "left-margin-area": "leftMargin", "right-margin-area": "rightMargin"}
_DOWN = {"text": "paragraph", "top-margin-area": "topMargin", "bottom-margin-area": "bottomMargin"}
_NEARLY = 0.05
_RECTANGLES = {"1", "202"}
_REFERENCES = (R + "id", R + "href", R + "pict", OFFICE + "relid", OFFICE + "href", "src")
_SIDES = {"both", "left", "right", "largest"}
_KINDS = ("_t", "shapetype_")  # as Word and LibreOffice name a kind of shape, before its number
_PLAIN = "136"  # WordArt whose text runs straight between two level lines
_SILENT = {"shapetype", "wrap", "anchorlock", "lock", ""}


def read_vml(element: Element, parts: DrawingParts) -> Drawing:
    """The drawing of a ``w:pict``; ``NotDrawnError`` names in Vietnamese what the tree has no place for."""
    held = [child for child in element if child.tag.startswith(VML)]
    shapes = [child for child in held if local(child) != "shapetype"]
    if held and not shapes:
        raise NotDrawnError("")  # declares a kind of shape for others
    if len(shapes) != 1 or local(shapes[0]) not in _SHAPES:
        texts = any(local(child) == "txbxContent" for child in element.iter())
        raise NotDrawnError("nhóm hình vẽ có khung văn bản" if texts else "nhóm hình vẽ" if shapes else "hình vẽ")
    shape = shapes[0]
    style = style_of(shape.get("style", ""))
    if style.get("visibility") == "hidden":
        raise NotDrawnError("")
    if shape.get(OFFICE + "hr") in ("t", "true"):
        return _rule(shape, style)
    left, top, made = _Reader(element, parts).read(shape, style)
    made.anchor = _anchor(shape, style, left, top)
    return made


class _Reader:
    """Reads the shapes of one ``w:pict``, each with its left and top edge."""

    def __init__(self, element: Element, parts: DrawingParts) -> None:
        self._parts = parts
        self._types = {declared.get("id"): declared for declared in element.iter(VML + "shapetype")}

    def read(self, shape: Element, style: dict[str, str], bare: float = 0.75) -> tuple[float, float, Drawing]:
        """The shape with its left and top edge; a number without a unit counts ``bare`` points."""
        left, top, width, height = _frame(style, bare)
        flips = style.get("flip", "")
        across, down = "x" in flips, "y" in flips
        frame = Drawing(Box(), width, height, turned=turn_of(style), alt=shape.get("alt", ""))
        if local(shape) == "group":
            return left, top, self._group(shape, replace(frame, mirrored=(across, down)))
        number = self._number(shape)
        if number in LINES:
            return _line(shape, style, frame, (across, down), (left, top), bare)
        if number == PICTURE:
            return left, top, self._picture(shape, replace(frame, mirrored=(across, down)))
        if number == _PLAIN:
            return left, top, self._word_art(shape, replace(frame, mirrored=(across, down)))
        return left, top, self._shape(shape, style, number, frame, (across, down))

    def _number(self, shape: Element) -> str:
        """The number of the shape's kind, empty for one that the file draws itself."""
        data = shape.find(VML + "imagedata")
        if data is not None and any(data.get(name) for name in _REFERENCES):  # WPS leaves an empty one in every shape
            return PICTURE
        named = _NAMED.get(local(shape))
        if named is not None:
            return named
        asked = shape.get("type", "").lstrip("#")
        declared = self._types.get(asked)
        named_by = next((sign for sign in _KINDS if sign in asked), None)
        number = asked.rpartition(named_by)[2] if named_by else shape.get(OFFICE + "spt", "")
        if declared is not None:
            number = declared.get(OFFICE + "spt", number)
        number = number.split(".")[0]
        if number != _PLAIN and any(e is not None and e.find(VML + "textpath") is not None for e in (shape, declared)):
            raise NotDrawnError(WORD_ART)
        if number not in NUMBERS and shape.get(OFFICE + "connectortype") == "straight":
            return "32"
        return number

    def _word_art(self, shape: Element, frame: Drawing) -> Drawing:
        from generator.layout.drawings.word_art import read_word_art  # here: few files have any

        return read_word_art(shape, frame)

    def _group(self, shape: Element, frame: Drawing) -> Drawing:
        x0, y0 = _pair(shape.get("coordorigin"), 0.0)
        wide, tall = _pair(shape.get("coordsize"), 1000.0)
        across = frame.width / wide if wide else 1.0
        down = frame.height / tall if tall else 1.0
        held: list[tuple[float, float, Drawing]] = []
        for child in shape:
            name = local(child)
            if name in _SILENT or (child.tag.startswith(VML) and name not in _SHAPES and name in ("fill", "stroke")):
                continue
            if name not in _SHAPES:
                raise NotDrawnError("nhóm hình vẽ")
            style = style_of(child.get("style", ""))
            if style.get("visibility") == "hidden" or _is_canvas(child):
                continue
            try:
                left, top, part = self.read(child, style, 1.0)
            except NotDrawnError as cannot:
                if str(cannot):  # else it shows nothing
                    raise
                continue
            middle = (left + part.width / 2 - x0) * across, (top + part.height / 2 - y0) * down
            aside = 45 <= part.turned % 180 < 135
            part = _scaled(part, down if aside else across, across if aside else down)
            held.append((middle[0] - part.width / 2, middle[1] - part.height / 2, part))
        return mirrored(replace(frame, content=Group(held), mirrored=(False, False)), frame.mirrored)

    def _picture(self, shape: Element, frame: Drawing) -> Drawing:
        data = shape.find(VML + "imagedata")
        if data is None:  # a field that brings a picture, and found none: its place alone is left
            return replace(frame, content=Box())
        left, top, right, bottom = (share(data.get("crop" + side), 0.0) for side in ("left", "top", "right", "bottom"))
        try:
            picture = self._parts.picture(data.get(R + "id"), data.get(R + "href"), (left, top, right, bottom))
        except AbsentPictureError:
            return self._parts.held_empty(frame)
        picture = replace(picture, veil=_veil(data))
        return replace(frame, content=picture, alt=frame.alt or data.get(OFFICE + "title") or "")

    def _shape(
        self, shape: Element, style: dict[str, str], number: str, frame: Drawing, flips: tuple[bool, bool]
    ) -> Drawing:
        inside = shape.find(VML + "textbox")
        content = inside.find(W + "txbxContent") if inside is not None else None
        name = "khung văn bản" if content is not None else "hình vẽ"
        held = self._filling(shape, frame) if number in _RECTANGLES else None
        line, fill = line_of(shape), None if held else fill_of(shape, name, filled=number not in OPEN)
        box = Box(line, fill if number not in CONNECTORS else None)
        made = replace(frame, content=box)
        if number in NUMBERS:
            outline = outline_of(number, handles(shape, number), frame.width, frame.height)
        else:
            outline = self._written(shape, frame)
            if outline is None and (line is not None or fill is not None):
                raise NotDrawnError(name if content is not None else "hình vẽ tự do")
        if outline is not None:
            heads = heads_of(shape)
            box.outline = replace(outline.flipped(*flips, frame.width, frame.height), heads=heads)
        if inside is not None and content is not None:
            if flips[1]:
                raise NotDrawnError("khung văn bản lật")
            _fill_in(box, inside, style)
            box.blocks = self._parts.blocks(content)
        if held is None:
            return made
        return replace(frame, content=Group([(0.0, 0.0, replace(part, turned=0.0)) for part in (held, made)]))

    def _written(self, shape: Element, frame: Drawing) -> Outline | None:
        """The outline that a shape of another kind writes itself, or its kind does, here or further up in the file."""
        from generator.layout.drawings.vml_paths import written_outline  # here: few files have any

        asked = shape.get("type", "").lstrip("#")
        declared = self._types.get(asked)
        if declared is None and asked:
            kinds = shape.getroottree().iter(VML + "shapetype")
            declared = next((kind for kind in kinds if kind.get("id") == asked), None)
        return written_outline(shape, declared, frame.width, frame.height)

    def _filling(self, shape: Element, frame: Drawing) -> Drawing | None:
        """The picture that fills a rectangle to its edges, ``None`` for none."""
        fill = shape.find(VML + "fill")
        if fill is None or fill.get("type") != "frame" or not fill.get(R + "id") or fill.get("on") in ("f", "false"):
            return None
        whole = (0.0, 0.0, 0.0, 0.0)
        try:
            return replace(frame, content=self._parts.picture(fill.get(R + "id"), None, whole))
        except AbsentPictureError:
            return self._parts.held_empty(frame)


def _veil(data: Element) -> float:
    """How much of a picture is lost in white: what is darkest is lifted by as much as the contrast is taken back."""
    gain, black = share(data.get("gain"), 1.0), share(data.get("blacklevel"), 0.0)
    return 1 - gain if abs(black - (1 - gain) / 2) < _NEARLY else 0.0


def _is_canvas(shape: Element) -> bool:
    """Whether a part of a group is its own empty background."""
    return shape.get("type", "").endswith("_t75") and shape.find(VML + "imagedata") is None


def _scaled(drawing: Drawing, across: float, down: float) -> Drawing:
    """The part of a group in points, from the units of the group."""
    content = drawing.content
    if isinstance(content, Box) and content.outline is not None:
        content = replace(content, outline=content.outline.stretched(across, down))
    elif isinstance(content, Group):
        held = [(x * across, y * down, _scaled(part, across, down)) for x, y, part in content.parts]
        content = Group(held)
    return replace(drawing, content=content, width=drawing.width * across, height=drawing.height * down)


def _pair(text: str | None, default: float) -> tuple[float, float]:
    said = [part.strip() for part in (text or "").split(",")]
    first = integer(said[0]) if said and said[0] else None
    second = integer(said[1]) if len(said) > 1 and said[1] else None
    return (default if first is None else float(first)), (default if second is None else float(second))


def _anchor(shape: Element, style: dict[str, str], left: float, top: float) -> Anchor | None:
    if style.get("position") not in ("absolute", "relative"):
        return None
    if any(name in style for name in ("mso-left-percent", "mso-top-percent")):
        raise NotDrawnError("hình vẽ đặt theo tỷ lệ của trang")
    across, down = style.get("mso-position-horizontal"), style.get("mso-position-vertical")
    if "inside" in (across, down) or "outside" in (across, down):
        raise NotDrawnError("hình vẽ đặt theo lề trong hoặc lề ngoài của trang")
    from_x = style.get("mso-position-horizontal-relative", "text")
    from_y = style.get("mso-position-vertical-relative", "text")
    order = style.get("z-index", "0")
    around = next((child for child in shape if local(child) == "wrap"), None)
    wrap = around.get("type", "none") if around is not None else "none"
    flows = wrap in ("square", "tight", "through")
    side = around.get("side", "both") if around is not None else "both"
    room = [length(style.get("mso-wrap-distance-" + side, "9pt")) for side in ("left", "right")]
    return Anchor(
        _ACROSS.get(from_x, from_x),
        _DOWN.get(from_y, from_y),
        left,
        top,
        across if across in ("left", "center", "right") else None,
        down if down in ("top", "center", "bottom") else None,
        behind=order.startswith("-"),
        in_cell=shape.get(OFFICE + "allowincell") not in ("f", "false"),
        order=abs(integer(order) or 0),
        wrap="topAndBottom" if wrap == "topAndBottom" else "square" if flows else "none",
        distance=(length(style.get("mso-wrap-distance-top")), length(style.get("mso-wrap-distance-bottom"))),
        beside=(room[0], room[1]) if flows else None,
        sides=cast(Literal["both", "left", "right", "largest"], side if side in _SIDES else "both"),
    )


def _rule(shape: Element, style: dict[str, str]) -> Drawing:
    """A horizontal rule: as wide as the text unless it says otherwise; it takes no room."""
    if shape.get(OFFICE + "hrpct") not in (None, "0", "1000"):
        raise NotDrawnError("đường kẻ ngang theo tỷ lệ")
    align = shape.get(OFFICE + "hralign", "left")
    anchor = Anchor("column", "paragraph", align_x=align if align in ("left", "center", "right") else "left")
    fill = color_of(shape.get("fillcolor")) or "A0A0A0"
    wide = length(style.get("width"))
    return Drawing(Box(fill=fill), wide, length(style.get("height")) or 1.5, anchor, fills=not wide)


def _line(
    shape: Element, style: dict[str, str], frame: Drawing, flips: tuple[bool, bool], corner: tuple[float, float],
    bare: float,
) -> tuple[float, float, Drawing]:  # fmt: skip
    border, heads = line_of(shape), heads_of(shape)
    if border is None:
        raise NotDrawnError("")
    left, top, width, height = *corner, frame.width, frame.height
    backward, rising = flips[0], flips[0] != flips[1]
    if local(shape) == "line":
        start, end = shape.get("from", "0,0").split(","), shape.get("to", "10,10").split(",")
        x1, y1, x2, y2 = (length(text, bare) for text in ((*start, "0")[:2] + (*end, "0")[:2]))
        rising = rising != ((x2 < x1) != (y2 < y1))
        backward = backward != (x2 < x1 or (x1 == x2 and y2 < y1))
        rising = rising if x1 != x2 else False
        left, top, width, height = left + min(x1, x2), top + min(y1, y2), abs(x2 - x1), abs(y2 - y1)
    drawn = Stroke(border, rising, heads[::-1] if backward else heads)
    if not any(heads) and frame.turned == 180:
        frame.turned = 0.0  # a line turned by half lies as it did
    return left, top, replace(frame, content=drawn, width=width, height=height)


def _frame(style: dict[str, str], bare: float) -> tuple[float, float, float, float]:
    left = length(style.get("margin-left"), bare) + length(style.get("left"), bare)
    top = length(style.get("margin-top"), bare) + length(style.get("top"), bare)
    width, height = length(style.get("width"), bare), length(style.get("height"), bare)
    for name, size in (("mso-width-percent", width), ("mso-height-percent", height)):
        if style.get(name, "0") not in ("0", "") and not size:  # Word writes beside a share what it comes to
            raise NotDrawnError("hình vẽ có cỡ theo tỷ lệ của trang")
    return left, top, width, height


def _fill_in(box: Box, frame: Element, style: dict[str, str]) -> None:
    """Give the box the margins of its text, and the place where it stands."""
    inside = style_of(frame.get("style", ""))
    if inside.get("layout-flow", "").startswith("vertical"):
        up = inside.get("mso-layout-flow-alt") == "bottom-to-top"
        box.text_turn = 270 if up else 90
    insets = [length(part) if part.strip() else None for part in frame.get("inset", "").split(",")]
    given = [new if new is not None else old for old, new in zip(box.margins, [*insets, *[None] * 4], strict=False)]
    box.margins = given[0], given[1], given[2], given[3]
    box.grows = inside.get("mso-fit-shape-to-text") in ("t", "true") and not box.text_turn
    place = {"middle": "center", "bottom": "bottom"}.get(style.get("v-text-anchor", ""), "top")
    box.valign = cast(Literal["top", "center", "bottom"], place)
    if style.get("mso-wrap-style") == "none":
        box.fits, box.wraps = box.grows, box.grows
