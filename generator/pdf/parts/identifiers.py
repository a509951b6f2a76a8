"""The names of heading cells, by which the cells below refer to them, and of footnotes: made those of the whole file.

Typst names a heading cell by its table, column and row. A part counts tables and rows anew; and where a row that heads
a group stands in the part before, cells refer to the table's own heading instead. What they must say there is read
from the rows that both parts hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.patterns import late
from generator.pdf.finishing.plain import NotPlainError
from generator.records import record

_NAME = late(rb"\(U(\d+)x(\d+)y(\d+)\)")
_NOTE = late(rb"/ID\(Note (\d+)\)")
_SAID = late(rb"/ID(\(U\d+x\d+y\d+\))|/Headers(\[(?:\(U\d+x\d+y\d+\))*\])")


def headers(head: bytes) -> bytes:
    """The headings a cell refers to, as it says it; empty for a cell that says nothing of it."""
    return next((found[2] for found in _SAID.finditer(head) if found[2]), b"")


def name(head: bytes) -> bytes:
    """The name of a heading cell or a footnote; empty for other elements."""
    note = _NOTE.search(head)
    return note[0].removeprefix(b"/ID") if note else next((f[1] for f in _SAID.finditer(head) if f[1]), b"")


def note_of(said: bytes) -> int:
    """The number in the name of a footnote; 0 for other names."""
    found = _NOTE.search(b"/ID" + said)
    return int(found[1]) if found else 0


def table_of(names: Sequence[bytes]) -> int | None:
    """The number of the table that the names are of; ``None`` without names."""
    found = _NAME.search(names[0]) if names else None
    return int(found[1]) if found else None


@record(frozen=True)
class Renaming:
    """How the names of a part are changed: ``tables`` is added to each table's number, ``notes`` to each footnote's.

    Of the table ``continued``, the rows below its ``heads`` have ``rows`` added, and what a data cell says of its
    headings is looked up in ``known`` first.
    """

    tables: int = 0
    notes: int = 0
    continued: int | None = None
    heads: int = 0
    rows: int = 0
    known: dict[bytes, bytes] | None = None

    def apply(self, head: bytes, *, is_data: bool) -> bytes:
        """What an element says, with the names changed."""

        def changed(found: re.Match[bytes]) -> bytes:
            if found[1]:
                return b"/ID" + self._names(found[1], may_be_known=False)
            known = (self.known or {}).get(found[2]) if is_data else None
            return b"/Headers" + (known if known is not None else self._names(found[2], may_be_known=is_data))

        head = _NOTE.sub(lambda found: b"/ID(Note %d)" % (int(found[1]) + self.notes), head)
        return _SAID.sub(changed, head)

    def _names(self, names: bytes, *, may_be_known: bool) -> bytes:
        def changed(found: re.Match[bytes]) -> bytes:
            table, column, row = map(int, found.groups())
            if table == self.continued and row >= self.heads:
                row += self.rows
            elif table == self.continued and may_be_known:  # no row above shows what this column is headed by
                raise NotPlainError
            return b"(U%dx%dy%d)" % (table + self.tables, column, row)

        return _NAME.sub(changed, names)
