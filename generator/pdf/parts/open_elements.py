"""Elements of the structure that the next part may add to: they are written once nothing can follow."""

from __future__ import annotations

from dataclasses import field

from generator.pdf.parts.copying import Copier
from generator.pdf.parts.rows import TableRow, around_kids
from generator.pdf.parts.writer import PdfWriter, listed
from generator.records import record


@record()
class OpenElement:
    """An element of the joined file: its number, what it says around its kids, and those by number."""

    number: int
    before: bytes
    after: bytes
    kids: list[int] = field(default_factory=list)

    def write(self, writer: PdfWriter) -> None:
        """Write the element as it is now."""
        writer.write(self.number, b"%s/K[%s]%s" % (self.before, listed(self.kids), self.after))


def opened(copier: Copier, old: int) -> OpenElement:
    """The element of a part, without kids, as one of the joined file."""
    before, after = around_kids(copier.head(old))
    return OpenElement(copier.take_over(old), copier.text(before), copier.text(after))


class OpenTable:
    """A table that goes on in the next part.

    ``number`` is the one in its headings' names, ``said`` what the cells of each row of its last page refer to.
    """

    def __init__(self, element: OpenElement, number: int | None) -> None:
        self.element, self.number = element, number
        self.said: list[list[bytes]] = []
        self._section: OpenElement | None = None

    def go_on(self, copier: Copier, old: int, old_section: int) -> None:
        """The table and its last section are, in the next part, these."""
        copier.moved[old] = self.element.number
        if self._section is not None:
            copier.moved[old_section] = self._section.number

    def take(self, copier: Copier, rows: list[TableRow], writer: PdfWriter) -> None:
        """Add these rows of a part."""
        for row in rows:
            if row.section not in copier.moved:
                if self._section is not None:
                    self._section.write(writer)
                self._section = opened(copier, row.section)
                self.element.kids.append(self._section.number)
            (self._section or self.element).kids.append(copier.number(row.number))

    def close(self, writer: PdfWriter) -> None:
        """Write what is still open."""
        if self._section is not None:
            self._section.write(writer)
        self.element.write(writer)
