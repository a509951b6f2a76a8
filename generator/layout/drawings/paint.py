"""The lines and fills of DrawingML shapes: their own, or those their style refers to."""

from __future__ import annotations

from generator.layout.drawings.parts import DrawingParts, NotDrawnError
from generator.layout.names import A, Element, integer, points
from generator.layout.outlines.paths import Head, Heads
from generator.layout.tree import Border, Gradient

_EMU = 12700.0
_DASHES = {"dash": "dashed", "lgDash": "dashed", "sysDash": "dashed", "dot": "dotted", "sysDot": "dotted",
           "dashDot": "dotDash", "lgDashDot": "dotDash", "sysDashDot": "dotDash"}  # fmt: skip
_COMPOUND = {"dbl", "thickThin", "thinThick", "tri"}
_THEME_LINE = 0.75
_HEADS = {"triangle", "stealth", "arrow", "diamond", "oval"}
_SIZES = {"sm": 2.0, "med": 3.0, "lg": 5.0}


def line_of(properties: Element, style: Element | None, parts: DrawingParts) -> Border | None:
    """The line around a shape, ``None`` for none."""
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
    strands = own.get("cmpd", "sng") if own is not None else "sng"
    if strands in _COMPOUND:
        if kind != "single":
            raise NotDrawnError("đường kẻ kép nét đứt")
        kind = strands
    return Border(kind, max(width, 0.25), 0.0, color)


def heads_of(properties: Element) -> Heads:
    """The heads at the start and at the end of a shape's line."""
    own = properties.find(A + "ln")
    if own is None:
        return None, None
    start, end = own.find(A + "headEnd"), own.find(A + "tailEnd")
    return _head(start), _head(end)


def _head(said: Element | None) -> Head | None:
    kind = said.get("type", "none") if said is not None else "none"
    if said is None or kind not in _HEADS:
        return None
    length, width = (_SIZES.get(said.get(name, "med"), 3.0) for name in ("len", "w"))
    return Head(kind, length, width)  # type: ignore[arg-type]


def _gradient(said: Element, parts: DrawingParts) -> str | Gradient:
    colours = [
        (integer(stop.get("pos")) or 0, parts.color(stop) or "000000") for stop in said.iterfind(f"{A}gsLst/{A}gs")
    ]
    stops = sorted(((min(max(at / 100_000, 0.0), 1.0), paint) for at, paint in colours), key=lambda stop: stop[0])
    if len(stops) < 2:
        return stops[0][1] if stops else "FFFFFF"
    whole = [(0.0, stops[0][1])] * (stops[0][0] > 0) + stops + [(1.0, stops[-1][1])] * (stops[-1][0] < 1)
    line = said.find(A + "lin")
    turn = integer(line.get("ang")) if line is not None else None
    return Gradient(tuple(whole), (turn or 0) / 60_000 % 360)


def fill_of(properties: Element, style: Element | None, parts: DrawingParts, name: str) -> str | Gradient | None:
    """The colour or colours inside a shape, ``None`` for none; ``name`` is what the shape is called in refusals."""
    if properties.find(A + "noFill") is not None:
        return None
    own = properties.find(A + "solidFill")
    if own is not None:
        return parts.color(own) or "000000"
    gradient = properties.find(A + "gradFill")
    if gradient is not None and gradient.find(A + "path") is None:
        return _gradient(gradient, parts)
    if any(properties.find(A + kind) is not None for kind in ("gradFill", "blipFill", "pattFill")):
        raise NotDrawnError(f"{name} có nền nhiều màu")
    reference = style.find(A + "fillRef") if style is not None else None
    if reference is None or reference.get("idx", "0") == "0":
        return None
    return parts.color(reference)
