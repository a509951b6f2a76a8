"""The page breaks Word left in a DOCX (``w:lastRenderedPageBreak``), and whether they still tell of its text."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DATED_BY_WORD = (1980, 1, 1)
_HELD = 9000  # letters: more than a page of the smallest type in use holds
_COUNTED = (0.96, float("inf"))  # of the letters, by Word: codes of links and pictures are more than the XML shows
_COUNTED_OF_ANOTHER = (0.985, 1.02)


@dataclass(frozen=True, slots=True)
class Marks:
    """The text of a body as ``letters_of`` has it, and the places in it where Word began a page by itself.

    ``stale`` says why the marks do not tell of this text, empty when they do; ``left_out`` counts those in table rows
    and at breaks that the file asks for.
    """

    text: str
    places: tuple[int, ...]
    left_out: int = 0
    stale: str = ""


def letters_of(text: str) -> str:
    """The letters and figures of a text in lower case, all that a file and its PDF are sure to share."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).lower()


def read_marks(docx: bytes) -> Marks | None:
    """The marks of a DOCX; ``None`` where it has none, or cannot be read."""
    try:
        package = zipfile.ZipFile(io.BytesIO(docx))
        main = package.read("word/document.xml")
        if b"lastRenderedPageBreak" not in main:
            return None
        body = _parsed(main).find(f"{W}body")
        begun = _styles_that_begin_pages(package)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        return None
    if body is None:
        return None
    said: list[str] = []
    place, places, left_out, asked = 0, [], 0, True  # a page begins with the text
    for kind, element in _events(body, begun):
        if kind == "text":
            letters = letters_of(element.text or "")
            said.append(letters)
            place += len(letters)
            asked = asked and not letters
        elif kind == "break":
            asked = True
        elif asked or any(True for _ in element.iterancestors(f"{W}tbl")):
            left_out += 1
        else:
            places.append(place)
    text = "".join(said)
    return Marks(text, tuple(places), left_out, _stale(package, main, body, text, places))


def _parsed(xml: bytes) -> Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))


def _events(body: Element, begun: set[str]) -> Iterator[tuple[str, Element]]:
    """Texts, marks and breaks that the file asks for, in order; what stands in text boxes is none of the flow's."""
    ended: Element | None = None  # the section that the paragraph being read ends
    for element in body.iter(f"{W}t", f"{W}lastRenderedPageBreak", f"{W}br", f"{W}p", f"{W}sectPr"):
        if any(True for _ in element.iterancestors(f"{W}txbxContent", f"{W}del", f"{W}moveFrom")):
            continue
        if element.tag == f"{W}p" and ended is not None:
            yield "break", ended
            ended = None
        if element.tag == f"{W}t":
            yield "text", element
        elif element.tag == f"{W}lastRenderedPageBreak":
            yield "mark", element
        elif element.tag == f"{W}sectPr":
            ended = element if _parent(element) == "pPr" else None
        elif _asks_for_page(element, begun):
            yield "break", element


def _parent(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else etree.QName(parent).localname


def _asks_for_page(element: Element, begun: set[str]) -> bool:
    if element.tag == f"{W}br":
        return element.get(f"{W}type") in ("page", "column")
    own = element.find(f"{W}pPr/{W}pageBreakBefore")
    if own is not None:
        return own.get(f"{W}val") not in ("0", "false", "off")
    style = element.find(f"{W}pPr/{W}pStyle")
    return style is not None and style.get(f"{W}val") in begun


def _styles_that_begin_pages(package: zipfile.ZipFile) -> set[str]:
    """The ids of the styles whose paragraphs begin a page, by themselves or by the style they rest on."""
    if "word/styles.xml" not in package.namelist():
        return set()
    asked: dict[str, bool] = {}
    rests: dict[str, str] = {}
    for style in _parsed(package.read("word/styles.xml")).iter(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        own, base = style.find(f"{W}pPr/{W}pageBreakBefore"), style.find(f"{W}basedOn")
        if own is not None:
            asked[name] = own.get(f"{W}val") not in ("0", "false", "off")
        if base is not None:
            rests[name] = base.get(f"{W}val", "")
    return {name for name in {*asked, *rests} if _asked(name, asked, rests)}


def _asked(name: str, asked: dict[str, bool], rests: dict[str, str]) -> bool:
    seen: set[str] = set()
    while name not in asked and name in rests and name not in seen:
        seen.add(name)
        name = rests[name]
    return asked.get(name, False)


def _stale(package: zipfile.ZipFile, main: bytes, body: Element, text: str, places: list[int]) -> str:
    """Why the marks are not those of this text, empty when nothing speaks against them."""
    try:
        said = package.read("docProps/app.xml").decode("utf-8", "replace")
    except KeyError:
        said = ""
    if not re.match(r"Microsoft .*Word", _property(said, "Application")):
        return "not written by Word"
    by_word = package.getinfo("word/document.xml").date_time[:3] == _DATED_BY_WORD
    least, most = _COUNTED if by_word else _COUNTED_OF_ANOTHER
    counted = int(_property(said, "CharactersWithSpaces") or 0) / max(_characters(body), 1)
    if counted and not least <= counted <= most:
        return "another text than Word counted"
    pages = int(_property(said, "Pages") or 0)
    if pages and pages <= len(set(places)):
        return "more marks than pages"
    bounds = [0, *places, len(text)]
    if any(after - before > _HELD for before, after in pairwise(bounds)):
        return "more text between marks than a page holds" if not _has_other_pages(main, places) else ""
    return ""


def _has_other_pages(main: bytes, places: list[int]) -> bool:
    """Whether pages begin at other marks than those of the flow, as in tables longer than a page."""
    return main.count(b"lastRenderedPageBreak") > len(places)


def _property(said: str, name: str) -> str:
    found = re.search(rf"<(?:\w+:)?{name}>([^<]*)<", said)
    return found[1].strip() if found else ""


def _characters(body: Element) -> int:
    """How many characters the body has as Word counts them on saving: with codes of fields and ends of paragraphs."""
    count = 0
    for element in body.iter(*(f"{W}{name}" for name in ("t", "p", "tab", "br", "instrText", "fldChar", "tr"))):
        if any(True for _ in element.iterancestors(f"{W}txbxContent")):
            continue
        if element.tag in (f"{W}t", f"{W}instrText"):
            count += len(element.text or "")
        elif element.tag not in (f"{W}tab", f"{W}br") or _parent(element) == "r":
            count += 1
    return count
