"""DrawingML: straight lines, pictures and boxes of text, anchored or standing in the line."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, cast

from generator.errors import ConversionError
from generator.layout.drawings.parts import DrawingParts, NotDrawnError
from generator.layout.names import PIC, WP, WPS, A, Element, R, W, integer, local, points, truth
from generator.layout.tree import Anchor, Border, Box, Drawing, Picture, Stroke

_EMU = 12700.0
_HALF = 10_800_000  # a turn by 180 degrees
_LINES = {"line", "straightConnector1"}
_BOXES = {"rect", "roundRect", "ellipse", "flowChartProcess", "flowChartAlternateProcess", "snip1Rect"}
_ROUND = {"ellipse"}
_ANCHORS_X = {"column", "margin", "page", "leftMargin", "rightMargin", "character"}
_ANCHORS_Y = {"paragraph", "line", "margin", "page", "topMargin", "bottomMargin"}
_WRAPS = {
    "wrapNone": "none", "wrapTopAndBottom": "topAndBottom", "wrapSquare": "square", "wrapTight": "square",
    "wrapThrough": "square",
}  # fmt: skip
_DASHES = {"dash": "dashed", "lgDash": "dashed", "sysDash": "dashed", "dot": "dotted", "sysDot": "dotted",
           "dashDot": "dotDash", "lgDashDot": "dotDash", "sysDashDot": "dotDash"}  # fmt: skip
_COMPOUND = {None, "sng"}
_THEME_LINE = 0.75


def read_drawing(element: Element, parts: DrawingParts) -> Drawing:
    """The drawing of a ``w:drawing``.

    ``NotDrawnError`` names in Vietnamese what it holds that the tree has no place for.
    """
    frame = next((child for child in element if local(child) in ("anchor", "inline")), None)
    if frame is None:
        raise NotDrawnError("hình vẽ")
    extent = frame.find(WP + "extent")
    width = points(extent.get("cx"), _EMU) if extent is not None else None
    height = points(extent.get("cy"), _EMU) if extent is not None else None
    described = frame.find(WP + "docPr")
    alt = (described.get("descr") or described.get("title") or described.get("name") or "") if (
        described is not None
    ) else ""  # fmt: skip
    data = frame.find(f"{A}graphic/{A}graphicData")
    held = next(iter(data), None) if data is not None else None
    anchor = _anchor(frame) if local(frame) == "anchor" else None
    if held is None:
        raise NotDrawnError("hình vẽ")
    if held.tag == PIC + "pic":
        content: Stroke | Picture | Box = _picture(held, parts)
    elif held.tag == WPS + "wsp":
        content = _shape(held, parts)
    else:
        raise NotDrawnError(_GRAPHICS.get(local(held), "hình vẽ"))
    if described is not None and described.get("hidden") is not None and truth(described.get("hidden")):
        raise NotDrawnError("")
    return Drawing(content, width or 0.0, height or 0.0, anchor, " ".join(alt.split()))


_GRAPHICS = {"chart": "biểu đồ", "relIds": "sơ đồ SmartArt", "wgp": "nhóm hình vẽ", "wpc": "khung vẽ (canvas)",
             "contentPart": "nét vẽ tay"}  # fmt: skip


def _anchor(frame: Element) -> Anchor:
    across, down = frame.find(WP + "positionH"), frame.find(WP + "positionV")
    from_x, x, align_x = _position(across, "column")
    from_y, y, align_y = _position(down, "paragraph")
    if from_x not in _ANCHORS_X or from_y not in _ANCHORS_Y:
        raise NotDrawnError("hình vẽ đặt theo lề trong hoặc lề ngoài của trang")
    wrap = next((_WRAPS[name] for child in frame if (name := local(child)) in _WRAPS), "none")
    return Anchor(
        from_x, from_y, x, y, align_x, align_y,
        behind=frame.get("behindDoc") in ("1", "true"),
        wrap=cast(Literal["none", "topAndBottom", "square"], wrap),
        distance=(points(frame.get("distT"), _EMU) or 0.0, points(frame.get("distB"), _EMU) or 0.0),
        beside=_beside(frame),
    )  # fmt: skip


def _beside(frame: Element) -> tuple[float, float] | None:
    """The room left and right of a rectangle that text flows beside on whichever side has room."""
    square = frame.find(WP + "wrapSquare")
    if square is None or square.get("wrapText") not in ("bothSides", "largest"):
        return None
    return points(frame.get("distL"), _EMU) or 0.0, points(frame.get("distR"), _EMU) or 0.0


def _position(element: Element | None, default: str) -> tuple[str, float, str | None]:
    if element is None:
        return default, 0.0, None
    align = element.findtext(WP + "align")
    offset = element.findtext(WP + "posOffset")
    if align is None and offset is None:
        raise NotDrawnError("hình vẽ đặt theo tỷ lệ của trang")
    if align in ("inside", "outside"):
        raise NotDrawnError("hình vẽ đặt theo lề trong hoặc lề ngoài của trang")
    return element.get("relativeFrom", default), points(offset, _EMU) or 0.0, align


def _picture(element: Element, parts: DrawingParts) -> Picture:
    blip = element.find(f"{PIC}blipFill/{A}blip")
    if blip is None:
        raise NotDrawnError("ảnh trống")
    vector = next((child for child in blip.iter() if local(child) == "svgBlip"), None)
    crop = element.find(f"{PIC}blipFill/{A}srcRect")
    shares = tuple((integer(crop.get(side)) or 0) / 100_000 for side in "ltrb") if crop is not None else (0.0,) * 4
    transform = element.find(f"{PIC}spPr/{A}xfrm")
    _check_turned(transform)
    if any(_flips(transform)):
        raise NotDrawnError("ảnh lật")
    properties = element.find(PIC + "spPr")
    cut = cast("tuple[float, float, float, float]", shares)
    line = _line(properties, None, parts) if properties is not None else None
    embed, plain = vector.get(R + "embed") if vector is not None else None, blip.get(R + "embed")
    if embed and plain:  # Word keeps the same picture in pixels beside it, for readers that cannot draw the vectors
        try:
            made = parts.picture(embed, None, cut)
        except (NotDrawnError, ConversionError):
            made = parts.picture(plain, None, cut)
    else:
        made = parts.picture(embed or plain, blip.get(R + "link"), cut)
    return made if line is None else replace(made, line=line)


def _shape(element: Element, parts: DrawingParts) -> Stroke | Box:
    properties = element.find(WPS + "spPr")
    text = element.find(f"{WPS}txbx/{W}txbxContent")
    name = "khung văn bản" if text is not None else "hình vẽ"
    if properties is None:
        raise NotDrawnError(name)
    geometry = properties.find(A + "prstGeom")
    preset = "" if geometry is None else geometry.get("prst", "")
    transform = properties.find(A + "xfrm")
    _check_turned(transform, _HALF if preset in _LINES else 2 * _HALF)  # a line turned by half lies as it did
    style = element.find(WPS + "style")
    line = _line(properties, style, parts)
    if preset in _LINES:
        if line is None:
            raise NotDrawnError("")
        across, down = _flips(transform)
        return Stroke(line, rising=across != down)
    if preset not in _BOXES:
        raise NotDrawnError(name if text is not None else "hình vẽ tự do")
    if any(properties.find(A + kind) is not None for kind in ("gradFill", "blipFill", "pattFill")):
        raise NotDrawnError(f"{name} có nền nhiều màu")
    return _box(element, properties, style, line, preset, text, parts)


def _box(
    element: Element, properties: Element, style: Element | None, line: Border | None, preset: str,
    text: Element | None, parts: DrawingParts,
) -> Box:  # fmt: skip
    body = element.find(WPS + "bodyPr")
    box = Box(line, _fill(properties, style, parts), round=preset in _ROUND)
    if text is None:
        return box
    if preset in _ROUND:
        raise NotDrawnError("khung văn bản hình bầu dục")
    if body is not None:
        if body.get("vert", "horz") != "horz" or body.get("rot", "0") != "0":
            raise NotDrawnError("khung văn bản có chữ quay hướng")
        if body.get("wrap") == "none":
            raise NotDrawnError("khung văn bản không xuống dòng")
        insets = [points(body.get(side), _EMU) for side in ("lIns", "tIns", "rIns", "bIns")]
        given = [old if new is None else new for old, new in zip(box.margins, insets, strict=True)]
        box.margins = given[0], given[1], given[2], given[3]
        place = {"ctr": "center", "b": "bottom"}.get(body.get("anchor", "t"), "top")
        box.valign = cast(Literal["top", "center", "bottom"], place)
        box.grows = body.find(A + "spAutoFit") is not None
    if element.find(f"{WPS}linkedTxbx") is not None:
        raise NotDrawnError("khung văn bản nối tiếp")
    box.blocks = parts.blocks(text)
    return box


def _check_turned(transform: Element | None, same: int = 2 * _HALF) -> None:
    """Refuse what is turned, but by multiples of ``same`` after which it looks as before."""
    turn = integer(transform.get("rot")) if transform is not None else None
    if turn and turn % same:
        raise NotDrawnError("hình vẽ xoay")


def _flips(transform: Element | None) -> tuple[bool, bool]:
    """Whether left and right, and top and bottom, change places."""
    if transform is None:
        return False, False
    return truth(transform.get("flipH", "0")), truth(transform.get("flipV", "0"))


def _line(properties: Element, style: Element | None, parts: DrawingParts) -> Border | None:
    """The outline: the shape's own, else the one its style refers to."""
    own = properties.find(A + "ln")
    reference = style.find(A + "lnRef") if style is not None else None
    styled = reference is not None and reference.get("idx", "0") != "0"
    if own is None and not styled:
        return None
    if own is not None and own.find(A + "noFill") is not None:
        return None
    if own is not None and own.find(A + "solidFill") is None and not styled:
        return None
    painted = own.find(A + "solidFill") if own is not None else None
    color = parts.color(painted if painted is not None else reference)
    width = points(own.get("w"), _EMU) if own is not None else None
    if width is None:
        width = parts.line_width(integer(reference.get("idx")) or 1) if reference is not None else _THEME_LINE
    dash = own.find(A + "prstDash") if own is not None else None
    kind = _DASHES.get(dash.get("val", ""), "single") if dash is not None else "single"
    if own is not None:
        if own.get("cmpd") not in _COMPOUND:
            raise NotDrawnError("đường kẻ kép")
        for end in ("headEnd", "tailEnd"):
            arrow = own.find(A + end)
            if arrow is not None and arrow.get("type", "none") != "none":
                raise NotDrawnError("mũi tên")
    return Border(kind, max(width, 0.25), 0.0, color)


def _fill(properties: Element, style: Element | None, parts: DrawingParts) -> str | None:
    if properties.find(A + "noFill") is not None:
        return None
    own = properties.find(A + "solidFill")
    if own is not None:
        return parts.color(own) or "000000"
    reference = style.find(A + "fillRef") if style is not None else None
    if reference is None or reference.get("idx", "0") == "0":
        return None
    return parts.color(reference)
