"""Which typefaces a document asks for, and which of them LibreOffice had to replace."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from generator.fonts.families import twins_of
from generator.layout import Document
from generator.layout.tree import Block, Box, Drawing, Field, Note, Paragraph, Run


def fonts_asked(document: Document) -> tuple[str, ...]:
    """The typefaces of all text that shows, in order of name."""
    found: set[str] = set()
    for section in document.sections:
        _collect(section.blocks, found)
        for blocks in (*section.headers.values(), *section.footers.values()):
            _collect(blocks, found)
    return tuple(sorted(found))


def _collect(blocks: Sequence[Block], found: set[str]) -> None:
    for block in blocks:
        if not isinstance(block, Paragraph):
            for row in block.rows:
                for cell in row.cells:
                    _collect(cell.blocks, found)
            continue
        for item in block.items:
            if isinstance(item, Run | Field | Note) and not item.format.hidden:
                found.add(item.format.font)
            if isinstance(item, Note):
                _collect(item.blocks, found)
            elif isinstance(item, Drawing):
                for drawing in item.all():
                    if isinstance(drawing.content, Box):
                        _collect(drawing.content.blocks, found)


Pairs: TypeAlias = tuple[tuple[str, str], ...]


def fonts_replaced(asked: Iterable[str], embedded: Iterable[str]) -> tuple[Pairs, Pairs]:
    """The typefaces asked for of which no face is embedded: those without a twin inside, and those with one.

    Which one stood in for the first is not known, hence the empty name.
    """
    inside = [_plain(name) for name in embedded]

    def is_inside(name: str) -> bool:
        return any(face.startswith(_plain(name)) for face in inside)

    missing: list[tuple[str, str]] = []
    equal: list[tuple[str, str]] = []
    for name in asked:
        if not is_inside(name):
            twin = next((twin for twin in twins_of(name) if is_inside(twin)), "")
            (equal if twin else missing).append((name, twin))
    return tuple(missing), tuple(equal)


def _plain(name: str) -> str:
    # PostScript names drop the spaces: ``Times New Roman`` is embedded as ``TimesNewRomanPSMT``.
    return "".join(char for char in name.casefold() if char.isalnum())
