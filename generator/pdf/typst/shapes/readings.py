"""Text with its reading above it as Typst code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.layout.tree import Block, Inline, Paragraph, Ruby, Run
from generator.pdf.typst.literals import pt

_SPARE = 6.0  # points by which a box is longer than what it holds, so that no rounding breaks its line


def ruby(
    place: Ruby,
    blocks: list[Block],
    write: Callable[[list[Run]], str],
    length: Callable[[list[Inline]], float],
    depth: float | None,
) -> str:
    """The reading above its text, as wide as the wider of them.

    ``depth`` is how far lines of a fixed height, which it makes no taller, reach below the baseline, in points.
    """
    above, below = (_runs(block) for block in blocks if isinstance(block, Paragraph))
    wide = max(length([*above]), length([*below]))
    over, above = _spread(above, length([*above]), wide, place.align)
    under, below = _spread(below, length([*below]), wide, place.align)
    held = f"box(width: {pt(length([*above]) + _SPARE)}, {write(above)})" if above else "none"
    drawn = f"box(width: 0pt, baseline: {pt(-place.raised)}, align(left, {held}))"
    if depth is not None:
        drawn = f"box(width: 0pt, height: 0pt, place(bottom + left, dy: {pt(depth - place.raised)}, {held}))"
    text = f"h({pt(under - over)});{write(below)}" if below else "none"
    return f"box(width: {pt(wide)}, align(left, {{h({pt(over)});{drawn};{text}}}))"


def _runs(block: Paragraph) -> list[Run]:
    return [item for item in block.items if isinstance(item, Run)]


def _spread(runs: list[Run], width: float, wide: float, align: str) -> tuple[float, list[Run]]:
    """Where the runs begin in the room they have, and they with the space their letters are given."""
    spare, letters = wide - width, sum(len(run.text) for run in runs)
    if spare <= 0 or align == "left" or not letters:
        return 0.0, runs
    if align == "right":
        return spare, runs
    if align == "distributeSpace":
        gap = spare / letters
        return gap / 2, _spaced(runs, gap)
    if align == "distributeLetter" and letters > 1:
        return 0.0, _spaced(runs, spare / (letters - 1))
    return spare / 2, runs


def _spaced(runs: list[Run], gap: float) -> list[Run]:
    return [replace(run, format=replace(run.format, spacing=run.format.spacing + gap)) for run in runs]
