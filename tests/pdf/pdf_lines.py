"""The lines of a finished PDF, as a reader sees them."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

_SAME_LINE = 1.5


@dataclass(frozen=True)
class Line:
    """One line: page from 1, baseline from the top and left end in points, text without spaces."""

    page: int
    y: float
    x: float
    text: str


def characters(page: Any) -> list[tuple[float, float, str]]:
    """Every character of a page with its foot and its left end in points, in the order they are drawn."""
    text, height = page.get_textpage(), page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in (10, 13) or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        # PDFium reads a hyphen at a line's end as code 2; LibreOffice writes no-break hyphens as hyphens.
        char = "-" if code in (2, 0x2011) else chr(code)
        found.append((round(height - y.value, 2), round(x.value, 2), char))
    return found


def lines(pdf: bytes) -> list[Line]:
    """The lines of all pages, top to bottom."""
    made: list[Line] = []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
        group: list[tuple[float, float, str]] = []
        for char in [*sorted(characters(page)), (1e9, 0.0, "")]:
            if group and char[0] - group[-1][0] > _SAME_LINE:
                group.sort(key=lambda item: item[1])
                text = "".join(item[2] for item in group if not item[2].isspace())
                if text:
                    made.append(Line(number, group[0][0], group[0][1], text))
                group = []
            group.append(char)
    return made


def page_count(pdf: bytes) -> int:
    """The number of pages."""
    return len(pypdfium2.PdfDocument(pdf))


def strokes(pdf: bytes, page: int = 0) -> list[tuple[float, float, float]]:
    """The horizontal rules of a page: left end, right end and distance from the top, in points."""
    opened = pypdfium2.PdfDocument(pdf)[page]
    height = opened.get_height()
    found = []
    for item in opened.get_objects():
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            left, bottom, right, top = item.get_bounds()
            if top - bottom < 4 < right - left:
                found.append((left, right, height - (top + bottom) / 2))
    return sorted(found, key=lambda rule: rule[2])
