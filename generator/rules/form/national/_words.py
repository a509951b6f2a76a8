"""The fixed words of Quốc hiệu and Tiêu ngữ as they were typed, held against those of the decree."""

from __future__ import annotations

import unicodedata

from generator.edits import SetLook
from generator.findings import Unjudged
from generator.layout.tree import Run
from generator.parts.lines import Line
from generator.parts.model import Part
from generator.rules.base import Rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def as_typed(line: Line) -> str:
    """The words with their spaces, of which no-break ones count as others; NFC, without those at both ends."""
    text = "".join(item.text for item in line.items if isinstance(item, Run) and not item.format.hidden)
    return unicodedata.normalize("NFC", text).replace("\xa0", " ").replace("\u2011", "-").strip()


def letters_of(text: str) -> str:
    """The letters alone, lower case."""
    return "".join(filter(str.isalpha, text.casefold()))


def same_words(one: str, other: str) -> bool:
    """Whether the two are the same words, wherever the tone of «hòa» stands and in whatever case."""
    return list(map(_word, one.split())) == list(map(_word, other.split()))


def capitals(reading: FileReading, rule: Rule, part: Part) -> Said:
    """A finding for each component that is set in capitals and must not be."""
    for component in reading.judged(rule, part):
        if isinstance(component, Unjudged) or not any(line.upper for line in component.lines):
            continue
        line = next(line for line in component.lines if line.upper)
        spot = spot_of(line)
        typed = any(char.islower() for run in line.runs for char in run.text)
        name = str(component.part)
        yield rule.found(
            f"{name[:1].upper()}{name[1:]} viết in hoa cả dòng", "viết chữ in thường (Font → bỏ All caps)",
            place=place_of(component), spot=spot,
            repairs=(SetLook(spot, caps=False),) if spot is not None and typed else (),
        )  # fmt: skip


def _word(word: str) -> tuple[str, str]:
    """The letters of a word without its tone, and the tone: «hòa» and «hoà» are one, «nghĩa» and «nghiã» are not."""
    apart = unicodedata.normalize("NFD", word.casefold())
    tones = "".join(sign for sign in apart if sign in _TONES)
    plain = unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in _TONES))
    return plain if plain != "nghia" else unicodedata.normalize("NFC", apart), tones
