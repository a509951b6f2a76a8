"""``w:pgBorders``: the frame around the pages of a section."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, cast

from generator.layout.names import Element, W, flag
from generator.layout.properties.borders import is_drawn, read_border
from generator.layout.tree import PageBorders, Side

_SIDES: tuple[Side, ...] = ("top", "left", "bottom", "right")
_PAGES = ("allPages", "firstPage", "notFirstPage")


def read_page_borders(section: Element, settings: Element | None) -> PageBorders | None:
    """The frame of the section's pages, ``None`` without lines; settings say whether it holds header and footer."""
    element = section.find(W + "pgBorders")
    if element is None:
        return None
    read = ((side, read_border(element.find(W + side))) for side in _SIDES)
    lines = tuple((side, line) for side, line in read if line is not None)
    if not lines:
        return None
    pages = element.get(W + "display", "allPages")
    compat = settings.find(W + "compat") if settings is not None else None

    def outside(part: str) -> bool:
        name = f"bordersDoNotSurround{part}"
        return bool(flag(settings, name) or flag(compat, name))

    return PageBorders(
        lines,
        element.get(W + "offsetFrom") == "page",
        cast(Literal["allPages", "firstPage", "notFirstPage"], pages if pages in _PAGES else "allPages"),
        not outside("Header"),
        not outside("Footer"),
    )


def plain_frame(borders: PageBorders | None) -> tuple[PageBorders | None, list[str]]:
    """The frame with plain lines in place of pictures and waves, in the same place; and the names of those."""
    if borders is None:
        return None, []
    strange = list(dict.fromkeys(line.style for _, line in borders.lines if not is_drawn(line)))
    lines = tuple((side, line if is_drawn(line) else replace(line, style="single")) for side, line in borders.lines)
    return (replace(borders, lines=lines) if strange else borders), strange
