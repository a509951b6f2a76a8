"""The text of PDF pages, in the forms tests compare."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from pypdf import PdfReader


def squeeze(text: str) -> str:
    """The text without white space, for comparing what was printed wherever its lines break."""
    return "".join(text.replace("\u00ad", "").split())


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page in the order it was drawn (cell by cell), without the page's own number."""
    return [_unnumbered(page.extract_text().split("\n")) for page in PdfReader(io.BytesIO(pdf)).pages]


def _unnumbered(lines: list[str]) -> str:
    for end in (0, -1):
        if lines and lines[end].strip().isdecimal() and len(lines[end].strip()) <= 3:
            del lines[end]
    return "\n".join(lines)


def printed_text(pdf: bytes) -> str:
    """All text of the PDF, squeezed."""
    return squeeze("".join(page_texts(pdf)))


def printed_text_of_many_pages(pdf: bytes) -> str:
    """The same as pdfium reads it: in a fraction of the time, but with ligatures and the like taken apart."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [_unnumbered(page.get_textpage().get_text_range().splitlines()) for page in document]
    document.close()
    return squeeze("".join(texts))


def layout_lines(pdftotext: str, file: Path) -> list[list[str]]:
    """The lines of each page as ``pdftotext -layout`` sees them, white space folded."""
    text = subprocess.run([pdftotext, "-layout", file, "-"], check=True, capture_output=True, timeout=120).stdout
    pages = text.decode().split("\f")[:-1]
    return [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in pages]


def positioned_lines(pdf: bytes) -> Iterator[str]:
    """Each line of text as ``x y text`` (points from the top left to its foot), for golden files."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    for number in range(len(document)):
        page = document[number]
        width, height = page.get_size()
        yield f"== trang {number + 1}: {width:.0f} × {height:.0f}"
        for left, foot, words in _lines(page.get_textpage()):
            yield f"{left:6.1f} {height - foot:6.1f}  {' '.join(words.split())}"
    document.close()


_NEW_COLUMN = 15.0  # a gap wider than this (points) starts another line of the golden: the next cell


def _lines(page: pypdfium2.PdfTextPage) -> Iterator[tuple[float, float, str]]:
    """Runs of characters on one foot without a wide gap: left edge, foot, text."""
    words, start, foot, end = "", 0.0, 0.0, 0.0
    for index in range(page.count_chars()):
        # pdfium reports a hyphen at the end of a line as U+FFFE
        char = page.get_text_range(index, 1).replace("\ufffe", "-")
        if not char.strip():
            words += " " if words else ""
            continue
        left, bottom, right, _ = page.get_charbox(index, loose=True)
        if words and (abs(bottom - foot) > 1 or left < start or left - end > _NEW_COLUMN):
            yield start, foot, words
            words = ""
        if not words:
            start, foot = left, bottom
        words, end = words + char, right
    if words:
        yield start, foot, words
