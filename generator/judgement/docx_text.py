"""The text of a DOCX, paragraph by paragraph, each with a place its author can find."""

from __future__ import annotations

from collections.abc import Iterator

from generator.layout import read
from generator.layout.tree import Block, Paragraph


def lines_of_docx(docx: bytes) -> Iterator[tuple[str, str]]:
    """Each paragraph's text on one line, with its place; tables are read row by row, cell by cell."""
    paragraphs = tables = 0
    for section in read(docx).sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                paragraphs += 1
                yield from _lines(block, f"đoạn {paragraphs}")
                continue
            tables += 1
            for r, row in enumerate(block.rows, start=1):
                for c, cell in enumerate(row.cells, start=1):
                    yield from _cell(cell.blocks, f"bảng {tables}, hàng {r}, cột {c}")


def _cell(blocks: list[Block], place: str) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _lines(block, place)
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _cell(cell.blocks, place)


def _lines(paragraph: Paragraph, place: str) -> Iterator[tuple[str, str]]:
    for line in paragraph.text.split("\n"):
        text = " ".join(line.split())
        if text:
            yield text, place
