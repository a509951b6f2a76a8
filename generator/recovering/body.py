"""The text between opening and signature as a dossier's blocks: each level by its label, the rest as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

from generator.layout.tree import Note, Table
from generator.parts.lines import Line
from generator.parts.model import BodyLine, Level, Sure
from generator.parts.recognising import ordinal
from generator.patterns import late
from generator.records import record
from generator.recovering.said import Said, Tree, said
from generator.recovering.tables.data import cell_texts, data_table
from generator.recovering.tables.grid import Grid, goes_on, grid_of, same_head, without_heads_again
from generator.recovering.texts import (
    Piece,
    all_bold,
    all_italic,
    escaped,
    marked,
    notes_of,
    pieces_of,
    single_spaced,
    without_end,
    without_start,
    words_of,
)
from generator.wording.numerals.ordinals import point_letter, roman_value

END_MARK = "./."
_NOTE = "chú thích cuối trang, đọc thành đoạn văn dưới chỗ gọi nó"
_RANKS = {
    Level.PART: 0, Level.CHAPTER: 1, Level.SECTION: 2, Level.SUBSECTION: 3, Level.ROMAN: 2, Level.ARTICLE: 4,
    Level.CLAUSE: 5, Level.DECIMAL: 6, Level.POINT: 8, Level.DASH: 9,
}  # fmt: skip
_PLUS, _TEXT = 10, 11
_HEADING_WORDS = 12
_UNITS = {Level.PART: "phan", Level.CHAPTER: "chuong", Level.POINT: "diem"}
_HOLDS = ("phan", "chuong", "muc", "dieu", "dieu_tieu_de", "khoan_tieu_de")
_PLACE = late(r"^(.*?bảng \d+)")
_IN_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_AS_FIGURE = "số thứ tự của phần viết bằng chữ: in lại bằng số La Mã"
_GOES_ON = late(r"^\W*(?:bảng\s+(?:số\s+)?\d+\s*)?\(?(?:còn\s+|xem\s+)?tiếp(?:\s+theo)?(?:\s+trang\s+\w+)?\W*$", 2)
"""What stands between the halves of a table: «(tiếp theo)», «Bảng 1 (tiếp)», «còn tiếp»."""


@record()
class Node:
    """A block of the body being read: its unit, its text, its children and how many of each kind these are."""

    unit: str
    rank: int
    text: Said | None = None
    looks: dict[str, Tree] = field(default_factory=dict)
    grid: Grid | None = None
    children: list[Node] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    number: str = ""

    @property
    def words(self) -> str:
        """Its own text, empty for a table."""
        return self.text.words if self.text else ""


@record(frozen=True)
class Typed:
    """A paragraph of the body as it was typed: its pieces with the label, the label's level and length."""

    pieces: list[Piece]
    level: Level
    number: str
    label: int
    line: Line
    notes: list[tuple[str, str]]

    @property
    def rest(self) -> list[Piece]:
        """What follows the label."""
        return without_start(self.pieces, self.label)


