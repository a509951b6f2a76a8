"""How the old document looks, kind of paragraph by kind of paragraph, by the names our own styles have."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from generator.docx.word.ooxml import paragraph_property, take_out, w
from generator.drafting.old import Old
from generator.drafting.ours import Look, Ours
from generator.drafting.words import Element, bare_copy, lead_of, look_of, seen_of
from generator.editing.text import runs, text_of
from generator.parts.lines import Line, is_drawn
from generator.parts.model import BodyLine, Component, Level, Part

_TWIPS = 20
_BY_PART = {
    Part.PARENT: "Cơ quan chủ quản",
    Part.ISSUER: "Cơ quan ban hành",
    Part.NATIONAL: "Quốc hiệu",
    Part.MOTTO: "Tiêu ngữ",
    Part.NUMBER: "Số và ký hiệu",
    Part.PLACE_DATE: "Địa danh và thời gian",
    Part.TYPE: "Tên loại",
    Part.SUBJECT: "Trích yếu",
    Part.LETTER_SUBJECT: "Trích yếu công văn",
    Part.AUTHORITY: "Thẩm quyền ban hành",
    Part.BASIS: "Căn cứ",
    Part.ENACTING: "Lệnh ban hành",
    Part.RECIPIENTS_LABEL: "Nơi nhận",
    Part.RECIPIENT: "Nơi nhận - danh sách",
    Part.SIGN_AUTHORITY: "Quyền hạn và chức vụ",
    Part.SIGNER: "Họ và tên",
    Part.ANNEX_LABEL: "Phụ lục",
    Part.ANNEX_TITLE: "Phụ lục - tiêu đề",
    Part.REFERENCE: "Chỉ dẫn kèm theo",
}
_SAME = {
    "Nơi nhận": ("Nơi nhận dưới chữ ký",),
    "Họ và tên": ("Họ và tên dưới chức danh",),
    "Kính gửi": ("Kính gửi của công văn",),
}
"""Kinds that look as another does, but for the room above them."""
_ADDRESSED = ("Kính gửi", "Kính gửi của công văn", "Kính gửi - danh sách")
_LISTED = {Level.PART: "Phần và chương", Level.CHAPTER: "Phần và chương", Level.SECTION: "Mục và tiểu mục",
           Level.SUBSECTION: "Mục và tiểu mục", Level.ROMAN: "Mục La Mã", Level.POINT: "Điểm"}  # fmt: skip
_TITLED = ("Phần và chương", "Mục và tiểu mục")
_PLAIN = ("Khoản", "Điểm", "Gạch đầu dòng", "Dấu cộng đầu dòng")


def looks_of(old: Old, components: Iterable[Component], body: list[BodyLine], ours: Ours) -> dict[str, Look]:
    """The looks of the components and of the text, each as most paragraphs of its kind look."""
    found: dict[str, Look] = {}
    whole: dict[str, list[Line]] = {}
    for component in components:
        for name, line in _named(component):
            if line.paragraph.origin and old.whole(line):
                whole.setdefault(name, []).append(line)
            elif name not in found and line.paragraph.origin:
                found[name] = _half(line)
    found |= {name: _look(old, _usual(old, lines)) for name, lines in whole.items()}
    found |= _of_body(old, body)
    for name, others in _SAME.items():
        for other in others if name in found else ():
            found[other] = found[name]
    for name in _ADDRESSED:
        if any(_in_cell(old.element(line)) for line in whole.get("Kính gửi", ())):
            letters = found.get(name) or found["Kính gửi"]
            found[name] = Look(ours.stands(name), letters.text, letters.label, letters.heading)
    return found


def _in_cell(element: Element) -> bool:
    """Whether a cell puts the paragraph in its place, which it has not where the form prints it."""
    return next(element.iterancestors(w("tc")), None) is not None


def _named(component: Component) -> Iterator[tuple[str, Line]]:
    lines = [line for line in component.lines if line.text and not is_drawn(line.text)]
    for n, line in enumerate(lines):
        if component.part is Part.ADDRESSEE:
            yield ("Kính gửi - danh sách" if n else "Kính gửi"), line
        elif component.part in _BY_PART:
            yield _BY_PART[component.part], line


def _of_body(old: Old, body: list[BodyLine]) -> dict[str, Look]:
    """The looks of the text, level by level."""
    lines: dict[str, list[Line]] = {}
    above = ""
    for one in body:
        line = one.line
        if line.holder != "body" or not line.text or not line.paragraph.origin or not old.whole(line):
            continue
        name = _kind(one) if one.level is not Level.HEADING else f"{above} - tiêu đề" if above else ""
        above = name if name in _TITLED else ""
        if name:
            lines.setdefault(name, []).append(line)
    found = {name: _look(old, _usual(old, of_kind, plain=True), plain=True) for name, of_kind in lines.items()}
    base = found.get("Đoạn văn") or next((found[name] for name in _PLAIN if name in found), None)
    if base is None:
        article = found.get("Điều") or found.get("Khoản có tiêu đề") or found.get("Điều có tiêu đề")
        base = Look(article.stands, article.text, article.text, article.text) if article is not None else None
    if base is not None:
        found.setdefault("Đoạn văn", base)
        _articles(found, base)
    return found


def _articles(found: dict[str, Look], base: Look) -> None:
    """Articles with a heading and without one label themselves alike where the document has but one of the two."""
    plain, headed = found.get("Điều"), found.get("Điều có tiêu đề")
    if plain is not None and headed is None:
        found["Điều có tiêu đề"] = Look(plain.stands, plain.text, plain.label, plain.label)
    elif headed is not None and plain is None:
        found["Điều"] = Look(headed.stands, base.text, headed.label, headed.label)


def _usual(old: Old, lines: Sequence[Line], *, plain: bool = False) -> Line:
    """The first of the lines that look as most of them do: one pasted in does not tell for its kind."""
    keys = [_key(old.element(line), plain=plain) for line in lines]
    most = Counter(keys).most_common(1)[0][0]
    return lines[keys.index(most)]


def _key(element: Element, *, plain: bool) -> bytes:
    stands, look = bare_copy(element), look_of(element, last=True, plain=plain)
    for item in stands.findall(f"{w('pPr')}/{w('rPr')}"):  # the look of the mark at its end shows nowhere
        take_out(item)
    for item in look.findall(w("lang")) if look is not None else ():
        take_out(item)
    return etree.tostring(stands) + (b"" if look is None else etree.tostring(look))


def _kind(one: BodyLine) -> str:
    line = one.line
    heading = line.bold
    match one.level:
        case Level.ARTICLE:
            return "Điều có tiêu đề" if heading else "Điều"
        case Level.CLAUSE | Level.DECIMAL:
            return "Khoản có tiêu đề" if heading else "Khoản"
        case Level.POINT | Level.DASH if heading:
            return ""  # our points and dashes are text: one that is a heading does not tell how they look
        case Level.DASH:
            return "Dấu cộng đầu dòng" if one.ordinal == "+" else "Gạch đầu dòng"
        case Level.TEXT:
            return "" if heading else "Đoạn giữa trang" if line.centred else "Đoạn văn"
        case _:
            return _LISTED.get(one.level, "")


def _look(old: Old, line: Line, *, plain: bool = False) -> Look:
    element = old.element(line)
    stands = bare_copy(element).find(w("pPr"))
    if stands is not None and line.paragraph.label:
        stands = _unnumbered(stands, line)
    first, most = look_of(element), look_of(element, last=True, plain=plain)
    label = most if line.paragraph.label else first
    lead = None if line.paragraph.label else lead_of(element, most)
    return Look(stands, _behind_label(element, most), label, label if _is_bold(label) else most, lead)


def _behind_label(element: Element, most: Element | None) -> Element | None:
    """The look of the paragraph's words behind its first, where these are a bold label."""
    said = [run for run in runs(element) if text_of(run).strip()]
    return look_of(element) if len(said) == 1 else most


