"""``w:rPr``: what one layer says about text, and the layers put together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from generator.layout.limits import MIN_SIZE
from generator.layout.names import VAL, W14, Element, W, children_of, color, points, truth, value_in
from generator.layout.notes import CHANGE, PLAINER, SHADOW
from generator.layout.properties.borders import is_single, plainer, read_border
from generator.layout.properties.font_slots import find_old_font, read_slots
from generator.layout.tree import TextFormat

Layer: TypeAlias = dict[str, Any]
_SIZE = 10.0  # points, where nothing says any

# Word turns these round when two style levels both say them (ISO 29500-1, 17.7.3).
TOGGLES = {
    "bold": "b",
    "italic": "i",
    "strike": "strike",
    "caps": "caps",
    "small_caps": "smallCaps",
    "hidden": "vanish",
    "outlined": "outline",
}
_TOGGLE_TAGS = [(name, W + tag) for name, tag in TOGGLES.items()]
_FONTS, _SIZED, _UNDERLINE, _VERTICAL = W + "rFonts", W + "sz", W + "u", W + "vertAlign"
_COLOR, _SHADING, _FRAMED, _HIGHLIGHT = W + "color", W + "shd", W + "bdr", W + "highlight"
_SPACING, _STRETCH, _KERNED, _RAISED = W + "spacing", W + "w", W + "kern", W + "position"
_DOUBLED, _JOINED, _LANGUAGE = W + "dstrike", W14 + "ligatures", W + "lang"
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
_MOST_STRETCHED = 600  # per cent, the most that a file may say (17.18.95)
BACKWARD = "chữ viết từ phải sang trái"
_STRANGE = {
    "shadow": SHADOW,
    "emboss": "chữ nổi",
    "imprint": "chữ chìm",
    "fitText": "chữ ép vừa khung",
    "eastAsianLayout": "chữ kiểu Đông Á",
    "rtl": BACKWARD,
    "em": "chữ có dấu nhấn",
}
# Those that join the usual letters; Word's contextual, historical and discretional ones come on top of them.
_LIGATED = {
    "standard", "standardContextual", "standardHistorical", "standardDiscretional", "standardContextualHistorical",
    "standardContextualDiscretional", "standardHistoricalDiscretional", "all",
}  # fmt: skip


def read_text_layer(element: Element | None, theme: dict[str, str]) -> Layer:
    """What one ``w:rPr`` says; properties it does not name are absent."""
    return {} if element is None or not len(element) else text_layer(children_of(element), theme)


def text_layer(children: dict[str, Element], theme: dict[str, str]) -> Layer:
    """The same of the children of a ``w:rPr`` by name."""
    layer: Layer = {}
    if not children:
        return layer
    for name, tag in _TOGGLE_TAGS:
        if (toggle := children.get(tag)) is not None:
            layer[name] = truth(toggle.get(VAL))
    if (doubled := children.get(_DOUBLED)) is not None and truth(doubled.get(VAL)):
        layer["strike"] = True
    fonts = children.get(_FONTS)
    if fonts is not None:
        slots = read_slots(fonts, theme)
        font = slots.get("slot ascii") or slots.get("slot hAnsi")
        if font:
            layer["font"] = font
        layer |= slots
    size = points(value_in(children, _SIZED), 2)
    if size and size > 0:
        layer["size"] = max(size, MIN_SIZE)
    underline = value_in(children, _UNDERLINE)
    if underline is not None:
        layer["underline"] = None if underline == "none" else underline
    vertical = value_in(children, _VERTICAL)
    if vertical in ("baseline", "superscript", "subscript"):
        layer["vertical"] = vertical
    if _COLOR in children:
        layer["color"] = color(value_in(children, _COLOR))
    shading = children.get(_SHADING)
    if shading is not None:
        layer["highlight"] = color(shading.get(W + "fill"))
    framed = children.get(_FRAMED)
    if framed is not None:
        layer["border"] = plainer(read_border(framed), is_single)
    highlight = value_in(children, _HIGHLIGHT)
    if highlight is not None:
        layer["highlight"] = _HIGHLIGHTS.get(highlight)
    spacing = points(value_in(children, _SPACING))
    if spacing is not None:
        layer["spacing"] = spacing
    stretch = points((value_in(children, _STRETCH) or "").rstrip("%"), 1)
    if stretch is not None and 0 < stretch <= _MOST_STRETCHED:
        layer["stretch"] = stretch / 100
    kerned_from = points(value_in(children, _KERNED), 2)
    if kerned_from is not None:
        layer["kerned_from"] = kerned_from
    joined = children.get(_JOINED)
    if joined is not None:
        layer["ligated"] = joined.get(W14 + "val") in _LIGATED
    raised = points(value_in(children, _RAISED), 2)
    if raised is not None:
        layer["raised"] = raised
    language = value_in(children, _LANGUAGE)
    if language:
        layer["language"] = language
    return layer


UNSEEN = frozenset(_STRANGE.values())
"""Those of ``strange_text`` that a mark at the end of a paragraph does not show."""


def strange_text(element: Element | None) -> list[str]:
    """In Vietnamese, the properties of a ``w:rPr`` that the tree has no place for."""
    found: list[str] = []
    for child in element if element is not None else ():
        name = child.tag.rpartition("}")[2]
        if name in _STRANGE and truth(child.get(VAL)):
            found.append(_STRANGE[name])
        elif name == "bdr" and (border := plainer(read_border(child), is_single)) is not None and border.meant:
            found.append(PLAINER + border.meant)
        elif name in ("ins", "moveTo", "rPrChange"):
            found.append(CHANGE)
    return found


def combine_text(defaults: Layer, table: Layer, paragraph: Layer, character: Layer, direct: Layer) -> TextFormat:
    """The effective look, from the weakest layer to the strongest, toggles turned round as Word does."""
    merged: Layer = {**defaults, **table, **paragraph, **character}
    for name in TOGGLES:
        said = [layer[name] for layer in (table, paragraph, character) if name in layer]
        if said:
            merged[name] = bool(defaults.get(name)) or sum(said) % 2 == 1
    merged.update(direct)
    find_old_font(merged)
    least = merged.pop("kerned_from", 0.0)  # the smallest size of letters that is kerned (17.3.2.19)
    merged["kerned"] = 0 < least <= merged.get("size", _SIZE)
    return TextFormat(**merged)


def merge(layers: Iterable[Layer]) -> Layer:
    """One layer that says what all say, later ones winning."""
    merged: Layer = {}
    for layer in layers:
        merged.update(layer)
    return merged
