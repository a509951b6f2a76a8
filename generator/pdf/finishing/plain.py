"""A PDF with one plain table of objects, as every file of Typst is: its objects by number, its pages and their fonts.

What is not recognised raises ``NotPlainError``: such a file is for pypdf, whose import alone costs a short document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.patterns import late
from generator.records import record

_TAIL = late(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = late(rb"xref\r?\n0 (\d+)\r?\n")
_ENTRY = late(rb"(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)")
ENTRY = 20  # bytes of one line of the table
_END = late(rb"\bendobj\b|\bstream\r?\n")
_REFERENCES = late(rb"(?:\s*\d+ 0 R)*\s*")
_REFERENCE = late(rb"(\d+) 0 R")
_KIDS = late(rb"/Kids\s*\[([^\]]*)\]")
_COUNT = late(rb"/Count (\d+)")
_FONTS = late(rb"/Font\s*<<((?:\s*/[^\s/<>\[\]()]+ \d+ 0 R)*)\s*>>")
_BASE_FONT = late(rb"/BaseFont\s*/([A-Za-z0-9+,._-]+)(?=[\s/<>\[\]()])")
_PRODUCER = late(rb"/Producer\s*\(([ -'*-\[\]-~]*)\)")


class NotPlainError(ValueError):
    """The file has not one plain table of objects, or what is asked for is written in another way than Typst's."""


@record(frozen=True)
class PlainPdf:
    """The bytes, and where its table of objects is in them."""

    data: bytes
    start: int  # where the word «xref» stands
    first: int  # where the table's lines begin
    count: int  # of the lines, the first of them of no object
    tail: int  # where the word «startxref» stands

    @classmethod
    def read(cls, data: bytes) -> PlainPdf:
        """The file in the bytes."""
        tail = _TAIL.search(data, max(len(data) - 64, 0))
        head = _TABLE.match(data, int(tail[1])) if tail else None
        if tail is None or head is None:
            raise NotPlainError
        made = cls(data, head.start(), head.end(), int(head[1]), tail.start())
        if not made.trailer.startswith(b"trailer") or b"/Prev" in made.trailer or b"/Encrypt" in made.trailer:
            raise NotPlainError
        return made

    @property
    def trailer(self) -> bytes:
        """What follows the table."""
        return self.data[self.first + self.count * ENTRY : self.tail]

    def offset(self, number: int) -> int:
        """Where the object begins, as the table says."""
        if not 0 < number < self.count:
            raise NotPlainError
        return int(self.data[self.first + number * ENTRY : self.first + number * ENTRY + 10])

    def object(self, number: int) -> bytes:
        """What the object says, without the content of its stream."""
        at = self.offset(number)
        end = _END.search(self.data, at)
        if not self.data.startswith(b"%d 0 obj" % number, at) or end is None:
            raise NotPlainError
        return self.data[at : end.start()]

    def root(self) -> int:
        """The number of the catalogue."""
        return _reference(self.trailer, b"/Root")

    def check_table(self) -> None:
        """Hold every line of the table against the place it names."""
        for number in range(self.count):
            line = _ENTRY.match(self.data, self.first + number * ENTRY)
            if line is None or (line[3] == b"n" and not self.data.startswith(b"%d 0 obj" % number, int(line[1]))):
                raise NotPlainError

    def pages(self) -> list[bytes]:
        """The page objects in order, as many as the catalogue counts."""
        top = self.object(_reference(self.object(self.root()), b"/Pages"))
        pages = list(self._leaves(top, 0))
        if len(pages) != int(_found(_COUNT, top)[1]):
            raise NotPlainError
        return pages

    def _leaves(self, node: bytes, depth: int) -> Iterator[bytes]:
        if depth > 50 or b"(" in node:
            raise NotPlainError
        if b"/Type/Pages" not in node:
            if b"/Type/Page" not in node:
                raise NotPlainError
            yield node
            return
        for kid in _references(_found(_KIDS, node)[1]):
            yield from self._leaves(self.object(kid), depth + 1)

    def font_names(self, pages: list[bytes]) -> set[str]:
        """The names of the fonts the pages use, as the fonts have them."""
        fonts: set[int] = set()
        for resources in {_reference(page, b"/Resources") for page in pages}:
            said = self.object(resources)
            if b"/Font" in said:
                fonts.update(_references(re.sub(rb"/[^\s/]+ (?=\d+ 0 R)", b" ", _found(_FONTS, said)[1])))
        return {_found(_BASE_FONT, self.object(font))[1].decode() for font in fonts}

    def producer(self) -> str:
        """The program that the file names as its maker; empty when it names none."""
        if b"/Info" not in self.trailer:
            return ""
        said = self.object(_reference(self.trailer, b"/Info"))
        return _found(_PRODUCER, said)[1].decode() if b"/Producer" in said else ""


def _found(pattern: re.Pattern[bytes], text: bytes) -> re.Match[bytes]:
    found = pattern.search(text)
    if found is None:
        raise NotPlainError
    return found


def _reference(text: bytes, key: bytes) -> int:
    return int(_found(re.compile(re.escape(key) + rb" (\d+) 0 R"), text)[1])


def _references(text: bytes) -> list[int]:
    if not _REFERENCES.fullmatch(text):
        raise NotPlainError
    return [int(number) for number in _REFERENCE.findall(text)]
