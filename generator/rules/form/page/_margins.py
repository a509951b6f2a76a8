"""A margin of every section against what the decree allows."""

from __future__ import annotations

from typing import Literal

from generator.edits import SetSection
from generator.law.figures import POINTS_PER_MM
from generator.rules.base import Rule
from generator.rules.form._reading import FileReading, Said, decimal

Side = Literal["top", "bottom", "left", "right"]
_NAMES = {"top": "Lề trên", "bottom": "Lề dưới", "left": "Lề trái", "right": "Lề phải"}
_TOLERANCE = 0.11  # mm: six twips, by which Word rounds


def margin(reading: FileReading, rule: Rule, side: Side) -> Said:
    """A finding for each section whose margin on that side is wider or narrower than allowed."""
    allowed = reading.edition.margins[side]
    for number, section in enumerate(reading.document.sections):
        if section.page.landscape:
            continue  # the decree does not say whether margins turn with the page: a rule of its own
        found = getattr(section.page, side) / POINTS_PER_MM
        if within(reading, side, found):
            continue
        wanted = min(max(found, allowed.low), allowed.high)
        length = wanted * POINTS_PER_MM
        place = f"phần {number + 1}" if len(reading.document.sections) > 1 else "cả văn bản"
        edit = SetSection(
            number,
            top=length if side == "top" else None,
            bottom=length if side == "bottom" else None,
            left=length if side == "left" else None,
            right=length if side == "right" else None,
            gutter=0.0 if side == "left" else None,
        )
        yield rule.found(
            f"{_NAMES[side]} {decimal(found)} mm",
            f"đặt {_NAMES[side].lower()} {decimal(allowed.low)} đến {decimal(allowed.high)} mm "
            "(Layout → Margins → Custom Margins)",
            place=place, repairs=(edit,),
        )  # fmt: skip


def within(reading: FileReading, side: str, found: float) -> bool:
    """Whether so many millimetres are allowed on that side."""
    allowed = reading.edition.margins[side]
    return allowed.low - _TOLERANCE <= found <= allowed.high + _TOLERANCE
