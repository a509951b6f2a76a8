"""What a Word file says, paragraph by paragraph, to hold one copy against another."""

from __future__ import annotations

from lxml import etree

from generator.docx.word.ooxml import parse, w
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
