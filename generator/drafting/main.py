"""The main document: head, title, what stands between them and the signature, the end; annexes are cut off."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence

from generator.docx.word.ooxml import w
from generator.drafting.closing import Closing
from generator.drafting.head import Head, written
from generator.drafting.looks import Look, looks_of
from generator.drafting.model import Note, Said
from generator.drafting.old import Old, lines_of
from generator.drafting.ours import Ours, dressed, text_in
from generator.drafting.words import Element, bare_copy, drawn_runs, run_of, say, tag_paragraph
from generator.editing.errors import RefusedError
from generator.parts import recognising as says
from generator.parts.lines import Line
from generator.parts.model import Component, Level, Part
from generator.wording.characters import fold

_HEAD = (Part.NATIONAL, Part.MOTTO, Part.PARENT, Part.ISSUER, Part.NUMBER, Part.PLACE_DATE, Part.LETTER_SUBJECT,
         Part.SECRECY, Part.URGENCY, Part.CIRCULATION)  # fmt: skip
_TITLE = (Part.TYPE, Part.SUBJECT)
_MIDDLE = (Part.AUTHORITY, Part.ADDRESSEE, Part.BASIS, Part.ENACTING)
_CLOSING = (Part.SIGN_AUTHORITY, Part.SIGN_NOTE, Part.SIGNER, Part.RECIPIENTS_LABEL, Part.RECIPIENT, Part.DRAFTER)
_GROUPS = {Part.AUTHORITY: "tham_quyen", Part.ADDRESSEE: "kinh_gui", Part.BASIS: "in can_cu", Part.ENACTING: "lenh",
           Part.BODY: "b in noi_dung"}  # fmt: skip


def draft_main(old: Old, ours: Ours) -> list[Note]:
    """Puts the tags into the document; what is to be said of that."""
    notes: list[Note] = []
    parts = old.parts
    notes += _cut_annexes(old)
    head = list(parts.of(*_HEAD))
    title = list(parts.of(*_TITLE))
    middle = list(parts.of(*_MIDDLE))
    closing = list(parts.of(*_CLOSING))
    looks = looks_of(old, [*head, *title, *middle, *closing], parts.body)
    regions = _Regions(old, head, title, [*lines_of(middle), *(one.line for one in parts.body)], closing)
    regions.check()
    gaps = _gaps(old, middle, regions)
    notes += _middle(old, ours, looks, regions, gaps)
    notes += _closing(old, ours, looks, regions, closing)
    notes += _head(old, ours, looks, regions, [*head, *title])
    notes += _running(old)
    return notes


def _tops(old: Old, lines: Iterable[Line]) -> list[Element]:
    """The elements of the body that hold the lines, in their order, each once; those of headers left out."""
    found: dict[int, Element] = {}
    for line in lines:
        if not line.paragraph.origin:
            continue
        at = old.element(line)
        while (parent := at.getparent()) is not None and parent is not old.body:
            at = parent
        if at.getparent() is old.body:
            found[id(at)] = at
    order = {id(item): n for n, item in enumerate(old.body)}
    return sorted(found.values(), key=lambda item: order[id(item)])


class _Regions:
    """Where head, title, middle and end begin and stop among the elements of the body."""

    def __init__(
        self, old: Old, head: list[Component], title: list[Component], middle: list[Line], closing: list[Component]
    ) -> None:
        self._old = old
        self.head = _tops(old, (line for one in head for line in one.lines))
        self.title = _tops(old, (line for one in title for line in one.lines))
        self.middle = _tops(old, [line for line in middle if line.text])
        self.closing = _tops(old, (line for one in closing for line in one.lines if line.text))

    def at(self, element: Element) -> int:
        """Which element of the body it is."""
        return self._old.body.index(element)

    def check(self) -> None:
        """Raises RefusedError where they lie in one another."""
        order = [self.head, self.title, self.middle, self.closing]
        last = -1
        for name, region in zip(("phần đầu", "tên loại", "nội dung", "phần ký"), order, strict=True):
            if not region:
                continue
            first = self.at(region[0])
            if first <= last and not (name == "tên loại" and region[0] in self.head):
                fix = "mở bằng Word, tách nội dung ra khỏi bảng, khung của phần đầu và phần ký, rồi làm lại"
                raise RefusedError(f"{name} nằm chung một bảng hoặc khung với phần đứng trước, không tách được", fix)
            last = max(last, self.at(region[-1]))
        if not self.closing:
            raise RefusedError("không thấy phần ký trong thân văn bản", "chỉ tệp văn bản có đủ phần ký")

    def between(self, region: Sequence[Element]) -> list[Element]:
        """All elements from the first to the last of the region."""
        return [self._old.body[n] for n in range(self.at(region[0]), self.at(region[-1]) + 1)] if region else []


def _cut_annexes(old: Old) -> list[Note]:
    """Takes out what comes behind the signature; each annex is printed with a form of its own."""
    if not old.parts.annexes:
        return []
    body = old.body
    tops = _tops(old, (line for annex in old.parts.annexes for line in _annex_lines(annex)))
    start = body.index(tops[0])
    final = body.find(w("sectPr"))
    for item in list(body)[start:]:
        if item is not final:
            body.remove(item)
    while len(body) and (last := _last(body)) is not None and _empty(last):
        section = last.find(f"{w('pPr')}/{w('sectPr')}")
        if section is not None:
            if final is not None:
                body.remove(final)
            body.append(copy.deepcopy(section))
            body.remove(last)
            break
        body.remove(last)
    else:
        _move_section(body)
    kinds = sorted({"văn bản kèm theo" if annex.attached else "phụ lục" for annex in old.parts.annexes})
    made = []
    for kind in kinds:
        what = f'{kind} không vào mẫu này: văn bản in ra có {kind} theo mẫu của {kind}; làm mẫu ấy: vanthu template new "{kind}" --from …'
        made.append(Note(Said.LEFT_OUT, what))
    return made


def _annex_lines(annex) -> list[Line]:  # type: ignore[no-untyped-def]
    return [*lines_of(annex.components), *(one.line for one in annex.body)]


def _last(body: Element) -> Element | None:
    items = [item for item in body if item.tag != w("sectPr")]
    return items[-1] if items else None


def _empty(element: Element) -> bool:
    return element.tag == w("p") and not text_in(element).strip() and not drawn_runs(element)


def _move_section(body: Element) -> None:
    """Makes a section that the last paragraph ends the body's own: nothing comes behind it now."""
    last = _last(body)
    section = last.find(f"{w('pPr')}/{w('sectPr')}") if last is not None else None
    if last is None or section is None:
        return
    final = body.find(w("sectPr"))
    if final is not None:
        body.remove(final)
    parent = section.getparent()
    assert parent is not None
    parent.remove(section)
    body.append(section)


