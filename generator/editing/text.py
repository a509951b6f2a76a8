"""The words of a paragraph in its XML: where they stand, and the runs that hold exactly them."""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from generator.docx.word.ooxml import w
from generator.editing.errors import NoSuchSpotError

_RUN, _TEXT, _PROPERTIES = w("r"), w("t"), w("rPr")
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_OWN = {w("txbxContent"), w("del"), w("moveFrom"), w("footnote")}  # other paragraphs, and text that is gone
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of the paragraph itself, in order; not those of boxes in it, nor what was deleted."""
    for child in paragraph:
        if child.tag == _RUN:
            yield child
        elif child.tag not in _OWN:
            yield from runs(child)


def text_of(run: etree._Element) -> str:
    """The text of a run, a tab and a break as one sign each."""
    return "".join((item.text or "") if item.tag == _TEXT else _SIGNS.get(item.tag, "") for item in run)


def paragraph_text(paragraph: etree._Element) -> str:
    """The text of the paragraph as ``covering`` counts it."""
    return "".join(text_of(run) for run in runs(paragraph))


def alike(old: str, new: str) -> tuple[int, int]:
    """How many letters both texts begin with, and how many both end with behind those."""
    head = _shared(old, new)
    return head, _shared(old[head:][::-1], new[head:][::-1])


def _shared(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def covering(paragraph: etree._Element, text: str, nth: int = 1) -> list[etree._Element]:
    """The runs that hold exactly this text, runs being parted where it begins or ends inside one.

    All runs with text where ``text`` is empty. Spaces match any, letters match however their marks are stored. Raises
    NoSuchSpotError.
    """
    if not text:
        return [run for run in runs(paragraph) if text_of(run)]
    return between(paragraph, *found(paragraph_text(paragraph), text, nth))


def between(paragraph: etree._Element, start: int, end: int) -> list[etree._Element]:
    """The runs that hold the text from one place to another, parted there."""
    _parted(paragraph, start)
    _parted(paragraph, end)
    made, at = [], 0
    for run in runs(paragraph):
        size = len(text_of(run))
        if size and start <= at and at + size <= end:
            made.append(run)
        at += size
    return made


def found(raw: str, text: str, nth: int) -> tuple[int, int]:
    """Where the nth such text begins and ends; raises NoSuchSpotError."""
    shown, places = _composed(raw)
    wanted = unicodedata.normalize("NFC", text).split()
    matches = list(re.finditer(r"\s+".join(map(re.escape, wanted)), shown)) if wanted else []
    if len(matches) < nth:
        raise NoSuchSpotError(text)
    match = matches[nth - 1]
    return places[match.start()], places[match.end()]


def _composed(raw: str) -> tuple[str, list[int]]:
    """The text with each letter and its marks as one sign, and where each of them, and the end, stands in ``raw``."""
    shown, places = [], []
    at = 0
    while at < len(raw):
        end = at + 1
        while end < len(raw) and unicodedata.combining(raw[end]):
            end += 1
        for sign in unicodedata.normalize("NFC", raw[at:end]):
            shown.append(sign)
            places.append(at)
        at = end
    return "".join(shown), [*places, len(raw)]


def _parted(paragraph: etree._Element, place: int) -> None:
    """Parts the run that this place is inside."""
    at = 0
    for run in runs(paragraph):
        size = len(text_of(run))
        if at < place < at + size:
            _part(run, place - at)
            return
        at += size


def _part(run: etree._Element, place: int) -> None:
    """Parts a run into two of the same look, the second behind it."""
    second = run.makeelement(_RUN, {str(key): str(value) for key, value in run.attrib.items()})
    properties = run.find(_PROPERTIES)
    if properties is not None:
        second.append(copy.deepcopy(properties))
    at = 0
    for item in list(run):
        if item.tag == _PROPERTIES:
            continue
        size = len(item.text or "") if item.tag == _TEXT else len(_SIGNS.get(item.tag, ""))
        if at >= place:
            second.append(item)
        elif at + size > place and item.tag == _TEXT:
            whole = item.text or ""
            rest = copy.deepcopy(item)
            set_text(item, whole[: place - at])
            set_text(rest, whole[place - at :])
            second.append(rest)
        at += size
    run.addnext(second)


def set_text(item: etree._Element, text: str) -> None:
    """Gives a text element its text, spaces kept."""
    item.text = text
    if text != text.strip():
        item.set(_SPACE, "preserve")
