"""The page numbers of a file: in which sections, headers and footers, and how each is shown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.edits import Edit, SetPageNumber, SetSection
from generator.layout.tree import Field, PageBreak, Paragraph, Tab
from generator.parts.lines import Line
from generator.parts.model import Annex
from generator.records import record
from generator.rules.form._reading import FileReading, Where, once

_NAMES: dict[Where, str] = {"header": "đầu trang", "footer": "chân trang"}
_LONG = 8000  # letters that no single page holds
_NEAR = 15.0  # points


@record(frozen=True)
class Shown:
    """A page number that pages of a section show: in its header or footer, of which kind, on which line."""

    section: int
    where: Where
    kind: str
    line: Line
    field: Field

    @property
    def place(self) -> str:
        """Where a reader finds it."""
        return f"số trang ở {_NAMES[self.where]}"


@once
def page_numbers(reading: FileReading) -> list[Shown]:
    """Every page number that is shown, once where sections share it."""
    found: dict[object, Shown] = {}
    for number, where, kind, lines in reading.shown_headed:
        for line in lines:
            for item in line.items:
                if isinstance(item, Field) and item.kind == "PAGE":
                    key = (kind, line.paragraph.origin or id(line.paragraph))
                    found.setdefault(key, Shown(number, where, kind, line, item))
    return list(found.values())


def several_pages(reading: FileReading) -> bool:
    """Whether the document surely has more than one page, or one of its annexes: each is numbered by itself."""
    starts = sorted(filter(None, (_start(reading.lines, annex) for annex in reading.parts.annexes)))
    return any(_breaks(reading, reading.lines[one:other]) for one, other in pairwise([0, *starts, len(reading.lines)]))


def _start(lines: list[Line], annex: Annex) -> int:
    own = {id(line.paragraph) for component in annex.components for line in component.lines}
    own |= {id(one.line.paragraph) for one in annex.body}
    return next((n for n, line in enumerate(lines) if id(line.paragraph) in own), 0)


def _breaks(reading: FileReading, lines: list[Line]) -> bool:
    """Whether the lines surely fill more than a page."""
    written = [line for line in lines if line.text]
    if sum(len(line.text) for line in written) > _LONG:
        return True
    if not written:
        return False
    inner = lines[lines.index(written[0]) : lines.index(written[-1]) + 1]
    new = {n for n, section in enumerate(reading.document.sections) if section.start == "nextPage"}
    return any(
        line.paragraph.format.page_break_before or (line.section != before.section and line.section in new)
        for before, line in pairwise(inner)
        if line.paragraph is not before.paragraph
    ) or any(isinstance(item, PageBreak) and not item.column for line in inner[1:] for item in line.items)


def in_the_middle(shown: Shown) -> bool | None:
    """Whether the number stands in the middle of the page; ``None`` where that cannot be told."""
    paragraph, line = shown.line.paragraph, shown.line
    frame = paragraph.format.frame
    if frame is not None:
        return None if frame.anchor.align_x is None else frame.anchor.align_x == "center"
    if line.holder not in ("header", "footer"):
        return None
    tabs = _tabs_before(paragraph, shown.field)
    if not tabs:
        return paragraph.format.align == "center"
    if tabs[-1].stop is not None:
        return tabs[-1].stop.align == "center"
    stops = [stop for stop in sorted(paragraph.format.tabs, key=lambda one: one.position) if stop.align != "bar"]
    if len(tabs) > len(stops):
        return None
    stop = stops[len(tabs) - 1]
    middle = abs(stop.position - (line.room + paragraph.format.left + paragraph.format.right) / 2) <= _NEAR
    return stop.align == "center" and middle


def _tabs_before(paragraph: Paragraph, field: Field) -> list[Tab]:
    tabs: list[Tab] = []
    for item in paragraph.items:
        if item is field:
            break
        if isinstance(item, Tab):
            tabs.append(item)
    return tabs


def numbered_anew(reading: FileReading) -> Iterator[Edit]:
    """What gives every section a number in the middle of its header, and none to the first page."""
    size = reading.edition.components["page_number"].size
    for number in range(len(reading.document.sections)):
        yield SetPageNumber(number, reading.edition.font, size)
    yield SetSection(0, title_page=True)
