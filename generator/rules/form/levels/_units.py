"""Units of the text: their labels and headings, and the look of the words a line opens with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.edits import SetLook, Spot
from generator.findings import Finding
from generator.layout.tree import Run
from generator.parts.lines import Line
from generator.parts.model import BodyLine, Component, Level, Part
from generator.patterns import late
from generator.records import record
from generator.rules.base import Rule
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, decimal, spot_of
from generator.rules.form._text import Text, place_in
from generator.rules.form._widths import centring, in_page_middle

_ASIDE = late(r"\([^()]*(?:\)|$)")
_WORDS = 25  # more of them no heading has
_PLAIN = 15  # letters behind a heading that are a text of their own


@record(frozen=True)
class Unit:
    """A label on a line of its own, and the line below that is its heading, if any; ``text`` is what it stands in."""

    label: BodyLine
    heading: BodyLine | None
    text: Text


def units(text: Text, *levels: Level) -> Iterator[Unit]:
    """The units of these levels that surely are ones: a sentence that opens with «Chương 5 của …» is none."""
    for n, one in enumerate(text.lines):
        if one.level not in levels or len(one.line.text.split()) > _WORDS:
            continue
        bare = not one.heading
        if not (bare or one.line.upper or (one.line.bold and one.line.centred)):
            continue
        below = text.lines[n + 1] if n + 1 < len(text.lines) else None
        yield Unit(one, below if bare and below is not None and _may_head(below) else None, text)


def _may_head(below: BodyLine) -> bool:
    if below.level is Level.HEADING:
        return True
    line = below.line
    short = len(line.text.split()) <= _WORDS and line.text[-1:] not in ".;:"
    return below.level is Level.TEXT and short and (line.centred or line.upper or line.bold)


def look_of_line(
    reading: FileReading, rule: Rule, one: BodyLine, name: str, label: str, *, aside: bool = False
) -> Iterator[Finding]:
    """What is wrong with the look of a line that shall look as the edition's component ``name``, called ``label``.

    What stands in parentheses or behind a colon need not be in capitals where words ``aside`` may follow the heading.
    """
    asked = replace(reading.edition.components[name], label=label)
    if aside and (_ASIDE.sub("", one.line.text).isupper() or one.line.text.partition(":")[0].isupper()):
        asked = replace(asked, upper=False)
    for found in look(rule, Component(Part.BODY, [one.line]), asked):
        yield replace(found, place=place_in(one))


def off_the_middle(rule: Rule, one: BodyLine, label: str) -> Iterator[Finding]:
    """A finding where the line does not stand in the middle of the page."""
    if in_page_middle(one.line) is False:
        spot = spot_of(one.line)
        edit = centring(one.line)
        yield rule.found(
            f"{label} không ở giữa trang", "canh giữa (Ctrl+E), thụt đầu dòng 0", place=place_in(one), spot=spot,
            repairs=(edit,) if edit is not None else (),
        )  # fmt: skip


def opening(line: Line, words: str) -> tuple[list[Run], list[Run]]:
    """The runs that hold the words the line opens with, and those that hold anything behind them.

    The sign behind a number shows no look: nobody sees whether a full stop is bold.
    """
    left = len("".join(words.rstrip(" .:/)").split()))
    first: list[Run] = []
    rest: list[Run] = []
    for run in line.runs:
        text = "".join(run.text.split())
        if left > 0:
            first.append(run)
        if any(map(str.isalnum, text[max(left, 0) :])):
            rest.append(run)
        left -= len(text)
    return first, rest


def runs_on(one: BodyLine) -> str:
    """The bold words with a colon or full stop that the line opens with before words that are not: a heading run on."""
    heading = ""
    for run in one.line.runs:
        if not run.format.bold:
            break
        heading += run.text
    else:
        return ""
    words = heading.strip()
    plain = len(one.line.text) - len(words)
    name = words.removeprefix(label_of(one)).strip()
    return words if len(name.split()) > 1 and name[-1:] in (":", ".") and plain > _PLAIN else ""


def label_of(one: BodyLine) -> str:
    """The label as typed: «Điều 1.», «1.», «a)»."""
    text = one.line.text
    return text[: len(text) - len(one.heading)].rstrip() if one.heading else text


def label_spot(one: BodyLine) -> Spot | None:
    """Where the label stands in the file; ``None`` for a number that Word computes."""
    return None if one.line.paragraph.label.strip() else spot_of(one.line, label_of(one))


def other_size(rule: Rule, one: BodyLine, size: float, name: str) -> Iterator[Finding]:
    """A finding where letters of the line are of another size than the text."""
    runs = [run for run in one.line.runs if any(map(str.isalnum, run.text)) and run.format.vertical == "baseline"]
    wrong = dict.fromkeys(run.format.size for run in runs if abs(run.format.size - size) > 0.1)
    if wrong and size:
        spot = spot_of(one.line)
        yield rule.found(
            f"{name} cỡ chữ {', '.join(map(decimal, wrong))}, lời văn cỡ {decimal(size)}",
            f"đặt cỡ chữ {decimal(size)} như lời văn", place=place_in(one), spot=spot,
            repairs=(SetLook(spot, size=size),) if spot is not None else (),
        )  # fmt: skip
