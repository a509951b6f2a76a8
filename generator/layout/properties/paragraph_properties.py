"""``w:pPr``: what one layer says about a paragraph, and the layers put together."""

from __future__ import annotations

from typing import Literal, cast

from generator.layout.names import VAL, Element, W, attributes_of, children_of, integer, points, truth, value_in
from generator.layout.notes import CHANGE, PLAINER
from generator.layout.properties.borders import is_drawn, plainer, read_border, read_shading
from generator.layout.properties.frames import read_frame, strange_frame
from generator.layout.properties.text_properties import Layer
from generator.layout.tree import Alignment, Border, ParagraphFormat, Side, TabStop

_ALIGN: dict[str, Alignment] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "both": "both",
    "distribute": "distribute", "lowKashida": "both", "mediumKashida": "both", "highKashida": "both",
}  # fmt: skip
_JC, _IND, _SPACING, _LEVEL = W + "jc", W + "ind", W + "spacing", W + "outlineLvl"
_BORDERS, _TABS, _FRAME, _SHADING = W + "pBdr", W + "tabs", W + "framePr", W + "shd"
_BACKWARD = "backward"  # whether its lines run from right to left
_FLAGS = {
    "contextual": W + "contextualSpacing",
    "keep_next": W + "keepNext",
    "keep_lines": W + "keepLines",
    "widow_control": W + "widowControl",
    "page_break_before": W + "pageBreakBefore",
    "snaps": W + "snapToGrid",
    _BACKWARD: W + "bidi",
}
_SIDES: tuple[Side, ...] = ("top", "left", "bottom", "right", "between")
_INDENTS = (("left", (W + "left", W + "start")), ("right", (W + "right", W + "end")))
_HANGING, _FIRST_LINE = W + "hanging", W + "firstLine"
_GAPS = tuple((name, W + name, f"{W}{name}Lines", f"{W}{name}Autospacing") for name in ("before", "after"))
_LINE_HEIGHT, _LINE_RULE = W + "line", W + "lineRule"
_AUTO_SPACING = 14.0  # what Word puts for HTML's automatic gap
_LINE = 12.0  # beforeLines and afterLines count hundredths of this where the file gives no length beside them
_TAB_ALIGN = {"start": "left", "end": "right", "num": "left"}


def read_paragraph_layer(element: Element | None) -> Layer:
    """What one ``w:pPr`` says; lengths in points, tab stops and borders as small dictionaries to merge."""
    return {} if element is None or not len(element) else paragraph_layer(children_of(element))


def paragraph_layer(children: dict[str, Element]) -> Layer:
    """The same of the children of a ``w:pPr`` by name."""
    layer: Layer = {}
    if not children:
        return layer
    for name, tag in _FLAGS.items():
        if (state := children.get(tag)) is not None:
            layer[name] = truth(state.get(VAL))
    align = _ALIGN.get(value_in(children, _JC) or "")
    if align:
        layer["align"] = align
    indent = children.get(_IND)
    if indent is not None:
        _read_indent(indent, layer)
    spacing = children.get(_SPACING)
    if spacing is not None:
        _read_spacing(spacing, layer)
    level = integer(value_in(children, _LEVEL))
    if level is not None:
        layer["outline_level"] = level if 0 <= level < 9 else None
    borders = children.get(_BORDERS)
    if borders is not None:
        sides = {side: line for side in _SIDES if (line := borders.find(W + side)) is not None}
        layer["borders"] = {side: plainer(read_border(line), is_drawn) for side, line in sides.items()}
    tabs = children.get(_TABS)
    if tabs is not None:
        layer["tabs"] = {stop[0]: stop[1] for tab in tabs if (stop := _read_tab(tab))}
    frame = children.get(_FRAME)
    if frame is not None:
        layer["frame"] = {str(name).removeprefix(W): str(said) for name, said in frame.attrib.items()}
    shading = children.get(_SHADING)
    if shading is not None:
        layer["shading"] = read_shading(shading)
    return layer


