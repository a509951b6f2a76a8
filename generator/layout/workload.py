"""What a document asks of the engine that sets it, estimated from the tree before anything is set.

Typst cannot be interrupted, and a small file can ask for a million pages: one letter to a line, one line to a
page, a header on each. Pages are guessed from areas, generously; no file an office writes comes near the limits.
"""

from __future__ import annotations

from generator.layout.limits import MAX_DRAWN, MAX_PAGES, MAX_PARAGRAPHS, MAX_TEXT, MIN_ROOM, refuse
from generator.layout.tree import (
    Block,
    Document,
    Drawing,
    Field,
    LineBreak,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Tab,
    Table,
)
from generator.wording.numerals.figures import thousands

_LETTER = 0.5  # of the size: the width of an average letter
_LEADING = 1.15  # of the size: the height of a line
_LEAST_WIDTH = 1.0
_PAGE = 700.0  # points of text on a usual page
_LINE = 15.0


class _Load:
    """The height in points, characters, paragraphs, forced pages and parts of drawings of some blocks."""

    __slots__ = ("breaks", "chars", "drawn", "height", "paragraphs")

    def __init__(self) -> None:
        self.height = 0.0
        self.chars = self.paragraphs = self.breaks = self.drawn = 0

    def add(self, other: _Load, times: int = 1) -> None:
        self.height += other.height * times
        self.chars += other.chars * times
        self.paragraphs += other.paragraphs * times
        self.breaks += other.breaks * times
        self.drawn += other.drawn * times


def check_workload(document: Document) -> None:
    """Raises ``ConversionError`` for a document of more pages or text than can be set in bounded time."""
    pages = chars = paragraphs = drawn = 0
    known: dict[tuple[int, float], _Load] = {}
    even = document.settings.even_and_odd
    for section in document.sections:
        page = section.page
        body = _blocks(section.blocks, page.text_width)
        shown = {"default"} | ({"first"} if section.title_page else set()) | ({"even"} if even else set())
        head, foot = (
            _tallest([blocks for kind, blocks in kinds.items() if kind in shown], page.text_width, known)
            for kinds in (section.headers, section.footers)
        )
        room = page.height - max(page.top, page.header + head.height) - max(page.bottom, page.footer + foot.height)
        if room < MIN_ROOM:
            raise refuse("đầu trang, chân trang cao gần hết trang giấy", "bớt chữ ở đầu trang, chân trang")
        made = int(body.height / room) + body.breaks + 1
        pages += made
        chars += body.chars + (head.chars + foot.chars) * made
        paragraphs += body.paragraphs + (head.paragraphs + foot.paragraphs) * made
        drawn += body.drawn + (head.drawn + foot.drawn) * made
        if pages > MAX_PAGES:
            raise refuse(f"dài hơn {thousands(MAX_PAGES)} trang")
        if chars > MAX_TEXT:
            raise refuse(f"có hơn {thousands(MAX_TEXT)} chữ cái phải dàn trang")
        if drawn > MAX_DRAWN:
            raise refuse("vẽ lại ảnh SVG nhiều nét quá nhiều lần", "lưu các ảnh SVG thành ảnh PNG rồi chèn lại")
        if paragraphs > MAX_PARAGRAPHS * 4:
            raise refuse("có đầu trang, chân trang hoặc hàng tiêu đề quá dài, lặp lại quá nhiều lần")


def _tallest(kinds: list[list[Block]], width: float, known: dict[tuple[int, float], _Load]) -> _Load:
    """The tallest of the headers, or footers, of a section; those that sections share are measured once."""
    tallest = _Load()
    for blocks in kinds:
        cache_key = (id(blocks), width)
        load = known.get(cache_key)
        if load is None:
            load = known[cache_key] = _blocks(blocks, width)
        if load.height > tallest.height:
            tallest = load
    return tallest


def _blocks(blocks: list[Block], width: float) -> _Load:
    load = _Load()
    for block in blocks:
        if isinstance(block, Paragraph):
            _paragraph(block, width, load)
        else:
            _table(block, load)
    return load


def _paragraph(paragraph: Paragraph, width: float, load: _Load) -> None:
    form = paragraph.format
    chars, lines, size = 0, 1, paragraph.mark.size
    for item in paragraph.items:
        if isinstance(item, Run):
            chars += len(item.text)
            size = max(size, item.format.size)
        elif isinstance(item, Tab | Field):
            chars += 2
        elif isinstance(item, LineBreak):
            lines += 1
        elif isinstance(item, PageBreak):
            load.breaks += 1
        else:
            _held(item, width, load)
    room = max(width - form.left - form.right, _LEAST_WIDTH)
    lines += min(int(chars * size * _LETTER / room), chars)
    least = form.line if form.line_rule != "auto" else size * _LEADING * form.line
    height = least if form.line_rule == "exact" else max(least, size * _LEADING)
    load.height += lines * height + max(form.before, 0.0) + max(form.after, 0.0)
    load.breaks += form.page_break_before
    load.chars += chars
    load.paragraphs += 1


def _held(item: object, width: float, load: _Load) -> None:
    """What stands in a footnote or a drawing."""
    for one in item.all() if isinstance(item, Drawing) else (item,):
        content = getattr(one, "content", None)
        if isinstance(content, Picture):
            load.drawn += content.work
        held = getattr(one, "blocks", None) or getattr(content, "blocks", None)
        if held:
            load.add(_blocks(held, getattr(one, "width", 0.0) or width))


def _table(table: Table, load: _Load) -> None:
    heads = _Load()
    height = 0.0
    leading = True
    for row in table.rows:
        made = _Load()
        tallest = max(row.height or 0.0, 0.0)
        for cell in row.cells:
            inner = sum(table.columns[cell.column : cell.column + cell.column_span])
            part = _blocks(cell.blocks, inner - cell.format.margin_left - cell.format.margin_right)
            tallest = max(tallest, part.height + cell.format.margin_top + cell.format.margin_bottom)
            made.add(part)
        made.height = 0.0
        height += tallest
        load.add(made)
        leading = leading and row.header
        if leading:
            heads.add(made)
            heads.height += tallest
    load.height += height
    # Rows that repeat on every page are set again on each; beside a tall header only little else has room.
    repeats = int(height / max(_PAGE - heads.height, _LINE))
    if heads.paragraphs and repeats:
        load.add(heads, repeats)
