"""Components set in capitals that must not be."""

from __future__ import annotations

from generator.edits import SetLook
from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import Rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of


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