def _gaps(old: Old, middle: list[Component], regions: _Regions) -> dict[Part, list[Element]]:
    """The empty paragraphs right above the first of each part inside the middle."""
    found: dict[Part, list[Element]] = {}
    firsts = [(one.part, one.lines[0]) for one in middle]
    body = next((one.line for one in old.parts.body if one.line.holder == "body"), None)
    if body is not None:
        firsts.append((Part.BODY, body))
    for part, line in firsts:
        if part in found or not line.paragraph.origin:
            continue
        element = old.element(line)
        above: list[Element] = []
        if element.getparent() is old.body and regions.middle and element is not regions.middle[0]:
            before = element.getprevious()
            while before is not None and _empty(before):
                above.insert(0, bare_copy(before))
                before = before.getprevious()
        found[part] = above
    return found


def _middle(
    old: Old, ours: Ours, looks: dict[str, Look], regions: _Regions, gaps: dict[Part, list[Element]]
) -> list[Note]:
    """All from the first line below the title to the last of the text gives way to our tags in its looks."""
    notes: list[Note] = []
    made = dressed(ours, ours.middle, looks)
    for part, empty in gaps.items():
        at = next((piece for piece in made if piece.tag == w("p") and _GROUPS[part] in text_in(piece)), None)
        for one in empty if at is not None else ():
            made.insert(made.index(at), one)  # type: ignore[arg-type]
    inside = regions.between(regions.middle)
    tables = sum(1 for item in inside if item.tag == w("tbl"))
    drawn = [run for item in inside for run in ([*drawn_runs(item)] if item.tag == w("p") else [])]
    if tables:
        what = f"{tables} bảng trong nội dung: bảng của văn bản mới in theo kiểu bảng của chương trình"
        notes.append(Note(Said.CHANGED, what))
    if drawn:
        what = f"{len(drawn)} hình, đường kẻ vẽ trong phần nội dung"
        notes.append(Note(Said.LEFT_OUT, what))
    anchor = inside[0] if inside else regions.closing[0]
    for piece in made:
        anchor.addprevious(piece)
    sections = [item.find(f"{w('pPr')}/{w('sectPr')}") for item in inside if item.tag == w("p")]
    first = next((section for section in sections if section is not None), None)
    for item in inside:
        old.body.remove(item)
    if first is not None:
        _one_section(old.body, first)
        notes.append(Note(Said.CHANGED, "nội dung có ngắt phần (section): mẫu theo khổ giấy của phần đầu"))
    if not any(one.level is not Level.TEXT for one in old.parts.body) and "noi_dung" in ours.read:
        what = "nội dung không có điều, khoản đánh số: điều, khoản của văn bản mới in theo dáng vẻ của đoạn văn"
        notes.append(Note(Said.UNSURE, what))
    return notes


def _one_section(body: Element, first: Element) -> None:
    final = body.find(w("sectPr"))
    if final is not None:
        body.remove(final)
    body.append(copy.deepcopy(first))


