"""A laid-out table as rows of cells with their texts, and where its heading ends."""

from __future__ import annotations

from dataclasses import field, replace

from generator.layout.tree import Cell, Inline, LineBreak, PageBreak, Paragraph, Table
from generator.parts.recognising import ordinal
from generator.patterns import late
from generator.records import record
from generator.recovering.tables.walking import paragraphs
from generator.recovering.texts import Piece, all_bold, clean, marked, notes_of, pieces_of, single_spaced, words_of
from generator.wording.characters import fold
from generator.wording.numerals.ordinals import POINT_LETTERS, roman_value

_NOTE = late(r"\[\d{1,3}\](?= )")
_SHORT = 12  # words of a column's heading
_WIDER = 0.03  # share of a table's width by which columns of one that goes on may differ


@record()
class Slot:
    """A cell: the grid columns and rows it covers from ``column`` and ``row``, its paragraphs, its place.

    The last ``notes`` of the paragraphs are footnotes that its words refer to.
    """

    column: int
    row: int
    columns: int
    rows: int
    texts: list[str]
    place: str
    words: str = ""
    bold: bool = False
    middle: bool = False
    paragraphs: list[list[Piece]] = field(default_factory=list)
    notes: int = 0

    @property
    def text(self) -> str:
        """Its paragraphs as one."""
        return " ".join(self.texts)


@record()
class Grid:
    """The cells of a table by the row they begin in; the first ``heading`` rows are its head."""

    rows: list[list[Slot]]
    columns: int
    heading: int
    widths: list[float]
    place: str
    told: bool = False  # the head is told to stand on every page
    repeats: bool = False  # its head is that of the table just above, with which it was not put together
    again: list[Slot] = field(default_factory=list)  # cells of heads that were typed once more below

    @property
    def body(self) -> list[list[Slot]]:
        """The rows below the head."""
        return self.rows[self.heading :]

    @property
    def noted(self) -> bool:
        """Whether footnotes hang on words of its cells."""
        return any(slot.notes for row in self.rows for slot in row)

    def cells(self, *columns: int) -> list[Slot]:
        """The cells below the head that stand in one of the columns alone and say something."""
        return [
            slot for row in self.body for slot in row if slot.column in columns and slot.columns == 1 and slot.texts
        ]

    def at(self, row: int, column: int) -> Slot | None:
        """The cell that covers a place of the grid."""
        for number in range(row, -1, -1):
            for slot in self.rows[number]:
                if slot.column <= column < slot.column + slot.columns and slot.row + slot.rows > row:
                    return slot
        return None


def grid_of(table: Table, place: str) -> Grid:
    """The table as a grid; rows and columns that hold no cell of their own are left out."""
    rows: list[list[Slot]] = []
    marked_heading = 0
    for n, row in enumerate(table.rows):
        slots = [_slot(cell, n, f"{place}, hàng {n + 1}, cột {c}") for c, cell in enumerate(row.cells, start=1)]
        rows.append(slots)
        if row.header and marked_heading == n:
            marked_heading = n + 1
    columns = max((slot.column + slot.columns for row in rows for slot in row), default=0)
    edges = sorted({slot.column for row in rows for slot in row})
    if len(edges) < columns:  # a grid finer than its cells: columns no cell begins at are part of those before
        rows, columns = _coarser(rows, edges), len(edges)
    widths = [sum(table.columns[a:b]) for a, b in zip(edges, [*edges[1:], len(table.columns)], strict=True)]
    grid = Grid(_without_empty_rows(rows), columns, 0, widths, place)
    grid.heading = _heading(grid, marked_heading)
    grid.told = bool(marked_heading)
    return grid


