"""Rows that a loop repeats, and how they are set in their table."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.docx.word.ooxml import w
from generator.edits import Spot
from generator.findings import Finding
from generator.forms.checking import marks
from generator.forms.checking.source import Part
from generator.patterns import late

_OPENS = late(r"\{%-?tr\s+for\b.*?%\}")
_CLOSES = late(r"\{%-?tr\s+endfor\b.*?%\}")
_OFF = ("0", "false", "off")


def repeated_rows(part: Part) -> Iterator[Finding]:
    """The rows of loops that are to stand on top of every page: of a long list nothing else would have room there."""
    for table in part.root.iter(w("tbl")):
        depth = 0
        for row in table.iterchildren(w("tr")):
            said = "".join(text.text or "" for text in row.iter(w("t")) if _row_of(text) is row)
            depth -= len(_CLOSES.findall(said))
            if depth > 0 and not _OPENS.search(said) and _is_heading(row):
                here = part.around(next(row.iter(w("p"))))
                place, spot = (here.place, Spot(part.name, here.number)) if here else (part.label, None)
                what = "hàng trong vòng lặp đặt là hàng tiêu đề, sẽ in lại ở đầu mỗi trang (Repeat Header Rows)"
                fix = "chọn hàng này, Layout → bỏ Repeat Header Rows; chỉ đặt cho các hàng tiêu đề ở trên vòng lặp"
                yield marks.found(marks.HEADING, what, fix, place=place, spot=spot)
            depth += len(_OPENS.findall(said))


def _row_of(text: etree._Element) -> etree._Element | None:
    return next(text.iterancestors(w("tr")), None)


def _is_heading(row: etree._Element) -> bool:
    heading = row.find(f"{w('trPr')}/{w('tblHeader')}")
    return heading is not None and heading.get(w("val"), "1") not in _OFF
