"""The height of blocks before Typst sets them: lines counted by the widths of their words."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from generator.layout.tree import Block, Cell, Drawing, Field, LineBreak, Paragraph, Row, Run, Tab, Table, TextFormat
from generator.pdf.measuring.framed import hang_frames
from generator.pdf.measuring.line_metrics import drawn_reach, line_height
from generator.pdf.measuring.table_pages import rule_widths
from generator.pdf.measuring.tokens import pieces
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import FIELD_DIGITS, WIDEST, word_width

_TAB = 36.0
_HAIR = 0.01  # points by which a word must be longer than its line to be cut


def line_count(paragraph: Paragraph, width: float, faces: Faces) -> int:
    """How many lines the paragraph fills, its words broken one line at a time."""
    form = paragraph.format
    room = max(width - form.left - form.right, 1.0)
    items = paragraph.items
    if not items:
        return 1
    first = items[0]
    if len(items) == 1 and isinstance(first, Run) and len(first.text) * first.format.size * WIDEST <= (
        room - max(form.first_line, 0.0)
    ):  # fmt: skip
        return 1
    count, x, space = 1, form.first_line, 0.0
    for item in paragraph.items:
        if isinstance(item, LineBreak):
            count, x, space = count + 1, 0.0, 0.0
        elif isinstance(item, Tab):
            x, space = (int(x / _TAB) + 1) * _TAB, 0.0
        elif isinstance(item, Field):
            x += word_width(faces, FIELD_DIGITS, item.format)
        elif isinstance(item, Drawing) and item.anchor is None:
            x += item.width
        elif isinstance(item, Run) and not item.format.hidden:
            gap = word_width(faces, " ", item.format)
            for index, word in enumerate(item.text.split(" ")):
                space += gap if index else 0.0
                if not word:
                    continue
                wide = word_width(faces, word, item.format)
                if x + space + wide <= room:
                    x, space = x + space + wide, 0.0
                    continue
                more, x = _wrapped(word, item.format, faces, x + space, room, x > 0)
                count, space = count + more, 0.0
    return count


def _wrapped(word: str, form: TextFormat, faces: Faces, x: float, room: float, parts: bool) -> tuple[int, float]:
    """How many lines a word that has no room at ``x`` begins, and where it ends; whether it ``parts`` from the line."""
    count = 0
    for number, (piece, _) in enumerate(pieces(word)):
        wide = word_width(faces, piece, form)
        if x + wide > room + _HAIR and (parts or number):
            count, x = count + 1, 0.0
        if wide > room + _HAIR:
            for letter in piece:
                wide = word_width(faces, letter, form)
                if x + wide > room + _HAIR and x > 0:
                    count, x = count + 1, 0.0
                x += wide
            continue
        x += wide
    return count, x


def paragraph_height(paragraph: Paragraph, width: float, faces: Faces) -> float:
    """The height in points of a paragraph without the space around it, in a column this wide."""
    form = paragraph.format
    looks = [item.format for item in paragraph.items if isinstance(item, Run | Field)] or [paragraph.mark]
    line = max(line_height(faces.face(look.font), look, form) for look in looks)
    tall = max(
        (sum(drawn_reach(i)) for i in paragraph.items if isinstance(i, Drawing) and i.anchor is None), default=0.0
    )
    frame = sum(border.width + border.space for side, border in form.borders if side in ("top", "bottom"))
    return line * line_count(paragraph, width, faces) + max(tall - line, 0.0) + frame


def blocks_height(blocks: list[Block], width: float, faces: Faces) -> float:
    """The height in points of blocks one below the other, the space around them included."""
    total = gap = 0.0
    for block in hang_frames(blocks):
        if isinstance(block, Paragraph):
            total += max(gap, block.format.before) + paragraph_height(block, width, faces)
            gap = block.format.after
            continue
        total, gap = total + gap + block.before + sum(rule_widths(block)) + 2 * block.spacing, block.after
        for row in block.rows:
            fixed = row.height if row.height is not None and row.height_rule == "exact" else None
            total += fixed if fixed is not None else max(row.height or 0.0, cells_height(block, row, faces))
    return total + gap


def cells_height(table: Table, row: Row, faces: Faces) -> float:
    """The height in points that the cells of a row need, without those that stand in several rows or are turned."""
    tallest = 0.0
    for cell in row.cells:
        if cell.row_span > 1 or cell.turn:
            continue
        form = cell.format
        room = sum(table.columns[cell.column : cell.column + cell.column_span]) - form.margin_left - form.margin_right
        tallest = max(tallest, cell_height(cell, room, faces) + form.margin_top + form.margin_bottom)
    return tallest


def cell_height(cell: Cell, width: float, faces: Faces) -> float:
    """The height in points of what a cell holds, ``width`` points wide between its margins."""
    return blocks_height(in_cell(cell.blocks), width, faces)


def in_cell(blocks: list[Block]) -> list[Block]:
    """The blocks of a cell as they are drawn.

    The empty paragraph that must follow a nested table has no height, and automatic gaps end at the cell's edges.
    """
    if len(blocks) > 1 and isinstance(blocks[-2], Table):
        last = blocks[-1]
        if isinstance(last, Paragraph) and last.bare:
            blocks = blocks[:-1]
    if blocks and isinstance(first := blocks[0], Paragraph) and first.format.auto_before:
        blocks = [without_gap(first, "before"), *blocks[1:]]
    if blocks and isinstance(end := blocks[-1], Paragraph) and end.format.auto_after:
        blocks = [*blocks[:-1], without_gap(end, "after")]
    return blocks


def without_gap(paragraph: Paragraph, side: Literal["before", "after"]) -> Paragraph:
    """The paragraph without the space on one side."""
    form = replace(paragraph.format, before=0.0) if side == "before" else replace(paragraph.format, after=0.0)
    return replace(paragraph, format=form)
