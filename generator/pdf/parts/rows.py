"""The rows of a table in a PDF's structure, and on which pages each of them stands."""

from __future__ import annotations

from generator.patterns import late
from generator.pdf.finishing.plain import NotPlainError
from generator.pdf.parts.objects import PdfObjects, bare, references
from generator.records import record

_KIDS = late(rb"/K\[((?:[^\[\]]|\[[^\[\]]*\])*)\]")
_INNER = late(rb"<<[^<>]*>>")
_ROLE = late(rb"/S/([A-Za-z0-9]+)")
_PAGE = late(rb"/Pg (\d+) 0 R")
_SECTIONS = (b"THead", b"TBody", b"TFoot")


def role(head: bytes) -> bytes:
    """The structure type of an element; empty for what is none."""
    found = _ROLE.search(head) if head.startswith(b"<</Type/StructElem") else None
    return found[1] if found else b""


def around_kids(head: bytes) -> tuple[bytes, bytes]:
    """What an element says before its kids, and after them."""
    found = _KIDS.search(head)
    if found is None:
        raise NotPlainError
    return head[: found.start()], head[found.end() :]


def kids(head: bytes) -> list[int]:
    """The elements below an element, by number; content and annotations left out."""
    found = _KIDS.search(bare(head))
    return references(_INNER.sub(b" ", found[1])) if found else []


def count(objects: PdfObjects, element: int, kind: bytes) -> int:
    """How many elements of this type there are at and below an element."""
    head = objects.head(element)
    return (role(head) == kind) + sum(count(objects, kid, kind) for kid in kids(head))


@record(frozen=True)
class TableRow:
    """A row, what holds it (a section of the table or the table), and its pages, from 0: none where it is empty."""

    number: int
    section: int
    pages: frozenset[int]


def table_rows(objects: PdfObjects, table: int, pages: dict[int, int]) -> list[TableRow]:
    """The rows of the table in order; ``pages`` are by object. ``NotPlainError`` where it holds anything else."""
    if role(objects.head(table)) != b"Table":
        raise NotPlainError
    found: list[TableRow] = []
    inner = kids(objects.head(table))
    if {role(objects.head(kid)) for kid in inner} <= set(_SECTIONS):
        places = [(row, section) for section in inner for row in kids(objects.head(section))]
    else:  # a table without a heading
        places = [(row, table) for row in inner]
    for row, section in places:
        if role(objects.head(row)) != b"TR":
            raise NotPlainError
        found.append(TableRow(row, section, frozenset(pages[page] for page in _pages(objects, row))))
    return found


def _pages(objects: PdfObjects, element: int) -> set[int]:
    head = objects.head(element)
    found = {int(page) for page in _PAGE.findall(bare(head))}
    for kid in kids(head):
        found |= _pages(objects, kid)
    return found


def page_starts(rows: list[TableRow]) -> dict[int, int]:
    """The pages that a row begins, and which: all above it ends on pages before, and all below stands from there on."""
    lowest: list[int] = []  # of the pages of each row and those below it
    for row in reversed(rows):
        lowest.append(min([*row.pages, *lowest[-1:]], default=0))
    lowest.reverse()
    found: dict[int, int] = {}
    highest = -1
    for index, row in enumerate(rows):
        sure = index and row.pages and rows[index - 1].pages
        if sure and highest < min(row.pages) == lowest[index]:
            found[min(row.pages)] = index
        highest = max([highest, *row.pages])
    return found