class BodyReader:
    """Reads the lines of one body into a tree of blocks."""

    def __init__(self, tables: dict[int, Table]) -> None:
        self._tables = tables
        self._root = Node("", -1)
        self._path = [self._root]
        self.articles = 0
        self.again: list[Said] = []  # the heads of tables said once more, which are kept once

    def read(self, lines: Sequence[BodyLine]) -> Node:
        """The root of the tree, its end mark left to the program."""
        items, between = _joined(self._items(lines))
        self.again += between
        grids = [item for item in items if isinstance(item, Grid)]
        self.again += [Said("", slot.place, slot.words) for grid in grids for slot in grid.again]
        _close(items)
        n = 0
        while n < len(items):
            item = items[n]
            if isinstance(item, Grid):
                self._append(Node("bang", _TEXT, grid=item), self._holder(items[n + 1 :]))
            elif item.level is Level.TEXT or item.level is Level.HEADING:
                if words_of(item.pieces):
                    self._plain(item, items[n + 1 :])
            else:
                n += self._labelled(item, items[n + 1 :])
            if isinstance(item, Typed):
                for label, words in item.notes:
                    text = escaped(f"[{label}] {words}" if label else words)
                    self._append(Node("doan", _TEXT, said(item.line, text, words, Sure.LIKELY, _NOTE)), self._path[-1])
            n += 1
        return self._root

    def _items(self, lines: Sequence[BodyLine]) -> Iterable[Typed | Grid]:
        """The paragraphs, lines of one joined, and each table once."""
        done: set[int] = set()
        waiting: list[BodyLine] = []
        for one in lines:
            table = self._tables.get(id(one.line.paragraph))
            if table is not None:
                if waiting:
                    yield _paragraph(waiting)
                    waiting = []
                if id(table) not in done:
                    done.add(id(table))
                    place = _PLACE.match(one.line.place)
                    yield grid_of(table, place[1] if place else one.line.place)
                continue
            same = waiting and waiting[-1].line.paragraph is one.line.paragraph and not one.line.first
            if waiting and not (same and _goes_on(waiting[-1].line, one)):
                yield _paragraph(waiting)
                waiting = []
            waiting.append(one)
        if waiting:
            yield _paragraph(waiting)

    def _labelled(self, item: Typed, after: Sequence[Typed | Grid]) -> int:
        """Takes a labelled paragraph; returns how many of those after it belong to it."""
        rank, unit, number = _rank(item), self._unit(item), _number(item)
        sure, why = (Sure.LIKELY, _AS_FIGURE) if _in_words(item) else (Sure.SURE, "")
        if unit == "dieu" and _heads(item, after):
            unit, sure, why = "dieu_tieu_de", Sure.LIKELY, "lời ngắn, không có dấu cuối, phía dưới là nội dung của Điều"
        parent = self._parent(item, rank, unit, number)
        taken = 0
        rest = item.rest
        if item.level in (Level.PART, Level.CHAPTER, Level.SECTION, Level.ARTICLE) and not words_of(rest):
            heading = after[0] if after else None
            wanted = Level.HEADING if item.level is not Level.ARTICLE else Level.TEXT
            if isinstance(heading, Typed) and heading.level in (wanted, Level.TEXT) and words_of(heading.pieces):
                rest, taken = heading.pieces, 1
                extra = after[1] if len(after) > 1 else None
                if item.level is not Level.ARTICLE and isinstance(extra, Typed) and extra.level is Level.HEADING:
                    rest = single_spaced([*rest, Piece(" "), *extra.pieces])
                    taken = 2
        counted = "muc" if unit == "muc" else unit.removesuffix("_tieu_de")
        fits = bool(words_of(rest)) and self._next(parent, counted) == number
        if not unit or (counted in ("phan", "chuong", "muc", "dieu", "khoan", "diem") and not fits):
            self._append(Node("doan", rank, *_typed(item)), parent)
            return 0
        value = marked(rest, bold=unit.endswith("_tieu_de") or counted in ("phan", "chuong", "muc"))
        node = Node(unit, rank, said(item.line, value, words_of(item.pieces), sure, why), number=item.number)
        self._append(node, parent)
        self._count(parent, counted)
        return taken

    def _unit(self, item: Typed) -> str:
        strong = all_bold(item.rest)
        if item.level is Level.ARTICLE:
            return "dieu_tieu_de" if strong else "dieu"
        if item.level is Level.CLAUSE:
            return "khoan_tieu_de" if strong else "khoan"
        if item.level is Level.DASH:
            return "cong" if item.number == "+" else "gach"
        if item.level is Level.ROMAN:
            return "" if any(node.unit == "chuong" for node in self._path) else "muc"
        if item.level is Level.SECTION:
            return "muc" if any(node.unit == "chuong" for node in self._path) else ""
        return _UNITS.get(item.level, "")

    def _parent(self, item: Typed, rank: int, unit: str, number: int | None) -> Node:
        """The open block that the label goes on counting in, else the innermost of a higher rank."""
        above = [node for node in self._path if node.rank < rank] or [self._root]
        counted = unit.removesuffix("_tieu_de")
        if counted in ("khoan", "diem", "muc", "phan", "chuong") and number is not None:
            # a khoản may stand in a mục, an article or the text itself: where its number is the next one
            for node in reversed(above):
                counts = node.unit not in ("gach", "cong") and node.counts.get(counted, 0) == number - 1
                if counts and (number > 1 or node is above[-1]):
                    return node
        return above[-1]

    def _next(self, parent: Node, counted: str) -> int | None:
        if counted == "dieu":
            return self.articles + 1
        return parent.counts.get(counted, 0) + 1

    def _count(self, parent: Node, counted: str) -> None:
        if counted == "dieu":
            self.articles += 1
        parent.counts[counted] = parent.counts.get(counted, 0) + 1

    def _plain(self, item: Typed, after: Sequence[Typed | Grid]) -> None:
        text, looks = _typed(item)
        centred = item.line.centred
        self._append(Node("doan_giua" if centred else "doan", _TEXT, text, looks), self._holder(after))

    def _holder(self, after: Sequence[Typed | Grid]) -> Node:
        """What a paragraph without label, or a table, belongs to: as much as the next label still counts in."""
        held = next((n for n in range(len(self._path) - 1, -1, -1) if n == 0 or self._path[n].unit in _HOLDS), 0)
        last = self._path[-1]
        if last.text is not None and last.words.rstrip().endswith(":"):
            held = len(self._path) - 1
        following = next(
            (one for one in after if isinstance(one, Typed) and one.level not in (Level.TEXT, Level.HEADING)), None
        )
        if following is not None:
            rank, unit, number = _rank(following), self._unit(following), _number(following)
            parent = self._parent(following, rank, unit, number)
            held = max(held, self._path.index(parent)) if parent in self._path else held
        return self._path[held]

    def _append(self, node: Node, parent: Node) -> None:
        parent.children.append(node)
        at = next((n for n, one in enumerate(self._path) if one is parent), 0)
        del self._path[at + 1 :]
        if node.rank < _TEXT:
            self._path.append(node)


