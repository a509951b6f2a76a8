"""What a Word file says, paragraph by paragraph, to hold one copy against another."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from generator.docx.word.ooxml import parse, w
from generator.editing.merging import Made
from generator.editing.spans import Replace, Texts
from generator.edits import Insert, Remove
from generator.opc import WORD, Package

_GONE = {True: {w("del"), w("moveFrom")}, False: {w("ins"), w("moveTo")}}
_WORDS = {w("t"), w("delText")}
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}


def texts(docx: bytes, *, accepted: bool = True) -> dict[str, list[str]]:
    """The words of each part that has paragraphs, those without words left out, and those of comments.

    Tracked changes are taken as accepted, or as rejected.
    """
    package = Package.open(docx, WORD)
    found: dict[str, list[str]] = {}
    for name, data in package.parts.items():
        if not name.startswith("word/") or not name.endswith(".xml") or "comments" in name:
            continue
        said = list(_paragraphs(parse(data), _GONE[accepted]))
        if said:
            found[name] = said
    return found


def _paragraphs(root: etree._Element, gone: set[str]) -> list[str]:
    said = ["".join(_words(paragraph, gone)) for paragraph in root.iter(w("p"))]
    return [text for text in said if text.strip()]


def _words(element: etree._Element, gone: set[str]) -> list[str]:
    found: list[str] = []
    for item in element:
        if item.tag in gone or item.tag == w("pPr") or item.tag == w("txbxContent"):
            continue
        if item.tag in _WORDS:
            found.append(item.text or "")
        elif item.tag in _SIGNS and element.tag == w("r"):
            found.append(_SIGNS[item.tag])
        else:
            found += _words(item, gone)
    return found


def as_planned(before: Texts, edits: Sequence[Made], old: bytes, new: bytes, *, tracked: bool) -> bool:
    """Whether the new file says what the old one says with the edits made, and nothing else.

    ``before`` are the texts of the old one; what was ``tracked`` must say, taken back, what the old file says.
    """
    if tracked:
        taken_back = texts(new, accepted=False)
        if any(taken_back.get(part, []) != said for part, said in texts(old, accepted=False).items()):
            return False
    after = Texts(new)
    return all(
        _with_words(_expected(before.of(part), part, edits)) == _with_words(after.of(part))
        for part in Package.open(old, WORD).parts
        if part.startswith("word/") and part.endswith(".xml")
    )


def _with_words(said: Sequence[str]) -> list[str]:
    return [text for text in said if text.strip()]


def _expected(said: Sequence[str], part: str, edits: Sequence[Made]) -> list[str]:
    """The texts of a part's paragraphs with the edits made, from the last letter changed to the first."""
    found: list[list[str]] = [[text] for text in said]
    for edit in edits:
        if isinstance(edit, Replace) and edit.part == part:
            (text,) = found[edit.paragraph - 1]
            found[edit.paragraph - 1] = [text[: edit.begin] + edit.new + text[edit.end :]]
    for edit in edits:
        if isinstance(edit, Insert) and edit.spot.part == part:
            place = 0 if edit.before else len(found[edit.spot.paragraph - 1])
            found[edit.spot.paragraph - 1].insert(place, edit.text)
        elif isinstance(edit, Remove) and edit.spot.part == part:
            held = found[edit.spot.paragraph - 1]
            held.remove(said[edit.spot.paragraph - 1])
    return [text for held in found for text in held]
