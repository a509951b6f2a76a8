"""What VML writes as text: styles, lengths, angles, colours, lines and fills."""

from __future__ import annotations

from generator.layout.drawings.parts import NotDrawnError
from generator.layout.names import VML, Element, color
from generator.layout.outlines.paths import Head, Heads
from generator.layout.tree import Border
from generator.patterns import late

WORD_ART = "chữ nghệ thuật (WordArt)"
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0, "px": 0.75}
_LENGTH = late(r"\s*(-?[\d.]+)\s*([a-z]{0,2})")
_COLORS = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00",
    "gray": "808080", "silver": "C0C0C0", "maroon": "800000", "navy": "000080", "purple": "800080",
    "olive": "808000", "teal": "008080", "aqua": "00FFFF", "fuchsia": "FF00FF", "lime": "00FF00",
}  # fmt: skip
_DASHES = {"dash": "dashed", "longdash": "dashed", "shortdash": "dashed", "dot": "dotted", "1 1": "dotted",
           "shortdot": "dotted", "dashdot": "dotDash", "longdashdot": "dotDash", "shortdashdot": "dotDash"}  # fmt: skip
_COMPOUND = {"thinthin": "dbl", "thickthin": "thickThin", "thinthick": "thinThick", "thickbetweenthin": "tri"}
_HEADS = {"block": "triangle", "classic": "stealth", "open": "arrow", "diamond": "diamond", "oval": "oval"}
_SIZES = {"short": 2.0, "narrow": 2.0, "medium": 3.0, "long": 5.0, "wide": 5.0}


def style_of(text: str) -> dict[str, str]:
    """The properties of a ``style`` attribute by their names."""
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if value}


def length(text: str | None, bare: float = 0.75) -> float:
    """The length in points; a bare number counts pixels."""
    match = _LENGTH.match(text or "")
    try:
        return float(match[1]) * (_UNITS.get(match[2], bare) if match[2] else bare) if match else 0.0
    except ValueError:
        return 0.0


def color_of(text: str | None) -> str | None:
    """The colour as ``RRGGBB``, ``None`` for one that is not known."""
    said = (text or "").split()[0].lower() if (text or "").split() else ""
    if said.startswith("#"):
        digits = said[1:]
        return color("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)
    return _COLORS.get(said)


def line_of(shape: Element) -> Border | None:
    """The line around a shape, ``None`` for none."""
    if shape.get("stroked") in ("f", "false"):
        return None
    child = shape.find(VML + "stroke")
    said = child if child is not None else shape
    if child is not None and child.get("on") in ("f", "false"):
        return None
    weight = said.get("weight") or shape.get("strokeweight")
    width = length(weight, 1 / 12700) if weight else 0.75
    dash = _DASHES.get((child.get("dashstyle", "") if child is not None else "").lower(), "single")
    strands = _COMPOUND.get(child.get("linestyle", "").lower()) if child is not None else None
    if strands is not None:
        if dash != "single":
            raise NotDrawnError("đường kẻ kép nét đứt")
        dash = strands
    return Border(dash, max(width, 0.25), 0.0, color_of(said.get("color") or shape.get("strokecolor")))


def heads_of(shape: Element) -> Heads:
    """The heads at the start and at the end of a line."""
    child = shape.find(VML + "stroke")
    return (None, None) if child is None else (_head(child, "start"), _head(child, "end"))


def _head(stroke: Element, end: str) -> Head | None:
    kind = _HEADS.get(stroke.get(end + "arrow", "none"))
    if kind is None:
        return None
    sizes = (_SIZES.get(stroke.get(f"{end}arrow{side}", "medium"), 3.0) for side in ("length", "width"))
    return Head(kind, *sizes)  # type: ignore[arg-type]


def fill_of(shape: Element, name: str, *, filled: bool = True) -> str | None:
    """The colour inside a shape, ``None`` for none; ``filled`` is what holds when the shape does not say."""
    said = shape.get("filled")
    if said in ("f", "false") or (said is None and not filled):
        return None
    fill = shape.find(VML + "fill")
    if fill is None:
        return color_of(shape.get("fillcolor")) or "FFFFFF"
    if fill.get("on") in ("f", "false"):
        return None
    if fill.get("type", "solid") != "solid":
        raise NotDrawnError(f"{name} có nền nhiều màu")
    paint = color_of(fill.get("color") or shape.get("fillcolor")) or "FFFFFF"
    seen = share(fill.get("opacity"), 1.0)
    return paint if seen >= 1 else f"{paint}{round(seen * 255):02X}"


def share(text: str | None, default: float) -> float:
    """A part of one: written plain, as a percentage, or in 65536ths followed by ``f``."""
    said = (text or "").strip()
    try:
        if said.endswith("f"):
            return min(max(float(said[:-1]) / 65536, 0.0), 1.0)
        number = float(said[:-1]) / 100 if said.endswith("%") else float(said)
    except ValueError:
        return default
    return min(max(number, 0.0), 1.0)


def turn_of(style: dict[str, str]) -> float:
    """How far a shape is turned, in degrees clockwise from 0 up to 360."""
    said = style.get("rotation", "0").strip()
    try:
        return (float(said[:-2]) / 65536 if said.endswith("fd") else float(said)) % 360
    except ValueError:
        return 0.0
