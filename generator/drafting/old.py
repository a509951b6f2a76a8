"""The old document opened: refused where it must stay as it is, then made plain enough to put tags into.

Content controls are opened up, the second copy of text boxes for old programs and comments go, and a paragraph of
several typed lines becomes as many paragraphs: a tag of the language repeats paragraphs, not lines.
"""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import field

from lxml import etree

from generator.docx.word.ooxml import paragraph_property, parse, serialize, take_out, w
from generator.docx.word.package import DOCUMENT, STYLES, Package, named_as_usual
from generator.drafting.references import marks_kept
from generator.editing.errors import RefusedError
from generator.editing.opening import open_to_change
from generator.layout import Document, read
from generator.layout.tree import LineBreak
from generator.parts import read_parts
from generator.parts.lines import Line, halves
from generator.parts.model import Component, Part, Parts
from generator.parts.walking import body_lines, running_lines
from generator.records import record

Element = etree._Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHANGES = tuple(
    map(w, ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange",
            "sectPrChange", "tblGridChange", "cellIns", "cellDel", "cellMerge", "numberingChange", "tblPrExChange"))
)  # fmt: skip
_OPENED = tuple(map(w, ("sdt", "smartTag", "customXml")))  # holders that say nothing of how their content looks
_GONE = tuple(
    map(w, ("commentRangeStart", "commentRangeEnd", "commentReference", "proofErr", "lastRenderedPageBreak",
            "permStart", "permEnd"))
)  # fmt: skip
_WHOLE = frozenset({Part.NATIONAL, Part.MOTTO})  # what is never replaced need not be parted
_SAVE = "mở bằng Word, lưu lại dạng Word Document (.docx)"
_TAGS = ("{{", "{%", "{#")
_DOCX = "wordprocessingml.document.main+xml"
_TEXTS = ("header", "footer", "footnotes", "endnotes")


@record()
class Old:
    """The document as it can be worked on: its trees by part, its layout, its lines, its components."""

    package: Package
    trees: dict[str, Element]
    document: Document
    lines: list[Line]
    parts: Parts
    paragraphs: dict[str, list[Element]]
    running: list[tuple[str, Line]] = field(default_factory=list)

    @property
    def body(self) -> Element:
        """The body of the main part."""
        body = self.trees[DOCUMENT].find(w("body"))
        assert body is not None
        return body

    def element(self, line: Line) -> Element:
        """The paragraph of the file that the line stands in."""
        part, number = line.paragraph.origin or ("", 0)
        return self.paragraphs[part][number - 1]

    def place_of(self, paragraph: Element) -> str:
        """Where a paragraph of the file stands; empty for one no line is read of."""
        lines = [*self.lines, *(line for _, line in self.running)]
        return next((line.place for line in lines if line.paragraph.origin and self.element(line) is paragraph), "")

    def whole(self, line: Line) -> bool:
        """Whether its paragraph says nothing but the line."""
        items = [item for item in line.paragraph.items if isinstance(item, LineBreak)]
        return not items and halves(line) == [line] and squeezed(line.paragraph.text) == squeezed(line.text)


def squeezed(text: str) -> str:
    """The text without spaces."""
    return "".join(unicodedata.normalize("NFC", text).split())


def open_old(docx: bytes) -> Old:
    """The document; raises RefusedError, PackageError and ConversionError for what cannot become a form."""
    opened, _ = open_to_change(named_as_usual(docx))
    package = Package(dict(opened.parts))
    if STYLES not in package.parts:
        raise RefusedError("tệp không có cấu trúc thường của Word", _SAVE)
    if not package.content_type(DOCUMENT).endswith(_DOCX):
        raise RefusedError("tệp có macro, hoặc là tệp mẫu .dotx", _SAVE)
    trees = {name: parse(package.parts[name]) for name in _texts(package)}
    if any(next(tree.iter(*_CHANGES), None) is not None for tree in trees.values()):
        raise RefusedError(
            "tệp còn thay đổi chưa duyệt (Track Changes)",
            "mở bằng Word, Review → Accept All Changes, lưu rồi làm lại",
        )
    said = ("".join(item.text or "" for item in p.iter(w("t"))) for tree in trees.values() for p in tree.iter(w("p")))
    if any(mark in text for text in said for mark in _TAGS):
        raise RefusedError("tệp đã có thẻ {{ … }} hoặc {% … %}: đây là mẫu, không phải văn bản", "chỉ tệp đã ban hành")
    for tree in trees.values():
        _opened_up(tree)
    marks_kept(trees)
    first = _read(package, trees)
    places = _places(first)
    numbers = {id(p): n for n, p in enumerate(first.paragraphs[DOCUMENT], 1)}
    if not _part_lines(first):
        return first
    owners: dict[int, int] = {}
    at = 0
    for n, p in enumerate(trees[DOCUMENT].iter(w("p")), 1):
        at = numbers.get(id(p), at)
        owners[n] = at
    old = _read(package, trees)
    for line in _all_lines(old):
        part, number = line.paragraph.origin or ("", 0)
        if part == DOCUMENT:
            line.place = places.get(owners.get(number, 0), line.place)
    return old


