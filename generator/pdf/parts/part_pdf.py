"""The PDF of one part: its pages, the top of its structure, its bookmarks."""

from __future__ import annotations

import re

from generator.patterns import late
from generator.pdf.finishing.plain import NotPlainError
from generator.pdf.parts.objects import PdfObjects, bare, references
from generator.pdf.parts.rows import TableRow, kids, role, table_rows

_KIDS = late(rb"/Kids\s*\[([^\]]*)\]")
_NUMBERS = late(rb"/ParentTree<</Nums\[([^\]]*)\]>>")
_PAIR = late(rb"(\d+) (\d+) 0 R")
_FIRST = late(rb"/First (\d+) 0 R")
_NEXT = late(rb"/Next (\d+) 0 R")


class PartPdf:
    """What there is to know of a part before it is copied; ``NotPlainError`` when Typst wrote it another way."""

    def __init__(self, data: bytes) -> None:
        self.objects = PdfObjects(data)
        self._rows: dict[int, list[TableRow]] = {}
        self.catalog = self.objects.head(self.objects.root)
        self.page_tree = self.reference(self.catalog, b"Pages")
        self.pages = references(_found(_KIDS, self.objects.head(self.page_tree))[1])
        self.structure = self.reference(self.catalog, b"StructTreeRoot")
        (self.document,) = kids(self.objects.head(self.structure))
        self.tops = kids(self.objects.head(self.document))
        if role(self.objects.head(self.document)) != b"Document" or not self.tops:
            raise NotPlainError

    def rows(self, *, last: bool) -> list[TableRow]:
        """The rows of the table that the part begins with, or ends with."""
        table = self.tops[-1 if last else 0]
        if table not in self._rows:
            places = {page: index for index, page in enumerate(self.pages)}
            self._rows[table] = table_rows(self.objects, table, places)
        return self._rows[table]

    def content_owners(self) -> dict[int, int]:
        """For each key of a page or an annotation, the object that says whose its content is."""
        said = _found(_NUMBERS, self.objects.head(self.structure))[1]
        return {int(key): int(number) for key, number in _PAIR.findall(said)}

    def outlines(self) -> int | None:
        """The root of the bookmarks; ``None`` without any."""
        return self.reference(self.catalog, b"Outlines") if b"/Outlines" in self.catalog else None

    def bookmarks(self) -> list[int]:
        """The bookmarks of the highest level."""
        root = self.outlines()
        found: list[int] = []
        at = _FIRST.search(bare(self.objects.head(root))) if root is not None else None
        while at is not None:
            found.append(int(at[1]))
            at = _NEXT.search(bare(self.objects.head(found[-1])))
        return found

    @staticmethod
    def reference(text: bytes, key: bytes) -> int:
        """The object that an entry refers to."""
        return int(_found(re.compile(b"/" + key + rb" (\d+) 0 R"), bare(text))[1])


def _found(pattern: re.Pattern[bytes], text: bytes) -> re.Match[bytes]:
    found = pattern.search(text)
    if found is None:
        raise NotPlainError
    return found
