"""Our own template of a type in the pieces a form is completed with: head, marks, title, middle, closing."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.docx.word.ooxml import RUN_ORDER, paragraph_property, parse, w
from generator.docx.word.package import DOCUMENT, STYLES, Package
from generator.drafting.words import Element
from generator.patterns import late
from generator.records import record
from generator.resources import TEMPLATES
from generator.wording.characters import fold

_TAG = late(r"\{[{%#].*?[}%#]\}", re.S)
_LABEL, _HEADING = "b.nhan", "b.tieu_de"
_TITLES = ("Tên loại", "Trích yếu")
_ANNEX_HEADS = ("Chữ ký số của cơ quan", "Phụ lục", "Phụ lục - tiêu đề", "Chỉ dẫn kèm theo")
_KEPT_OF_STYLE = tuple(map(w, ("b", "bCs", "i", "iCs", "caps", "color", "sz", "szCs")))
_OFF = ("0", "false", "off")
_BODY_ROLES = (
    "Đoạn văn", "Điều", "Điều có tiêu đề", "Khoản", "Khoản có tiêu đề", "Điểm", "Gạch đầu dòng", "Dấu cộng đầu dòng",
    "Mục La Mã", "Căn cứ", "Tên bên",
)  # fmt: skip
"""The styles whose paragraphs stand as those of the text do, where the old document has none of the kind."""


@record()
class Look:
    """How the paragraphs of one kind look: how they stand, the look of label, heading and text.

    ``lead`` are the tabs and spaces that put the first line in its place.
    """

    stands: Element | None
    text: Element | None
    label: Element | None = None
    heading: Element | None = None
    lead: Element | None = None


@record()
class Ours:
    """The pieces of one template, each a list of elements of the body."""

    head: list[Element]
    marks: list[Element]
    title: list[Element]
    middle: list[Element]
    closing: list[Element]
    after: list[Element]
    annex: list[Element]
    names: dict[str, str]
    styles: dict[str, Element]
    read: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()

    def name(self, element: Element) -> str:
        """The name of the paragraph's style."""
        style = element.find(f"{w('pPr')}/{w('pStyle')}")
        return "" if style is None else self.names.get(style.get(w("val"), ""), "")

    def stands(self, name: str) -> Element | None:
        """How paragraphs of our style of that name stand."""
        style = next((self.styles[key] for key, called in self.names.items() if called == name), None)
        return None if style is None else copy.deepcopy(style.find(w("pPr")))

    def room_above(self, name: str) -> str:
        """The room that our style of that name leaves above its paragraphs, in twips; empty where it says nothing."""
        style = next((self.styles[key] for key, called in self.names.items() if called == name), None)
        spacing = style.find(f"{w('pPr')}/{w('spacing')}") if style is not None else None
        return "" if spacing is None else spacing.get(w("before"), "")

    def style_look(self, name: str, base: Look | None) -> Look:
        """The look of a kind that the old document has nothing of: ours, in the letters of its text."""
        style = next((self.styles[key] for key, called in self.names.items() if called == name), None)
        if style is None:
            return base or Look(None, None)
        stands = style.find(w("pPr"))
        own = style.find(w("rPr"))
        body = name in _BODY_ROLES and base is not None
        look = _letters(base.text if base is not None else None, own)
        if body and base is not None:
            weight = etree.Element(w("rPr"))
            weight[:] = [etree.Element(w("b")), etree.Element(w("bCs"))]
            bold = _letters(base.text, weight)
            first = bold if name == "Điều" else look
            return Look(base.stands, look, first, first, base.lead)
        return Look(copy.deepcopy(stands), look, look, look)


def _letters(base: Element | None, own: Element | None) -> Element:
    """The fonts of the text with the weight, slant and size of the style.

    What the text says it is not (not bold, where the document's own paragraphs are) is not said by the style either.
    """
    made = etree.Element(w("rPr"))
    said = {item.tag for item in own} if own is not None else set()
    for item in base if base is not None else ():
        kept = item.tag in map(w, ("rFonts", "lang")) or (item.tag in map(w, ("sz", "szCs")) and _sizeless(own))
        if kept or (item.tag in _KEPT_OF_STYLE and item.tag not in said and item.get(w("val")) in _OFF):
            made.append(copy.deepcopy(item))
    for item in own if own is not None else ():
        if item.tag in _KEPT_OF_STYLE:
            made.append(copy.deepcopy(item))
    made[:] = sorted(made, key=lambda item: RUN_ORDER.get(item.tag, 99))
    return made


def _sizeless(own: Element | None) -> bool:
    return own is None or own.find(w("sz")) is None


