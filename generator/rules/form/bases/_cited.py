"""Căn cứ that are a block of their own, and the documents that the text cites."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import Spot
from generator.findings import Unjudged
from generator.law.citations import Citation, find_numbers, may_cite
from generator.parts.model import BodyLine, Component, Part, Sure
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.records import record
from generator.rules.base import Rule
from generator.rules.form._reading import FileReading, once, place_of, spot_of
from generator.rules.form._text import Text, texts, texts_of

DECIDING = frozenset({"quyết định", "nghị quyết"})
_OWN_FORM = frozenset({"hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "biên bản", "giấy nghỉ phép", "giấy ủy quyền"})
_BREAK = late(r"[.;:](?:\s|$)")
_GAP = late(r"[<{\[…]|\.{2,}|\s{2,}")


@record(frozen=True)
class Cited:
    """One document cited by its number in the text; ``leads`` whether nothing in its sentence is cited before it."""

    citation: Citation
    line: BodyLine
    leads: bool

    @property
    def words(self) -> str:
        """The type and number as typed."""
        return self.line.line.text[self.citation.start : self.citation.end].strip(" ,;.")

    @property
    def label(self) -> str:
        """What a reader is told the document is called."""
        return " ".join(filter(None, (self.citation.type, "số", self.citation.number)))

    @property
    def spot(self) -> Spot | None:
        """Where it stands in the file."""
        return spot_of(self.line.line)


def formal(reading: FileReading, rule: Rule) -> Iterator[Component | Unjudged]:
    """The căn cứ that are the grounds of the document; what opens the first sentence of a letter or report is none."""
    parts = reading.parts
    bases = list(parts.of(Part.BASIS))
    if not bases or parts.kind != "type":
        return
    named = parts.first(Part.TYPE)
    name = type_name(named.text) if named is not None and named.sure is Sure.SURE else ""
    closed = all(one.text.rstrip().endswith(";") for one in bases[:-1]) and not bases[-1].text.rstrip().endswith(":")
    slanted = all(line.italic for one in bases for line in one.lines)
    ended = bases[-1].text.rstrip().endswith(".")  # else, upright, they open the first sentence of the text
    signed = all(one.text.rstrip()[-1:] in ";,." for one in bases)
    block = len(bases) > 1 and ((slanted and signed) or (closed and ended)) and name not in _OWN_FORM
    if not name or not (name in DECIDING or parts.first(Part.ENACTING) is not None or block):
        yield Unjudged(rule.id, "chưa rõ đây là căn cứ ban hành hay câu mở đầu", place_of(bases[0]))
        return
    yield from (one for one in bases if one.sure is Sure.SURE)


def cited(reading: FileReading, rule: Rule) -> Iterator[Cited | Unjudged]:
    """The documents that the sentences of the text cite by number, in order."""
    yield from (text for text in texts(reading, rule) if isinstance(text, Unjudged))
    yield from _all_cited(reading)


@once
def _all_cited(reading: FileReading) -> list[Cited]:
    return [one for text in texts_of(reading) if isinstance(text, Text) for one in _cited(text)]


def _cited(text: Text) -> Iterator[Cited]:
    for line in text.sentences:
        words = line.line.text
        if not may_cite(words):
            continue
        last = -1
        for citation in find_numbers(words):
            between = words[max(last, 0) : citation.start]
            yield Cited(citation, line, last < 0 or bool(_BREAK.search(between)))
            last = citation.end


def own_form(reading: FileReading) -> bool:
    """Whether the document is an agreement or a paper of a form of its own, whose căn cứ are written otherwise."""
    named = reading.parts.first(Part.TYPE)
    return named is not None and type_name(named.text) in {"", *_OWN_FORM}


@once
def numbers_of_bases(reading: FileReading) -> frozenset[str]:
    """The numbers of the documents named in the căn cứ."""
    bases = reading.parts.of(Part.BASIS)
    return frozenset(citation.number for one in bases for citation in find_numbers(one.text))


def has_gap(words: str) -> bool:
    """Whether something in the words is still to be filled in."""
    return bool(_GAP.search(words))