def _slot(cell: Cell, row: int, place: str) -> Slot:
    found = list(paragraphs(cell.blocks))
    pieced = [pieces for paragraph in found for pieces in _lines(paragraph)]
    notes = [note for paragraph in found for note in notes_of(paragraph.items)]
    filled = [one for one in pieced if words_of(one)]
    filled += [[Piece(f"[{label}] {words}" if label else words)] for label, words in notes]
    bold = bool(filled) and all(all_bold(one) for one in filled)
    align = [p.format.align for p in found if clean(p.text)]
    texts = [marked(one, bold=bold) for one in filled]
    words = " ".join(words_of(one) for one in filled)
    middle = bool(align) and all(one == "center" for one in align)
    return Slot(
        cell.column, row, cell.column_span, cell.row_span, texts, place, words, bold, middle, filled, _noted(filled)
    )


def _noted(paragraphs: list[list[Piece]]) -> int:
    """How many of the last paragraphs are footnotes: each opens with a mark that stands in the words before them."""
    texts = [words_of(one) for one in paragraphs]
    first = next((n for n, text in enumerate(texts) if n and _NOTE.match(text)), len(texts))
    before = " ".join(texts[:first])
    marks = [_NOTE.match(text) for text in texts[first:]]
    return len(marks) if all(mark and mark[0] in before for mark in marks) else 0


def _lines(paragraph: Paragraph) -> list[list[Piece]]:
    """The paragraph, parted at the soft breaks behind which a line of its own begins."""
    made: list[list[Inline]] = [[]]
    for item in paragraph.items:
        if isinstance(item, LineBreak | PageBreak):
            made.append([])
        else:
            made[-1].append(item)
    joined: list[list[Piece]] = []
    for items in made:
        own = pieces_of(items)
        text = words_of(own)
        if joined and text[:1].islower() and words_of(joined[-1])[-1:] not in ".;:" and ordinal(text) is None:
            joined[-1] = single_spaced([*joined[-1], Piece(" "), *own])
        elif text:
            joined.append(own)
    return joined


def _coarser(rows: list[list[Slot]], edges: list[int]) -> list[list[Slot]]:
    index = {edge: n for n, edge in enumerate(edges)}
    for row in rows:
        for slot in row:
            end = slot.column + slot.columns
            slot.columns = sum(1 for edge in edges if slot.column <= edge < end)
            slot.column = index[slot.column]
    return rows


def _without_empty_rows(rows: list[list[Slot]]) -> list[list[Slot]]:
    """The rows without those in which no cell begins, or only empty ones; cells that reach over these are shorter."""
    kept = [n for n, row in enumerate(rows) if any(slot.texts for slot in row)]
    index = {n: k for k, n in enumerate(kept)}
    made = []
    for n in kept:
        for slot in rows[n]:
            slot.rows = max(1, sum(1 for one in kept if n <= one < n + slot.rows))
            slot.row = index[n]
        made.append(rows[n])
    # a cell that began in an empty row and reaches into a kept one was empty itself
    return made


def _is_bold(grid: Grid, row: list[Slot]) -> bool:
    """Whether all that the row says is bold, and it is not one cell over the table, with a number before it at most."""
    filled = [slot for slot in row if slot.texts]
    alone = grid.columns > 1 and (len(filled) == 1 or any(slot.columns >= max(3, grid.columns - 1) for slot in filled))
    return bool(filled) and all(slot.bold for slot in filled) and not alone


def _is_named(row: list[Slot]) -> bool:
    """Whether the row begins with «STT» or «TT» and goes on in short words: a head that nobody made bold."""
    filled = [slot for slot in row if slot.texts]
    short = all(len(slot.words.split()) <= _SHORT for slot in filled)
    return len(filled) > 2 and fold(filled[0].words) in ("stt", "tt", "sott", "sothutu") and short


def _heading(grid: Grid, told: int) -> int:
    """How many rows the head has: those told, or the bold ones at the top, with what their cells reach down to."""
    count = told
    if not count and grid.rows and (_is_bold(grid, grid.rows[0]) or _is_named(grid.rows[0])):
        grouped = any(slot.columns > 1 and slot.rows == 1 for slot in grid.rows[0])
        below = grid.rows[1] if len(grid.rows) > 1 else []
        count = 2 if grouped and (_is_bold(grid, below) or (below and not below[0].texts)) else 1
    groups = (n for n in range(1, count) if len(grid.rows[n]) == 1 and grid.rows[n][0].columns == grid.columns > 1)
    count = next(groups, count)  # one cell over all columns heads the rows below it, not the table
    reach = count
    for row in grid.rows[:count]:
        reach = max([reach, *(slot.row + slot.rows for slot in row)])
    return min(reach, len(grid.rows) - 1) if len(grid.rows) > 1 else 0


