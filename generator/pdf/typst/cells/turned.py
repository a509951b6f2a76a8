"""Cells whose text runs upwards or downwards: its lines are as long as the cell is high."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Literal

from generator.layout.tree import Block, Cell, Drawing, Note, Paragraph, Run, Table
from generator.pdf.measuring.framed import natural_width
from generator.pdf.measuring.heights import blocks_height, cells_height
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import text_width
from generator.pdf.typst.literals import pt
from generator.pdf.typst.setting import Flow

_UPRIGHT = 0x2E80  # letters of East Asia stand upright in lines that run down
_NO_ROOM = "chữ quay hướng trong ô không đủ chỗ"
_HELD = "hình vẽ, bảng hoặc chú thích trong ô có chữ quay hướng"
_EAST_ASIAN = "chữ Đông Á viết dọc trong ô"
_SLACK, _SURELY = 0.5, 2.0
_LONGEST = 10_000.0
_AHEAD: dict[str, Literal["top", "center", "bottom"]] = {"center": "center", "right": "bottom"}
_TURNED: dict[str, Literal["top", "center", "bottom"]] = {"top": "bottom", "center": "center", "bottom": "top"}


def cell_room(table: Table, index: int, cell: Cell, rules: list[float], faces: Faces) -> tuple[float, bool]:
    """The height in points of the rows of a cell within its margins, and whether the file says it."""
    total, said = 0.0, True
    end = min(index + cell.row_span, len(table.rows))
    for at in range(index, end):
        row = table.rows[at]
        held, least = cells_height(table, row, faces), (row.height or 0.0) - rules[at]
        said = said and (least >= held or row.height_rule == "exact")
        total += least if row.height_rule == "exact" and row.height else max(held, least)
    margin = max((other.format.margin_top for other in table.rows[index].cells), default=0.0)
    return total + sum(rules[index + 1 : end]) - margin - cell.format.margin_bottom, said


def write_turned(
    cell: Cell, width: float, room: tuple[float, bool], faces: Faces, write: Callable[[float], Flow],
    cannot: Callable[[str], None],
) -> tuple[Cell, Flow]:  # fmt: skip
    """The cell, as one that holds the turned text as a whole, and that text.

    ``width`` is the cell's within its margins, ``room`` what ``cell_room`` says, ``write`` writes what stands in the
    cell in lines of a length.
    """
    height, said = room
    if any(not isinstance(block, Paragraph) or _holds(block) for block in cell.blocks):
        cannot(_HELD)
    if cell.turn == 90 and any(_is_east_asian(block) for block in cell.blocks):
        cannot(_EAST_ASIAN)
    aligns = {block.format.align for block in cell.blocks if isinstance(block, Paragraph)}
    natural = natural_width(cell.blocks, partial(text_width, faces), _LONGEST)
    long = natural if natural <= height and len(aligns) == 1 and not said else height
    last = cell.blocks[-1]
    after = last.format.after if isinstance(last, Paragraph) else 0.0
    # Measured in full lines: how text breaks is known to about a point, and lines of just its length do not break.
    deep = blocks_height(cell.blocks, max(long + (_SURELY if long < height else 0.0), 1.0), faces)
    if _longest_word(cell.blocks, faces) > height + _SLACK or deep - after > width + _SLACK:
        cannot(_NO_ROOM)
    flow = write(long)
    if deep > width:
        flow.after = 0.0
    across = _TURNED[cell.format.valign] if cell.turn == 90 else cell.format.valign
    side = {"top": "left", "center": "center", "bottom": "right"}[across]
    turn = "90deg" if cell.turn == 90 else "-90deg"
    body = f"block(width: {pt(long)}, align(left + top, {flow.expression()}))"
    code = f"align({side}, rotate({turn}, reflow: true, {body}))"
    ahead = _AHEAD.get(next(iter(aligns)), "top")
    ahead = ahead if cell.turn == 90 else _TURNED[ahead]
    return replace(cell, blocks=[], format=replace(cell.format, valign=ahead)), Flow([code])


def _holds(block: Paragraph) -> bool:
    return any(isinstance(item, Drawing | Note) for item in block.items)


def _is_east_asian(block: Block) -> bool:
    return isinstance(block, Paragraph) and any(_UPRIGHT <= ord(char) < 0xE000 for char in block.text)


def _longest_word(blocks: list[Block], faces: Faces) -> float:
    """The width of the longest word of a run."""
    runs = (item for block in blocks if isinstance(block, Paragraph) for item in block.items if isinstance(item, Run))
    words = ((word, run.format) for run in runs for word in run.text.split() if not run.format.hidden)
    return max((text_width(faces, word, form) for word, form in words), default=0.0)
