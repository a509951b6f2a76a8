"""DrawingML: drawings anchored to a place or standing in the line."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, cast

from generator.layout.drawings.parts import DrawingParts, NotDrawnError
from generator.layout.drawings.shapes import read_shape
from generator.layout.names import MC, PIC, WP, WPC, WPG, WPS, A, Element, R, integer, local, points, truth
from generator.layout.tree import Anchor, Drawing, Group

_EMU = 12700.0
_READ = {PIC + "pic", WPS + "wsp", WPG + "wgp", WPC + "wpc"}
_ANCHORS_X = {"column", "margin", "page", "leftMargin", "rightMargin", "character"}
_ANCHORS_Y = {"paragraph", "line", "margin", "page", "topMargin", "bottomMargin"}
_FLOWS = {"wrapSquare", "wrapTight", "wrapThrough"}
_SIDES = {"bothSides": "both", "left": "left", "right": "right", "largest": "largest"}
_FILLED = 0.9  # of the rectangle around an outline: then a line of text ends beside it as beside that
_WRAPS = {
    "wrapNone": "none", "wrapTopAndBottom": "topAndBottom", "wrapSquare": "square", "wrapTight": "square",
    "wrapThrough": "square",
}  # fmt: skip


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
    if local(held) == "relIds":
        from generator.layout.drawings.diagrams import read_diagram  # here: few documents hold any

        made = read_diagram(held, parts, width or 0.0, height or 0.0)
    elif local(held) == "chart":
        told = parts.linked(held.get(R + "id", ""), "chart")
        if told is None or parts.draw_chart is None:
            raise NotDrawnError(_GRAPHICS["chart"])
        made = parts.draw_chart(told[0], told[1], width or 0.0, height or 0.0)
    elif held.tag not in _READ:
        raise NotDrawnError(_GRAPHICS.get(local(held), "hình vẽ"))
    else:
        made = read_shape(held, parts, width or 0.0, height or 0.0)
    if described is not None and described.get("hidden") is not None and truth(described.get("hidden")):
        raise NotDrawnError("")
    if anchor is None and any(len(effects) for effects in held.iter(A + "effectLst")):
        made = _with_room(made, frame.find(WP + "effectExtent"))
    made.anchor, made.alt = anchor, " ".join(alt.split())
    return made


def _with_room(drawing: Drawing, extent: Element | None) -> Drawing:
    """The drawing with the room that a shadow or a glow takes around it in its line (20.4.2.6)."""
    said = [points(extent.get(side), _EMU) or 0.0 for side in "ltrb"] if extent is not None else []
    left, top, right, bottom = (max(length, 0.0) for length in said or [0.0] * 4)
    if not (left or top or right or bottom):
        return drawing
    width, height = left + drawing.width + right, top + drawing.height + bottom
    return Drawing(Group([(left, top, drawing)]), width, height)


_GRAPHICS = {"chart": "biểu đồ", "contentPart": "nét vẽ tay"}


def _anchor(frame: Element) -> Anchor:
    across, down = _said(frame, "positionH"), _said(frame, "positionV")
    from_x, x, align_x = _position(across, "column")
    from_y, y, align_y = _position(down, "paragraph")
    if from_x not in _ANCHORS_X or from_y not in _ANCHORS_Y:
        raise NotDrawnError("hình vẽ đặt theo lề trong hoặc lề ngoài của trang")
    around = next((child for child in frame if local(child) in _WRAPS), None)
    wrap = _WRAPS[local(around)] if around is not None else "none"
    side = _SIDES.get(around.get("wrapText", "bothSides"), "both") if around is not None else "both"
    return Anchor(
        from_x, from_y, x, y, align_x, align_y,
        behind=frame.get("behindDoc") in ("1", "true"),
        wrap=cast(Literal["none", "topAndBottom", "square"], wrap),
        distance=(points(frame.get("distT"), _EMU) or 0.0, points(frame.get("distB"), _EMU) or 0.0),
        beside=_beside(frame, around),
        sides=cast(Literal["both", "left", "right", "largest"], side),
        in_cell=truth(frame.get("layoutInCell", "1")),
        order=integer(frame.get("relativeHeight")) or 0,
    )  # fmt: skip


def _said(frame: Element, name: str) -> Element | None:
    """The position, or the one Word writes beside a share of the page for readers that know lengths only."""
    found = frame.find(WP + name)
    return found if found is not None else frame.find(f"{MC}AlternateContent/{MC}Fallback/{WP}{name}")


def _beside(frame: Element, around: Element | None) -> tuple[float, float] | None:
    """The room left and right of a rectangle that text flows beside; ``None`` beside any other outline."""
    if around is None or local(around) not in _FLOWS or not _is_rectangle(around.find(WP + "wrapPolygon")):
        return None
    return points(frame.get("distL"), _EMU) or 0.0, points(frame.get("distR"), _EMU) or 0.0


def _is_rectangle(outline: Element | None) -> bool:
    """Whether the outline that text flows round fills the rectangle around it, but for a corner or a rough edge."""
    if outline is None:
        return True
    corners = [(integer(corner.get("x")) or 0, integer(corner.get("y")) or 0) for corner in outline]
    around = 1.0
    for places in zip(*corners, strict=True):
        around *= max(places) - min(places)
    area = sum(x * below - right * y for (x, y), (right, below) in pairwise([*corners, *corners[:1]])) / 2
    return abs(area) >= _FILLED * around


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
