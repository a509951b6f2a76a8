"""How wide text is on one line, as it is drawn: capitals made, signs lent by other typefaces."""

from __future__ import annotations

from dataclasses import replace

from generator.fonts import sign_advances
from generator.layout.tree import TextFormat
from generator.pdf.measuring.typefaces import Faces

_SMALL_CAPS = 0.8


def text_width(faces: Faces, text: str, form: TextFormat) -> float:
    """The width of text on one line, in points."""
    total = 0.0
    for piece, look in cased(text, form) if form.caps or form.small_caps else ((text, form),):
        widths = faces.face(look.font).widths(look.bold, look.italic)
        try:
            ems = sum(map(widths.__getitem__, map(ord, piece)))
        except KeyError:
            lent, unknown = sign_advances(), widths.get(ord("n"), 0.5)
            ems = sum(widths.get(ord(char), lent.get(ord(char), unknown)) for char in piece)
        total += look.size * ems
        total += look.spacing * len(piece)
        if look.kerned:
            between = faces.face(look.font).kerning(look.bold, look.italic)
            total += look.size * sum(map(between, map(ord, piece), map(ord, piece[1:])))
    return total


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
