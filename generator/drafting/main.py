"""The main document: head, title, what stands between them and the signature, the end; annexes are cut off."""

from __future__ import annotations

from generator.docx.word.ooxml import take_out, w
from generator.drafting.closing import Closing
from generator.drafting.head import Head, written
from generator.drafting.looks import looks_of
from generator.drafting.model import Note, Said
from generator.drafting.old import Old, lines_of
from generator.drafting.ours import Look, Ours, dressed, text_in
from generator.drafting.regions import Regions, cut_annexes, is_empty, last_of, lost_looks, one_section, place_of
from generator.drafting.tables.finding import elements_of, tables_found
from generator.drafting.tables.placing import placed
from generator.drafting.words import Element, bare_copy, run_of, say, tag_paragraph
from generator.parts import recognising as says
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
    notes += cut_annexes(old)
    head = list(parts.of(*_HEAD))
    title = list(parts.of(*_TITLE))
    middle = list(parts.of(*_MIDDLE))
    closing = list(parts.of(*_CLOSING))
    looks = looks_of(old, [*head, *title, *middle, *closing], parts.body, ours)
    regions = Regions(old, head, title, [*lines_of(middle), *(one.line for one in parts.body)], closing)
    regions.check()
    gaps = _gaps(old, middle, regions)
    notes += _middle(old, ours, looks, regions, gaps)
    notes += _closing(old, ours, looks, regions, closing)
    notes += _head(old, ours, looks, regions, [*head, *title])
    notes += _running(old)
    return notes


def _gaps(old: Old, middle: list[Component], regions: Regions) -> dict[Part, list[Element]]:
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
            while before is not None and is_empty(before):
                above.insert(0, bare_copy(before))
                before = before.getprevious()
        found[part] = above
    return found


def _middle(
    old: Old, ours: Ours, looks: dict[str, Look], regions: Regions, gaps: dict[Part, list[Element]]
) -> list[Note]:
    """All from the first line below the title to the last of the text gives way to our tags in its looks."""
    notes: list[Note] = []
    made = dressed(ours, ours.middle, looks)
    inside = regions.between(regions.middle)
    tables = tables_found(old, inside)
    notes += placed(tables, made)
    for part, empty in gaps.items():
        at = next((piece for piece in made if piece.tag == w("p") and _GROUPS[part] in text_in(piece)), None)
        if part is Part.BODY:  # where the type has an opening, its text begins with that
            at = next((piece for piece in made if piece.tag == w("p") and "in mo_dau" in text_in(piece)), at)
        for one in empty if at is not None else ():
            made.insert(made.index(at), one)  # type: ignore[arg-type]
    notes += lost_looks(old, inside, elements_of(tables))
    anchor = inside[0] if inside else regions.closing[0]
    for piece in made:
        anchor.addprevious(piece)
    sections = [item.find(f"{w('pPr')}/{w('sectPr')}") for item in inside if item.tag == w("p")]
    first = next((section for section in sections if section is not None), None)
    for item in inside:
        old.body.remove(item)
    if first is not None:
        one_section(old.body, first)
        notes.append(Note(Said.CHANGED, "nội dung có ngắt phần (section): mẫu theo khổ giấy của phần đầu"))
    if not any(one.level is not Level.TEXT for one in old.parts.body) and "noi_dung" in ours.read:
        what = "nội dung không có điều, khoản đánh số: điều, khoản của văn bản mới in theo dáng vẻ của đoạn văn"
        notes.append(Note(Said.UNSURE, what))
    return notes


def _closing(old: Old, ours: Ours, looks: dict[str, Look], regions: Regions, components: list[Component]) -> list[Note]:
    closing = Closing(old, ours, looks)
    first, last = regions.closing[0], regions.closing[-1]
    held = regions.between(regions.closing)
    above, end = tag_paragraph(""), tag_paragraph("")  # what they bound may itself give way to tags
    first.addprevious(above)
    last.addnext(end)
    if closing.put(components):
        closing.several(above, end)
    else:
        names = [line for one in components if one.part is Part.SIGNER for line in written(one)]
        why = "có nhiều người ký" if len(names) > 1 else "không chia được thành đoạn riêng hoặc thiếu phần"
        what = f"nơi nhận và chữ ký {why}: mẫu dùng bảng hai cột không viền, chữ như văn bản cũ"
        closing.notes.append(Note(Said.CHANGED, what, place_of(components)))
        for piece in closing.ours():
            end.addprevious(piece)
        for item in held:
            section = item.find(f"{w('pPr')}/{w('sectPr')}") if item.tag == w("p") else None
            old.body.remove(item)
            if section is not None:
                one_section(old.body, section)
    behind = dressed(ours, ours.after, looks)
    known = {fold(text_in(item)) for piece in behind for item in piece.iter(w("p"))}
    for item in list(end.itersiblings()):
        texts = {fold(text_in(one)) for one in item.iter(w("p"))} - {""}
        if texts and texts <= known:  # what our own template prints behind the signature, on a condition
            old.body.remove(item)
    _no_page_of_blanks(end)
    for piece in reversed(behind):
        end.addnext(piece)
    old.body.remove(above)
    old.body.remove(end)
    return closing.notes


def _no_page_of_blanks(end: Element) -> None:
    """Takes out the blank paragraphs at the very end, all but one: a longer text would push them onto a page."""
    behind = [item for item in end.itersiblings() if item.tag != w("sectPr")]
    if all(is_empty(item) and item.find(f"{w('pPr')}/{w('sectPr')}") is None for item in behind):
        for item in behind[1:]:
            take_out(item)


def _head(old: Old, ours: Ours, looks: dict[str, Look], regions: Regions, components: list[Component]) -> list[Note]:
    head = Head(old, ours, looks)
    top = (regions.head or regions.title or regions.middle or regions.closing)[0]
    limited = tag_paragraph("{%p if luu_hanh %}"), *dressed(ours, [_mark(ours)], looks), tag_paragraph("{%p endif %}")
    if not head.put([one for one in components if one.part not in _TITLE]):
        why = "không chia được thành đoạn riêng hoặc thiếu phần"
        what = f"phần đầu {why}: mẫu dùng bảng hai cột không viền, chữ như văn bản cũ"
        head.notes.append(Note(Said.CHANGED, what, place_of(components)))
        held = [item for item in regions.between(regions.head) if item not in regions.title]
        made = dressed(ours, ours.head, looks)
        for piece in made:
            top.addprevious(piece)
        top = made[0]
        for item in held:
            old.body.remove(item)
    titles = [one for one in components if one.part in _TITLE]
    if titles and not head.put_title(titles):
        held = regions.between(regions.title)
        for piece in dressed(ours, ours.title, looks):
            held[0].addprevious(piece)
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
            take_out(other)
        _on_condition(elements[0], "lien_he", "{{r lien_he }}")
        return []
    last = last_of(old.body)
    if last is not None:
        made = [tag_paragraph("{%p if lien_he %}"), _contact(old), tag_paragraph("{%p endif %}")]
        for piece in reversed(made):
            last.addnext(piece)
    return []


def _contact(old: Old) -> Element:
    made = old.body.makeelement(w("p"))
    made.append(run_of("{{r lien_he }}"))
    return made