def _joined(items: Iterable[Typed | Grid]) -> tuple[list[Typed | Grid], list[Said]]:
    """The items, tables that follow one another and are one put together, and what stood between these."""
    made: list[Typed | Grid] = []
    between: list[Said] = []
    for item in items:
        if not isinstance(item, Grid):
            made.append(item)
            continue
        last = made[-1] if made else None
        line = last.line if isinstance(last, Typed) and _GOES_ON.match(words_of(last.pieces)) else None
        above = made[-2:-1] if line is not None else made[-1:]
        before = next((one for one in above if isinstance(one, Grid)), None)
        whole = goes_on(before, item, said=line is not None) if before is not None else None
        if before is not None and whole is not None:
            del made[-1 if line is None else -2 :]
            between += [said(line, "")] if line is not None else []
            item = whole
        else:
            item.repeats = before is not None and same_head(before, item)
        made.append(item)
        without_heads_again(item)
    return made, between


def _paragraph(lines: Sequence[BodyLine]) -> Typed:
    first = lines[0]
    pieces: list[Piece] = []
    for n, one in enumerate(lines):
        own = pieces_of(one.line.items)
        if n and own:
            low = own[0].text[:1].islower() or not own[0].text[:1].isalpha()
            own = [Piece((" " if low else "\n") + own[0].text, own[0].bold, own[0].italic), *own[1:]]
        pieces += own
    label = ordinal(first.line.text) if first.level not in (Level.TEXT, Level.HEADING) else None
    length = 0
    if label is not None:
        # The line's text has no marks of notes: with them the label would be as much longer.
        whole = words_of(pieces_of([one for one in first.line.items if not isinstance(one, Note)]))
        length = len(whole) - len(label.rest.strip()) if label.rest.strip() else len(whole)
        length = len(whole[:length].rstrip())
    notes = [note for one in lines for note in notes_of(one.line.items)]
    return Typed(pieces, first.level, first.ordinal, length, first.line, notes)


