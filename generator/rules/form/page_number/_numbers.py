"""The page numbers of a file: in which sections, headers and footers, and how each is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from generator.edits import Edit, SetPageNumber, SetSection
from generator.layout.tree import Field, PageBreak, Paragraph, Tab
from generator.parts.lines import Line, running_lines
from generator.records import record
from generator.rules.form._reading import FileReading

Where = Literal["header", "footer"]
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


def page_numbers(reading: FileReading) -> list[Shown]:
    """Every page number that is shown, once where sections share it."""
    found: dict[object, Shown] = {}
    for number, section in enumerate(reading.document.sections):
        kinds = {"default", *(["first"] if section.title_page else [])}
        kinds |= {"even"} if reading.document.settings.even_and_odd else set()
        wheres: tuple[Where, Where] = ("header", "footer")
        for where in wheres:
            for kind, lines in running_lines(section, number, where).items():
                for line in lines if kind in kinds else []:
                    for item in line.items:
                        if isinstance(item, Field) and item.kind == "PAGE":
                            key = (kind, line.paragraph.origin or id(line.paragraph))
                            found.setdefault(key, Shown(number, where, kind, line, item))
    return list(found.values())


def several_pages(reading: FileReading) -> bool:
    """Whether the file surely has more than one page."""
    if sum(len(line.text) for line in reading.lines) > _LONG:
        return True
    breaks = (line for line in reading.lines if any(isinstance(i, PageBreak) and not i.column for i in line.items))
    later = (section.start == "nextPage" for section in reading.document.sections[1:])
    return any(breaks) or any(later) or any(line.paragraph.format.page_break_before for line in reading.lines[1:])


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
