"""Typst literals: nothing a user wrote is ever read as markup or code."""

from __future__ import annotations

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def string(text: str) -> str:
    """The text as a Typst string literal."""
    if "\\" in text or '"' in text or not text.isprintable():
        text = text.translate(_ESCAPES)
    return f'"{text}"'


def pt(length: float) -> str:
    """The length as a Typst literal in points."""
    return f"{length:.4f}".rstrip("0").rstrip(".") + "pt"


def rgb(color: str) -> str:
    """The colour ``RRGGBB`` as a Typst expression."""
    return f'rgb("#{color}")'


def stroke(width: float, color: str | None, style: str = "single") -> str:
    """A stroke of the given width in points."""
    dash = {"dotted": "dotted", "dashed": "dashed", "dashSmallGap": "dashed", "dotDash": "dash-dotted"}.get(style)
    paint = rgb(color) if color else "black"
    if dash is None:
        return f"{pt(width)} + {paint}"
    return f'(thickness: {pt(width)}, paint: {paint}, dash: "{dash}")'


def apart(body: str) -> str:
    """What stands inside text but is none of it, without the looks that paragraphs take for granted."""
    return f"{{set text(tracking: 0pt, fill: black, kerning: false, ligatures: false);{body}}}"
