"""Drawings that hang on a paragraph, and where it stands, by which they are placed."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import cast

from generator.layout.tree import Drawing, Inline, Paragraph
from generator.pdf.floating.obstacles import DIPS, Obstacle
from generator.pdf.floating.wrapping import AROUND
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.framed import natural_width
from generator.pdf.measuring.heights import paragraph_height
from generator.pdf.measuring.line_metrics import line_height, room_above
from generator.pdf.measuring.paragraph_parts import is_visible
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.drawings import DrawingWriter
from generator.pdf.typst.frames import Edges, frame
from generator.pdf.typst.literals import pt
from generator.pdf.typst.setting import Setting
from generator.pdf.typst.shapes.places import Spot
from generator.pdf.typst.text.tabbed import TextWriter


class HungWriter:
    """Writes the drawings of paragraphs."""

    def __init__(self, faces: Faces, coverage: Coverage, text: TextWriter, drawings: DrawingWriter) -> None:
        self._faces, self._coverage, self._text, self._drawings = faces, coverage, text, drawings

    def moved_aside(self, paragraph: Paragraph, obstacle: Obstacle) -> Paragraph:
        """The paragraph whose drawings are placed from where its first line begins behind what stands at its left."""
        line = line_height(self._faces.face(paragraph.mark.font), paragraph.mark, paragraph.format)
        aside = obstacle.taken(0.0, line).left
        if not aside:
            return paragraph
        return replace(paragraph, items=[_aside(item, aside) for item in paragraph.items])

    def anchored(
        self,
        paragraph: Paragraph,
        setting: Setting,
        edges: Edges,
        lead: float,
        gap: float,
        where: tuple[float | None, bool, float],
        obstacle: Obstacle | None,
    ) -> tuple[str, list[Inline], Obstacle | None, float]:
        """The arguments that draw what hangs on the paragraph, the items in its lines, and what they flow beside.

        The last is the room that the drawings take above its first line.

        ``where`` is how far below the paper's edge its block begins, whether that is only told, and how much is blank
        above it; ``obstacle`` what hangs on paragraphs above it.
        """
        form = paragraph.format
        drawings: list[Drawing] = []
        items: list[Inline] = []
        before = 0.0  # the width of the text before the last anchor
        for item in paragraph.items:
            if isinstance(item, Drawing) and item.anchor is not None:
                drawings.append(item)
                before = self._text.length(items)
            else:
                items.append(item)
        column = setting.width - form.left - form.right
        framed = frame(form, edges) is not None
        line = line_height(self._faces.face(paragraph.mark.font), paragraph.mark, form)
        spot = Spot(
            lead=lead,
            indent=0.0 if framed else form.left + min(form.first_line, 0.0),
            first_line=form.left + form.first_line,
            before_text=before == 0,
            on_first_line=before <= column - form.first_line,
            line=line,
            gap=gap + room_above(form, line),
            height=paragraph_height(paragraph, setting.width, self._faces),
            empty=not is_visible(items),
            reach=self._reach(paragraph, items, column),
            top=where[0],
            told=where[1],
            blank=where[2],
            filled=form.shading is not None,
        )
        placed = self._drawings.anchored(drawings, spot, setting)
        if placed.room:
            if obstacle is not None and obstacle.full:
                placed.room = self._below(placed.room, obstacle, spot)
            placed.behind.append(f"v({pt(placed.room)})")
            placed.obstacle = placed.obstacle.lower(placed.room) if placed.obstacle is not None else None
        return f"{{{';'.join(placed.behind)}}},{{{';'.join(placed.front)}}},", items, placed.obstacle, placed.room

    def _below(self, room: float, obstacle: Obstacle, spot: Spot) -> float:
        """The room above a first line that stands below its own drawings, and below those of others that they meet."""
        for one in sorted(obstacle.each(), key=lambda one: one.top):
            if one.bottom > room and one.top < room + spot.height - DIPS:
                if one.top - room >= spot.line:
                    self._coverage.cannot(AROUND)
                room = one.bottom + spot.gap
        return room

    def _reach(self, paragraph: Paragraph, items: list[Inline], column: float) -> tuple[float, float] | None:
        """From where to where a text of one line reaches in its column; ``None`` for any other, or centred."""
        form = paragraph.format
        wide = natural_width([replace(paragraph, items=items)], self._text.width, inf) - form.left - form.right
        if form.align == "center" or wide > column:
            return None
        if form.align == "right":
            return form.left + column - wide, form.left + column
        return form.left, form.left + wide


def _aside(item: Inline, aside: float) -> Inline:
    anchor = item.anchor if isinstance(item, Drawing) else None
    if anchor is None or anchor.from_x != "column" or anchor.align_x is not None:
        return item
    return replace(cast(Drawing, item), anchor=replace(anchor, x=anchor.x + aside))


def has_anchors(items: list[Inline]) -> bool:
    """Whether drawings hang on a paragraph of these items."""
    return any(isinstance(item, Drawing) and item.anchor is not None for item in items)


def is_hung(items: list[Inline]) -> bool:
    """Whether a drawing that text flows round hangs on the paper."""
    return any(
        isinstance(item, Drawing)
        and (anchor := item.anchor) is not None
        and anchor.wrap != "none"
        and anchor.from_y not in ("paragraph", "line")
        for item in items
    )
