"""Changes to a Word file as the cases of rules say them (``phan``, ``co``, ``dam`` …), read into edits.

A change is a mapping. One with ``phan`` is of the lines of that component:

- their letters: ``co``, ``phong``, ``dam``, ``nghieng``, ``hoa``, ``gach_chan``, ``mau`` (``chi``: these words only);
- their paragraphs, in millimetres, points, lines: ``canh``, ``trai``, ``thut``, ``truoc``, ``sau``, ``gian``;
- their words: ``chu`` other words, ``thay`` (a list of old and new) some of them, ``noi`` words at their end,
  ``chu_hoa`` the same in capitals, ``bo`` takes them away, ``them`` puts a paragraph behind them, ``chen`` one before;
- which lines: ``dong`` the nth, from 1, or from the last where it is negative;
- of the text (``nội dung``: that of the document and of what is issued with it, no phụ lục) those of a level
  (``cap``), with so many letters of running text at least (``dai``: neither in the middle nor in capitals, no note),
  that look so (``von``: ``đậm``, ``thường``), that end so (``ket``), or those in tables (``bang``);
- ``ke``: of the rule drawn below it: ``bo`` takes it away, ``ty_le`` makes it that share of its length.

One with ``trang`` is of the sections (``so``: only the nth; ``huong``: only those that stand, ``dọc``, or lie,
``ngang``): ``rong``, ``cao``, ``tren``, ``duoi``, ``trai``, ``phai`` in millimetres, ``khac_trang_dau``, ``so_tu``,
``kieu_so``. What cannot be said so is said of the file's own text (``tep``): see ``generator.defects.making``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.edits import Align, Edit, Insert, Remove, Rewrite, SetLook, SetParagraph, SetSection, Spot
from generator.law.figures import POINTS_PER_MM
from generator.layout.tree import Document
from generator.parts.lines import Line
from generator.parts.model import Part, Parts

SYMBOL = "{ky_hieu}"
"""In words, the symbol of the document's own number: «QĐ-UBND»."""
_PLACE = "{dia_danh}"  # the document's own địa danh
_ALIGN: dict[str, Align] = {"trái": "left", "giữa": "center", "phải": "right", "đều": "both"}
_LOOK = {
    "co": "size", "phong": "font", "dam": "bold", "nghieng": "italic", "hoa": "caps", "gach_chan": "underline",
    "mau": "colour",
}  # fmt: skip
_LENGTHS = {"trai": "left", "thut": "first_line"}
_GAPS = {"truoc": "before", "sau": "after", "gian": "line"}
_PAGE = {"rong": "width", "cao": "height", "tren": "top", "duoi": "bottom", "trai": "left", "phai": "right"}
_NUMBERS = {"khac_trang_dau": "title_page", "so_tu": "number_start", "kieu_so": "number_format"}


class NotApplicableError(Exception):
    """The document has not what the change is of."""


def edits_of(changes: Sequence[Mapping[str, Any]], document: Document, parts: Parts) -> list[Edit]:
    """The edits of the changes; raises NotApplicableError for a document that lacks the component."""
    made: list[Edit] = []
    for change in changes:
        if "tep" in change:
            continue
        if "ke" in change:
            made += _of_rule(change, parts)
        else:
            made += _of_pages(change, document) if "trang" in change else _of_part(change, parts)
    return made


def _of_pages(change: Mapping[str, Any], document: Document) -> Iterator[Edit]:
    said = change["trang"]
    only, wanted = change.get("so"), change.get("huong")
    for number, section in enumerate(document.sections):
        lies = "ngang" if section.page.width > section.page.height else "dọc"
        if only in (None, number + 1) and wanted in (None, lies):
            lengths = {_PAGE[key]: value * POINTS_PER_MM for key, value in said.items() if key in _PAGE}
            yield SetSection(
                number, **lengths, **{_NUMBERS[key]: value for key, value in said.items() if key in _NUMBERS}
            )