def _is_bold(look: Element | None) -> bool:
    bold = look.find(w("b")) if look is not None else None
    return bold is not None and bold.get(w("val"), "1") not in ("0", "false", "off")


def _half(line: Line) -> Look:
    """The look of a half of a line: in the middle of a column of its own."""
    stands = etree.Element(w("pPr"))
    etree.SubElement(stands, w("jc")).set(w("val"), "left" if line.text[:1] in "-–+" else "center")
    look = etree.Element(w("rPr"))
    most = max(line.runs, key=lambda run: len(seen_of(run.text)), default=None)  # the first may be a sign of another
    if most is not None:
        form = most.format
        fonts = etree.SubElement(look, w("rFonts"))
        for name in ("ascii", "hAnsi", "cs"):
            fonts.set(w(name), form.font)
        for tag, held in (("b", form.bold), ("i", form.italic), ("caps", form.caps)):
            if held:
                etree.SubElement(look, w(tag))
        for tag in ("sz", "szCs"):
            etree.SubElement(look, w(tag)).set(w("val"), str(round(form.size * 2)))
    return Look(stands, look, look, look)


def _unnumbered(stands: Element, line: Line) -> Element:
    """The paragraph's own way to stand without its automatic number, which tags print."""
    holder = etree.Element(w("p"))
    holder.append(copy.deepcopy(stands))
    number = paragraph_property(holder, "numPr")
    for item in list(number):
        number.remove(item)
    etree.SubElement(number, w("ilvl")).set(w("val"), "0")
    etree.SubElement(number, w("numId")).set(w("val"), "0")
    indent = paragraph_property(holder, "ind")
    indent.attrib.clear()
    form = line.paragraph.format
    indent.set(w("left"), str(round(form.left * _TWIPS)))
    first = round(form.first_line * _TWIPS)
    indent.set(w("firstLine" if first >= 0 else "hanging"), str(abs(first)))
    made = holder.find(w("pPr"))
    assert made is not None
    return made
