"""Groups whose left and right, or top and bottom, change places: what they hold does so with them, but for text."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.drawings.parts import NotDrawnError
from generator.layout.tree import Box, Drawing, Group


def mirrored(drawing: Drawing, flips: tuple[bool, bool]) -> Drawing:
    """The group as it is seen with these flips; its text is read as ever. ``NotDrawnError`` where text stands on its
    head."""
    if not any(flips):
        return drawing
    if not _has_text(drawing):
        return replace(drawing, mirrored=flips)
    if flips[1]:
        raise NotDrawnError("nhóm hình vẽ có chữ lật trên xuống dưới")
    return replace(drawing, content=_across(drawing))


def _has_text(drawing: Drawing) -> bool:
    return any(isinstance(part.content, Box) and part.content.blocks for part in drawing.all())


def _across(drawing: Drawing) -> Group:
    """What a group holds, each part where its mirror image stands."""
    assert isinstance(drawing.content, Group)
    return Group([(drawing.width - x - part.width, y, _part(part)) for x, y, part in drawing.content.parts])


def _part(part: Drawing) -> Drawing:
    made = replace(part, turned=-part.turned % 360)  # what was turned clockwise is turned the other way
    if not _has_text(part):
        return replace(made, mirrored=(not part.mirrored[0], part.mirrored[1]))
    if isinstance(part.content, Group):
        return replace(made, content=_across(part))
    box = part.content
    if isinstance(box, Box) and box.outline is not None:
        made = replace(made, content=replace(box, outline=box.outline.flipped(True, False, part.width, part.height)))
    return made
