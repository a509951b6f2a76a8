"""Level lines of a PDF page that a fill drawn after them hides whole."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as raw

_THIN, _LEAST = 2.5, 20.0  # points: what is thicker is an area, what is shorter a sign
_SLACK = 0.5


def painted_lines(page: Any) -> int:
    """How many of them there are; what is half transparent hides nothing."""
    open_lines: list[tuple[float, float, float]] = []
    hidden = 0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = item.get_bounds()
        if top - bottom <= _THIN:
            if right - left >= _LEAST:
                open_lines.append((left, right, (bottom + top) / 2))
        elif _fills(item.raw):
            free = [
                (start, end, y)
                for start, end, y in open_lines
                if not (left - _SLACK <= start and end <= right + _SLACK and bottom + _THIN < y < top - _THIN)
            ]
            hidden += len(open_lines) - len(free)
            open_lines = free
    return hidden


def _fills(item: Any) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, mode, stroke)
    dots = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(item, *dots)
    return mode.value != raw.FPDF_FILLMODE_NONE and dots[3].value == 255