def _closing(
    old: Old, ours: Ours, looks: dict[str, Look], regions: _Regions, components: list[Component]
) -> list[Note]:
    closing = Closing(old, ours, looks)
    first, last = regions.closing[0], regions.closing[-1]
    held = regions.between(regions.closing)
    if closing.put(components):
        closing.several(first, last)
        end = last.getnext() if (after := last.getnext()) is not None and "endif" in text_in(after) else last
    else:
        names = [line for one in components if one.part is Part.SIGNER for line in written(one)]
        why = "có nhiều người ký" if len(names) > 1 else "không chia được thành đoạn riêng hoặc thiếu phần"
        what = f"nơi nhận và chữ ký {why}: mẫu dùng bảng hai cột không viền, chữ như văn bản cũ"
        closing.notes.append(Note(Said.CHANGED, what, held and _place(old, components) or ""))
        end = first
        for piece in closing.ours():
            end.addnext(piece)
            end = piece
        for item in held:
            section = item.find(f"{w('pPr')}/{w('sectPr')}") if item.tag == w("p") else None
            old.body.remove(item)
            if section is not None:
                _one_section(old.body, section)
    assert end is not None
    after = dressed(ours, ours.after, looks)
    known = {fold(text_in(item)) for piece in after for item in piece.iter(w("p"))}
    for item in list(end.itersiblings()):
        texts = {fold(text_in(one)) for one in item.iter(w("p"))} - {""}
        if texts and texts <= known:  # what our own template prints behind the signature, on a condition
            old.body.remove(item)
    for piece in reversed(after):
        end.addnext(piece)
    return closing.notes


def _place(old: Old, components: list[Component]) -> str:
    line = next((line for one in components for line in one.lines if line.text), None)
    return line.place if line is not None else ""


def _head(old: Old, ours: Ours, looks: dict[str, Look], regions: _Regions, components: list[Component]) -> list[Note]:
    head = Head(old, ours, looks)
    top = (regions.head or regions.title or regions.middle or regions.closing)[0]
    limited = tag_paragraph("{%p if luu_hanh %}"), *dressed(ours, [_mark(ours)], looks), tag_paragraph("{%p endif %}")
    if not head.put(components):
        what = "phần đầu không chia được thành đoạn riêng hoặc thiếu phần: mẫu dùng bảng hai cột không viền, chữ như văn bản cũ"
        head.notes.append(Note(Said.CHANGED, what, _place(old, components)))
        made = dressed(ours, [*ours.head, *ours.title], looks)
        held = regions.between([*regions.head, *[item for item in regions.title if item not in regions.head]])
        for piece in made:
            (held[0] if held else top).addprevious(piece)
        top = made[0]
        for item in held:
            old.body.remove(item)
    if not _header_limits(old):
        for piece in limited:
            top.addprevious(piece)
    return head.notes


def _header_limits(old: Old) -> bool:
    """Gives the words of a header on how far the document may go their tag; whether there are any."""
    line = next((line for _, line in old.running if says.mark(line.text) == "circulation"), None)
    if line is None or not line.paragraph.origin:
        return False
    _on_condition(old.element(line), "luu_hanh", "{{ luu_hanh }}")
    return True


def _on_condition(paragraph: Element, name: str, tag: str) -> None:
    """Gives the paragraph of a header or footer a tag; where that has no value an empty one stands there."""
    say(paragraph, tag)
    paragraph.addprevious(tag_paragraph(f"{{%p if {name} %}}"))
    for piece in (tag_paragraph("{%p endif %}"), paragraph.makeelement(w("p")), tag_paragraph("{%p else %}")):
        paragraph.addnext(piece)


def _mark(ours: Ours) -> Element:
    """A paragraph for how far the document may go."""
    made = tag_paragraph("{{ luu_hanh }}")
    style = next(key for key, name in ours.names.items() if name == "Phạm vi lưu hành")
    properties = made.makeelement(w("pPr"))
    named = properties.makeelement(w("pStyle"))
    named.set(w("val"), style)
    properties.append(named)
    made.insert(0, properties)
    return made


def _running(old: Old) -> list[Note]:
    """The address at the foot gives way to that of the dossier."""
    found = [line for where, line in old.running if says.address_foot(line.text)]
    elements = list({id(old.element(line)): old.element(line) for line in found if line.paragraph.origin}.values())
    if elements:
        for other in elements[1:]:
            parent = other.getparent()
            if parent is not None:
                parent.remove(other)
        _on_condition(elements[0], "lien_he", "{{r lien_he }}")
        return []
    last = _last(old.body)
    if last is not None:
        made = [tag_paragraph("{%p if lien_he %}"), _contact(old), tag_paragraph("{%p endif %}")]
        for piece in reversed(made):
            last.addnext(piece)
    return []


def _contact(old: Old) -> Element:
    made = old.body.makeelement(w("p"))
    made.append(run_of("{{r lien_he }}"))
    return made
