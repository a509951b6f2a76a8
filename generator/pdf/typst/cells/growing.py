"""Columns that grow to their longest word, as Word lays out tables of which it chooses the columns (17.18.87).

The grid of a file tells how Word laid it out last; a program that fills a template in leaves it as it was. A column
whose word has no room then takes it from the others, from each by what it can spare, as the grids show that Word left;
a table that says no width grows up to that of the text first. Where the others cannot spare as much, all stays as it
is, and the word is cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from generator.layout.tree import Block, Cell, Drawing, Inline, Paragraph, Run, Table, TextFormat
from generator.pdf.measuring.tokens import pieces
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import WIDEST, text_width

_MOST = 0.5  # points by which a word may be wider than its line
_LETTER = 0.5  # of its size: a figure is as wide
_ROOM = 0.2  # points more than the word: its letters lie on a grid, and the edges of columns on another
_Word: TypeAlias = list[tuple[str, TextFormat]]


def grow(blocks: Sequence[Block], faces: Faces) -> None:
    """Gives every table among the blocks, and inside its cells, columns that hold their words."""
    for block in blocks:
        if isinstance(block, Table):
            if block.layout != "fixed" and not block.spacing:
                _widen(block, faces)
            for row in block.rows:
                for cell in row.cells:
                    _unindent(cell, sum(block.columns[cell.column : cell.column + cell.column_span]))
                    if len(cell.blocks) > 1:  # a table in a cell has a paragraph below it
                        grow(cell.blocks, faces)


def _unindent(cell: Cell, width: float) -> None:
    """Takes the indents from paragraphs they leave no letter's room in the cell: their text would lie over the next.

    A label without text, as numbers of rows are, stands before them.
    """
    if cell.turn:
        return
    room = width - cell.format.margin_left - cell.format.margin_right
    for index, block in enumerate(cell.blocks):
        if isinstance(block, Paragraph) and block.items:
            form, label = block.format, block.label.strip()
            left, letters = form.left, 1
            if label and block.text.strip() == label:
                left, letters = form.left + min(form.first_line, 0.0), len(label)
            if form.left + form.right > 0 and room - left - form.right < letters * _LETTER * block.mark.size <= room:
                cell.blocks[index] = replace(block, format=replace(form, left=0.0, right=0.0, first_line=0.0))


def may_grow(blocks: Sequence[Block]) -> bool:
    """Whether drawing the blocks may give a table other columns than the file has."""
    tables = (block for block in blocks if isinstance(block, Table))
    return any(
        table.layout != "fixed" or any(may_grow(cell.blocks) for row in table.rows for cell in row.cells)
        for table in tables
    )


def _widen(table: Table, faces: Faces) -> None:
    lacking: dict[int, float] = {}
    for row in table.rows:
        for cell in row.cells:
            if cell.column_span == 1 and not cell.turn:
                column = cell.column
                lack = _need(cell, faces, table.columns[column]) - table.columns[column]
                if lack > _MOST and lack + _ROOM > lacking.get(column, 0.0):
                    lacking[column] = lack + _ROOM
    if lacking:
        made = _shared_out(table, lacking, _spare(table, faces))
        if made is not None and not _is_cut(table, made, faces):
            table.columns = made


def _shared_out(table: Table, lacking: dict[int, float], spare: list[float]) -> list[float] | None:
    """The columns, those that lack room with it; ``None`` where the others cannot spare it."""
    taken = sum(lacking.values()) - max(table.widest - sum(table.columns), 0.0)
    spare = [0.0 if index in lacking else room for index, room in enumerate(spare)]
    whole = sum(spare)
    if taken > whole:
        return None
    part = max(taken, 0.0) / whole if whole else 0.0
    return [
        width + lacking.get(index, 0.0) - room * part
        for index, (width, room) in enumerate(zip(table.columns, spare, strict=True))
    ]


def _spare(table: Table, faces: Faces) -> list[float]:
    """How much narrower each column could be."""
    spare = list(table.columns)
    for row in table.rows:
        for cell in row.cells:
            if cell.column_span == 1:
                column = cell.column
                need = table.columns[column] if cell.turn else _need(cell, faces)
                spare[column] = min(spare[column], max(table.columns[column] - need, 0.0))
    return spare


def _is_cut(table: Table, made: list[float], faces: Faces) -> bool:
    """Whether a cell over several columns would lose the room for its longest word."""
    for row in table.rows:
        for cell in row.cells:
            if cell.column_span > 1:
                covered = slice(cell.column, cell.column + cell.column_span)
                old, new = sum(table.columns[covered]), sum(made[covered])
                if new < old - _MOST and new + _MOST < _need(cell, faces, new) <= old + _MOST:
                    return True
    return False


def _need(cell: Cell, faces: Faces, enough: float = 0.0) -> float:
    """How wide the cell must be at least, in points; 0 where that is surely no more than ``enough``."""
    beside = cell.format.margin_left + cell.format.margin_right
    need = beside if not enough else 0.0
    for block in cell.blocks:
        if isinstance(block, Table):
            need = max(need, sum(block.columns) + beside)
            continue
        form = block.format
        around = beside + form.left + min(form.first_line, 0.0) + form.right
        widest = longest_word(block, faces, enough - around if enough else 0.0)
        if widest:
            need = max(need, widest + around)
    return need if not enough or need > enough else 0.0


def longest_word(paragraph: Paragraph, faces: Faces, enough: float = 0.0) -> float:
    """The width of the longest word or drawing in its lines; 0 where that is surely no more than ``enough`` points."""
    runs = [item for item in paragraph.items if isinstance(item, Run)]
    most = max((item.width for item in paragraph.items if isinstance(item, Drawing) and item.anchor is None), default=0)
    if not runs:
        return 0.0 if enough else most
    said = "".join([run.text for run in runs])
    letters = max(map(len, said.split(" ")))
    each = max(run.format.size * WIDEST * max(run.format.stretch, 1.0) + run.format.spacing for run in runs)
    if letters * each <= enough:
        return 0.0
    return max(most if not enough else 0.0, *(_wide(word, faces) for word in _words(paragraph.items)), 0.0)


def _words(items: Sequence[Inline]) -> Iterator[_Word]:
    word: _Word = []
    for item in items:
        if not isinstance(item, Run):
            yield word
            word = []
        elif not item.format.hidden:
            first, *rest = item.text.split(" ")
            word.append((first, item.format))
            for text in rest:
                yield word
                word = [(text, item.format)]
    yield word


def _wide(word: _Word, faces: Faces) -> float:
    """The width of the longest part of the word that no line may end in."""
    cuts = pieces("".join([text for text, _ in word]))
    if len(cuts) <= 1:
        return sum(text_width(faces, text, form) for text, form in word)
    letters = [(letter, form) for text, form in word for letter in text]
    widest, at = 0.0, 0
    for piece, _ in cuts:
        widest = max(widest, sum(text_width(faces, *letter) for letter in letters[at : at + len(piece)]))
        at += len(piece)
    return widest
