"""Paragraphs in frames, hung as boxes of text on the paragraph that follows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.layout.tree import Block, Box, Drawing, Field, Frame, LineBreak, Paragraph, Run, Tab, TextFormat
from generator.pdf.measuring.widths import FIELD_DIGITS


def hang_frames(blocks: list[Block]) -> list[Block]:
    """The blocks with every frame as a drawing of the paragraph below it, an empty one where there is none."""
    if not any(isinstance(block, Paragraph) and block.format.frame is not None for block in blocks):
        return blocks
    made: list[Block] = []
    held: list[Drawing] = []
    open_frame: Frame | None = None
    for block in blocks:
        frame = block.format.frame if isinstance(block, Paragraph) else None
        if frame is not None and isinstance(block, Paragraph):
            inside = replace(block, format=replace(block.format, frame=None))
            if frame == open_frame and isinstance(box := held[-1].content, Box):
                box.blocks.append(inside)
            else:
                held.append(_drawing(frame, inside))
            open_frame = frame
            continue
        open_frame = None
        if held and isinstance(block, Paragraph):
            block = replace(block, items=[*held, *block.items])
            held = []
        elif held:
            made.append(_holder(held))
            held = []
        made.append(block)
    return [*made, _holder(held)] if held else made


def _drawing(frame: Frame, inside: Paragraph) -> Drawing:
    box = Box(blocks=[inside], margins=(0.0, 0.0, 0.0, 0.0), grows=not frame.exact, fits=frame.width is None)
    return Drawing(box, frame.width or 0.0, frame.height or 0.0, frame.anchor)


def _holder(held: list[Drawing]) -> Paragraph:
    box = held[-1].content
    last = box.blocks[-1] if isinstance(box, Box) else None
    assert isinstance(last, Paragraph)
    return replace(last, items=[*held], label="")


def natural_width(blocks: list[Block], measure: Callable[[str, TextFormat], float], most: float) -> float:
    """The width in points of the longest line, at most ``most``; tables and tabs need all of it."""
    widest = 0.0
    for block in blocks:
        if not isinstance(block, Paragraph) or any(isinstance(item, Tab) for item in block.items):
            return most
        line = start = block.format.left + block.format.right + block.format.first_line
        for item in block.items:
            if isinstance(item, LineBreak):
                line = start
            elif isinstance(item, Run) and not item.format.hidden:
                line += measure(item.text, item.format)
            elif isinstance(item, Field):
                line += measure(FIELD_DIGITS, item.format)
            elif isinstance(item, Drawing) and item.anchor is None:
                line += item.width
            widest = max(widest, line)
    return min(widest + 0.05, most)