def _of_part(change: Mapping[str, Any], parts: Parts) -> Iterator[Edit]:
    for line in _lines(change, parts):
        if line.paragraph.origin is None:
            raise NotApplicableError(change["phan"])
        spot = Spot(*line.paragraph.origin, line.text)
        look_at = Spot(*line.paragraph.origin, change["chi"]) if "chi" in change else spot
        look = {_LOOK[key]: value for key, value in change.items() if key in _LOOK}
        if look:
            yield SetLook(look_at, **look)
        stand: dict[str, Any] = {
            _LENGTHS[key]: value * POINTS_PER_MM for key, value in change.items() if key in _LENGTHS
        }
        stand |= {_GAPS[key]: value for key, value in change.items() if key in _GAPS}
        if "canh" in change:
            stand["align"] = _ALIGN[change["canh"]]
        if stand:
            yield SetParagraph(spot, **stand)
        if "chu" in change and (words := _filled(change["chu"], parts)) != line.text:
            yield Rewrite(spot, words)
        if "thay" in change:
            old, new = change["thay"]
            yield Rewrite(Spot(*line.paragraph.origin, old), new)
        if "noi" in change:
            yield Rewrite(spot, line.text + change["noi"])
        if change.get("chu_hoa") and line.text.upper() != line.text:
            yield Rewrite(spot, line.text.upper())
        if "them" in change:
            yield Insert(spot, change["them"])
        if "chen" in change:
            yield Insert(spot, change["chen"], before=True)
        if change.get("bo"):
            yield Remove(spot)


def _filled(words: str, parts: Parts) -> str:
    """The words with what is the document's own in them; raises NotApplicableError where it has none."""
    own = {SYMBOL: parts.text(Part.NUMBER).partition("/")[2], _PLACE: parts.text(Part.PLACE_DATE).rpartition(",")[0]}
    for name, said in own.items():
        if name in words and not said:
            raise NotApplicableError(name)
        words = words.replace(name, said)
    return words


def _of_rule(change: Mapping[str, Any], parts: Parts) -> Iterator[Edit]:
    part = Part(change["phan"])
    found = [*parts.of(part), *(one for annex in parts.annexes for one in annex.components if one.part is part)]
    lines = [line for line in found[0].lines if line.rules and not line.text] if found else []
    if not lines:
        raise NotApplicableError(change["phan"])
    for line in lines:
        form, width = line.paragraph.format, line.rules[0].width
        if line.paragraph.origin is None or width is None:
            raise NotApplicableError(change["phan"])
        spot = Spot(*line.paragraph.origin)
        if change["ke"].get("bo"):
            yield Remove(spot)
        else:
            inward = width * (1 - change["ke"]["ty_le"]) / 2
            yield SetParagraph(spot, left=form.left + inward, right=form.right + inward)


def _lines(change: Mapping[str, Any], parts: Parts) -> list[Line]:
    part, only = Part(change["phan"]), change.get("dong")
    components = [*parts.of(part), *(one for annex in parts.annexes for one in annex.components if one.part is part)]
    lines = [line for component in components for line in component.lines if line.text]
    if part is Part.BODY:
        texts = [*parts.body, *(one for annex in parts.annexes if annex.attached for one in annex.body)]
        held = "table" if change.get("bang") else "body"
        lines = [one.line for one in texts if one.line.holder == held and change.get("cap") in (None, one.level.value)]
        lines = [line for line in lines if _asked_for(line, change)]
    if "thay" in change:
        lines = [line for line in lines if change["thay"][0] in line.text][:1]
    elif only is not None:
        at = only - 1 if only > 0 else len(lines) + only
        lines = lines[at : at + 1] if at >= 0 else []
    if not lines:
        raise NotApplicableError(change["phan"])
    return lines


def _asked_for(line: Line, change: Mapping[str, Any]) -> bool:
    """Whether the line of the text is as long as the change says, looks and ends so."""
    bold = "đậm" if line.bold else "thường"
    short = "dai" in change and not _runs(line, change["dai"])
    return not short and change.get("von") in (None, bold) and line.text.endswith(change.get("ket", ""))


def _runs(line: Line, least: int) -> bool:
    """Whether the line is running text of that many letters at least."""
    aside = line.paragraph.format.align in ("center", "right") or line.text.isupper()
    return len(line.text) >= least and not aside and line.text[:1] not in '(*[<«“"'
