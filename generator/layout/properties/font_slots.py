"""The four fonts of a ``w:rFonts``, asked only for one of the fonts before Unicode."""

from __future__ import annotations

from typing import Any

from generator.layout.names import Element, W, attributes_of
from generator.wording.mistyped.old_letters import encoding_of_font

_SLOTS = ("hAnsi", "ascii", "eastAsia", "cs")  # the letters of the old encodings stand where hAnsi draws
_THEMES = {"hAnsi": "hAnsiTheme", "ascii": "asciiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
_NAMES = tuple(("slot " + slot, W + _THEMES[slot], W + slot) for slot in _SLOTS)
_HINT, _HINTED = "slot hint", W + "hint"


def read_slots(fonts: Element, theme: dict[str, str]) -> dict[str, str]:
    """The font of each slot that a ``w:rFonts`` names, as part of a layer."""
    said, slots = attributes_of(fonts), {}
    for slot, themed, plain in _NAMES:
        name = theme.get(said.get(themed, "")) or said.get(plain)
        if name:
            slots[slot] = name
    hint = said.get(_HINTED)
    if hint:
        slots[_HINT] = hint
    return slots


def find_old_font(merged: dict[str, Any]) -> None:
    """Takes the slots out of the merged layers and leaves the old font among them, if there is one."""
    hint = merged.pop(_HINT, "")
    slots = {slot: name for slot in _SLOTS if (name := merged.pop("slot " + slot, ""))}
    drawing = "eastAsia" if hint == "eastAsia" and "eastAsia" in slots else "hAnsi"
    if drawing not in slots:
        drawing = "ascii"
    for slot in (drawing, *_SLOTS):
        if slot in slots and encoding_of_font(slots[slot]):
            merged["old_font"], merged["old_font_drawn"] = slots[slot], slot == drawing
            return