def _heads(item: Typed, after: Sequence[Typed | Grid]) -> bool:
    """Whether the words of an article are its heading, though not bold: a few, without an end, and a text below."""
    words = words_of(item.rest)
    below = after[0] if after else None
    text = isinstance(below, Typed) and below.level in (Level.TEXT, Level.CLAUSE)
    return text and 0 < len(words.split()) <= _HEADING_WORDS and words[-1].isalnum()


def _goes_on(before: Line, one: BodyLine) -> bool:
    """Whether the line behind a soft break goes on with the one before it, and does not begin a unit of its own."""
    return ordinal(one.line.text) is None and before.text.rstrip()[-1:] not in ".;:"


def _typed(item: Typed) -> tuple[Said, dict[str, Tree]]:
    """The paragraph as it stands, label and all, and the look of the whole of it."""
    strong, slanted = all_bold(item.pieces), all_italic(item.pieces)
    looks: dict[str, Tree] = {}
    if strong:
        looks["dam"] = "có"
    if slanted:
        looks["nghieng"] = "có"
    value = marked(item.pieces, bold=strong, italic=slanted)
    return said(item.line, value, words_of(item.pieces)), looks


def _rank(item: Typed) -> int:
    if item.level is Level.DASH and item.number == "+":
        return _PLUS
    if item.level is Level.DECIMAL:
        return _RANKS[Level.DECIMAL] + min(item.number.count(".") - 1, 1)
    return _RANKS.get(item.level, _TEXT)


def _in_words(item: Typed) -> int | None:
    """The number of a part that its heading writes in words: «PHẦN THỨ NHẤT» on its own line, or «Phần thứ hai: …».

    A sentence about a part is none: «Phần thứ nhất của Đề án nêu …».
    """
    words = item.number.casefold().split()
    ends = words_of(item.pieces)[: item.label].rstrip()[-1:] in ".:–-" or not words_of(item.rest)
    if item.level is not Level.PART or len(words) != 2 or not (ends or words_of(item.pieces).isupper()):
        return None
    return _IN_WORDS.index(words[1]) + 1 if words[1] in _IN_WORDS else None


def _number(item: Typed) -> int | None:
    """Which of its kind the label says the paragraph is."""
    text = item.number.strip()
    if (number := _in_words(item)) is not None:
        return number
    if item.level is Level.POINT and item.line.paragraph.label and len(text) == 1 and text.isascii():
        return ord(text) - ord("a") + 1  # Word's own lists count a, b, c, d, e
    if item.level is Level.POINT:
        return next((n for n in range(1, 30) if point_letter(n) == text), None)
    if text.isdigit():
        return int(text)
    try:
        return roman_value(text.upper())
    except (ValueError, KeyError):
        return None


def _close(items: list[Typed | Grid]) -> None:
    """The items without the mark that ends a text, which the program prints itself."""
    if items and isinstance(last := items[-1], Typed):
        pieces = without_end(last.pieces, END_MARK)
        if not words_of(pieces):
            items.pop()
        elif pieces != last.pieces:
            end = pieces[-1]
            pieces[-1] = Piece(end.text + ("" if end.text[-1:] in ".;:,!?" else "."), end.bold, end.italic)
            items[-1] = Typed(pieces, last.level, last.number, last.label, last.line, last.notes)


def blocks_of(node: Node) -> list[dict[str, Tree]]:
    """The children of the node as a dossier types them; tables as free ones."""
    made: list[dict[str, Tree]] = []
    for child in node.children:
        if child.grid is not None and len(child.grid.rows) > 1:
            made.append({"bang": data_table(child.grid)})
            continue
        if child.grid is not None:  # a table of one row has no head and body: it sets texts side by side
            made += [{"doan": text} for row in child.grid.rows for slot in row for text in cell_texts(slot)]
            continue
        if child.unit.startswith("_"):
            made.append(dict(child.looks))
            continue
        block: dict[str, Tree] = {child.unit: child.text, **child.looks}
        if child.children:
            block["noi_dung"] = blocks_of(child)
        made.append(block)
    return made
