"""On which page, and where on it, the words of findings stand: the file is set with links on them, which are read back.

A link changes nothing of the layout, and the PDF keeps a rectangle for each line it runs over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.edits import Spot
from generator.errors import ConversionError
from generator.findings import Finding
from generator.layout.tree import Block, Document, Paragraph, Run
from generator.pdf import Typst, links_of, set_plainly
from generator.records import record

_SCHEME = "mailto:vanthu-"  # an address that is drawn as a link, and that nobody writes


@record(frozen=True)
class Place:
    """A rectangle on a page, points from its top left corner; ``page`` counts from 1."""

    page: int
    x: float
    y: float
    width: float
    height: float


def places_of(
    document: Document, spots: Sequence[Spot], *, bundled_fonts: bool = False, typst: Typst | None = None
) -> dict[Spot, list[Place]]:
    """The rectangles of the words of each spot, those missing whose paragraph is not drawn.

    The document must have been read with origins; its links are written over, so it is of no more use for a PDF.
    Empty where the file cannot be drawn.
    """
    wanted: dict[tuple[str, int], list[tuple[int, Spot]]] = {}
    for n, spot in enumerate(spots):
        wanted.setdefault((spot.part, spot.paragraph), []).append((n, spot))
    for paragraph in _paragraphs(document):
        if paragraph.origin is not None and paragraph.origin in wanted:
            _link(paragraph, wanted[paragraph.origin])
    document.settings.squeezes = True  # pages as the reader's Word counts them
    try:
        pdf = set_plainly(document, bundled_fonts=bundled_fonts, typst=typst)
    except ConversionError:
        return {}
    found: dict[Spot, list[Place]] = {}
    for link in links_of(pdf):
        if link.address.startswith(_SCHEME):
            place = Place(link.page, link.x, link.y, link.width, link.height)
            found.setdefault(spots[int(link.address.removeprefix(_SCHEME))], []).append(place)
    # Several spots in one paragraph: the last to mark a run wins, the others stand where their paragraph begins.
    for group in wanted.values():
        places = [place for _, spot in group for place in found.get(spot, [])]
        for _, spot in group:
            if spot not in found and places:
                found[spot] = [min(places, key=lambda place: (place.page, place.y))]
    return found


def down_the_pages(findings: Iterable[Finding], places: Mapping[Spot, Sequence[Place]]) -> list[Finding]:
    """The findings with their pages: those of the whole document first, then page by page from the top.

    Where a page is not known its findings keep the order of the paragraphs.
    """
    placed: list[tuple[tuple[float, ...], Finding]] = []
    for finding in findings:
        spot = finding.spot
        first = next(iter(places.get(spot, ())), None) if spot is not None else None
        at = (
            (first.page, 0, first.y) if first is not None else (0, 1, spot.paragraph) if spot is not None else (0, 0, 0)
        )
        placed.append(((*at, -finding.level), replace(finding, page=first.page) if first is not None else finding))
    return [finding for _, finding in sorted(placed, key=lambda one: one[0])]


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    for section in document.sections:
        yield from _inside(section.blocks)
        for running in (section.headers, section.footers):
            for blocks in running.values():
                yield from _inside(blocks)


def _inside(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            for item in block.items:
                yield from _inside(getattr(getattr(item, "content", None), "blocks", ()))
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _inside(cell.blocks)


def _link(paragraph: Paragraph, spots: list[tuple[int, Spot]]) -> None:
    """Puts the link of each spot on the runs its words are in, all of them where the words are not found."""
    runs = [item for item in paragraph.items if isinstance(item, Run)]
    text = "".join(run.text for run in runs)
    for n, spot in spots:
        begin = text.find(spot.text) if spot.text else -1
        end = begin + len(spot.text)
        at = 0
        for run in runs:
            if begin < 0 or (at < end and begin < at + len(run.text)):
                run.link = f"{_SCHEME}{n}"
            at += len(run.text)
