"""The line of place and date taken apart as it was typed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import Spot
from generator.findings import Unjudged
from generator.parts.lines import Line
from generator.parts.model import Component, Part
from generator.patterns import late
from generator.records import record
from generator.rules.base import Rule
from generator.rules.form._blanks import GAP
from generator.rules.form._reading import FileReading, once, place_of, spot_of

_DATE = late(r"\bng[àa]y\b|(?<=, )\d{1,2}(?:\s+tháng\b|[/.-]\d{1,2}[/.-]\d{4})", 2)
_NUMBERED = late(r"ngày\s*(?P<day>\d*)[\s.…_]*tháng\s*(?P<month>\d*)", 2)
_OPEN = late(rf"{GAP}|\.{{3,}}|^\W*$")  # what is still to be filled in
_FOREIGN = late(r"\bsố\s*:", 2)  # the line holds the number as well


@record(frozen=True)
class Read:
    """Place and date: the place, whether a comma follows it, the date as typed, its day and month.

    ``open`` is whether the place is still to be filled in.
    """

    component: Component
    line: Line
    where: str
    place: str
    comma: bool
    date: str
    day: str
    month: str
    open: bool

    @property
    def spot(self) -> Spot | None:
        """Where the line stands in the file."""
        return spot_of(self.line)


def places(reading: FileReading, rule: Rule) -> Iterator[Read | Unjudged]:
    """Place and date of the document and of those issued with it."""
    for component in reading.judged(rule, Part.PLACE_DATE):
        if isinstance(component, Unjudged):
            yield component
            continue
        read = _reads(reading)[id(component)]
        yield read or Unjudged(rule.id, "số, ký hiệu và ngày tháng ở cùng một dòng chữ", place_of(component))


@once
def _reads(reading: FileReading) -> dict[int, Read | None]:
    """Each component as it is read, by its id; ``None`` for one that holds more."""
    found = reading.components(Part.PLACE_DATE)
    return {id(one): None if _FOREIGN.search(one.text) else _read(one) for one in found}


def _read(component: Component) -> Read:
    text = component.text
    begins = _DATE.search(text)
    at = begins.start() if begins else len(text)
    before, date = text[:at].rstrip(), text[at:]
    numbered = _NUMBERED.match(date)
    place = before.rstrip(", ")
    return Read(
        component=component, line=component.lines[0], where=place_of(component), place=place,
        comma=before.endswith(","), date=date, day=numbered["day"] if numbered else "",
        month=numbered["month"] if numbered else "", open=bool(_OPEN.search(place)) or not place,
    )  # fmt: skip
