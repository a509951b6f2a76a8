"""How wide text is on one line, as it is drawn: capitals made, raised text small, signs lent by others."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.tree import TextFormat
from generator.pdf.measuring.lending import lender
from generator.pdf.measuring.line_metrics import SCRIPT_SIZE
from generator.pdf.measuring.typefaces import Faces

_SMALL_CAPS = 0.8


def text_width(faces: Faces, text: str, form: TextFormat) -> float:
    """The width of text on one line, in points."""
    total = 0.0
    for piece, look in cased(text, form) if form.caps or form.small_caps else ((text, form),):
        face = faces.face(look.font)
        widths = face.widths(look.bold, look.italic)
        try:
            ems = sum(map(widths.__getitem__, map(ord, piece)))
        except KeyError:
            ems = sum(_advance(char, widths, look, faces.bundled_only) for char in piece)
        if look.kerned:
            ems += face.kerning(look.bold, look.italic).between(piece)
        size = look.size if look.vertical == "baseline" else look.size * SCRIPT_SIZE
        total += size * ems * look.stretch
        total += look.spacing * len(piece)
    return total


def _advance(char: str, widths: dict[int, float], look: TextFormat, bundled_only: bool) -> float:
    own = widths.get(ord(char))
    if own is not None:
        return own
    lent = lender(char, look.bold, look.italic, bundled_only)
    return widths.get(ord("n"), 0.5) if lent is None else lent.widths(look.bold, look.italic)[ord(char)]


def cased(text: str, form: TextFormat) -> list[tuple[str, TextFormat]]:
    """The text as it is drawn, capitals made: small capitals are capitals of four fifths the size."""
    if form.caps:
        return [(text.upper(), form)]
    if not form.small_caps:
        return [(text, form)]
    small = replace(form, size=form.size * _SMALL_CAPS)
    made: list[tuple[str, TextFormat]] = []
    for char in text:
        upper = char.upper()
        look = form if upper == char else small
        if made and made[-1][1] is look:
            made[-1] = (made[-1][0] + upper, look)
        else:
            made.append((upper, look))
    return made
