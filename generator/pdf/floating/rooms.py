"""What lines beside drawings are made of: their text, and items that print nothing but bring it where it stands."""

from __future__ import annotations

from generator.layout.tree import Box, Drawing, Inline, Run


def spacer(length: float, number: int, y: float) -> list[Inline]:
    """Room in a line where the picture stands: an empty drawing without height; nothing for no length.

    ``number`` is that of the paragraph, as they are written, ``y`` how far below its first line this one begins.
    """
    return [Drawing(Box(), length, 0.0, alt=f"{number} {y:.2f}")] if length > 0 else []


def is_spacer(drawing: Drawing) -> bool:
    """Whether the drawing is room beside a picture."""
    return drawing.content == Box() and not drawing.height


def strut(drop: float, above: float, deep: float, number: int) -> Drawing:
    """What brings a line ``drop`` points down that reaches ``above`` its baseline, ``deep`` below the one before.

    ``deep`` is from that baseline to the end of the line, without the drop.
    """
    return Drawing(Box(margins=(0.0, drop, 0.0, deep)), 0.0, above, alt=str(number))


def is_strut(drawing: Drawing) -> bool:
    """Whether the drawing brings its line down."""
    return isinstance(drawing.content, Box) and not drawing.width and drawing.content.margins[3] > drawing.height > 0


TURNED = Drawing(Box(), 0.0, 0.0, alt="»")
"""What a paragraph, or a line of one, begins with that stands on the page behind the drawing it would flow beside."""


def is_room(item: Inline) -> bool:
    """Whether an item prints nothing, but brings its line to where it stands beside or below a picture."""
    return isinstance(item, Drawing) and (is_spacer(item) or is_strut(item))


MARK = Drawing(Box(), 0.0, 0.0, alt="|")
"""What a line ends with where the next one is brought down."""


def runs_of(parts: list[tuple[str, Inline]]) -> list[Inline]:
    """The parts as items; text of one run that follows one another is one run again."""
    made: list[Inline] = []
    last: Inline | None = None
    for text, item in parts:
        if isinstance(item, Run) and text:
            if item is last and isinstance(open_run := made[-1], Run):
                open_run.text += text
            else:
                made.append(Run(text, item.format, item.link))
        else:
            made.append(item)
        last = item
    return made
