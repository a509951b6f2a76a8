"""Labels and headings of phần, chương, mục, tiểu mục, judged alike."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Unjudged
from generator.parts.model import Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.form._many import together
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import Text, place_in, texts
from generator.rules.form.levels._units import Unit, look_of_line, off_the_middle, units

_ROMAN = late(r"[IVXLC]+")


def labels(reading: FileReading, rule: Rule, *levels: Level, roman: bool) -> Said:
    """What is wrong with the labels of these levels: their number, their look, where they stand."""
    yield from together(_each(reading, rule, levels, roman, heading=False))


def headings(reading: FileReading, rule: Rule, *levels: Level) -> Said:
    """What is wrong with the headings of these levels: their look, where they stand."""
    yield from together(_each(reading, rule, levels, True, heading=True))


def _each(
    reading: FileReading, rule: Rule, levels: tuple[Level, ...], roman: bool, *, heading: bool
) -> Iterator[Finding | Unjudged]:
    for text in texts(reading, rule):
        if isinstance(text, Unjudged):
            yield text
            continue
        if Level.SECTION in levels and not text.has(Level.ARTICLE):
            continue  # «MỤC I» of a report: its mục have a form of their own, ND30-I.2.6d10
        for unit in units(text, *levels):
            yield from _heading(reading, rule, unit) if heading else _label(reading, rule, unit, text, roman)


def _label(reading: FileReading, rule: Rule, unit: Unit, text: Text, roman: bool) -> Iterator[Finding]:
    one = unit.label
    name, place, spot = str(one.level.value), place_in(one), spot_of(one.line)
    shown = f"{name[:1].upper()}{name[1:]}"
    if one.heading:
        yield rule.found(
            f"số thứ tự và tiêu đề của {name} trên cùng một dòng",
            f"ghi «{shown} …» trên một dòng riêng, tiêu đề ở dòng dưới", place=place, spot=spot,
        )  # fmt: skip
        return
    if bool(_ROMAN.fullmatch(one.ordinal)) is not roman:
        kind = "La Mã" if roman else "Ả Rập"
        yield rule.found(
            f"số thứ tự của {name} không phải chữ số {kind}", f"ghi «{shown} {'I' if roman else '1'}»", place=place,
            spot=spot,
        )  # fmt: skip
    if one.line.upper:
        yield rule.found(f"chữ «{shown}» viết in hoa", f"viết chữ in thường: «{shown}»", place=place, spot=spot)
    yield from look_of_line(reading, rule, one, "part_label", f"{shown} và số thứ tự")
    yield from off_the_middle(rule, one, f"{shown} và số thứ tự")


def _heading(reading: FileReading, rule: Rule, unit: Unit) -> Iterator[Finding]:
    if unit.heading is not None:
        name = f"Tiêu đề {unit.label.level.value}"
        yield from look_of_line(reading, rule, unit.heading, "part_heading", name)
        yield from off_the_middle(rule, unit.heading, name)