def ours_of(template: str) -> Ours:
    """The pieces of the template of that name."""
    package = Package.read((TEMPLATES / f"{template}.docx").read_bytes(), template)
    body = parse(package.parts[DOCUMENT]).find(w("body"))
    assert body is not None
    children = [item for item in body if item.tag != w("sectPr")]
    names = {}
    styles = {}
    for style in parse(package.parts[STYLES]).iter(w("style")):
        called = style.find(w("name"))
        if called is not None:
            names[style.get(w("styleId"), "")] = called.get(w("val"), "")
            styles[style.get(w("styleId"), "")] = style
    ours = Ours([], [], [], [], [], [], [], names, styles)
    at = 0
    if children[0].tag == w("tbl"):
        ours.head, at = [children[0]], 1
        ours.marks = list(_marks(children[0]))
    elif template == "van-ban-kem-theo":
        at = next(n for n, item in enumerate(children) if item.tag == w("tbl")) + 1
        ours.annex, ours.head = children[: at - 1], [children[at - 1]]
    while at < len(children) and (ours.name(children[at]) in (*_TITLES, *_ANNEX_HEADS) or _leads(children[at])):
        (ours.title if ours.head else ours.annex).append(children[at])
        at += 1
    end = _closing_at(children)
    if end is None:
        ours.middle = children[at:]
    else:
        last = _block_end(children, end)
        ours.middle, ours.closing, ours.after = children[at:end], children[end : last + 1], children[last + 1 :]
    said = "".join(text_in(item) for item in children)
    ours.read = frozenset(re.findall(r"[a-z_]{3,}", " ".join(_TAG.findall(said))))
    ours.texts = frozenset(fold(_TAG.sub("", text_in(p))) for p in body.iter(w("p"))) - {""}
    return ours


def text_in(element: Element) -> str:
    """All words of the element."""
    return "".join(item.text or "" for item in element.iter(w("t")))


def _leads(element: Element) -> bool:
    """Whether it is a tag that draws a rule, or goes with the title of an annex."""
    said = text_in(element)
    return said.startswith(("{{p ke_", "{%p if chu_ky_so", "{%p for dong in tieu_de", "{%p endif", "{%p endfor"))


def _marks(head: Element) -> Iterator[Element]:
    """What stands below the number for degrees of secrecy and urgency."""
    cells = list(head.iter(w("tc")))
    inside = [item for item in cells[2] if item.tag == w("p")]
    first = next((n for n, item in enumerate(inside) if "cho_dau_mat" in text_in(item)), len(inside))
    yield from inside[first:]


def _closing_at(children: list[Element]) -> int | None:
    for n, item in enumerate(children):
        if text_in(item).strip() == "{%p if hang_ky %}":
            return n
    tables = [n for n, item in enumerate(children) if item.tag == w("tbl") and n]
    return tables[-1] if tables and "ho_ten" in text_in(children[tables[-1]]) else None


def _block_end(children: list[Element], start: int) -> int:
    depth = 0
    for n in range(start, len(children)):
        said = text_in(children[n]).strip() if children[n].tag == w("p") else ""
        depth += said.startswith(("{%p if", "{%p for")) - said.startswith(("{%p endif", "{%p endfor"))
        if depth == 0 and said.startswith("{%p endif"):
            return n
    return len(children) - 1


def dressed(ours: Ours, pieces: list[Element], looks: Mapping[str, Look]) -> list[Element]:
    """Copies of the pieces in the looks of the old document, by the names of our styles."""
    made = [copy.deepcopy(piece) for piece in pieces]
    base = looks.get("Đoạn văn")
    for piece in made:
        for style in piece.iter(w("tblStyle")):
            _plain_table(style)
        for paragraph in piece.iter(w("p")) if piece.tag != w("p") else [piece]:
            name = ours.name(paragraph)
            if name:
                _dress(paragraph, looks.get(name) or ours.style_look(name, base))
    return made


def _plain_table(style: Element) -> None:
    """Our table without lines, told by itself and not by its style: cells have no room beside their text."""
    properties = style.getparent()
    assert properties is not None
    properties.remove(style)
    margins = etree.Element(w("tblCellMar"))
    for side in ("top", "left", "bottom", "right"):
        own = etree.SubElement(margins, w(side))
        own.set(w("w"), "0")
        own.set(w("type"), "dxa")
    layout = properties.find(w("tblLayout"))
    if layout is not None:
        layout.addnext(margins)
    else:
        properties.append(margins)


def _dress(paragraph: Element, look: Look) -> None:
    old = paragraph.find(w("pPr"))
    if old is not None:
        paragraph.remove(old)
    if look.stands is not None:
        paragraph.insert(0, copy.deepcopy(look.stands))
        length = old.find(w("ind")) if old is not None else None
        if length is not None:  # the one thing our templates say beside their styles: how long a rule is
            paragraph_property(paragraph, "ind").attrib.update(length.attrib)
    for run in paragraph.iterchildren(w("r")):
        said = text_in(run)
        own = look.label if _LABEL in said else look.heading if _HEADING in said else look.text
        own = own if own is not None else look.text
        known = run.find(w("rPr"))
        if known is not None:
            run.remove(known)
        if own is not None:
            run.insert(0, copy.deepcopy(own))
    first = paragraph.find(w("r"))
    if look.lead is not None and first is not None:
        first.addprevious(copy.deepcopy(look.lead))
