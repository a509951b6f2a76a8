"""The tables typed in the bodies of a document, each cell in every row that it covers, with where it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.dossier.documents.blocks import Block
from generator.dossier.documents.document import Document
from generator.dossier.documents.tables import DataColumn, DataRow
from generator.records import record
from generator.typed.source import Path_
from generator.wording.characters import fold


@record(frozen=True)
class Cell:
    """The words of a cell, and the path of keys they were typed at."""

    text: str
    path: Path_


@record(frozen=True)
class Row:
    """The cells of a row, one for each column; one merged over several rows stands in each of them."""

    cells: tuple[Cell, ...]


@record(frozen=True)
class Column:
    """A column by its heading, those of its group before it; ``folded`` as headings are compared."""

    heading: str
    folded: str


@record(frozen=True)
class TypedTable:
    """A table: the path of keys it was typed at, its columns, its rows without those that head a group."""

    path: Path_
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def typed_tables(document: Document, path: Path_) -> Iterator[TypedTable]:
    """The tables of the document's own body, of its attached texts and annexes; ``path`` is the document's."""
    yield from _of(document.content, (*path, "noi_dung"))
    for n, annex in enumerate(document.annexes):
        yield from _of(annex.content, (*path, "phu_luc", n, "noi_dung"))
    for n, attached in enumerate(document.attached):
        yield from _of(attached.content, (*path, "van_ban_kem_theo", n, "noi_dung"))


def _of(blocks: Sequence[Block], path: Path_) -> Iterator[TypedTable]:
    for n, block in enumerate(blocks):
        if block.table is not None:
            at = (*path, n, "bang")
            rows = tuple(_rows(block.table.rows, (*at, "dong")))
            yield TypedTable(at, tuple(_columns(block.table.columns, "")), rows)
        yield from _of(block.content, (*path, n, "noi_dung"))


def _columns(columns: Sequence[DataColumn], above: str) -> Iterator[Column]:
    for column in columns:
        heading = f"{above} {column.heading}".strip()
        if column.columns:
            yield from _columns(column.columns, heading)
        else:
            yield Column(heading, fold(heading))


def _rows(rows: Sequence[DataRow], path: Path_) -> Iterator[Row]:
    for n, row in enumerate(rows):
        at = (*path, n)
        if row.heading:
            continue
        before = _cells(row.cells, (*at, "o"))
        after = _cells(row.after, (*at, "o_sau"))
        inner = _rows(row.rows, (*at, "dong")) if row.rows else iter([Row(())])
        for one in inner:
            yield Row((*before, *one.cells, *after))


def _cells(cells: Sequence[Sequence[str]], path: Path_) -> tuple[Cell, ...]:
    return tuple(Cell(" ".join(lines), (*path, n)) for n, lines in enumerate(cells))