def goes_on(first: Grid, second: Grid, *, said: bool = False) -> Grid | None:
    """Both as one table where the second goes on with the first: without a head, or with the same and counting on.

    ``said`` is that words between them say so.
    """
    if first.columns != second.columns or not first.heading:
        return None
    again = same_head(first, second)
    if again and not said and not _counts_on(first, second.rows[first.heading :], told=first.told and second.told):
        return None  # two tables of one head: as one they would be a table that nobody wrote
    if not again and (second.heading or not _as_wide(first, second)):
        return None
    below = second.rows[first.heading :] if again else second.rows
    moved = len(first.rows) - (first.heading if again else 0)
    for row in below:
        for slot in row:
            slot.row += moved
    heads = [slot for row in second.rows[: first.heading] for slot in row] if again else []
    kept = [*first.again, *second.again, *heads]
    return replace(first, rows=[*first.rows, *below], again=kept)


def same_head(first: Grid, second: Grid) -> bool:
    """Whether the second table begins with the head of the first."""
    heads = [[[slot.words for slot in row] for row in grid.rows[: first.heading]] for grid in (first, second)]
    return bool(first.heading) and heads[0] == heads[1]


def _counts_on(first: Grid, below: list[list[Slot]], *, told: bool) -> bool:
    """Whether the rows below a head said again are numbered from where those of the first table end.

    Of rows without numbers the head tells: one that stands on every page of itself is typed again for a new table only.
    """
    begin = next((slot.words for row in below for slot in row if slot.column == 0), "")
    wanted = _number(begin)
    cells = (slot.words for row in first.body for slot in row if slot.column == 0)
    numbers = [number for number in map(_number, cells) if number]
    alike = [one for one in numbers if wanted and (one[0], len(one)) == (wanted[0], len(wanted))]
    if wanted is None or not alike:
        return not told or not begin  # an empty cell: its number stands in the first table
    if numbers[-1] is not alike[-1] and numbers[0] is not alike[0]:
        return wanted[-1] == 1  # the first table ends with the heading of a group: «IX», and 1 below it
    return wanted == (*alike[-1][:-1], alike[-1][-1] + 1)


def _number(words: str) -> tuple[int, ...] | None:
    """The number a cell opens with, after the script it is in: «2.1» (0, 2, 1), «IV» (1, 4), «d)» (2, 4)."""
    label = words.partition(" ")[0].rstrip(".)")
    if label.replace(".", "").isdecimal():
        return (0, *map(int, filter(None, label.split("."))))
    if label.isupper() and roman_value(label):
        return 1, roman_value(label)
    return (2, POINT_LETTERS.index(label) + 1) if len(label) == 1 and label in POINT_LETTERS else None


def _as_wide(first: Grid, second: Grid) -> bool:
    whole = sum(first.widths) or 1.0
    return all(abs(one - other) < _WIDER * whole for one, other in zip(first.widths, second.widths, strict=True))


def without_heads_again(grid: Grid) -> None:
    """Takes out the rows that say the head once more, typed where a page used to begin."""
    if not grid.heading:
        return
    head = [[slot.words for slot in row] for row in grid.rows[: grid.heading]]
    at = grid.heading
    while at + grid.heading <= len(grid.rows):
        if [[slot.words for slot in row] for row in grid.rows[at : at + grid.heading]] != head:
            at += 1
            continue
        grid.again += [slot for row in grid.rows[at : at + grid.heading] for slot in row]
        del grid.rows[at : at + grid.heading]
        for row in grid.rows[at:]:
            for slot in row:
                slot.row -= grid.heading
