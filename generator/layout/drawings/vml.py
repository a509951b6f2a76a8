"""VML, the drawing language of Word up to 2007: lines, boxes of text, pictures and horizontal rules."""

from __future__ import annotations

from typing import Literal, cast

from generator.layout.drawings.parts import DrawingParts, NotDrawnError
from generator.layout.names import OFFICE, VML, Element, R, W, color, local
from generator.layout.tree import Anchor, Border, Box, Drawing, Stroke
from generator.patterns import late

_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0, "px": 0.75}
_LENGTH = late(r"\s*(-?[\d.]+)\s*([a-z]{0,2})")
_SHAPES = {"line", "shape", "rect", "roundrect", "oval"}
_LINE_TYPES = {"20", "32"}  # o:spt of Word's line and of its straight connector
_BOX_TYPES = {"1", "2", "202"}
_PICTURE_TYPE = "75"
_COLORS = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00",
    "gray": "808080", "silver": "C0C0C0", "maroon": "800000", "navy": "000080", "purple": "800080",
    "olive": "808000", "teal": "008080", "aqua": "00FFFF", "fuchsia": "FF00FF", "lime": "00FF00",
}  # fmt: skip
_ACROSS = {"text": "column", "char": "character", "left-margin-area": "leftMargin", "right-margin-area": "rightMargin"}
_DOWN = {"text": "paragraph", "top-margin-area": "topMargin", "bottom-margin-area": "bottomMargin"}
_DASHES = {"dash": "dashed", "longdash": "dashed", "shortdash": "dashed", "dot": "dotted", "1 1": "dotted",
           "shortdot": "dotted", "dashdot": "dotDash", "longdashdot": "dotDash", "shortdashdot": "dotDash"}  # fmt: skip


def read_vml(element: Element, parts: DrawingParts) -> Drawing:
    """The drawing of a ``w:pict``; ``NotDrawnError`` names in Vietnamese what the tree has no place for."""
    shapes = [child for child in element if child.tag.startswith(VML) and local(child) != "shapetype"]
    if len(shapes) != 1 or local(shapes[0]) not in _SHAPES:
        held = any(local(child) == "txbxContent" for child in element.iter())
        raise NotDrawnError("nhóm hình vẽ có khung văn bản" if held else "nhóm hình vẽ" if shapes else "hình vẽ")
    shape = shapes[0]
    style = _style(shape.get("style", ""))
    if style.get("visibility") == "hidden":
        raise NotDrawnError("")
    if style.get("rotation", "0").strip("0.") not in ("", "fd"):
        raise NotDrawnError("hình vẽ xoay")
    if shape.get(OFFICE + "hr") in ("t", "true"):
        return _rule(shape, style)
    kind = _kind(shape, element)
    if kind == "line":
        return _line(shape, style)
    if kind == "picture":
        return _picture(shape, style, parts)
    if kind == "box":
        return _box(shape, style, parts)
    text = shape.find(f"{VML}textbox") is not None
    watermark = shape.find(f"{VML}textpath") is not None
    raise NotDrawnError("chữ nghệ thuật (WordArt)" if watermark else "khung văn bản" if text else "hình vẽ tự do")


def _style(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if value}


def _length(text: str | None, bare: float = 0.75) -> float:
    """The length in points; a bare number counts pixels."""
    match = _LENGTH.match(text or "")
    try:
        return float(match[1]) * (_UNITS.get(match[2], bare) if match[2] else bare) if match else 0.0
    except ValueError:
        return 0.0


