"""A form as it lies in its file: every part with text, its paragraphs by number, what each says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from generator.docx.compiling.tags import TAG, Places
from generator.docx.word.ooxml import w
from generator.edits import Spot
from generator.records import record

_MANY = 200  # tags of a paragraph that are looked through for the one a comment is to stand at
_PARAGRAPH, _TEXT = w("p"), w("t")


@record(frozen=True)
class Paragraph:
    """One paragraph of a part: its number there (from 1), the place a Word user can go to, its own texts joined."""

    number: int
    place: str
    element: etree._Element
    texts: tuple[etree._Element, ...]
    said: str


class Part:
    """One part of a form before anything in it is changed."""

    def __init__(self, name: str, label: str, root: etree._Element) -> None:
        self.name = name
        self.label = label
        self.root = root

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Its paragraphs in order; the text of a box belongs to the box's own."""
        places = Places(self.root, self.label)
        found = []
        for number, element in enumerate(self.root.iter(_PARAGRAPH), 1):
            texts = tuple(one for one in element.iter(_TEXT) if next(one.iterancestors(_PARAGRAPH)) is element)
            said = "".join(one.text or "" for one in texts)
            found.append(Paragraph(number, places.of(element), element, texts, said))
        return found

    def spot(self, place: str, what: str = "") -> Spot | None:
        """Where the place is for a comment: at the first of its tags that ``what`` quotes, else its first paragraph."""
        here = self._by_place.get(place, ())
        for number, tags in here:
            for quoted in tags if len(tags) <= _MANY else ():
                if quoted in what:
                    return Spot(self.name, number, quoted)
        return Spot(self.name, here[0][0]) if here else None

    @cached_property
    def _by_place(self) -> dict[str, list[tuple[int, list[str]]]]:
        """The numbers of the paragraphs at each place, with the tags of each."""
        found: dict[str, list[tuple[int, list[str]]]] = {}
        for one in self.paragraphs:
            found.setdefault(one.place, []).append((one.number, [match.group() for match in TAG.finditer(one.said)]))
        return found

    def around(self, element: etree._Element) -> Paragraph | None:
        """The paragraph that an element stands in."""
        own = next(element.iterancestors(_PARAGRAPH), None)
        return next((one for one in self.paragraphs if one.element is own), None)


def others(paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    """What the paragraph says beside its tags, with where each piece begins."""
    end = 0
    for match in TAG.finditer(paragraph.said):
        yield end, paragraph.said[end : match.start()]
        end = match.end()
    yield end, paragraph.said[end:]
