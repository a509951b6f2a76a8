"""Tags whose values nobody would see on paper: in the colour of the paper, too small to read, or hidden."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.docx.compiling.tags import TAG
from generator.docx.word.ooxml import w
from generator.edits import Spot
from generator.findings import Finding
from generator.forms.checking import marks
from generator.forms.checking.source import Part
from generator.patterns import late

_PALE = 0xF5  # each of red, green and blue: what no printer shows on white paper
_SMALLEST = 6  # half-points
_RGB = late(r"[0-9A-Fa-f]{6}\Z")
# Around a text anything may be dark behind it: fills of cells and boxes, styles of tables and paragraphs.
_BACKGROUNDS = (w("shd"), w("highlight"))
_BEHIND = tuple(map(w, ("tcPr", "pPr", "rPr", "tblPr")))


def unseen(part: Part) -> Iterator[Finding]:
    """The tags of the part in white letters on nothing, or in letters below three points."""
    for paragraph in part.paragraphs:
        if "{" not in paragraph.said:
            continue
        offset = 0
        why = [(0, 0, "")]
        for text in paragraph.texts:
            end = offset + len(text.text or "")
            why.append((offset, end, _why(text)))
            offset = end
        for match in TAG.finditer(paragraph.said):
            quoted = match.group()
            said = next((what for start, stop, what in why if start <= match.start() < stop), "")
            if said and quoted.startswith("{{"):
                spot = Spot(part.name, paragraph.number, quoted)
                what = f"thẻ {quoted}: {said}, in ra không ai thấy giá trị"
                yield marks.found(
                    marks.NOT_IN_PDF, what, "sửa màu, cỡ chữ, bỏ ẩn chữ của thẻ", place=paragraph.place, spot=spot
                )


def _why(text: etree._Element) -> str:
    """Why nobody would see the text; empty where they would, or where that depends on a style."""
    run = next(text.iterancestors(w("r")), None)
    look = run.find(w("rPr")) if run is not None else None
    if look is None:
        return ""
    hides = look.find(w("vanish"))
    if hides is not None and hides.get(w("val"), "1") in ("1", "true", "on"):
        return "chữ ẩn (Hidden)"
    size = look.find(w("sz"))
    if size is not None and 0 < _number(size.get(w("val"), "")) <= _SMALLEST:
        return f"chữ cỡ {_number(size.get(w('val'), '')) / 2:g}"
    color = look.find(w("color"))
    value = color.get(w("val"), "") if color is not None else ""
    if color is None or not _RGB.match(value) or color.get(w("themeColor")) not in (None, "background1"):
        return ""
    pale = all(int(value[n : n + 2], 16) >= _PALE for n in (0, 2, 4))
    return "chữ trắng trên nền trắng" if pale and not _is_backed(text) else ""


def _is_backed(text: etree._Element) -> bool:
    """Whether something may lie behind the text that it shows on."""
    for around in text.iterancestors():
        if around.tag in (w("txbxContent"), w("background")):
            return True
        for properties in around.iterchildren(*_BEHIND):
            if properties.find(w("tblStyle")) is not None or properties.find(w("pStyle")) is not None:
                return True
            if any(properties.find(name) is not None for name in _BACKGROUNDS):
                return True
    return False


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
