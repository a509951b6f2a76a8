"""Components set in capitals that must not be."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from generator.edits import SetLook
from generator.findings import Unjudged
from generator.parts.lines import Line
from generator.parts.model import Part
from generator.rules.base import Rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.wording.syllables import is_syllable

_WORDS = 2  # one word in capitals may be an abbreviation


def capitals(reading: FileReading, rule: Rule, part: Part, *, own: bool = False) -> Said:
    """A finding for each component that is set in capitals and must not be; ``own`` leaves out those of annexes."""
    for component in reading.judged(rule, part):
        if isinstance(component, Unjudged) or not any(line.upper for line in component.lines):
            continue
        if own and component not in reading.parts.components:
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


def shouted(lines: Iterable[Line]) -> str:
    """The first words of the lines, two at least, that are in capitals and surely no abbreviations."""
    runs = [run for line in lines for run in (*line.runs, " ")]
    shown = "".join(run if isinstance(run, str) else run.text.upper() if run.format.caps else run.text for run in runs)
    for capital, words in groupby(shown.split(), lambda word: word.isupper() and is_syllable(word.strip(".,;:()"))):
        said = " ".join(words)
        if capital and len(said.split()) >= _WORDS and not said.replace("Đ", "").isascii():
            return said
    return ""
