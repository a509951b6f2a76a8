"""WordArt of VML: text stretched over the frame of its shape, as watermarks are."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.drawings.parts import NotDrawnError
from generator.layout.drawings.vml_style import WORD_ART, fill_of, line_of, style_of
from generator.layout.names import VML, Element
from generator.layout.tree import (
    Alignment,
    Box,
    Drawing,
    Inline,
    LineBreak,
    Paragraph,
    ParagraphFormat,
    Run,
    TextFormat,
)

_LEVEL = {"", "10800"}
_YES = {"t", "true"}
_BENT = ("v-rotate-letters", "v-same-letter-heights", "v-text-reverse")
_ALIGN: dict[str, Alignment] = {"left": "left", "right": "right"}
_SIZE = 36.0  # points: what text is stretched from
_UNSEEN = "FFFFFF00"
_BOLD = {"bold", "bolder", "600", "700", "800", "900"}


def read_word_art(shape: Element, frame: Drawing) -> Drawing:
    """The text of a shape as a box that it fills; ``NotDrawnError`` for one that is bent or has several colours."""
    path = shape.find(VML + "textpath")
    if path is None or shape.get("adj", "") not in _LEVEL:
        raise NotDrawnError(WORD_ART)
    style = style_of(path.get("style", ""))
    if any(style.get(name, "f") in _YES for name in _BENT) or path.get("on", "t") not in _YES:
        raise NotDrawnError(WORD_ART)
    text = path.get("string", "")
    line, fill = line_of(shape), fill_of(shape, WORD_ART)
    if not text.strip() or (line is None and fill is None) or not (frame.width and frame.height):
        raise NotDrawnError("")
    look = TextFormat(
        font=style.get("font-family", "").split(",")[0].strip("\"' ") or "Arial",
        size=_SIZE,
        bold=style.get("font-weight") in _BOLD,
        italic=style.get("font-style") in ("italic", "oblique"),
        color=fill or _UNSEEN,
    )
    items: list[Inline] = []
    for number, words in enumerate(text.splitlines()):
        items += [LineBreak(look)] if number else []
        items += [Run(words, look)] if words else []
    stands: Alignment = _ALIGN.get(style.get("v-text-align", ""), "center")
    box = Box(line, blocks=[Paragraph(items, ParagraphFormat(align=stands), look)], margins=(0.0, 0.0, 0.0, 0.0))
    box.stretched = "ink" if path.get("trim") in _YES else "lines"
    return replace(frame, content=box)
