"""The annexes of a file as their labels count them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import Spot
from generator.parts.lines import Line
from generator.parts.model import Annex, Component, Part, Sure
from generator.patterns import late
from generator.records import record
from generator.rules.form._blanks import GAP
from generator.rules.form._reading import FileReading, once, place_of, spot_of

_LABEL = late(r"\W*phụ lục\b\s*(?:số\s+)?(?P<ordinal>[IVXLC]+\b|\d+\w?|[A-ZĐ]\b)?", 2)
_OPEN = late(rf"{GAP}|_|\.{{3,}}")
_SIGNED = late(r"\bsố\s*:?.*;|/[\s\d.…]*/\s*\d{4}", 2)
_COPIED = late(r"\W*(?:sao y|sao lục|trích sao)\s*;", 2)
_ROMAN = frozenset("IVXLC")


@record(frozen=True)
class Labelled:
    """A phụ lục that a label opens: the label, its ordinal as typed, how many such the file has, which it is."""

    annex: Annex
    label: Component
    ordinal: str
    count: int
    nth: int

    @property
    def line(self) -> Line:
        """The line of the label."""
        return self.label.lines[0]

    @property
    def spot(self) -> Spot | None:
        """Where the label stands."""
        return spot_of(self.line)

    @property
    def place(self) -> str:
        """Where a reader finds it."""
        return f"{self.label.text} ({self.line.place})" if self.line.place else place_of(self.label)

    @property
    def roman(self) -> bool:
        """Whether its ordinal is a Roman numeral."""
        return bool(self.ordinal) and set(self.ordinal) <= _ROMAN


@once
def labelled(reading: FileReading) -> list[Labelled]:
    """Each phụ lục of the file, in order; none of those whose label is only guessed, or still to be written."""
    held: list[tuple[Annex, Component]] = []
    for annex in reading.parts.annexes:
        label = annex.first(Part.ANNEX_LABEL)
        if label is not None and not annex.attached and label.sure is not Sure.GUESS and not _OPEN.search(label.text):
            held.append((annex, label))
    return [
        Labelled(annex, label, (found and found["ordinal"]) or "", len(held), nth)
        for nth, (annex, label) in enumerate(held, start=1)
        for found in (_LABEL.match(label.text),)
    ]


def signed(reading: FileReading) -> Iterator[Component]:
    """The lines above a phụ lục in a file of its own that say when the agency signed it."""
    for component in reading.parts.of(Part.E_SIGNATURE):
        copied = _COPIED.match(component.text)  # of a bản sao: ND30-I2.1.3
        if reading.parts.kind == "annex" and _SIGNED.search(component.text) and not copied:
            yield component
