"""A document as the lines a reader sees, out of whatever holds them: paragraphs, tables, text boxes, headers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from generator.layout.tree import (
    Block,
    Border,
    Box,
    Cell,
    Document,
    Drawing,
    Inline,
    LineBreak,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Stroke,
    Table,
)
from generator.parts.lines import Drawn, Holder, Line, Side, is_drawn, text_of

_MIDDLE = 0.06  # share of the text's width around the middle within which a column counts for neither side
_THIN = 4.0  # points: a rectangle no higher is a line
_BREAKS = {LineBreak, PageBreak}


def body_lines(document: Document) -> list[Line]:
    """The lines of the body of all sections, empty ones among them, with the rules drawn at each."""
    reader = _Lines()
    for number, section in enumerate(document.sections):
        reader.section(number, section)
    return reader.made


def running_lines(section: Section, number: int, where: Literal["header", "footer"]) -> dict[str, list[Line]]:
    """The lines of a section's headers or footers by the kind of page they stand on."""
    found: dict[str, list[Line]] = {}
    for kind, blocks in (section.headers if where == "header" else section.footers).items():
        reader = _Lines(where)
        reader.running(number, section, blocks)
        found[kind] = reader.made
    return found


class _Lines:
    """Walks the blocks and keeps count of what a reader would count."""

    def __init__(self, holder: Holder = "body") -> None:
        self.made: list[Line] = []
        self._holder: Holder = holder
        self._row = self._step = self._tables = self._paragraphs = 0
        self._section = 0
        self._place: tuple[int, int, int] | None = None
        self._span: tuple[int, int] | None = None

    def section(self, number: int, section: Section) -> None:
        self._section = number
        self._blocks(section.blocks, 0.0, section.page.column_width, section.page.column_width, "", self._holder)

    def running(self, number: int, section: Section, blocks: list[Block]) -> None:
        name = "đầu trang" if self._holder == "header" else "chân trang"
        self._section = number
        self._blocks(blocks, 0.0, section.page.text_width, section.page.text_width, name, self._holder)

    def _blocks(
        self,
        blocks: list[Block],
        left: float,
        right: float,
        whole: float,
        place: str,
        holder: Holder,
        framed: bool = False,
    ) -> None:
        for n, block in enumerate(blocks, start=1):
            if isinstance(block, Table):
                self._table(block, left, right, whole, place, holder)
                continue
            if not place:
                self._paragraphs += 1
            where = (
                place
                if holder in ("table", "box")
                else ", ".join(filter(None, (place, f"đoạn {n if place else self._paragraphs}")))
            )
            if holder in ("body", "header", "footer"):
                self._row += 1
            self._paragraph(block, left, right, whole, where, holder, framed)

    def _table(self, table: Table, left: float, right: float, whole: float, place: str, holder: Holder) -> None:
        if holder != "table":
            self._tables += 1
        name = (
            f"{place}, bảng trong ô" if holder == "table" else ", ".join(filter(None, (place, f"bảng {self._tables}")))
        )
        start = left + table.indent
        spare = (right - left) - sum(table.columns)
        if table.align == "center":
            start = left + spare / 2
        elif table.align == "right":
            start = left + spare
        edges = [start]
        for width in table.columns:
            edges.append(edges[-1] + width)
        for r, row in enumerate(table.rows, start=1):
            if holder != "table":
                self._row += 1
            for c, cell in enumerate(row.cells, start=1):
                self._step = 0
                begin, end = (
                    edges[min(cell.column, len(edges) - 1)],
                    edges[min(cell.column + cell.column_span, len(edges) - 1)],
                )
                if holder != "table":
                    self._place = self._tables, r, c
                    self._span = cell.column, cell.column + cell.column_span
                self._cell(cell, begin, end, whole, f"{name}, hàng {r}, cột {c}")
        if holder != "table":
            self._place = self._span = None

    def _cell(self, cell: Cell, begin: float, end: float, whole: float, place: str) -> None:
        form = cell.format
        framed = form.top is not None and form.bottom is not None and form.left is not None and form.right is not None
        inner = begin + form.margin_left, end - form.margin_right
        before = len(self.made)
        self._blocks(cell.blocks, *inner, whole, place, "table", framed)
        if form.bottom is not None and not framed:
            last = next((line for line in reversed(self.made[before:]) if line.text), None)
            if last is not None:
                last.rules.append(Drawn("border", end - begin, begin, form.bottom))

    def _paragraph(
        self, paragraph: Paragraph, left: float, right: float, whole: float, place: str, holder: Holder, framed: bool
    ) -> None:
        form = paragraph.format
        begin, end = left + form.left, right - form.right
        side, room = _side(begin, end, whole, paragraph), max(end - begin, 0.0)
        kinds = {*map(type, paragraph.items)}
        hung = Drawing in kinds
        for n, items in enumerate([[*paragraph.items]] if kinds.isdisjoint(_BREAKS) else _broken(paragraph.items)):
            line = Line(
                text=text_of(items), items=items, paragraph=paragraph, place=place, holder=holder, framed=framed,
                side=side, section=self._section, row=self._row, step=self._step, room=room, first=n == 0,
                cell=self._place, span=self._span,
            )  # fmt: skip
            self._step += 1
            if hung:
                self._hung(line, items, left, right, whole, place)
            if (drawn := _rule(line)) is not None:
                line.rules.append(drawn)
            self.made.append(line)
        if not form.borders:
            return
        empty = not self.made[-1].text
        border = form.border("bottom") or (form.border("top") if empty else None)
        if border is not None and border.style not in ("none", "nil") and not framed:
            width, middle = max(end - begin, 0.0), (begin + end) / 2
            centred = abs(middle - (left + right) / 2) <= max(6.0, 0.05 * (right - left))
            self.made[-1].rules.append(Drawn("border", width, begin, border, centred))

    def _hung(self, line: Line, items: list[Inline], left: float, right: float, whole: float, place: str) -> None:
        """The lines of text boxes that hang on this line, and the rules that do."""
        for item in items:
            if not isinstance(item, Drawing):
                continue
            content = item.content
            if isinstance(content, Box) and content.blocks and any(_filled(block) for block in content.blocks):
                begin = _begin(item, left, right, whole)
                self._blocks(
                    content.blocks,
                    begin,
                    begin + item.width,
                    whole,
                    f"{place}, khung chữ",
                    "box",
                    content.line is not None,
                )
            elif isinstance(content, Stroke) or (isinstance(content, Box) and item.height <= _THIN < item.width):
                line.rules.append(_drawn(item, content.line, left, right, whole))