def _color(text: str | None) -> str | None:
    said = (text or "").split()[0].lower() if (text or "").split() else ""
    if said.startswith("#"):
        digits = said[1:]
        return color("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)
    return _COLORS.get(said)


def _kind(shape: Element, element: Element) -> str:
    name = local(shape)
    if name == "line":
        return "line"
    if shape.find(VML + "imagedata") is not None:
        return "picture"
    if shape.find(VML + "textpath") is not None:
        return ""
    if name == "rect":
        return "box"
    if shape.get(OFFICE + "connectortype") == "straight":
        return "line"
    asked = shape.get("type", "").lstrip("#")
    number = asked.rpartition("_t")[2]
    for declared in element.iter(VML + "shapetype"):
        if declared.get("id") == asked:
            number = declared.get(OFFICE + "spt", number).split(".")[0]
    if number in _LINE_TYPES:
        return "line"
    return "box" if number in _BOX_TYPES and name in ("shape", "roundrect") else ""


def _stroke(shape: Element) -> Border | None:
    if shape.get("stroked") in ("f", "false"):
        return None
    child = shape.find(VML + "stroke")
    said = child if child is not None else shape
    if child is not None and child.get("on") in ("f", "false"):
        return None
    if child is not None and any(child.get(end, "none") != "none" for end in ("startarrow", "endarrow")):
        raise NotDrawnError("mũi tên")
    if child is not None and child.get("linestyle", "single").lower() != "single":
        raise NotDrawnError("đường kẻ kép")
    weight = said.get("weight") or shape.get("strokeweight")
    width = _length(weight, 1 / 12700) if weight else 0.75
    dash = _DASHES.get((child.get("dashstyle", "") if child is not None else "").lower(), "single")
    return Border(dash, max(width, 0.25), 0.0, _color(said.get("color") or shape.get("strokecolor")))


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
    wrap = next((child.get("type", "none") for child in shape if local(child) == "wrap"), "none")
    return Anchor(
        _ACROSS.get(from_x, from_x),
        _DOWN.get(from_y, from_y),
        left,
        top,
        across if across in ("left", "center", "right") else None,
        down if down in ("top", "center", "bottom") else None,
        behind=order.startswith("-"),
        wrap=cast(
            Literal["none", "topAndBottom", "square"],
            {"none": "none", "topAndBottom": "topAndBottom"}.get(wrap, "square"),
        ),
    )


def _rule(shape: Element, style: dict[str, str]) -> Drawing:
    """A horizontal rule: as wide as the text unless it says otherwise; it takes no room."""
    if shape.get(OFFICE + "hrpct") not in (None, "0", "1000"):
        raise NotDrawnError("đường kẻ ngang theo tỷ lệ")
    align = shape.get(OFFICE + "hralign", "left")
    anchor = Anchor("column", "paragraph", align_x=align if align in ("left", "center", "right") else "left")
    fill = _color(shape.get("fillcolor")) or "A0A0A0"
    wide = _length(style.get("width"))
    return Drawing(Box(fill=fill), wide, _length(style.get("height")) or 1.5, anchor, fills=not wide)


def _line(shape: Element, style: dict[str, str]) -> Drawing:
    stroke = _stroke(shape)
    if stroke is None:
        raise NotDrawnError("")
    flips = style.get("flip", "")
    rising = ("x" in flips) != ("y" in flips)
    if local(shape) == "line":
        start, end = shape.get("from", "0,0").split(","), shape.get("to", "10,10").split(",")
        x1, y1, x2, y2 = (_length(text) for text in ((*start, "0")[:2] + (*end, "0")[:2]))
        rising = rising != ((x2 < x1) != (y2 < y1))
        left, top, width, height = min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)
        left += _length(style.get("margin-left")) + _length(style.get("left"))
        top += _length(style.get("margin-top")) + _length(style.get("top"))
    else:
        left, top, width, height = _frame(style)
    return Drawing(Stroke(stroke, rising), width, height, _anchor(shape, style, left, top))


def _frame(style: dict[str, str]) -> tuple[float, float, float, float]:
    left = _length(style.get("margin-left")) + _length(style.get("left"))
    top = _length(style.get("margin-top")) + _length(style.get("top"))
    if any(name in style for name in ("mso-width-percent", "mso-height-percent")) and any(
        style.get(name, "0") not in ("0", "") for name in ("mso-width-percent", "mso-height-percent")
    ):
        raise NotDrawnError("hình vẽ có cỡ theo tỷ lệ của trang")
    return left, top, _length(style.get("width")), _length(style.get("height"))


def _picture(shape: Element, style: dict[str, str], parts: DrawingParts) -> Drawing:
    data = shape.find(VML + "imagedata")
    if data is None:
        raise NotDrawnError("ảnh trống")
    if any(data.get(side) for side in ("cropleft", "croptop", "cropright", "cropbottom")):
        raise NotDrawnError("ảnh cắt cạnh")
    left, top, width, height = _frame(style)
    picture = parts.picture(data.get(R + "id"), data.get(R + "href"), (0.0, 0.0, 0.0, 0.0))
    alt = shape.get("alt") or data.get(OFFICE + "title") or ""
    return Drawing(picture, width, height, _anchor(shape, style, left, top), alt)


def _box(shape: Element, style: dict[str, str], parts: DrawingParts) -> Drawing:
    left, top, width, height = _frame(style)
    filled = shape.get("filled") not in ("f", "false")
    fill = shape.find(VML + "fill")
    if fill is not None and (fill.get("type", "solid") != "solid" or fill.get("opacity")):
        raise NotDrawnError("khung văn bản có nền nhiều màu hoặc trong suốt")
    box = Box(_stroke(shape), (_color(shape.get("fillcolor")) or "FFFFFF") if filled else None)
    frame = shape.find(VML + "textbox")
    content = frame.find(W + "txbxContent") if frame is not None else None
    if frame is not None and content is not None:
        inside = _style(frame.get("style", ""))
        if "layout-flow" in inside:
            raise NotDrawnError("khung văn bản có chữ quay hướng")
        insets = [_length(part) if part.strip() else None for part in frame.get("inset", "").split(",")]
        given = [new if new is not None else old for old, new in zip(box.margins, [*insets, *[None] * 4], strict=False)]
        box.margins = given[0], given[1], given[2], given[3]
        box.grows = inside.get("mso-fit-shape-to-text") in ("t", "true")
        place = {"middle": "center", "bottom": "bottom"}.get(style.get("v-text-anchor", ""), "top")
        box.valign = cast(Literal["top", "center", "bottom"], place)
        box.blocks = parts.blocks(content)
    return Drawing(box, width, height, _anchor(shape, style, left, top), shape.get("alt", ""))
