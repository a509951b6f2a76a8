"""What rules of form are given to read: a Word file's layout, its components, and as what it is judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property, wraps
from typing import Any, Literal, TypeAlias, TypeVar

from generator.edits import Spot
from generator.findings import Finding, Unjudged
from generator.law.form.editions import Edition
from generator.law.form.profiles import Profile
from generator.layout.tree import Document
from generator.parts.lines import Line
from generator.parts.model import Component, Part, Parts, Sure
from generator.parts.walking import running_lines
from generator.records import record
from generator.rules.base import Rule

Said = Iterator[Finding | Unjudged]
"""What a rule of form yields."""
Where: TypeAlias = Literal["header", "footer"]
_WHERE: tuple[Where, Where] = ("header", "footer")
_Kept = TypeVar("_Kept")


@record(frozen=True)
class FileReading:
    """A Word file: its layout, its components, as what it is judged, by which decree, and the day it bears, if any.

    ``lines`` are those of the body, from the first page to the last. ``presumed`` is the day the law is asked of: its
    own, or what a file without one is judged by. ``today`` is when it is judged.
    """

    document: Document
    parts: Parts
    profile: Profile
    edition: Edition
    lines: list[Line]
    day: date | None = None
    presumed: date | None = None
    today: date = date.max

    @property
    def older(self) -> bool:
        """Whether it bears a day before the decree held that it is judged by: no earlier one is known."""
        return self.presumed is not None and self.presumed < self.edition.since

    @cached_property
    def kept(self) -> dict[object, Any]:
        """What rules have worked out of the file and others need as well, by what worked it out: see ``once``."""
        return {}

    @cached_property
    def running(self) -> list[Line]:
        """Every line of headers and footers, once each."""
        return [line for _, _, _, lines in self.headed for line in lines]

    @cached_property
    def headed(self) -> list[tuple[int, Where, str, list[Line]]]:
        """The headers and footers of each section, with its number, by the kind of page they stand on."""
        return [
            (number, where, kind, lines)
            for number, section in enumerate(self.document.sections)
            for where in _WHERE
            for kind, lines in running_lines(section, number, where).items()
        ]

    @cached_property
    def shown_headed(self) -> list[tuple[int, Where, str, list[Line]]]:
        """Those of them that some page shows."""
        sections, even = self.document.sections, self.document.settings.even_and_odd
        return [
            one
            for one in self.headed
            if one[2] == "default" or (one[2] == "first" and sections[one[0]].title_page) or (one[2] == "even" and even)
        ]

    def components(self, *parts: Part) -> Iterator[Component]:
        """The components that are any of these parts, those of annexes after those of the document."""
        yield from self.parts.of(*parts)
        for annex in self.parts.annexes:
            yield from (found for found in annex.components if found.part in parts)

    def judged(self, rule: Rule, *parts: Part) -> Iterator[Component | Unjudged]:
        """The components that are read surely enough to be judged; of the others that they are not."""
        for component in self.components(*parts):
            yield unsure(rule, component) if component.sure is Sure.GUESS else component


def once(work: Callable[[FileReading], _Kept]) -> Callable[[FileReading], _Kept]:
    """The function, which works once for each file: who asks again is given the same."""

    @wraps(work)
    def answered(reading: FileReading) -> _Kept:
        kept = reading.kept
        if work not in kept:
            kept[work] = work(reading)
        found: _Kept = kept[work]
        return found

    return answered


def unsure(rule: Rule, component: Component) -> Unjudged:
    """That the rule cannot judge the component, which is only guessed, and why."""
    return Unjudged(rule.id, f"đọc chưa chắc đây là {component.part}: {component.why}", place_of(component))


def place_of(component: Component) -> str:
    """Where a reader finds the component: its name, and where it stands."""
    first = component.lines[0] if component.lines else None
    name = str(component.part)
    return f"{name[:1].upper()}{name[1:]} ({first.place})" if first is not None and first.place else name


def spot_of(line: Line, text: str = "") -> Spot | None:
    """The place of the line in the file, or of some words in it; a number that Word puts before it is not there."""
    origin = line.paragraph.origin
    if origin is None:
        return None
    label = " ".join(line.paragraph.label.split()) if line.first else ""
    return Spot(*origin, text or line.text.removeprefix(label).lstrip())


def decimal(number: float) -> str:
    """The number as it is printed, with one decimal at most: «13», «12,5»."""
    return f"{number:.1f}".removesuffix(".0").replace(".", ",")
