"""How wide text is on one line, as it is drawn: capitals made, raised text small, signs lent by others."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise
from math import floor
from operator import add

from generator.layout.tree import TextFormat
from generator.pdf.measuring.lending import EMPTY, lender
from generator.pdf.measuring.line_metrics import SCRIPT_SIZE
from generator.pdf.measuring.typefaces import Faces, Typeface

STEPS = 120
"""How many steps of the grid that letters lie on are a point: 8640 to the inch, as LibreOffice has them."""
FIELD_DIGITS = "00"
"""What a number of pages is measured by before it is known."""
WIDEST = 0.95
"""Of the size: wider than any usual letter, so that short texts need no measuring."""
_SMALL_CAPS = 0.8


def text_width(faces: Faces, text: str, form: TextFormat) -> float:
    """The width of text on one line, in points."""
    total = 0.0
    for piece, look in cased(text, form) if form.caps or form.small_caps else ((text, form),):
        face = faces.face(look.font)
        try:
            ems = sum(map(face.letters(look.bold, look.italic).__getitem__, piece))
        except KeyError:
            widths = face.widths(look.bold, look.italic)
            ems = sum(_advance(char, widths, look, faces.bundled_only) for char in piece)
        if look.kerned:
            ems += face.kerning(look.bold, look.italic).between(piece)
        if look.ligated:
            ligatures = face.ligatures(look.bold, look.italic)
            ems += ligatures.between(piece)
            total -= look.spacing * sum(len(letters) - 1 for _, letters in ligatures.found(piece))
        total += _size(look) * ems * look.stretch
        total += look.spacing * len(piece)
    return total


def word_width(faces: Faces, word: str, form: TextFormat) -> float:
    """The same of a word or another short text, measured once: words come again and again."""
    known = faces.measured.get((word, id(form)))
    if known is None:
        known = faces.measured[word, id(form)] = text_width(faces, word, form), form
    return known[0]


def text_steps(faces: Faces, text: str, form: TextFormat) -> int:
    """The width of text on one line, each letter of it in whole steps of the grid."""
    total = 0
    for piece, look in cased(text, form) if form.caps or form.small_caps else ((text, form),):
        face = faces.face(look.font)
        scale = _size(look) * look.stretch * STEPS
        steps = face.steps(look.bold, look.italic, scale)
        try:
            total += sum(map(steps.__getitem__, piece))
        except KeyError:
            widths = face.widths(look.bold, look.italic)
            total += sum(floor(_advance(char, widths, look, faces.bundled_only) * scale + 0.5) for char in piece)
        if look.kerned:
            total += sum(map(face.kern_steps(look.bold, look.italic, scale).__getitem__, pairwise(piece)))
        if look.ligated:
            total += sum(steps for _, steps in _ligature_steps(face, piece, look, scale))
        total += round(look.spacing * STEPS) * len(piece)
    return total


def steps_before(faces: Faces, text: str, form: TextFormat) -> list[int] | None:
    """How far every letter of text on one line stands from its start in steps of the grid, and where the last ends.

    ``None`` where that is not known at once: letters of other typefaces or of two sizes, and text that goes back.
    """
    drawn = text.upper() if form.caps else text
    if (form.small_caps and not form.caps) or len(drawn) != len(text):
        return None
    face, scale = faces.face(form.font), _size(form) * form.stretch * STEPS
    steps = face.steps(form.bold, form.italic, scale)
    try:
        each = list(map(steps.__getitem__, drawn))
    except KeyError:
        return None
    spacing = round(form.spacing * STEPS)
    if spacing:
        each = [one + spacing for one in each]
    if form.kerned:
        pairs = face.kern_steps(form.bold, form.italic, scale)
        each[1:] = map(add, each[1:], map(pairs.__getitem__, pairwise(drawn)))
    if form.ligated:
        for end, narrower in _ligature_steps(face, drawn, form, scale):
            each[end - 1] += narrower
    goes_back = (spacing < 0 or form.kerned or form.ligated) and bool(each) and min(each) < 0
    return None if goes_back else list(accumulate(each, initial=0))


def _ligature_steps(face: Typeface, text: str, look: TextFormat, scale: float) -> list[tuple[int, int]]:
    """By how many steps letters drawn as one are wider than apart, each with the place behind the last of them.

    What letters are set apart by is added once behind them.
    """
    ligatures, spacing = face.ligatures(look.bold, look.italic), round(look.spacing * STEPS)
    found = []
    for end, letters in ligatures.found(text):
        apart, together = ligatures.widths[letters]
        wider = floor(together * scale + 0.5) - sum(floor(one * scale + 0.5) for one in apart)
        found.append((end, wider - spacing * (len(apart) - 1)))
    return found


def _size(look: TextFormat) -> float:
    return look.size if look.vertical == "baseline" else look.size * SCRIPT_SIZE


def _advance(char: str, widths: dict[int, float], look: TextFormat, bundled_only: bool) -> float:
    own = widths.get(ord(char))
    if own is not None:
        return own
    lent = lender(char, look.bold, look.italic, bundled_only)
    if lent is None:  # drawn as an empty box, or refused
        return _advance(EMPTY, widths, look, bundled_only) if char != EMPTY else widths.get(ord("n"), 0.5)
    return lent.widths(look.bold, look.italic)[ord(char)]


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
