"""The list of nơi nhận and that of «Kính gửi», item by item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.edits import Rewrite, Spot
from generator.parts.lines import Line
from generator.parts.model import Component, Part, Sure
from generator.parts.recognising import addressee, type_name
from generator.patterns import late
from generator.records import record
from generator.rules.form._blanks import GAP
from generator.rules.form._reading import FileReading, once, spot_of
from generator.wording.filing import opens_filing

_DASHES = ("-", "–", "—")
_SIGNS = (*_DASHES, "+", "•", "*", "●", "▪", "\uf0b7", "\u2212")
_OPEN = late(rf"{GAP}|_|\.{{3,}}|^\W*$")  # what is still to be filled in
_SUBMITS = late(r"\W*kính trình\b\s*(?P<colon>:?)", 2)
_LABEL = late(r"\W*kính g[ửở]i\s*(?P<colon>:?)\s*(?P<rest>.*)$", 2)

WITHOUT_ADDRESSEE = frozenset(
    {
        "nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo", "chương trình",
        "kế hoạch", "phương án", "đề án", "dự án",
    }
)  # fmt: skip
"""The types that say «Kính gửi» nowhere (ND30-I.2.9c)."""


@record(frozen=True)
class Item:
    """One of a list: its lines, its words as one, whether a dash opens it."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(line.text for line in self.lines)

    @property
    def dashed(self) -> bool:
        """Whether it opens with a dash."""
        return self.text.startswith(_DASHES)

    @property
    def below(self) -> bool:
        """Whether it is part of the item above it."""
        return self.text.startswith("+")

    @property
    def open(self) -> bool:
        """Whether it is still to be filled in."""
        return _OPEN.search(self.text) is not None

    @property
    def files(self) -> bool:
        """Whether it says where the document is filed."""
        return opens_filing(self.text)

    @property
    def spot(self) -> Spot | None:
        """Where it stands."""
        return spot_of(self.lines[0])

    def opened(self, after: Item | None) -> Rewrite | None:
        """What gives it its dash; None where Word sets the sign, or it may be the rest of the one before it."""
        first = self.lines[0]
        spot, words = spot_of(first), first.text.lstrip(" ".join(_SIGNS))
        if spot is None or first.paragraph.label or not words[:1].isupper():
            return None
        return Rewrite(spot, f"- {words}") if after is None or after.text.endswith(";") else None

    def ended(self, sign: str) -> Rewrite | None:
        """What gives it that last sign."""
        last = self.lines[-1]
        spot = spot_of(last)
        if spot is None:
            return None
        return Rewrite(spot, last.text.rstrip(" ;,.:") + sign)


def items_of(lines: Iterable[Line]) -> list[Item]:
    """The items that the lines are of; a line that opens with no sign goes on with the one above it, if not ended."""
    made: list[list[Line]] = []
    for line in lines:
        if not line.text:
            continue
        closed = made and made[-1][-1].text.endswith(";") and not line.text.startswith("(")
        if made and made[0][0].text.startswith(_SIGNS) and not line.text.startswith(_SIGNS) and not closed:
            made[-1].append(line)
        else:
            made.append([line])
    return [Item(tuple(one)) for one in made]


@once
def recipients(reading: FileReading) -> list[Item]:
    """The items of nơi nhận that the document has."""
    return items_of(line for found in reading.parts.of(Part.RECIPIENT) for line in found.lines)


@record(frozen=True)
class Addressed:
    """«Kính gửi»: the component, whether a colon follows, what stands behind it on the line, the list below it."""

    component: Component
    colon: bool
    rest: str
    items: tuple[Item, ...]

    @property
    def open(self) -> bool:
        """Whether an addressee is still to be filled in."""
        return _OPEN.search(self.rest) is not None if self.rest else any(item.open for item in self.items)


def addressed(reading: FileReading) -> Iterator[Addressed]:
    """«Kính gửi» of the document as it was typed."""
    for component in reading.parts.of(Part.ADDRESSEE):
        if component.sure is Sure.GUESS:
            continue
        lines = [line for line in component.lines if line.text]
        opening = _LABEL.match(lines[0].text) if lines else None
        if opening is not None:
            yield Addressed(component, bool(opening["colon"]), opening["rest"].strip(), tuple(items_of(lines[1:])))


def addresses(line: Line) -> bool:
    """Whether the line names an addressee; «Kính trình … xem xét» as a sentence closes the text."""
    submits = _SUBMITS.match(line.text)
    return addressee(line.text) or (submits is not None and (bool(submits["colon"]) or line.centred))


def rightly_addressed(reading: FileReading) -> Iterator[Addressed]:
    """«Kính gửi» where it may stand; where it may not, how it looks is no fault of its own."""
    if type_of(reading) not in WITHOUT_ADDRESSEE:
        yield from addressed(reading)


@once
def type_of(reading: FileReading) -> str:
    """The tên loại in lower case, «công văn» for a letter, empty for one that is not surely known."""
    if reading.parts.kind == "letter":
        return "công văn"
    found = reading.parts.first(Part.TYPE)
    return type_name(found.text) if found is not None and found.sure is Sure.SURE else ""
