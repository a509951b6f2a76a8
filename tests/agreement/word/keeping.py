"""How a PDF keeps the page breaks that Word made: by so many lines it breaks earlier or later."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from tests.agreement.reading.extraction import pages_of
from tests.agreement.word.marks import Marks, letters_of, read_marks

_LENGTHS = (24, 40, 60, 16, 12)  # letters by which a place is found again, the surest first
_LEAST = 6


@dataclass(frozen=True, slots=True)
class Keeping:
    """What a PDF makes of one break: ``lines`` it holds before its own break that Word has behind it, less than none
    where it breaks earlier; 0 where it keeps the break."""

    place: int
    lines: int


@dataclass(frozen=True, slots=True)
class _Printed:
    letters: str
    pages: list[int]  # where each page begins
    lines: list[int]  # where each line begins

    def page_of(self, place: int) -> int:
        return bisect_right(self.pages, place) - 1

    def line_of(self, place: int) -> int:
        return bisect_right(self.lines, place) - 1


def keepings(marks: Marks, pdf: bytes) -> dict[int, Keeping]:
    """What a PDF makes of each break by its place in the text; those whose text is not found again are missing."""
    printed = _printed(pdf)
    found: dict[int, Keeping] = {}
    for place in marks.places:
        before, after = _before(marks.text, place, printed.letters), _after(marks.text, place, printed.letters)
        if before is None:
            continue
        page = printed.page_of(before)
        if after is None:  # torn by a break of the PDF's own: what follows on its page tells
            if not _goes_on(marks.text, place, printed, before):
                continue
            after = before + 1
        if after < before or printed.page_of(after) > page + 1:
            continue
        if printed.page_of(after) == page + 1:
            found[place] = Keeping(place, 0)
        else:
            found[place] = Keeping(place, _off(marks, place, printed, after))
    return found


def ends_said(docx: bytes, ours: bytes, theirs: bytes) -> str:
    """How many of Word's page ends each PDF keeps, of those both show; nothing where Word left none, or stale ones."""
    marks = read_marks(docx)
    if marks is None or marks.stale:
        return ""
    mine, others = keepings(marks, ours), keepings(marks, theirs)
    both = [place for place in mine if place in others]
    kept = [sum(not made[place].lines for place in both) for made in (mine, others)]
    return f"Word's page ends: ours {kept[0]} of {len(both)}, LibreOffice's {kept[1]}" if both else ""


def _printed(pdf: bytes) -> _Printed:
    pages = [[letters_of(line.text) for line in page] for page in pages_of(pdf)]
    lines = [line for page in pages for line in page]
    starts = [0, *accumulate(map(len, lines))]
    ends = [0, *accumulate(map(len, pages))]
    return _Printed("".join(lines), [starts[at] for at in ends[:-1]], starts[:-1])


def _before(text: str, place: int, printed: str) -> int | None:
    """Where the last letter before a place stands in a PDF, if it can be told."""
    for length in _LENGTHS:
        sought = text[max(0, place - length) : place]
        if len(sought) >= _LEAST and printed.count(sought) == 1 == text.count(sought):
            return printed.index(sought) + len(sought) - 1
    return None


def _after(text: str, place: int, printed: str) -> int | None:
    """Where the first letter behind a place stands in a PDF, if it can be told."""
    for length in _LENGTHS:
        sought = text[place : place + length]
        if len(sought) >= _LEAST and printed.count(sought) == 1 == text.count(sought):
            return printed.index(sought)
    return None


def _goes_on(text: str, place: int, printed: _Printed, before: int) -> bool:
    ahead = text[place : place + 3]
    return len(ahead) == 3 and printed.letters.startswith(ahead, before + 1)


def _off(marks: Marks, place: int, printed: _Printed, after: int) -> int:
    """By how many lines the PDF breaks later, less than none earlier: whichever end of its page is nearer."""
    page = printed.page_of(after)
    bounds = [*printed.pages, len(printed.letters)]
    here = printed.line_of(after)
    lines = [(at, _place(at, marks.text, printed)) for at in _lines(printed, bounds[page], bounds[page + 1])]
    later = sum(said is not None and said >= place for at, said in lines if at >= here)
    earlier = sum(said is not None and said < place for at, said in lines if at < here)
    return -max(earlier, 1) if earlier < later and page else max(later, 1)


def _lines(printed: _Printed, start: int, end: int) -> Iterator[int]:
    yield from (at for at, place in enumerate(printed.lines) if start <= place < end)


def _place(line: int, text: str, printed: _Printed) -> int | None:
    """Where a line of a PDF stands in the text: headers, footers and notes stand nowhere in it."""
    bounds = [*printed.lines, len(printed.letters)]
    said = printed.letters[bounds[line] : bounds[line + 1]]
    at = text.find(said) if len(said) >= _LEAST else -1
    return at if at >= 0 else None
