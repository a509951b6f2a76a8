"""``{% vm %}`` in cells that docxtpl cannot merge: of several paragraphs, or of runs of their own look.

docxtpl leaves out, in all rows but the first, what stands in the text with the tag; what else the cell says would be
printed in every row, hidden below the first, or torn apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from generator.docx.compiling.tags import CLOSE, OPEN
from generator.docx.word.ooxml import take_out, w
from generator.patterns import late

_MARKED = 'vanthu="vm"'
_CELL = late(rf"<w:tc {_MARKED}>(?P<properties><w:tcPr>.*?</w:tcPr>|<w:tcPr/>|)(?P<content>.*?)</w:tc>", re.S)
_STANDS = late(r"<w:pPr>.*?</w:pPr>", re.S)
_MERGED = '<w:vMerge w:val="{% if loop.first %}restart{% else %}continue{% endif %}"/>'


def mark_cells(root: etree._Element, numbers: Iterable[int]) -> None:
    """Marks the cells of those tags that docxtpl cannot merge; the tags are taken out of them."""
    marks = [f"{OPEN}{number}{CLOSE}" for number in numbers]
    for text in [one for one in root.iter(w("t")) if any(mark in (one.text or "") for mark in marks)]:
        cell = next(text.iterancestors(w("tc")), None)
        if cell is None or next(cell.iter(w("tbl")), None) is not None:
            continue
        if sum(bool(one.text) for one in cell.iter(w("t"))) < 2:
            continue
        for mark in marks:
            text.text = (text.text or "").replace(mark, "")
        cell.set("vanthu", "vm")
        paragraph = next(text.iterancestors(w("p")))
        if not any(one.text for one in paragraph.iter(w("t"))) and len(cell.findall(w("p"))) > 1:
            cell.remove(paragraph)
        for merged in cell.findall(f"{w('tcPr')}/{w('vMerge')}"):
            take_out(merged)


def merge_cells(source: str) -> str:
    """The part with those cells merged down all rows of their loop, their content in the first alone."""
    return _CELL.sub(_merge, source) if _MARKED in source else source


def _merge(match: re.Match[str]) -> str:
    properties, content = match["properties"], match["content"]
    inside = properties.removeprefix("<w:tcPr>").removesuffix("</w:tcPr>").removesuffix("<w:tcPr/>")
    stands = _STANDS.search(content)
    empty = f"<w:p>{stands[0] if stands else ''}</w:p>"
    said = f"{{% if loop.first %}}{content}{{% else %}}{empty}{{% endif %}}"
    return f"<w:tc><w:tcPr>{inside}{_MERGED}</w:tcPr>{said}</w:tc>"