def _texts(package: Package) -> Iterator[str]:
    yield DOCUMENT
    for one in package.relationships(DOCUMENT).values():
        if one.word in _TEXTS and one.target in package.parts:
            yield one.target


def _opened_up(tree: Element) -> None:
    """Takes out the holders and marks that would stand between a tag and what it repeats."""
    for holder in [item for item in tree.iter(*_OPENED) if item.tag in _OPENED]:
        parent = holder.getparent()
        if parent is None:
            continue
        inner = holder.find(w("sdtContent")) if holder.tag == w("sdt") else holder
        for item in list(inner) if inner is not None else []:
            if item.tag not in (w("smartTagPr"), w("customXmlPr")):
                holder.addprevious(item)
        parent.remove(holder)
    for both in list(tree.iter(f"{_MC}AlternateContent")):
        fallback = both.find(f"{_MC}Fallback")
        if fallback is not None and next(both.iter(w("txbxContent")), None) is not None:
            both.remove(fallback)
    for mark in list(tree.iter(*_GONE)):
        take_out(mark)


def _read(package: Package, trees: dict[str, Element]) -> Old:
    for name, tree in trees.items():
        package.parts[name] = serialize(tree)
    document = read(package.to_bytes(compress=False), origins=True)
    lines = body_lines(document)
    paragraphs = {name: list(tree.iter(w("p"))) for name, tree in trees.items()}
    old = Old(package, trees, document, lines, read_parts(document, lines), paragraphs)
    seen: set[int] = set()
    for number, section in enumerate(document.sections):
        for where, called in (("header", "đầu trang"), ("footer", "chân trang")):
            for made in running_lines(section, number, where).values():  # type: ignore[arg-type]
                for line in made:
                    known = id(old.element(line)) if line.paragraph.origin else id(line)
                    if line.text and (known not in seen or not line.first):
                        old.running.append((called, line))
                    seen.add(known)
    return old


def _all_lines(old: Old) -> Iterator[Line]:
    yield from old.lines
    for component in components_of(old.parts):
        yield from component.lines
    yield from (one.line for one in old.parts.body)
    yield from old.parts.unread
    for annex in old.parts.annexes:
        yield from (one.line for one in annex.body)


def components_of(parts: Parts) -> Iterator[Component]:
    """All components, those of annexes as well."""
    yield from parts.components
    for annex in parts.annexes:
        yield from annex.components


def _places(old: Old) -> dict[int, str]:
    return {line.paragraph.origin[1]: line.place for line in old.lines if line.paragraph.origin}


def _part_lines(old: Old) -> bool:
    """Parts the paragraphs of components at their soft breaks; whether there were any."""
    found: dict[int, Element] = {}
    lines = [line for one in components_of(old.parts) if one.part not in _WHOLE for line in one.lines]
    lines += [one.line for one in old.parts.body if one.line.holder == "body"]
    for line in lines:
        if line.paragraph.origin and any(isinstance(item, LineBreak) for item in line.paragraph.items):
            element = old.element(line)
            found[id(element)] = element
    parted = [part_at_breaks(element) for element in found.values()]  # every one, not up to the first that had any
    return any(parted)


def part_at_breaks(paragraph: Element) -> bool:
    """Makes of each line of the paragraph a paragraph of its own that stands like it; whether there were several."""
    breaks = [
        item
        for item in paragraph.iterchildren(w("r"))
        for item in item.iterchildren(w("br"), w("cr"))
        if item.get(w("type"), "textWrapping") == "textWrapping"
    ]
    current = paragraph
    for one in breaks:
        current = _parted(current, one)
    return bool(breaks)


def _parted(paragraph: Element, at: Element) -> Element:
    """The paragraph that what follows the break came into."""
    run = at.getparent()
    assert run is not None
    rest = paragraph.makeelement(w("p"))
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        rest.append(copy.deepcopy(properties))
        section = properties.find(w("sectPr"))
        if section is not None:
            properties.remove(section)
    second = run.makeelement(w("r"))
    look = run.find(w("rPr"))
    if look is not None:
        second.append(copy.deepcopy(look))
    behind = list(at.itersiblings())
    for item in behind:
        second.append(item)
    run.remove(at)
    following = list(run.itersiblings())
    rest.append(second)
    for item in following:
        rest.append(item)
    paragraph.addnext(rest)
    _tight(paragraph, "after")
    _tight(rest, "before")
    return rest


def _tight(paragraph: Element, side: str) -> None:
    spacing = paragraph_property(paragraph, "spacing")
    spacing.set(w(side), "0")
    for name in (f"{side}Lines", f"{side}Autospacing"):
        if w(name) in spacing.attrib:
            del spacing.attrib[w(name)]


def lines_of(components: Iterable[Component]) -> list[Line]:
    """The lines of the components."""
    return [line for one in components for line in one.lines]
