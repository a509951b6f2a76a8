"""Every piece of visible text of a file: its pages, headers, footers and notes, with what makes an exception."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.edits import Edit, Spot
from generator.findings import Finding
from generator.layout.tree import Box, Drawing, Field, Note, Paragraph, Run, Tab
from generator.parts.lines import Line
from generator.parts.model import Part
from generator.records import record
from generator.rules.base import Rule
from generator.rules.form._reading import FileReading, once

_MARKS = (Part.URGENCY, Part.SECRECY, Part.CIRCULATION, Part.E_SIGNATURE)


@record(frozen=True)
class Piece:
    """A run of text, or a number the page computes, of one look: its paragraph, and where a reader finds that."""

    item: Run | Field
    paragraph: Paragraph
    place: str

    @property
    def spot(self) -> Spot | None:
        """Where the words stand in the file; the whole paragraph where it has no other text."""
        origin, item = self.paragraph.origin, self.item
        if origin is None:
            return None
        if isinstance(item, Field):
            return Spot(*origin) if self.paragraph.text.strip() == "" else None
        before = "".join(map(_letters, self.paragraph.items[: _index(self.paragraph, item)]))
        whole = "".join(map(_letters, self.paragraph.items))
        wanted = r"\s+".join(map(re.escape, item.text.split()))
        starts = [match.start() for match in re.finditer(wanted, whole)]
        begin = len(before) + len(item.text) - len(item.text.lstrip())
        return Spot(*origin, item.text.strip(), starts.index(begin) + 1) if begin in starts else None


@once
def pieces(reading: FileReading) -> list[Piece]:
    """The text of the pages, then that of headers and footers that are shown; neither stamps nor watermarks."""
    stamps = {id(line.paragraph) for part in reading.components(*_MARKS) for line in part.lines} | _word_art(reading)
    lines = (line for line in [*reading.lines, *shown_lines(reading)] if id(line.paragraph) not in stamps)
    return [piece for line in lines for piece in _of_line(line)]


def shown_lines(reading: FileReading) -> Iterator[Line]:
    """The lines of headers and footers that some page shows, once each."""
    seen: set[object] = set()
    for _, _, _, lines in reading.shown_headed:
        for line in lines:
            key = (line.paragraph.origin or id(line.paragraph), line.text, line.step)
            if key not in seen:
                seen.add(key)
                yield line


def grouped(
    reading: FileReading,
    rule: Rule,
    fault: Callable[[Piece], str],
    say: Callable[[str, str], tuple[str, str]],
    repair: Callable[[Spot], Edit] | None,
) -> Iterator[Finding]:
    """One finding for each fault that pieces of text have: the first place is told, all are put right together.

    ``fault`` names what is wrong with a piece, empty for nothing; ``say`` makes of a fault and how often it is met the
    two texts of the finding.
    """
    found: dict[str, list[Piece]] = {}
    for piece in pieces(reading):
        what = fault(piece)
        if what:
            found.setdefault(what, []).append(piece)
    for what, met in found.items():
        paragraphs = len({id(piece.paragraph) for piece in met})
        words, fix = say(what, f" ở {paragraphs} đoạn" if paragraphs > 1 else "")
        spots = [spot for piece in met if (spot := piece.spot) is not None]
        repairs = tuple(repair(spot) for spot in spots) if repair is not None else ()
        yield rule.found(words, fix, place=met[0].place, spot=spots[0] if spots else None, repairs=repairs)


def _of_line(line: Line) -> Iterator[Piece]:
    label = line.paragraph.label.strip()
    for item in line.items:
        if isinstance(item, Run):
            words = item.text.strip()
            if words and words != label and not item.format.hidden:
                yield Piece(item, line.paragraph, line.place)
        elif isinstance(item, Field):
            yield Piece(item, line.paragraph, line.place)
        elif isinstance(item, Note):
            for block in item.blocks:
                if isinstance(block, Paragraph):
                    for inner in block.items:
                        if isinstance(inner, Run) and inner.text.strip() and not inner.format.hidden:
                            yield Piece(inner, block, "chú thích cuối trang")


def _index(paragraph: Paragraph, item: Run) -> int:
    return next((n for n, one in enumerate(paragraph.items) if one is item), 0)


def _letters(item: object) -> str:
    if isinstance(item, Run):
        return item.text
    return "\t" if isinstance(item, Tab) else "" if isinstance(item, Drawing | Field | Note) else "\n"


def _word_art(reading: FileReading) -> set[int]:
    """The ids of paragraphs that are WordArt, as a watermark is."""
    found: set[int] = set()
    for line in [*reading.lines, *reading.running]:
        for item in line.items:
            if isinstance(item, Drawing):
                for drawing in item.all():
                    if isinstance(drawing.content, Box) and drawing.content.stretched:
                        found |= {id(block) for block in drawing.content.blocks}
    return found
