"""Spaces a little taller than the text on both sides of them, said to LibreOffice in its size.

They make no line taller, which it knows of the first line of a paragraph alone.
"""

from __future__ import annotations

from itertools import pairwise

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
_MOST = 8  # half points: more would move words


def spaces_lowered(data: bytes) -> bytes:
    """The part with such runs of spaces as tall as the runs beside them, where these say their size."""
    if b'xml:space="preserve"> ' not in data:
        return data
    root = etree.fromstring(data)
    changed = False
    for paragraph in root.iter(f"{_W}p"):
        runs = paragraph.findall(f"{_W}r")
        for (before, run), after in zip(pairwise(runs), runs[2:], strict=False):
            size, text = run.find(f"{_W}rPr/{_W}sz"), run.find(f"{_W}t")
            if size is None or text is None or (text.text or "").strip(" ") or run.find(f"{_W}tab") is not None:
                continue
            low = _size(before)
            if low and low == _size(after) and 0 < int(size.get(_VAL, "0")) - low <= _MOST:
                size.set(_VAL, str(low))
                changed = True
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if changed else data


def _size(run: etree._Element) -> int:
    size = run.find(f"{_W}rPr/{_W}sz")
    return 0 if size is None or run.find(f"{_W}t") is None else int(size.get(_VAL, "0"))
