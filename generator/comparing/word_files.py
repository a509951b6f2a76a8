"""Two Word files compared by paragraph, table row and cell; and the edits that make the first say what the second says.

What a person has changed with Word's own tracking is taken as accepted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Literal

from lxml import etree

from generator.comparing.aligning import in_order, likeness
from generator.comparing.words import plain, word_changes
from generator.docx.word.ooxml import parse, w
from generator.editing.applying import apply
from generator.editing.spans import Replace
from generator.editing.text import paragraph_text
from generator.edits import Edit, Insert, InsertRow, Remove, RemoveRow, Spot
from generator.opc import WORD, Package
from generator.records import record

Kind = Literal["sửa", "thêm", "bớt"]
Change = Edit | Replace
_AROUND = {w("sdt"), w("sdtContent"), w("ins"), w("moveTo"), w("customXml"), w("smartTag")}


@record(frozen=True)
class Line:
    """A paragraph: its number among those of the part (from 1) and its text."""

    number: int
    text: str


@record(frozen=True)
class Grid:
    """A table: rows of cells of paragraphs."""

    rows: tuple[tuple[tuple[Line, ...], ...], ...]


Item = Line | Grid


@record(frozen=True)
class Difference:
    """One change of the words: where in the files, before, after.

    ``line`` is the number of the first's paragraph, of words that were added of the one above them; 0 for none.
    """

    kind: Kind
    place: str
    before: str
    after: str
    line: int = 0


def body_of(docx: bytes) -> tuple[str, list[Item]]:
    """The name of the main part, and its paragraphs and tables in order, text boxes left out."""
    package = Package.open(docx, WORD)
    main = package.related("", "officeDocument") or ""
    root = parse(package.parts[main])
    kept = list(root.iter(w("p")))  # as long as they are held, each is one object
    numbers = {id(item): n for n, item in enumerate(kept, start=1)}
    body = root.find(w("body"))
    return main, [] if body is None else list(_items(body, numbers))


def _items(around: etree._Element, numbers: dict[int, int]) -> Iterator[Item]:
    for child in around:
        if child.tag == w("p"):
            line = Line(numbers[id(child)], paragraph_text(child))
            if line.text or child.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is None:
                yield line
        elif child.tag == w("tbl"):
            yield Grid(tuple(_row(row, numbers) for row in _inside(child, w("tr"))))
        elif child.tag in _AROUND:
            yield from _items(child, numbers)


def _inside(around: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in around:
        if child.tag == tag:
            if child.find(f"{w('trPr')}/{w('del')}") is None:
                yield child
        elif child.tag in _AROUND:
            yield from _inside(child, tag)


def _row(row: etree._Element, numbers: dict[int, int]) -> tuple[tuple[Line, ...], ...]:
    cells = (_items(cell, numbers) for cell in _inside(row, w("tc")))
    return tuple(tuple(line for item in cell for line in lines_of(item)) for cell in cells)


def lines_of(item: Item) -> Iterator[Line]:
    """The paragraphs of an item, in the order they are read."""
    if isinstance(item, Line):
        yield item
    else:
        yield from (line for row in item.rows for cell in row for line in cell)


def compared(first: bytes, second: bytes) -> tuple[list[Difference], list[Change]]:
    """What differs, in reading order, and the edits of the first file that make it say what the second says."""
    part, one = body_of(first)
    work = _Comparing(part)
    work.items(one, body_of(second)[1])
    return work.found, work.edits


def tracked(first: bytes, second: bytes, moment: datetime) -> bytes:
    """The first file with what the second says as tracked changes."""
    return apply(first, compared(first, second)[1], tracked=True, moment=moment)


def _said(item: Item) -> str:
    return plain(" ".join(line.text for line in lines_of(item)))


def _keys(item: Item) -> tuple[str, ...]:
    """What makes two items the same: a paragraph's words, or those of a table's rows, cell by cell."""
    return (plain(item.text),) if isinstance(item, Line) else ("", *(plain(_joined(row)) for row in item.rows))


def _in_turn(added: list[Edit]) -> list[Edit]:
    """Insertions at one place in the order in which they come to stand as they were told."""
    before = any(isinstance(one, Insert | InsertRow) and one.before for one in added)
    return added if before else added[::-1]


def _like(one: Item, other: Item) -> float:
    if type(one) is not type(other):
        return 0.0
    first, second = _said(one), _said(other)
    return likeness(first, second) if first and second else float(first == second)


class _Comparing:
    """The differences and the edits found so far; paragraphs are counted before anything changes."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.found: list[Difference] = []
        self.edits: list[Change] = []
        self._paragraphs = self._tables = 0

    def items(self, one: Sequence[Item], other: Sequence[Item], place: str = "") -> None:
        """Compare what stands one below the other: of a body, or of a cell, whose ``place`` is told."""
        keys = [[_keys(item) for item in side] for side in (one, other)]
        pairs = in_order(keys[0], keys[1], lambda a, b: _like(one[a], other[b]))
        last: Item | None = None
        behind: list[Edit] = []
        for a, b in pairs:
            where = place or self._place(one[a] if a is not None else None)
            if a is None:
                assert b is not None
                behind += self._added(other[b], one, last, where)
                continue
            self.edits += _in_turn(behind)
            behind, last = [], one[a]
            if b is None:
                self._removed(one[a], where)
            else:
                self._kept(one[a], other[b], where)
        self.edits += _in_turn(behind)

    def _place(self, item: Item | None) -> str:
        if isinstance(item, Grid):
            self._tables += 1
            return f"bảng {self._tables}"
        self._paragraphs += item is not None and bool(item.text.strip())
        return f"đoạn {self._paragraphs}" if item is not None else f"sau đoạn {self._paragraphs}"

    def _added(self, new: Item, one: Sequence[Item], last: Item | None, place: str) -> Iterator[Edit]:
        """Paragraphs that come behind the last one of the first file, behind a table before what follows it."""
        rows = [_joined(row) for row in new.rows] if isinstance(new, Grid) else [new.text]
        at = next((n for n, item in enumerate(one) if item is last), -1)
        following = next((item for item in one[at + 1 :] if isinstance(item, Line)), None)
        before = not isinstance(last, Line) and following is not None
        beside = (
            following if before else next((item for item in reversed(one[: at + 1]) if isinstance(item, Line)), None)
        )
        above = beside.number if beside is not None and not before else 0
        for text in filter(str.strip, rows):
            self.found.append(Difference("thêm", place, "", plain(text), above))
            if beside is not None:
                yield Insert(Spot(self.part, beside.number), text, before=before)

    def _removed(self, old: Item, place: str) -> None:
        if isinstance(old, Line):
            if old.text.strip():
                self.found.append(Difference("bớt", place, plain(old.text), "", old.number))
                self.edits.append(Remove(Spot(self.part, old.number)))
            return
        for number, row in enumerate(old.rows, start=1):
            self._row_removed(row, f"{place}, dòng {number}")

    def _row_removed(self, row: tuple[tuple[Line, ...], ...], place: str) -> None:
        lines = [line for cell in row for line in cell]
        self.found.append(Difference("bớt", place, _shown(row), "", lines[0].number if lines else 0))
        if lines:
            self.edits.append(RemoveRow(Spot(self.part, lines[0].number)))

    def _kept(self, old: Item, new: Item, place: str) -> None:
        if isinstance(old, Line) and isinstance(new, Line):
            self._line(old, new, place)
        elif isinstance(old, Grid) and isinstance(new, Grid) and _keys(old) != _keys(new):
            self._grid(old, new, place)

    def _line(self, old: Line, new: Line, place: str) -> None:
        if plain(old.text) == plain(new.text):
            return
        self.found.append(Difference("sửa", place, plain(old.text), plain(new.text), old.number))
        if not old.text:
            self.edits.append(Insert(Spot(self.part, old.number), new.text, before=True))
            return
        for change in reversed(word_changes(old.text, new.text)):
            self.edits.append(Replace(self.part, old.number, change.start, change.end, change.new))

    def _grid(self, old: Grid, new: Grid, place: str) -> None:
        keys = [[plain(_joined(row)) for row in grid.rows] for grid in (old, new)]
        last: Spot | None = None
        behind: list[Edit] = []
        for a, b in in_order(keys[0], keys[1], lambda a, b: likeness(keys[0][a], keys[1][b])):
            if a is None:
                assert b is not None
                row = new.rows[b]
                above = last.paragraph if last is not None else 0
                self.found.append(Difference("thêm", f"{place}, dòng {b + 1} mới", "", _shown(row), above))
                spot = last or self._spot(old)
                if spot is not None:
                    texts = tuple(tuple(line.text for line in cell) for cell in row)
                    behind.append(InsertRow(spot, texts, before=last is None))
                continue
            self.edits += _in_turn(behind)
            behind = []
            lines = [line for cell in old.rows[a] for line in cell]
            last = Spot(self.part, lines[0].number) if lines else last
            if b is None:
                self._row_removed(old.rows[a], f"{place}, dòng {a + 1}")
            elif keys[0][a] != keys[1][b]:
                self._cells(old.rows[a], new.rows[b], f"{place}, dòng {a + 1}")
        self.edits += _in_turn(behind)

    def _cells(self, old: tuple[tuple[Line, ...], ...], new: tuple[tuple[Line, ...], ...], place: str) -> None:
        for number in range(max(len(old), len(new))):
            where = f"{place}, cột {number + 1}"
            if number >= len(old):
                self.found += [Difference("thêm", where, "", plain(line.text)) for line in new[number] if line.text]
            elif number >= len(new):
                for line in old[number]:
                    self._removed(line, where)
            elif len(old[number]) == len(new[number]) == 1:
                self._line(old[number][0], new[number][0], where)
            else:
                self.items(old[number], new[number], where)

    def _spot(self, grid: Grid) -> Spot | None:
        first = next(lines_of(grid), None)
        return Spot(self.part, first.number) if first else None


def _joined(row: tuple[tuple[Line, ...], ...]) -> str:
    return " | ".join(" ".join(line.text for line in cell) for cell in row)


def _shown(row: tuple[tuple[Line, ...], ...]) -> str:
    return plain(_joined(row)).rstrip(" |")
