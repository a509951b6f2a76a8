"""What is said of words beyond the paper: where they stand in the Word file, which they are, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.errors import Problem
from generator.layout import Document
from generator.layout.tree import Block, Box, Drawing, Note, Paragraph, Table
from generator.pdf.seen.beyond import Lost

BEYOND = "nằm ngoài mép {edge} tờ giấy"
_SHOWN = 6  # words quoted of one place
_FIXES = {
    "bảng": "kéo bảng vào trong trang (Table Properties: bỏ Text wrapping Around và thụt lề âm, thu hẹp cột), rồi chạy lại",
    "khung": "kéo khung, hoặc bảng trong khung, vào trong trang, rồi chạy lại",
    "đoạn": "sửa thụt lề, mốc tab của đoạn ấy cho chữ nằm trong trang, rồi chạy lại",
    "": "sửa cho chữ nằm trong trang, rồi chạy lại",
}


class _Text(NamedTuple):
    """The words of a paragraph, and where it stands; ``row`` and ``column`` from 1 in a table of the body, else 0."""

    words: list[str]
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
        at, text = _found(texts, [word.word for word in words], at)
        where = "" if text is None else text.where
        if text is not None and _squeezed(text.words) == _squeezed(word.word for word in words):
            words = [words[0]._replace(word=word) for word in text.words]  # a narrow cell breaks them
        held.setdefault((where, words[0].edge), []).extend((word, text) for word in words)
    return [_problem(where, edge, found) for (where, edge), found in held.items()]


def _problem(where: str, edge: str, found: list[tuple[Lost, _Text | None]]) -> Problem:
    place = [f"trang {_ranges(word.page for word, _ in found)}", where]
    cells = [text for _, text in found if text is not None and text.row]
    if cells:
        place.append(f"hàng {_ranges(cell.row for cell in cells)}, cột {_ranges(cell.column for cell in cells)}")
    words = list(dict.fromkeys(word.word for word, _ in found))
    rest = len(words) - _SHOWN
    said = ", ".join(f"“{word}”" for word in words[:_SHOWN]) + (f" và {rest} từ nữa" if rest > 0 else "")
    kind = where.split(" ", 1)[0]
    return Problem(", ".join(filter(None, place)), f"chữ {said} {BEYOND.format(edge=edge)}", _FIXES.get(kind, _FIXES[""]))


def _found(texts: list[_Text], words: list[str], at: int) -> tuple[int, _Text | None]:
    """The next text that has these words, from the one at ``at`` on and then from the first."""
    best: tuple[int, _Text | None] = at, None
    whole = _squeezed(words)
    for number in (*range(at, len(texts)), *range(at)):
        text = texts[number]
        if _squeezed(text.words) == whole:
            return number, text
        if best[1] is None and _has(text.words, words):
            best = number, text
    return best


def _has(text: list[str], words: list[str]) -> bool:
    """Whether the words, or pieces of them, stand in the text in this order."""
    rest, at = _squeezed(text), 0
    for word in words:
        at = rest.find(word, at) + len(word)
        if at < len(word):
            return False
    return True


def _squeezed(words: Iterable[str]) -> str:
    return "".join(words)


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
                yield from _inside([block], f"đoạn {paragraphs}")
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
        yield _Text(block.text.split(), where, row, column)
        for item in block.items:
            if isinstance(item, Note):
                yield from _inside(item.blocks, f"chú thích ở {where}")
            elif isinstance(item, Drawing):
                for drawing in item.all():
                    if isinstance(drawing.content, Box):
                        yield from _inside(drawing.content.blocks, f"khung hình ở {where}")


def _ranges(numbers: Iterator[int]) -> str:
    """Numbers as a reader writes them: 1–3, 5."""
    ordered = sorted(set(numbers))
    runs = [[n for _, n in run] for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
