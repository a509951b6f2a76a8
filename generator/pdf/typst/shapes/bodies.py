"""Drawings without their place: pictures, boxes of text, shapes and groups of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import cast

from generator.layout.tree import Alignment, Block, Box, Drawing, Group, Paragraph, Picture, Stroke
from generator.layout.tree.formulas import Formula
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.framed import natural_width
from generator.pdf.measuring.heights import blocks_height
from generator.pdf.measuring.line_metrics import line_height
from generator.pdf.measuring.paragraph_parts import base_look, is_visible
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import text_width
from generator.pdf.typst.literals import pt, string, stroke
from generator.pdf.typst.setting import Setting
from generator.pdf.typst.shapes.curves import around, is_compound, write_fill, write_outline, write_stroke
from generator.pdf.typst.sheets.overfull import MOST, OVERFULL

_VALIGN = {"top": "top", "center": "horizon", "bottom": "bottom"}
NAMELESS = "Hình"
"""What a drawing is called that has no words of its own."""


class BodyWriter:
    """Writes the bodies of drawings, and keeps their ``pictures`` by file name, and the texts of boxes ``overfull``."""

    def __init__(self, faces: Faces, coverage: Coverage) -> None:
        self._faces, self._coverage = faces, coverage
        self.pictures: dict[str, Picture] = {}
        self.overfull: list[str] = []

    def sized(self, drawing: Drawing, setting: Setting) -> Drawing:
        """The drawing with the size that its text gives it."""
        box = drawing.content
        if not isinstance(box, Box) or not (box.grows or box.fits) or not box.blocks:
            return drawing
        left, top, right, bottom = _margins(box)
        wide = setting.width if drawing.fills else drawing.width
        if box.fits:
            wide = natural_width(box.blocks, partial(text_width, self._faces), setting.width) + left + right
            only = box.blocks[0]
            if len(box.blocks) == 1 and isinstance(only, Paragraph) and drawing.anchor and drawing.anchor.align_x:
                # Of the page number only the room for two digits is known: it grows from where the frame is held.
                align = cast(Alignment, drawing.anchor.align_x)
                box = replace(box, blocks=[replace(only, format=replace(only.format, align=align))])
        tall = blocks_height(box.blocks, wide - left - right, self._faces) + top + bottom
        tall = max(drawing.height, tall if box.grows else 0.0)
        if box.outline is not None and drawing.width and drawing.height:
            box = replace(box, outline=box.outline.stretched(wide / drawing.width, tall / drawing.height))
        return replace(drawing, content=box, width=wide, height=tall)

    def write(self, drawing: Drawing, wide: float, setting: Setting) -> str:
        """The drawing, this wide."""
        known = len(self.overfull)
        made = self._level(drawing, wide, setting)
        across, down = drawing.mirrored
        if drawing.turned and len(self.overfull) > known:  # where it goes on to is not looked at
            self._coverage.cannot(OVERFULL)
        if across or down:
            made = _about_middle(f"scale(x: {'-' * across}100%, y: {'-' * down}100%", made, wide, drawing.height)
        if drawing.turned:
            made = _about_middle(f"rotate({drawing.turned:.4f}deg", made, wide, drawing.height)
        return made

    def _level(self, drawing: Drawing, wide: float, setting: Setting) -> str:
        """The drawing before it is turned."""
        content = drawing.content
        if isinstance(content, Group):
            return self._group(content, wide, drawing.height, setting)
        if isinstance(content, Stroke):
            return write_stroke(content, wide, drawing.height)
        if isinstance(content, Picture):
            made = self._picture(content, wide, drawing.height, drawing.alt)
            if content.veil:
                size = f"width: {pt(wide)}, height: {pt(drawing.height)}"
                white = f'rect({size}, fill: rgb("#FFFFFF{round(content.veil * 255):02X}"))'
                made = f"block({size}, {{place(top + left, {made}); place(top + left, {white})}})"
            if content.line is None:
                return made
            line = stroke(content.line.width, content.line.color, content.line.style)
            rim = f"place(top + left, rect(width: {pt(wide)}, height: {pt(drawing.height)}, stroke: {line}))"
            if is_compound(content.line):
                drawn = write_outline(around(wide, drawing.height), content.line, None, wide, drawing.height)
                rim = f"place(top + left, {drawn})"
            return f"block(width: {pt(wide)}, height: {pt(drawing.height)}, {{place(top + left, {made}); {rim}}})"
        assert not isinstance(content, Formula)  # those stand in the line, and are written with its text
        return self._box(content, wide, drawing.height, setting)

    def _group(self, group: Group, wide: float, height: float, setting: Setting) -> str:
        placed: list[str] = []
        for x, y, part in _level_parts(group):
            part = self.sized(part, setting)
            placed.append(f"place(top + left, dx: {pt(x)}, dy: {pt(y)}, {self.write(part, part.width, setting)})")
        return f"block(width: {pt(wide)}, height: {pt(height)}, {{{'; '.join(placed)}}})"

    def _picture(self, picture: Picture, wide: float, height: float, alt: str) -> str:
        name = f"{hashlib.sha256(picture.data).hexdigest()[:16]}.{picture.format}"
        self.pictures.setdefault(name, picture)
        left, top, right, bottom = picture.crop
        across, down = max(1 - left - right, 0.01), max(1 - top - bottom, 0.01)

        def image(width: float, tall: float) -> str:
            return (
                f'image("/{name}", width: {pt(width)}, height: {pt(tall)}, fit: "stretch", '
                f"alt: {string(alt or NAMELESS)})"
            )

        if not any(picture.crop):
            return image(wide, height)
        full_width, full_height = wide / across, height / down
        return (
            f"block(width: {pt(wide)}, height: {pt(height)}, clip: true, place(top + left, "
            f"dx: {pt(-left * full_width)}, dy: {pt(-top * full_height)}, {image(full_width, full_height)}))"
        )

    def _box(self, box: Box, wide: float, height: float, setting: Setting) -> str:
        if box.stretched:
            from generator.pdf.typst.shapes.lettering import write_word_art  # here: few documents have any

            return write_word_art(box, wide, height, setting, self._faces, self._coverage)
        if box.outline is None and is_compound(box.line):
            box = replace(box, outline=around(wide, height))
        if box.outline is not None:
            drawn = write_outline(box.outline, box.line, box.fill, wide, height)
            if not box.blocks:
                return drawn
            level = replace(box, outline=None, margins=_margins(box), line=None, fill=None)
            layers = f"place(top + left, {drawn}); place(top + left, {self._box(level, wide, height, setting)})"
            return f"block(width: {pt(wide)}, height: {pt(height)}, {{{layers}}})"
        looks = [f"width: {pt(wide)}"]
        if box.line is not None:
            looks.append(f"stroke: {stroke(box.line.width, box.line.color, box.line.style)}")
        elif not box.blocks:  # Typst gives a rectangle without a fill a line of its own
            looks.append("stroke: none")
        if box.fill is not None:
            looks.append(f"fill: {write_fill(box.fill)}")
        if not box.blocks:
            return f"rect({', '.join([*looks, f'height: {pt(height)}'])})"
        left, top, right, bottom = box.margins
        inner = wide - left - right
        if not box.wraps and natural_width(box.blocks, partial(text_width, self._faces), inner + 1) > inner:
            self._coverage.cannot("khung văn bản không xuống dòng")
        if box.text_turn:
            return self._turned_text(box, wide, height, looks, setting)
        blocks, least = box.blocks, None
        if not box.grows and blocks_height(blocks, inner, self._faces) > height - top - bottom:
            blocks, least = self._that_print(box, inner, height - top)
            box = replace(box, valign="top")
        looks.append(f"inset: (left: {pt(left)}, top: {pt(top)}, right: {pt(right)}, bottom: {pt(bottom)})")
        body = setting.inset(blocks, setting.in_box(inner))
        if least is not None:
            self.overfull.append(" ".join(block.text for block in blocks if isinstance(block, Paragraph)))
            if len(self.overfull) > MOST:
                self._coverage.cannot(OVERFULL)
            size = f"{len(self.overfull) - 1}, {pt(inner)}, {pt(height)}, {pt(top)}, {pt(bottom)}, {pt(least)}"
            return f"over({size}, {', '.join(looks)}, {body})"
        if not box.grows:
            looks.append(f"height: {pt(height)}")
            if box.valign != "top":
                body = f"align({_VALIGN[box.valign]}, {body})"
        return f"block({', '.join(looks)}, {body})"

    def _turned_text(self, box: Box, wide: float, height: float, looks: list[str], setting: Setting) -> str:
        """A box whose lines run downwards or upwards; its margins stay where they are."""
        left, top, right, bottom = box.margins
        turned = (top, right, bottom, left) if box.text_turn == 90 else (bottom, left, top, right)
        level = replace(box, margins=turned, text_turn=0, line=None, fill=None, grows=False)
        known = len(self.overfull)
        text = self._box(level, height, wide, setting)
        if len(self.overfull) > known:
            self._coverage.cannot(OVERFULL)
        frame = f"rect({', '.join([*looks, f'height: {pt(height)}'])})"
        text = _about_middle(f"rotate({box.text_turn}deg", text, height, wide)
        across, down = (wide - height) / 2, (height - wide) / 2
        text = f"place(top + left, dx: {pt(across)}, dy: {pt(down)}, {text})"
        return f"block(width: {pt(wide)}, height: {pt(height)}, {{place(top + left, {frame}); {text}}})"

    def _that_print(self, box: Box, width: float, room: float) -> tuple[list[Block], float | None]:
        """The blocks of an overfull box up to the last that prints, and what is no loss over the end of it.

        That is half a line, which can still be read where Word cuts it off; ``None`` where all surely has room.
        """
        blocks = list(box.blocks)
        while blocks and isinstance(last := blocks[-1], Paragraph) and not is_visible(last.items):
            blocks.pop()
        if not blocks:
            return blocks, None
        needed, line = blocks_height(blocks, width, self._faces), 0.0
        if isinstance(last := blocks[-1], Paragraph):
            needed -= last.format.after
            line = line_height(self._faces.face(last.mark.font), base_look(last.items, last.mark), last.format)
        return blocks, line / 2 if needed > room + line / 2 else None


def _level_parts(group: Group) -> Iterator[tuple[float, float, Drawing]]:
    """The parts of a group and of those it holds level: programs that read PDF nest more of them than Typst can."""
    for x, y, part in group.parts:
        if isinstance(part.content, Group) and not part.turned and not any(part.mirrored):
            yield from ((x + dx, y + dy, held) for dx, dy, held in _level_parts(part.content))
        else:
            yield x, y, part


def _about_middle(change: str, body: str, wide: float, height: float) -> str:
    """A call that turns or mirrors something of this size about its middle; Typst takes that of a frame it knows."""
    size = f"width: {pt(wide)}, height: {pt(height)}"
    return f"box({size}, {change}, block({size}, {body})))"


def _margins(box: Box) -> tuple[float, float, float, float]:
    """How far inside the corners of its frame the text of a box stands."""
    left, top, right, bottom = box.margins
    more = box.outline.inset if box.outline is not None else (0.0, 0.0, 0.0, 0.0)
    return left + more[0], top + more[1], right + more[2], bottom + more[3]
