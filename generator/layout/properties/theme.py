"""The typefaces a theme stands for."""

from __future__ import annotations

from generator.layout.names import A, Element

_SLOTS = {"ascii": "latin", "hAnsi": "latin", "eastAsia": "ea", "Bidi": "cs"}


def read_theme_fonts(root: Element | None) -> dict[str, str]:
    """The typeface behind each theme name such as ``minorHAnsi``."""
    fonts: dict[str, str] = {}
    if root is None:
        return fonts
    for kind in ("major", "minor"):
        scheme = root.find(f".//{A}{kind}Font")
        if scheme is None:
            continue
        for suffix, slot in _SLOTS.items():
            face = scheme.find(A + slot)
            name = "" if face is None else face.get("typeface", "")
            if name:
                fonts[kind + suffix[0].upper() + suffix[1:]] = name
    return fonts
