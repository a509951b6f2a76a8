"""Words of a finished PDF that lie beyond the paper: they are in the file, and nobody can read them.

Word and LibreOffice cut such text off in silence: a table that begins left of the paper prints without its first
column.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

CUT = "hàng"  # the edge of words that a row of fixed height cuts off
_SLACK = 3.0  # points beyond the edge by which letters lose nothing that tells them apart
_SHARE = 0.5  # of a narrow letter


class Lost(NamedTuple):
    """A word beyond an edge of the paper, on a page from 1.

    ``place`` numbers the cell or the paragraph that the tags of the file say it is in, ``None`` outside the text;
    ``whole`` is all text of that on the page, without spaces.
    """

    word: str
    edge: str
    page: int
    place: int | None
    whole: str


def lost_words(pdf: bytes, pages: Sequence[int] | None = None) -> list[Lost]:
    """The words beyond the paper on some pages of a PDF, numbered from 0, else on all, in the order they are drawn."""
    from pypdf import PdfReader  # here, with the next: its import takes long

    from generator.pdf.seen.letters import LetterReader
    from generator.pdf.seen.tags import Tags

    reader = PdfReader(io.BytesIO(pdf))
    tags, letters = Tags(reader), LetterReader()
    numbers = range(len(reader.pages)) if pages is None else pages
    return [lost for number in numbers for lost in _of_page(reader.pages[number], number, letters, tags)]


def cut_words(pdf: bytes) -> list[Lost]:
    """The words of a PDF that are cut off below their row, of at least half their height; their edge is ``CUT``."""
    from pypdf import PdfReader

    from generator.pdf.seen.letters import LetterReader
    from generator.pdf.seen.tags import Tags

    reader = PdfReader(io.BytesIO(pdf))
    tags, letters = Tags(reader), LetterReader()
    return [cut for number, page in enumerate(reader.pages) for cut in _of_page(page, number, letters, tags, CUT)]


def _of_page(page: Any, number: int, letters: Any, tags: Any, sought: str = "") -> Iterator[Lost]:
    left, bottom, right, top = (float(said) for said in page.cropbox)
    wholes: dict[int | None, list[str]] = {}
    found: list[tuple[str, str, int | None]] = []
    word: list[tuple[str, str]] = []
    held: int | None = None
    for letter in letters.page(page):
        place = tags.place(page, letter.mark)
        if letter.begins or place != held or letter.text.isspace():
            found += _lost(word, held)
            word, held = [], place
        if not letter.text.isspace():
            wholes.setdefault(place, []).append(letter.text)
            x, y, end, high = letter.place
            slack = min(_SLACK, _SHARE * (end - x)) if end > x else _SLACK
            over = {
                "trái": left - slack - x, "phải": end - right - slack,
                "trên": high - top - _SLACK, "dưới": bottom - _SLACK - y,
            }  # fmt: skip
            edge = max(over, key=lambda side: over[side])
            if sought:
                word.append((letter.text, sought if letter.cut else ""))
            else:
                word.append((letter.text, edge if over[edge] > 0 and not letter.cut else ""))
    found += _lost(word, held)
    for text, edge, place in found:
        yield Lost(text, edge, number + 1, place, "".join(wholes[place]))


def _lost(word: list[tuple[str, str]], place: int | None) -> list[tuple[str, str, int | None]]:
    """The word, where letters or figures of it are lost: dots that lead to the edge are not."""
    edge = next((edge for text, edge in word if edge and any(map(str.isalnum, text))), "")
    return [("".join(text for text, _ in word), edge, place)] if edge else []
