"""How far down the frames of a header reach, in which old files put page numbers."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.tree import Block, Frame, Paragraph
from generator.pdf.measuring.heights import blocks_height
from generator.pdf.measuring.typefaces import Faces


def framed_height(blocks: list[Block], width: float, faces: Faces) -> float:
    """The height in points of a header, with the frames hung on its text: the body keeps clear of them."""
    lowest = blocks_height(blocks, width, faces)
    for start, block in enumerate(blocks):
        frame = _frame(block)
        if frame is None or frame.anchor.from_y != "paragraph" or (start and _frame(blocks[start - 1]) == frame):
            continue
        end = start
        while end < len(blocks) and _frame(blocks[end]) == frame:
            end += 1
        above = blocks_height([b for b in blocks[:start] if _frame(b) is None], width, faces)
        # At the end of the header the frame's own end is that of the header, with the space below it.
        after = _after(blocks[end - 1]) if end == len(blocks) else 0.0
        lowest = max(lowest, above + frame.anchor.y + _height(frame, blocks[start:end], width, faces) + after)
    return lowest


def _height(frame: Frame, held: list[Block], width: float, faces: Faces) -> float:
    if frame.exact and frame.height is not None:
        return frame.height
    inside = [replace(b, format=replace(b.format, frame=None)) for b in held if isinstance(b, Paragraph)]
    tall = blocks_height([*inside], frame.width or width, faces)
    return max(frame.height or 0.0, tall - _after(held[-1]))


def _after(block: Block) -> float:
    return block.format.after if isinstance(block, Paragraph) else 0.0


def _frame(block: Block) -> Frame | None:
    return block.format.frame if isinstance(block, Paragraph) else None