def _read_indent(indent: Element, layer: Layer) -> None:
    said = attributes_of(indent)
    for name, attributes in _INDENTS:
        for attribute in attributes:
            length = points(said.get(attribute))
            if length is not None:
                layer[name] = length
    hanging, first = points(said.get(_HANGING)), points(said.get(_FIRST_LINE))
    if hanging is not None:
        layer["first_line"] = -hanging
    elif first is not None:
        layer["first_line"] = first


def _read_spacing(spacing: Element, layer: Layer) -> None:
    said = attributes_of(spacing)
    for name, exactly, in_lines, automatic in _GAPS:
        length = points(said.get(exactly))
        lines = integer(said.get(in_lines))
        if lines and not length:  # both: the length is what the program worked out with its own grid of lines
            length = lines / 100 * _LINE
        auto = said.get(automatic)
        if auto is not None:
            layer["auto_" + name] = truth(auto)
        if length is not None:
            layer[name] = length
    line = said.get(_LINE_HEIGHT)
    if line is not None:
        rule = said.get(_LINE_RULE, "auto")
        rule = rule if rule in ("exact", "atLeast") else "auto"
        height = points(line, 240.0 if rule == "auto" else 20.0)
        if height is not None:  # no height at all is the text's own, whatever the rule
            layer["line"], layer["line_rule"] = (abs(height), rule) if height else (1.0, "auto")


def _read_tab(tab: Element) -> tuple[float, TabStop | None] | None:
    position = points(tab.get(W + "pos"))
    align = tab.get(VAL, "left")
    if position is None:
        return None
    if align == "clear":
        return round(position, 2), None
    align = _TAB_ALIGN.get(align, align)
    if align not in ("left", "center", "right", "decimal", "bar"):
        return None
    kind = cast(Literal["left", "center", "right", "decimal", "bar"], align)
    return round(position, 2), TabStop(position, kind, tab.get(W + "leader", "none"))


def strange_paragraph(children: dict[str, Element]) -> list[str]:
    """In Vietnamese, the properties among the children of a ``w:pPr`` that the tree has no place for.

    ``w:textDirection`` is none: programs that write text boxes put it there, and neither Word nor LibreOffice turns a
    paragraph by it.
    """
    return [CHANGE] if W + "pPrChange" in children else []


def merge_paragraph(*layers: Layer) -> Layer:
    """One layer that says what all say, later ones winning; tab stops and borders merge one by one."""
    merged: Layer = {}
    for layer in layers:
        for name, said in layer.items():
            if name in ("tabs", "borders", "frame") and name in merged:
                merged[name] = {**merged[name], **said}
            else:
                merged[name] = said
    return merged


def paragraph_format(layer: Layer, style_id: str, style_name: str) -> ParagraphFormat:
    """The effective format from a fully merged layer."""
    said = dict(layer)
    said.pop(_BACKWARD, None)  # none is drawn so
    for name in ("before", "after"):  # the automatic gap stands whatever length says so later (17.3.1.33)
        if said.get("auto_" + name):
            said[name] = _AUTO_SPACING
    borders: dict[Side, Border | None] = said.pop("borders", {})
    tabs: dict[float, TabStop | None] = said.pop("tabs", {})
    return ParagraphFormat(
        style_id=style_id,
        style_name=style_name,
        borders=tuple((side, line) for side, line in borders.items() if line),
        tabs=tuple(stop for _, stop in sorted(tabs.items()) if stop),
        frame=read_frame(said.pop("frame", None)),
        **said,
    )


def strange_format(layer: Layer, form: ParagraphFormat) -> list[str]:
    """In Vietnamese, what of the effective format cannot be drawn, or only plainer: direction, border lines, frames."""
    found = ["đoạn viết từ phải sang trái"] if layer.get(_BACKWARD) else []
    found += [PLAINER + line.meant for _, line in form.borders if line.meant]
    return found + strange_frame(layer.get("frame"))
