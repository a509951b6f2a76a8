"""What a document shows and no dossier can hold: pictures, formulas, and the words of notes and of running heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.layout.tree import Document
from generator.layout.tree.content import Block, Drawing, Note, Paragraph, Picture, Table
from generator.layout.tree.formulas import Formula
from generator.recovering.said import Tree, words_held
from generator.wording.characters import fold

_SHOWN = 60  # characters of a quotation


def unheld(document: Document, tree: Tree) -> list[str]:
    """What is not in the dossier, each thing by what it is and what stands beside it, as a person finds it."""
    held = words_held(tree)
    found = [
        *(one for section in document.sections for one in _body(section.blocks, held)),
        *(
            f"{where}: {_quoted(text)}"
            for section in document.sections
            for where, kinds in (("đầu trang", section.headers), ("chân trang", section.footers))
            for blocks in kinds.values()
            for text in _texts(blocks)
            if any(map(str.isalpha, text)) and fold(text) not in held
        ),
    ]
    return list(dict.fromkeys(found))


def _body(blocks: Iterable[Block], held: str) -> Iterator[str]:
    """The pictures, formulas and notes of the body, each beside the words before it or behind it."""
    before, waiting = "", list[str]()
    for paragraph in _paragraphs(blocks):
        text = " ".join(paragraph.text.split())
        if text:
            yield from (f"{what}, {_beside(before, text)}" for what in waiting)
            before, waiting = text, []
        for item in paragraph.items:
            if isinstance(item, Drawing):
                waiting += [what for part in item.all() if (what := _what(part))]
            elif isinstance(item, Note) and (own := [line for line in _texts(item.blocks) if fold(line) not in held]):
                yield f"chú thích {item.label}: {_quoted(' '.join(own))}"
    yield from (f"{what}, {_beside(before, '')}" for what in waiting)


def _what(drawing: Drawing) -> str:
    if isinstance(drawing.content, Picture):
        return f"hình «{drawing.alt}»" if drawing.alt and len(drawing.alt) <= _SHOWN else "hình"
    return "công thức" if isinstance(drawing.content, Formula) else ""


def _beside(before: str, behind: str) -> str:
    return f"trước {_quoted(behind)}" if behind else f"sau {_quoted(before)}" if before else "đầu văn bản"


def _quoted(text: str) -> str:
    return f"«{text if len(text) <= _SHOWN else f'{text[: _SHOWN - 1]}…'}»"


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)
        else:
            yield block


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The lines of the text: a value is read from a line."""
    for paragraph in _paragraphs(blocks):
        yield from (" ".join(line.split()) for line in paragraph.text.splitlines() if line.strip())
