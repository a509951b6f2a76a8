"""Formulas and drawings inside paragraphs, whose readers are loaded when a file first holds one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, TypeAlias

from generator.errors import ConversionError
from generator.layout.drawings.parts import DrawingParts, NotDrawnError
from generator.layout.names import Element, local
from generator.layout.notes import Notes
from generator.layout.tree import Drawing, Inline, LineBreak, Picture, TextFormat

Displayed: TypeAlias = Literal["left", "center", "right"]
MATHEMATICS = ("oMath", "oMathPara")
"""Elements that hold formulas."""
_SHOWING = (*MATHEMATICS, "r", "hyperlink", "fldSimple", "sdt", "smartTag", "ins")


def read_formulas(
    element: Element, before: list[Inline], look: Callable[[Element | None], TextFormat], notes: Notes
) -> tuple[list[Inline], Displayed | None]:
    """The items of a formula, or of several, and where they stand when their paragraph holds nothing else.

    ``before`` are the items in front of them. ``look`` tells the look of text from its properties, if it has any.
    """
    from generator.layout.equations import EquationReader, UnknownMathError, alignment  # here: few hold any

    reader = EquationReader(look)
    try:
        if local(element) == "oMath":
            return [reader.inline(element)], None
        made: list[Inline] = [*reader.displayed(element)]
    except UnknownMathError as error:
        notes.add(f"công thức toán {error}")
        return [], None
    follows = any(len(e) and local(e) in _SHOWING for e in element.itersiblings())
    if not before and not follows:
        return made, alignment(element)
    # In a text: each on a line of its own.
    made = [replace(item, fills=True) if isinstance(item, Drawing) else item for item in made]
    if before and not isinstance(before[-1], LineBreak):
        made.insert(0, LineBreak(look(None)))
    if follows:
        made.append(LineBreak(look(None)))
    return made, None


def read_drawing(element: Element, holder: str, drawings: DrawingParts, notes: Notes) -> Drawing | None:
    """The drawing of an element; ``None`` for one that shows nothing, or that cannot be drawn, as ``notes`` then say.

    ``holder`` names what the drawing is only the picture of, such as an embedded object.
    """
    from generator.layout.drawings import drawingml, vml  # here: few documents hold any

    try:
        made = (drawingml.read_drawing if local(element) == "drawing" else vml.read_vml)(element, drawings)
    except NotDrawnError as cannot:
        drawings.absent = 0
        if str(cannot):
            named = f"{holder} hiện bằng {cannot}" if str(cannot).startswith("ảnh") else holder
            notes.add(named if holder else str(cannot))
        return None
    except ConversionError as error:
        raise notes.placed(error) from error
    if drawings.absent:
        notes.absent.append(notes.place)
        drawings.absent = 0
    for drawing in made.all():
        if isinstance(drawing.content, Picture):
            drawing.content = replace(drawing.content, place=notes.place)
    return made
