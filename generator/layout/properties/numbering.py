"""Automatic numbering: the label in front of each paragraph of a Word list."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from itertools import islice

from generator.layout.limits import MAX_LABEL, MAX_NUMBER
from generator.layout.names import MC, VAL, Element, W, children_of, integer, truth, value, value_in
from generator.layout.notes import Notes
from generator.layout.package import Package
from generator.layout.properties.paragraph_properties import read_paragraph_layer
from generator.layout.properties.text_properties import Layer, read_text_layer
from generator.layout.tree import LabelAlign
from generator.records import record
from generator.wording.numerals.ordinals import roman

_LEVELS = 9
_LAST_LETTERS = 30 * 26


def letters(number: int) -> str:
    """The number as Word counts in letters: a … z, aa, bb … up to thirty of a kind, then from a again."""
    number = (number - 1) % _LAST_LETTERS + 1 if number > 0 else 0
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""


def numeral(number: int, form: str) -> str | None:
    """The number in an OOXML number format, ``None`` for a format not known here."""
    make = _FORMS.get(form)
    if make is not None:
        return make(number)
    from generator.layout.properties.numerals import rare_numeral  # here: few documents count so

    return rare_numeral(number, form)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": lambda number: roman(number) if number > 0 else "",
    "lowerRoman": lambda number: roman(number).lower() if number > 0 else "",
    "upperLetter": lambda number: letters(number).upper(),
    "lowerLetter": letters,
    "none": lambda _: "",
}


_ALIGNS: dict[str, LabelAlign] = {"center": "center", "right": "right", "end": "right"}
_LEGAL = {"decimal", "decimalZero", "none"}


def _level_of(element: Element) -> int | None:
    """The level an element speaks of, ``None`` when Word has no such level."""
    level = integer(element.get(W + "ilvl")) or 0
    return level if 0 <= level < _LEVELS else None


def _form(level: Element, said: dict[str, Element]) -> str:
    """The number format of a level; one of Word 2010 with examples of its own stands beside one for older readers."""
    found = said.get(W + "numFmt")
    if MC + "AlternateContent" in said:
        newer = level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
        found = found if newer is None else newer
    form = "decimal" if found is None else found.get(W + "val", "decimal")
    return f"custom:{found.get(W + 'format', '')}" if found is not None and form == "custom" else form


@record()
class _Level:
    """One level of a list; what it says of looks is read when a paragraph stands on it, and few levels have one."""

    style: str | None
    form: str
    pattern: str
    start: int
    suffix: str
    restart: int | None
    legal: bool
    align: LabelAlign
    look: Element | None
    place: Element | None
    theme: dict[str, str]

    @cached_property
    def text(self) -> Layer:
        """What it says of the look of its labels."""
        return read_text_layer(self.look, self.theme)

    @cached_property
    def paragraph(self) -> Layer:
        """What it says of its paragraphs."""
        return read_paragraph_layer(self.place)


@record(frozen=True)
class Label:
    """The label of one paragraph: its text, what follows it (``tab``, ``space``, ``nothing``), its look, its place."""

    text: str
    suffix: str
    format: Layer
    align: LabelAlign = "left"


class Numbering:
    """Counts through every list of a document, in reading order.

    All ``w:num`` of one ``w:abstractNum`` count on together; where one says ``w:startOverride``, its first paragraph
    on that level begins anew, and the others then count on from there.
    """

    def __init__(self, package: Package, theme: dict[str, str], notes: Notes) -> None:
        self._theme, self._notes = theme, notes
        self._lists: dict[str, tuple[Element, Element]] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._restarts: dict[str, set[int]] = {}
        root = package.part(package.related(package.document, "numbering"))
        if root is None:
            return
        abstracts = {e.get(W + "abstractNumId", ""): e for e in root.findall(W + "abstractNum")}
        styled = {link: number for number, e in abstracts.items() if (link := value(e, "styleLink"))}
        for num in root.findall(W + "num"):
            abstract_id = value(num, "abstractNumId") or ""
            abstract = abstracts.get(abstract_id)
            if abstract is not None:
                # A list may borrow its levels from a numbering style, and then counts on with it.
                abstract_id = styled.get(value(abstract, "numStyleLink") or "", abstract_id)
                num_id = num.get(W + "numId", "")
                self._lists[num_id] = abstracts[abstract_id], num
                self._abstract[num_id] = abstract_id

    def _levels_of(self, num_id: str) -> dict[int, _Level]:
        """The levels of a list, read when its first paragraph is met: Word keeps dozens of lists that no text uses."""
        known = self._levels.get(num_id)
        if known is None:
            found = self._lists.get(num_id)
            if found is None:
                return {}
            restarts = self._restarts[num_id] = set[int]()
            known = self._levels[num_id] = self._read_levels(*found, restarts)
        return known

    def _read_levels(self, abstract: Element, num: Element, restarts: set[int]) -> dict[int, _Level]:
        listed = islice(abstract.iterfind(W + "lvl"), _LEVELS)
        levels = {index: self._read_level(e) for e in listed if (index := _level_of(e)) is not None}
        for override in islice(num.iterfind(W + "lvlOverride"), _LEVELS):
            index = _level_of(override)
            if index is None:
                continue
            replaced = override.find(W + "lvl")
            if replaced is not None:
                levels[index] = self._read_level(replaced, levels.get(index))
            start = integer(value(override, "startOverride"))
            if start is not None and index in levels:
                levels[index].start = min(max(start, 0), MAX_NUMBER)
                restarts.add(index)
        return levels

    def _read_level(self, element: Element, replaced: _Level | None = None) -> _Level:
        said = children_of(element)
        start = integer(value_in(said, W + "start"))
        if start is None:  # 0 where nothing says it (ECMA-376 17.9.25)
            start = 0 if replaced is None else replaced.start
        return _Level(
            style=value_in(said, W + "pStyle"),
            form=_form(element, said),
            pattern=(value_in(said, W + "lvlText") or "")[:MAX_LABEL],
            start=min(max(start, 0), MAX_NUMBER),
            suffix=value_in(said, W + "suff") or "tab",
            restart=integer(value_in(said, W + "lvlRestart")),
            legal=(legal := said.get(W + "isLgl")) is not None and truth(legal.get(VAL)),
            align=_ALIGNS.get(value_in(said, W + "lvlJc") or "", "left"),
            look=said.get(W + "rPr"),
            place=said.get(W + "pPr"),
            theme=self._theme,
        )

    def paragraph_layer(self, num_id: str, level: int) -> Layer:
        """What the list says about the indents of a paragraph on this level."""
        found = self._levels_of(num_id).get(level)
        return {} if found is None else found.paragraph

    def level_of(self, num_id: str, style_id: str) -> int | None:
        """The level of a list that is bound to a paragraph style, ``None`` when none is."""
        levels = self._levels_of(num_id)
        return next((index for index, level in levels.items() if level.style == style_id), None)

    def next_label(self, num_id: str, level: int) -> Label | None:
        """Counts one paragraph and returns its label, ``None`` when the list does not exist."""
        levels = self._levels_of(num_id)
        if level not in levels:
            return None
        counters = self._counters.setdefault(self._abstract[num_id], [None] * _LEVELS)
        restarts = self._restarts[num_id]
        current = None if level in restarts else counters[level]
        restarts.discard(level)
        counters[level] = levels[level].start if current is None else current + 1
        for higher in range(level):  # a level that was passed over has begun all the same
            if counters[higher] is None and higher in levels:
                counters[higher] = levels[higher].start
        for deeper in range(level + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart != 0 and (restart is None or level < restart):
                counters[deeper] = None
        here = levels[level]
        return Label(self._text(levels, counters, level), here.suffix, here.text, here.align)

    def told(self, num_id: str, level: int, pick: Callable[[str], str]) -> str:
        """What ``pick`` takes of the pattern of the label made last on this level; empty where that has no number."""
        levels = self._levels_of(num_id)
        if level not in levels or levels[level].form == "bullet":
            return ""
        return self._text(levels, self._counters[self._abstract[num_id]], level, pick(levels[level].pattern))

    def _text(
        self, levels: dict[int, _Level], counters: list[int | None], level: int, pattern: str | None = None
    ) -> str:
        here = levels[level]
        if here.form == "bullet":
            return here.pattern.replace("\u00ad", "-")  # as a bullet a soft hyphen shows

        def number(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            counted = counters[index] if index < _LEVELS else None
            if index not in levels:
                return ""
            if counted is None:
                counted = levels[index].start
            form = levels[index].form
            if here.legal and form not in _LEGAL:  # all levels in figures, the own one too (ECMA-376 17.9.4)
                form = "decimal"
            text = numeral(counted, form)
            if text is None:
                self._notes.add(f"kiểu đánh số “{form}”")
            return text or ""

        return re.sub(r"%([1-9])", number, here.pattern if pattern is None else pattern)
