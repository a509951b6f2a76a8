"""What is said of words beyond the paper: where they stand in the Word file, which they are, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from generator.errors import Problem
from generator.layout import Document
from generator.layout.tree import Block, Box, Drawing, Note, Table
from generator.pdf.seen.beyond import CUT, Lost

BEYOND = "nằm ngoài mép {edge} tờ giấy"
_SHOWN = 6  # words quoted of one place
_TALLER = "cho hàng tự cao theo chữ (Table Properties → Row: Row height is chọn At least), rồi chạy lại"
_HIGHER = "kéo khung cao thêm, hoặc cho khung tự giãn theo chữ (Resize shape to fit text)"
_FIXES = {
    "bảng": "kéo bảng vào trong trang (Table Properties: bỏ Text wrapping Around và thụt lề âm; thu hẹp cột, hoặc xoay "
    "trang ngang), rồi chạy lại",
    "khung": "kéo khung, hoặc bảng trong khung, vào trong trang, rồi chạy lại",
    "đoạn": "sửa thụt lề, mốc tab của đoạn ấy cho chữ nằm trong trang, rồi chạy lại",
    "": "sửa cho chữ nằm trong trang, rồi chạy lại",
}


class _Text(NamedTuple):
    """The words of a paragraph, all of them without spaces, and where it stands.

    ``row`` and ``column`` are those of a table of the body, from 1; of a paragraph of the body ``row`` is its number.
    """

    words: list[str]
    flat: str
    where: str
    row: int = 0
    column: int = 0


def problems(lost: Sequence[Lost], document: Document) -> list[Problem]:
    """A problem for each place that has lost words at one edge, with the words and the pages."""
    texts = list(_texts(document))
    held: dict[tuple[str, str], list[tuple[Lost, _Text | None]]] = {}
    at = 0
    for _, group in groupby(lost, key=lambda word: (word.page, word.edge, word.place)):
        words = list(group)
        while words:
            if words[0].place is not None:
                count, found = len(words), _found(texts, words, words[0].whole, at)
                at = at if found is None else found
            else:  # what pages repeat has no tags: the cells of a header row follow one another
                count, found = _first(texts, words)
            told, words = words[:count], words[count:]
            text = None if found is None else texts[found]
            if text is not None and text.flat == _squeezed(told):
                told = [told[0]._replace(word=word) for word in text.words]  # a narrow cell breaks them
            held.setdefault(("" if text is None else text.where, told[0].edge), []).extend((w, text) for w in told)
    return [_problem(where, edge, found) for (where, edge), found in held.items()]


def _problem(where: str, edge: str, found: list[tuple[Lost, _Text | None]]) -> Problem:
    texts = [text for _, text in found if text is not None]
    rows = _ranges(text.row for text in texts if text.row)
    columns = _ranges(text.column for text in texts if text.column)
    numbers = f", hàng {rows}, cột {columns}" if columns else f" {rows}" if rows else ""
    place = ", ".join(filter(None, (f"trang {_ranges(word.page for word, _ in found)}", f"{where}{numbers}")))
    words = list(dict.fromkeys(word.word for word, _ in found))
    rest = len(words) - _SHOWN
    said = ", ".join(f"“{word}”" for word in words[:_SHOWN]) + (f" và {rest} từ nữa" if rest > 0 else "")
    if edge == CUT and where.startswith("khung"):
        return Problem(place, f"chữ {said} bị cắt, không đọc được: khung thấp hơn chữ", _HIGHER)
    if edge == CUT and not where:
        why = "khung, hoặc hàng cao cố định, thấp hơn chữ"
        return Problem(place, f"chữ {said} bị cắt, không đọc được: {why}", f"{_HIGHER}; {_TALLER}")
    if edge == CUT:
        return Problem(place, f"chữ {said} bị cắt, không đọc được: hàng cao cố định, thấp hơn chữ", _TALLER)
    fix = _FIXES.get(where.split(" ", 1)[0], _FIXES[""])
    return Problem(place, f"chữ {said} {BEYOND.format(edge=edge)}", fix)


def _found(texts: list[_Text], words: Sequence[Lost], whole: str, at: int) -> int | None:
    """Which text these words are of, all that stands with them being ``whole``: the next from ``at`` on, or another."""
    best: int | None = None
    value = 0
    for number in chain(range(at, len(texts)), range(at)):
        flat = texts[number].flat
        if flat == whole:
            return number
        if value < 3 and whole in flat:  # it goes on on another page
            best, value = number, 3
        elif value < 2 and flat in whole and _has(flat, words):  # a cell has several
            best, value = number, 2
        elif value < 1 and _has(flat, words):
            best, value = number, 1
    return best


def _first(texts: list[_Text], words: Sequence[Lost]) -> tuple[int, int | None]:
    """How many of the words, from the first on, stand in one text, and in which; one in none."""
    best: int | None = None
    for count in range(1, len(words) + 1):
        longer = _found(texts, words[:count], _squeezed(words[:count]), 0)
        if longer is None:
            return max(count - 1, 1), best
        best = longer
    return len(words), best


def _has(flat: str, words: Sequence[Lost]) -> bool:
    """Whether the words, or pieces of them, stand in the text in this order."""
    at = 0
    for word, *_ in words:
        at = flat.find(word, at) + len(word)
        if at < len(word):
            return False
    return True


def _squeezed(words: Iterable[Lost]) -> str:
    return "".join(word.word for word in words)


def _texts(document: Document) -> Iterator[_Text]:
    """The texts of the document in order; the tables and paragraphs of the body are counted as messages count them."""
    tables = paragraphs = 0
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                tables += 1
                for number, row in enumerate(block.rows, 1):
                    for cell in row.cells:
                        yield from _inside(cell.blocks, f"bảng {tables}", number, cell.column + 1)
            else:
                paragraphs += 1
                yield from _inside([block], "đoạn", paragraphs)
        for name, kinds in (("đầu trang", section.headers), ("chân trang", section.footers)):
            for blocks in kinds.values():
                yield from _inside(blocks, name)


def _inside(blocks: list[Block], where: str, row: int = 0, column: int = 0) -> Iterator[_Text]:
    for block in blocks:
        if isinstance(block, Table):
            for held in block.rows:
                for cell in held.cells:
                    yield from _inside(cell.blocks, where, row, column)
            continue
        words = block.text.split()
        yield _Text(words, "".join(words), where, row, column)
        around = where if column or not row else f"{where} {row}"
        for item in block.items:
            if isinstance(item, Note):
                yield from _inside(item.blocks, f"chú thích ở {around}")
            elif isinstance(item, Drawing):
                for drawing in item.all():
                    if isinstance(drawing.content, Box):
                        yield from _inside(drawing.content.blocks, f"khung hình ở {around}")


def _ranges(numbers: Iterator[int]) -> str:
    """Numbers as a reader writes them: 1–3, 5."""
    ordered = sorted(set(numbers))
    runs = [[n for _, n in run] for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
