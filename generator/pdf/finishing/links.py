"""The links of a PDF that Typst made, and where on its pages they are."""

from __future__ import annotations

from collections.abc import Iterator

from generator.patterns import late
from generator.pdf.finishing.plain import PlainPdf
from generator.records import record

_ANNOTATIONS = late(rb"/Annots\s*\[([^\]]*)\]")
_REFERENCE = late(rb"(\d+) 0 R")
_BOX = late(rb"/(?:Media|Crop)Box\s*\[\s*([\d. -]+?)\s*\]")
_RECTANGLE = late(rb"/Rect\s*\[\s*([\d. -]+?)\s*\]")
_ADDRESS = late(rb"/URI\s*\(([^()\\]*)\)")


@record(frozen=True)
class Link:
    """An address on a page, counted from 1, and its rectangle in points from the page's top left corner."""

    address: str
    page: int
    x: float
    y: float
    width: float
    height: float


def links_of(pdf: bytes) -> Iterator[Link]:
    """Every link that leads to an address of plain letters, page by page; raises NotPlainError for another's PDF."""
    file = PlainPdf.read(pdf)
    for number, page in enumerate(file.pages(), start=1):
        listed, box = _ANNOTATIONS.search(page), _BOX.search(page)
        if listed is None or box is None:
            continue
        top = float(box[1].split()[3])
        for reference in _REFERENCE.findall(listed[1]):
            said = file.object(int(reference))
            address, rectangle = _ADDRESS.search(said), _RECTANGLE.search(said)
            if address is not None and rectangle is not None:
                left, low, right, high = map(float, rectangle[1].split())
                yield Link(address[1].decode("ascii", "replace"), number, left, top - high, right - left, high - low)
