"""The room LibreOffice leaves after italic text at the end of a line: a twelfth of the line's height.

In files of Word 2013 and later only (compatibility mode 15): Word itself, and LibreOffice in older files, leave none.
It leaves as much before every no-break space, where it ends a portion of text. It only decides where the line breaks,
not where its text ends, so a narrower column would not do: the few lines that would else take one word more get a
break of their own.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.layout.tree import Field, Inline, LineBreak, ParagraphFormat, Run, TextFormat
from generator.pdf.measuring.tokens import pieces, tokens

_SHARE = 1 / 12
_ROUNDED = 0.5  # points by which our lines may be longer, so that letters' rounding breaks none
_NBSP = "\u00a0"
_SINGLE = 1.149  # height of a line of Times New Roman, in em


def has_italic(items: list[Inline]) -> bool:
    """Whether any visible text is italic."""
    return any(isinstance(item, Run) and item.format.italic and not item.format.hidden for item in items)


def break_italic(
    items: list[Inline], form: ParagraphFormat, width: float, measure: Callable[[str, TextFormat], float]
) -> list[Inline]:
    """The items with a line break wherever the overhang moves a word to the next line; no tabs among them."""
    made: list[Inline] = []
    x = form.first_line
    word = 0.0  # the width of the unbroken text that ends the line so far, when it may go on in the next run
    room = 0.0  # how much of x is room before no-break spaces, which our lines do not have
    for item in items:
        if not isinstance(item, Run) or item.format.hidden:
            made.append(item)
            if isinstance(item, LineBreak):
                x, word, room = 0.0, 0.0, 0.0
            elif isinstance(item, Field):
                x += measure("00", item.format)
            continue
        overhang = item.format.size * _SINGLE * _SHARE if item.format.italic else 0.0
        start = at = 0
        for token in tokens(item.text):
            if token[0] == " ":
                x, word = x + measure(token, item.format), 0.0
                at += len(token)
                continue
            for piece, _ in pieces(token):
                before = overhang * piece.count(_NBSP)
                length = measure(piece, item.format) + before
                room += before
                if x + length > width - overhang and x - word > 0 and length < width:
                    if x + length - room <= width + _ROUNDED and not word:
                        if at > start:
                            made.append(Run(item.text[start:at], item.format, item.link))
                        made.append(LineBreak(item.format))
                        start = at
                    x, word, room = word, word, before
                x, word = x + length, 0.0 if piece.endswith(("-", "–", "—")) else word + length
                at += len(piece)
        if start < len(item.text):
            made.append(Run(item.text[start:], item.format, item.link))
    return made
