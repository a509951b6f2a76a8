"""A check as what a page shows: pictures of the pages, marks in points on them, the findings numbered and with why."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import field

from generator.checking.formats.html import colour_of, free_place
from generator.checking.remarks import basis_of, entry_of, title_of
from generator.findings import Finding, Level, by_reason
from generator.records import record
from generator.service.checking.checked import FileCheck
from generator.service.checking.reports import DPI, drawn_pages


@record(frozen=True)
class Noted:
    """A finding in the list: its number, its colour, its words; ``flag`` says whether it is marked on a page."""

    number: int
    colour: str
    level: str
    leaf: str
    place: str
    what: str
    fixes: tuple[str, ...]
    accepted: str
    basis: str
    rule: tuple[str, ...]
    flag: bool


@record(frozen=True)
class Marked:
    """A page: its size and its rectangles with their colour, and the flags with number and colour, in points."""

    width: float
    height: float
    rectangles: tuple[tuple[float, float, float, float, str], ...]
    flags: tuple[tuple[float, float, int, str], ...]


@record(frozen=True)
class Sheet:
    """Everything a page shows of one check but the pictures; ``open`` is what could not be judged, and why."""

    name: str
    judged_as: str
    notes: tuple[str, ...]
    noted: tuple[Noted, ...]
    pages: tuple[Marked, ...]
    undrawn: str
    open: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = field(default_factory=tuple)

    def count(self, level: Level) -> int:
        """How many findings of the level nobody has let stand."""
        return sum(one.level == level.label and not one.accepted for one in self.noted)


def sheet_of(checked: FileCheck) -> tuple[Sheet, list[bytes]]:
    """The check to be shown, and the pictures of its pages as PNG."""
    pictures, undrawn = drawn_pages(checked.docx)
    shown = [finding for finding in checked.findings if finding.level > Level.FINE]
    noted = tuple(_noted(number, one, checked) for number, one in enumerate(shown, start=1))
    pages = tuple(_marked(number, picture, shown, checked) for number, picture in enumerate(pictures, start=1))
    unjudged = tuple((one.why, one.places, tuple(map(title_of, one.rules))) for one in by_reason(checked.unjudged))
    notes = tuple(map(str, checked.notes))
    return Sheet(checked.file.name, checked.judged_as, notes, noted, pages, undrawn, unjudged), pictures


def _noted(number: int, finding: Finding, checked: FileCheck) -> Noted:
    entry = entry_of(finding)
    rule = tuple(" ".join(part.split()) for part in entry.page.split("\n\n")) if entry is not None else ()
    fixes = tuple(one for one in (finding.fix, *finding.successors, *finding.offers) if one)
    return Noted(
        number, colour_of(finding), finding.level.label, finding.leaf, finding.place, finding.what, fixes,
        finding.acceptance, basis_of(finding), rule, bool(finding.spot and checked.places.get(finding.spot)),
    )  # fmt: skip


def _marked(number: int, picture: bytes, shown: Sequence[Finding], checked: FileCheck) -> Marked:
    wide, high = struct.unpack(">II", picture[16:24])
    rectangles: dict[tuple[float, float, float, float], tuple[Level, str]] = {}
    flags = []
    stood: list[tuple[float, float]] = []
    for n, finding in enumerate(shown, start=1):
        places = checked.places.get(finding.spot, ()) if finding.spot is not None else ()
        told = Level.FINE if finding.accepted else finding.level, colour_of(finding)
        for place in places:
            if place.page == number:  # a rectangle of several findings has the colour of the gravest
                at = place.x, place.y, place.width, place.height
                rectangles[at] = max(told, rectangles.get(at, told))
        if places and places[0].page == number:
            stood.append(free_place(places[0], stood))
            flags.append((*stood[-1], n, told[1]))
    drawn = tuple((*at, colour) for at, (_, colour) in rectangles.items())
    return Marked(wide * 72 / DPI, high * 72 / DPI, drawn, tuple(flags))
