"""The parts' PDFs as one file: pages one after the other, one structure, one set of metadata."""

from __future__ import annotations

from generator.pdf.finishing.plain import NotPlainError
from generator.pdf.parts.copying import Copier
from generator.pdf.parts.frame import Frame
from generator.pdf.parts.identifiers import Renaming, headers, name, note_of, table_of
from generator.pdf.parts.open_elements import OpenTable, opened
from generator.pdf.parts.part_pdf import PartPdf
from generator.pdf.parts.rows import TableRow, count, kids, role
from generator.pdf.parts.writer import PdfWriter
from generator.records import record


@record(frozen=True)
class Kept:
    """What of a part goes into the file: its pages from ``first`` to before ``end``.

    ``skipped`` rows of the table it begins with are left out, ``heads`` of them its heading; each of the others is
    ``down`` rows further down in the whole table. Of the table it ends with, ``limit`` rows are kept (``None``: it is
    whole), the last ``shared`` of which the next part begins with.
    """

    first: int
    end: int
    skipped: int = 0
    heads: int = 0
    down: int = 0
    limit: int | None = None
    shared: int = 0


class Joiner:
    """Takes the parts in order, each of which may be forgotten then; ``NotPlainError`` for what cannot be joined."""

    def __init__(self, version: bytes) -> None:
        self._writer = PdfWriter(version)
        self._frame = Frame(self._writer)
        self._table: OpenTable | None = None

    def add(self, part: PartPdf, kept: Kept) -> None:
        """Take one part."""
        frame = self._frame
        begun = part.rows(last=False) if kept.skipped else []
        ended = part.rows(last=True) if kept.limit is not None else []
        left = {page for index, page in enumerate(part.pages) if not kept.first <= index < kept.end}
        left.update(row.number for row in [*begun[: kept.skipped], *ended[kept.limit :]])
        renaming = self._renaming(part, begun, kept)
        copier = Copier(part.objects, self._writer, left, renaming, part.content_owners(), frame.owned)
        frame.enter(part, copier)
        tops = part.tops
        table = self._table
        if begun:
            if table is None:
                raise NotPlainError
            table.go_on(copier, tops[0], begun[kept.skipped - 1].section)
            tops = tops[1:]
            if tops or not ended:
                table.take(copier, begun[kept.skipped :], self._writer)
                table.close(self._writer)
                self._table = None
            else:
                ended = ended[kept.skipped :]
        if ended and kept.limit is not None:
            if tops:
                element = opened(copier, tops[-1])
                number = table_of(_names(part, ended, renaming))
                self._table = OpenTable(element, number)
            self._leave_open(part, copier, renaming, ended[: kept.limit - (0 if tops else kept.skipped)], kept)
        frame.tops += [copier.number(top) for top in tops]
        frame.pages += [copier.number(page) for page in part.pages[kept.first : kept.end]]
        copier.copy()
        frame.names.update(copier.names)

    def finish(self) -> bytes:
        """The whole file."""
        if self._table is not None:
            raise NotPlainError
        return self._frame.finish()

    def _leave_open(self, part: PartPdf, copier: Copier, renaming: Renaming, rows: list[TableRow], kept: Kept) -> None:
        table = self._table
        if table is None:
            raise NotPlainError
        table.take(copier, rows, self._writer)
        table.said = [[headers(renaming.apply(cell, is_data=role(cell) == b"TD")) for cell in _cells(part, row)]
                      for row in rows[-kept.shared :]]  # fmt: skip

    def _renaming(self, part: PartPdf, begun: list[TableRow], kept: Kept) -> Renaming:
        """How names change: the table that goes on keeps its number, the others get later ones."""
        most = max((table_of([said]) or 0 for said in self._frame.names), default=0)
        notes = max(map(note_of, self._frame.names), default=0)
        notes -= sum(count(part.objects, row.number, b"Note") for row in begun[: kept.skipped])
        if self._table is None or not begun:
            return Renaming(most, notes)
        own = table_of(_names(part, begun[: kept.heads], Renaming()))
        if own is None or self._table.number is None:
            return Renaming(most, notes)
        known: dict[bytes, bytes] = {}
        shared = begun[kept.heads : kept.skipped]
        for row, said in zip(shared, self._table.said, strict=True):
            cells = _cells(part, row)
            for cell, names in zip(cells, said, strict=True):
                if role(cell) == b"TD":
                    known[headers(cell)] = names
        return Renaming(self._table.number - own, notes, own, kept.heads, kept.down, known)


def _cells(part: PartPdf, row: TableRow) -> list[bytes]:
    return [part.objects.head(cell) for cell in kids(part.objects.head(row.number))]


def _names(part: PartPdf, rows: list[TableRow], renaming: Renaming) -> list[bytes]:
    """The names of the heading cells in these rows, as they are in the joined file."""
    cells = (cell for row in rows for cell in _cells(part, row) if role(cell) == b"TH")
    return [said for cell in cells if (said := name(renaming.apply(cell, is_data=False)))]
