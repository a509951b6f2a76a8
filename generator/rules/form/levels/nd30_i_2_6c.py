"""Bố cục từ lớn đến nhỏ: phần, chương, mục, tiểu mục, điều, khoản, điểm.

Quy định: nội dung văn bản có thể bố cục theo phần, chương, mục, tiểu mục, điều, khoản, điểm hoặc theo phần, mục, khoản,
điểm, từ lớn đến nhỏ theo một trình tự nhất định (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6, điểm c).

Vì sao: viện dẫn «điểm a khoản 1 Điều 2» phải chỉ đúng một chỗ.

Sai: «Mục 1» đứng trước «Chương I»; «Tiểu mục 1» không nằm trong mục nào

Đúng: Chương I, Mục 1, Điều 1, khoản 1, điểm a
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding
from generator.findings import Level as Gravity
from generator.parts.model import Level
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import UNITS, Text, of_texts, place_in
from generator.rules.form.levels._units import units

RULE = form_rule(__name__, "M")
_ABOVE = {Level.CHAPTER: Level.PART, Level.SECTION: Level.CHAPTER, Level.SUBSECTION: Level.SECTION}


def check(reading: FileReading) -> Said:
    """Each unit that stands in none of the larger ones the text has."""
    yield from of_texts(reading, RULE, _judge)


def _judge(text: Text) -> Iterator[Finding]:
    yield from _units(text)
    yield from _points(text)


def _units(text: Text) -> Iterator[Finding]:
    there = {unit.label.level for unit in units(text, *UNITS)}
    seen: set[Level] = set()
    for unit in units(text, *UNITS):
        level = unit.label.level
        above = _ABOVE.get(level)
        if above is not None and above not in seen and (above in there or level is Level.SUBSECTION):
            yield RULE.found(
                f"{level.value} đứng ngoài {above.value}", f"đặt {level.value} trong một {above.value}, từ lớn đến nhỏ",
                place=place_in(unit.label), spot=spot_of(unit.label.line),
            )  # fmt: skip
        seen.add(level)
        seen -= {lower for lower in UNITS if UNITS.index(lower) > UNITS.index(level)}


def _points(text: Text) -> Iterator[Finding]:
    """Điểm straight below an Điều of several khoản."""
    clause = True
    for n, one in enumerate(text.lines):
        if one.level is Level.ARTICLE:
            until = next((m for m, two in enumerate(text.lines[n + 1 :], n + 1) if two.level is Level.ARTICLE), None)
            clause = not any(two.level is Level.CLAUSE for two in text.lines[n + 1 : until])
        elif one.level is Level.CLAUSE:
            clause = True
        elif one.level is Level.POINT and not clause:
            yield RULE.found(
                "điểm đứng ngoài khoản trong điều có khoản", "đặt điểm trong một khoản", level=Gravity.WARNING,
                place=place_in(one), spot=spot_of(one.line),
            )  # fmt: skip
            clause = True
