"""Formulas of old equation editors (OLE), said to LibreOffice as the picture of each that the file holds.

Without its part for formulas, which few installations have, it leaves them out in silence.
"""

from __future__ import annotations

import re

_OBJECT = re.compile(rb"<w:object\b[^>]*>(?:(?!</w:object>).)*?<v:imagedata(?:(?!</w:object>).)*?</w:object>", re.S)
_FORMULA = re.compile(rb'<o:OLEObject\b[^>]*ProgID="(?:Equation|MathType)[^>]*?(?:/>|>.*?</o:OLEObject>)', re.S)
_OUTER = re.compile(rb"<(/?)w:object\b[^>]*>")


def pictured(data: bytes) -> bytes:
    """The part with the picture of each such formula in place of the formula."""

    def draw(match: re.Match[bytes]) -> bytes:
        said, formulas = _FORMULA.subn(b"", match[0])
        return _OUTER.sub(rb"<\1w:pict>", said.replace(b' o:ole=""', b"")) if formulas else match[0]

    return _OBJECT.sub(draw, data) if b"<o:OLEObject" in data else data