def _filled(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return bool(block.text.strip())
    return any(_filled(inner) for row in block.rows for cell in row.cells for inner in cell.blocks)


def _begin(item: Drawing, left: float, right: float, whole: float) -> float:
    anchor = item.anchor
    if anchor is None:
        return left
    if anchor.align_x is not None:
        spare = (whole if anchor.from_x in ("margin", "page") else right - left) - item.width
        origin = 0.0 if anchor.from_x in ("margin", "page") else left
        return origin + {"left": 0.0, "center": spare / 2, "right": spare}.get(anchor.align_x, 0.0)
    return anchor.x + (left if anchor.from_x in ("column", "character") else 0.0)


def _drawn(item: Drawing, line: Border | None, left: float, right: float, whole: float) -> Drawn:
    begin = _begin(item, left, right, whole)
    width = right - left if item.fills else item.width
    middle = begin + width / 2
    return Drawn("drawing", width, begin, line, abs(middle - (left + right) / 2) <= max(6.0, 0.05 * (right - left)))


def _rule(line: Line) -> Drawn | None:
    if not line.text:
        return None
    if is_drawn(line.text):
        return Drawn("typed", centred=line.centred)
    return Drawn("underline", centred=True) if _underlined(line.items) else None


def _underlined(items: Iterable[Inline]) -> bool:
    """Whether all text that is seen is underlined."""
    seen = False
    for item in items:
        if isinstance(item, Run) and not item.format.hidden and item.text.strip():
            if item.format.underline in (None, "none"):
                return False
            seen = True
    return seen


def _broken(items: list[Inline]) -> list[list[Inline]]:
    lines: list[list[Inline]] = [[]]
    for item in items:
        if isinstance(item, LineBreak) or (isinstance(item, PageBreak) and not item.column):
            lines.append([])
        else:
            lines[-1].append(item)
    return lines


def _side(begin: float, end: float, whole: float, paragraph: Paragraph) -> Side:
    """Which side of the page a line between two edges stands on; one that reaches over the middle on neither."""
    middle, near = whole / 2, _MIDDLE * whole
    if end - begin > 0.75 * whole:
        return "right" if paragraph.format.align == "right" and end > middle + near else "full"
    centre = (begin + end) / 2
    if centre < middle - near:
        return "left"
    if centre > middle + near:
        return "right"
    return "full"
