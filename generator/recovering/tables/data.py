"""A table of the body as a dossier's free table: columns under one or two headings, rows nested as cells are merged."""

from __future__ import annotations

from collections.abc import Sequence

from generator.parts.model import Sure
from generator.recovering.said import Said, Tree
from generator.recovering.tables.grid import Grid, Slot
from generator.recovering.texts import marked, words_of

_ALIGNED = 0.6  # share of the filled cells of a column that stand in the middle, from which the column does


def data_table(grid: Grid) -> dict[str, Tree]:
    """The free table; one without a head takes its first row for one, which is said."""
    heading = grid.heading or 1
    columns = _columns(grid, grid.rows[:heading], 0, 0, grid.columns, guessed=not grid.heading)
    body = grid.rows[heading:]
    rows = _rows(grid, body, 0, len(body), 0, grid.columns, bold=False)
    return {"cot": columns, "dong": rows}


def _columns(
    grid: Grid, head: Sequence[Sequence[Slot]], level: int, start: int, stop: int, *, guessed: bool
) -> list[Tree]:
    made: list[Tree] = []
    at = start
    smallest = min(grid.widths, default=1.0) or 1.0
    while at < stop:
        slot = next((one for one in head[level] if one.column == at), None) if level < len(head) else None
        width = min(slot.columns, stop - at) if slot else 1
        column: dict[str, Tree] = {"ten": _heading_text(slot, guessed, grid.repeats)}
        below = level + slot.rows if slot else len(head)
        if width > 1 and below < len(head) and any(at <= one.column < at + width for one in head[below]):
            column["cot"] = _columns(grid, head, below, at, at + width, guessed=guessed)
            made.append(column)
        elif width > 1:  # one heading over several columns, and none below: the others have none
            made.append(_leaf(grid, column, at, smallest))
            made += [
                _leaf(grid, {"ten": Said("…", grid.place, "", Sure.GUESS, "cột không có tiêu đề")}, at + n, smallest)
                for n in range(1, width)
            ]
        else:
            made.append(_leaf(grid, column, at, smallest))
        at += width
    return made


def _leaf(grid: Grid, column: dict[str, Tree], at: int, smallest: float) -> dict[str, Tree]:
    share = round(grid.widths[at] / smallest, 1) if at < len(grid.widths) else 1
    if share != 1:
        column["rong"] = int(share) if share == int(share) else share
    cells = [slot for row in grid.body for slot in row if slot.column == at and slot.columns == 1 and slot.texts]
    if cells and sum(slot.middle for slot in cells) > _ALIGNED * len(cells):
        column["can"] = "giua"
    return column


def _heading_text(slot: Slot | None, guessed: bool, repeats: bool) -> Said:
    if slot is None or not slot.texts:
        return Said("…", slot.place if slot else "", "", Sure.GUESS, "cột không có tiêu đề")
    sure, why = (Sure.GUESS, "bảng không có dòng tiêu đề: lấy dòng đầu") if guessed else (Sure.SURE, "")
    if repeats:
        sure, why = Sure.LIKELY, "tiêu đề của bảng ngay trên: có thể là phần tiếp của bảng ấy, đọc thành hai bảng"
    return Said(slot.text, slot.place, slot.words, sure, why)


def _rows(
    grid: Grid, rows: Sequence[Sequence[Slot]], top: int, bottom: int, left: int, right: int, *, bold: bool
) -> list[Tree]:
    """The rows from ``top`` to ``bottom`` of the columns from ``left`` to ``right``, merged cells as groups."""
    made: list[Tree] = []
    at = top
    while at < bottom:
        slots = [slot for slot in rows[at] if left <= slot.column < right]
        if left == 0 and right == grid.columns and len(slots) == 1 and slots[0].columns == right and slots[0].texts:
            made.append({"nhom": _cell(slots[0])})
            at += 1
            continue
        deep = max((slot.rows for slot in slots), default=1)
        end = min(bottom, at + deep)
        if deep == 1:
            made.append(_single(grid, rows, at, left, right, bold))
            at += 1
            continue
        made += _group(grid, rows, at, end, left, right, bold)
        at = end
    return made


def _group(
    grid: Grid, rows: Sequence[Sequence[Slot]], at: int, end: int, left: int, right: int, bold: bool
) -> list[Tree]:
    """Rows that merged cells hold together: those at the sides of all of them, and the rows between."""
    first = {slot.column: slot for slot in rows[at] if left <= slot.column < right}
    whole = [slot for slot in first.values() if slot.rows >= end - at and slot.columns == 1]
    begin = left
    while any(slot.column == begin for slot in whole):
        begin += 1
    stop = right
    while stop > begin and any(slot.column == stop - 1 for slot in whole):
        stop -= 1
    if begin == stop:  # all cells are as deep: one row, drawn over several
        return [_single(grid, rows, at, left, right, bold)]
    if begin == left and stop == right:
        return [_single(grid, rows, n, left, right, bold) for n in range(at, end)]
    row: dict[str, Tree] = {}
    if begin > left:
        row["o"] = [_cell(first[n]) for n in range(left, begin)]
    row["dong"] = _rows(grid, rows, at, end, begin, stop, bold=bold)
    if stop < right:
        row["o_sau"] = [_cell(first[n]) for n in range(stop, right)]
    return [row]


def _single(grid: Grid, rows: Sequence[Sequence[Slot]], at: int, left: int, right: int, bold: bool) -> Tree:
    slots = {slot.column: slot for slot in rows[at] if left <= slot.column < right}
    strong = (
        bool(slots) and all(slot.bold for slot in slots.values() if slot.texts) and any(s.texts for s in slots.values())
    )
    cells: list[Tree] = []
    for n in range(left, right):
        slot = slots.get(n)
        cells.append(_cell(slot, marked_bold=not strong) if slot else Said("", grid.place, ""))
    row: dict[str, Tree] = {"o": cells}
    if strong and not bold:
        row["dam"] = "có"
    return row


def cell_texts(slot: Slot) -> list[Said]:
    """The paragraphs of a cell, as paragraphs of the text."""
    return [Said(marked(one), slot.place, words_of(one)) for one in slot.paragraphs]


def _cell(slot: Slot, *, marked_bold: bool = False) -> Tree:
    texts = [marked(one) for one in slot.paragraphs] if marked_bold and slot.bold else slot.texts
    if not texts:
        return Said("", slot.place, "")
    if len(texts) == 1:
        return Said(texts[0], slot.place, slot.words)
    return [Said(text, slot.place, words_of(one)) for text, one in zip(texts, slot.paragraphs, strict=True)]
