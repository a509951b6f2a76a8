"""A phụ lục, or a text issued with a document: its form is made of the first of the file, all else is cut off."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from generator.docx.word.ooxml import w
from generator.drafting.head import Head, written
from generator.drafting.looks import looks_of
from generator.drafting.model import Note, Said
from generator.drafting.old import Old
from generator.drafting.ours import Look, Ours, dressed, text_in
from generator.drafting.regions import annex_lines, lost_looks, tops_of
from generator.drafting.tables.finding import Found, elements_of, tables_found
from generator.drafting.tables.placing import placed
from generator.drafting.words import one_of, repeat
from generator.parts.model import Annex, Component, Part


def draft_attached(old: Old, ours: Ours, template: str) -> list[Note]:
    """Puts the tags into the annex; what is to be said of that."""
    notes: list[Note] = []
    annexes = old.parts.annexes
    attached = template == "van-ban-kem-theo"
    at = next(n for n, annex in enumerate(annexes) if annex.attached == attached)
    annex = annexes[at]
    lines = (line for one in annexes if one.attached == attached for line in annex_lines(one))
    tables = tables_found(old, tops_of(old, lines))
    _cut(old, annex, annexes[at + 1] if at + 1 < len(annexes) else None)
    if len(annexes) > 1 or old.parts.components:
        notes.append(
            Note(
                Said.LEFT_OUT,
                "mẫu làm từ phần này thôi, phần khác của tệp không vào mẫu",
                annex.components[0].lines[0].place,
            )
        )
    looks = looks_of(old, annex.components, annex.body, ours)
    notes += _body(old, ours, looks, annex, tables)
    notes += _title(old, ours, looks, annex, attached)
    _signature(old, ours, looks)
    return notes


def _signature(old: Old, ours: Ours, looks: dict[str, Look]) -> None:
    """The line of the digital signature above all, of annexes in a file of their own."""
    first = next(old.body.iter(w("p")), None)
    breaks = first.find(f"{w('pPr')}/{w('pageBreakBefore')}") if first is not None else None
    if breaks is not None and (parent := breaks.getparent()) is not None:
        parent.remove(breaks)  # an annex begins a page by itself, and the line stands on it
    end = next(n for n, piece in enumerate(ours.annex) if "endif" in text_in(piece))
    for piece in reversed(dressed(ours, ours.annex[: end + 1], looks)):
        old.body.insert(0, piece)


def _cut(old: Old, annex: Annex, following: Annex | None) -> None:
    body = old.body
    first = tops_of(old, annex_lines(annex))[0]
    for item in list(body)[: body.index(first)]:
        body.remove(item)
    if following is None:
        return
    final = body.find(w("sectPr"))
    start = body.index(tops_of(old, annex_lines(following))[0])
    before = list(body)[:start]
    section = next(
        (found for item in reversed(before) if (found := item.find(f"{w('pPr')}/{w('sectPr')}")) is not None), None
    )
    for item in list(body)[start:]:
        body.remove(item)
    if section is None:
        if final is not None:
            body.append(final)
        return
    holder = section.getparent()
    assert holder is not None
    holder.remove(section)
    body.append(copy.deepcopy(section))


def _body(old: Old, ours: Ours, looks: dict[str, Look], annex: Annex, tables: Sequence[Found]) -> list[Note]:
    taken = [line for one in annex.components if one.part in _ENDS for line in one.lines if line.text]
    tops = tops_of(old, [*(one.line for one in annex.body), *taken])
    made = dressed(ours, ours.middle, looks)
    notes = placed(tables, made)
    if not tops:
        for piece in made:
            old.body.insert(len(old.body) - 1, piece)
        return notes
    inside = [old.body[n] for n in range(old.body.index(tops[0]), old.body.index(tops[-1]) + 1)]
    notes += lost_looks(old, inside, elements_of(tables))
    for piece in made:
        inside[0].addprevious(piece)
    for item in inside:
        old.body.remove(item)
    return notes


_ENDS = (
    Part.RECIPIENTS_LABEL,
    Part.RECIPIENT,
    Part.SIGN_AUTHORITY,
    Part.SIGN_NOTE,
    Part.SIGNER,
    Part.DRAFTER,
    Part.BASIS,
)


def _title(old: Old, ours: Ours, looks: dict[str, Look], annex: Annex, attached: bool) -> list[Note]:
    components = annex.components
    notes: list[Note] = []
    if attached:
        named = [one for one in components if one.part not in (*_ENDS, Part.REFERENCE)]
        notes += attached_head(old, ours, looks, named)
    for one in components:
        elements = [old.element(line) for line in written(one)]
        if one.part is Part.ANNEX_LABEL:
            one_of(elements, "{{ nhan }}")
        elif one.part is Part.ANNEX_TITLE:
            repeat(elements, "tieu_de", "{{r dong }}")
        elif one.part is Part.REFERENCE:
            one_of(elements, "{{r kem_theo }}")
    return notes


def attached_head(old: Old, ours: Ours, looks: dict[str, Look], components: list[Component]) -> list[Note]:
    """Tags for the head and the title of a text issued with a document, ours where its own cannot be tagged."""
    head = Head(old, ours, looks)
    lines = [line for one in components for line in one.lines]
    headed = any(one.part is Part.ISSUER for one in components)
    done = head.put(components) if headed else head.put_title(components)  # with a title alone a head is one too many
    if not done:
        held = tops_of(old, lines)
        for piece in dressed(ours, [*ours.head, *ours.title[:2]], looks):
            held[0].addprevious(piece)
        for item in held:
            old.body.remove(item)
        head.notes.append(
            Note(Said.CHANGED, "phần đầu không chia được thành đoạn riêng: mẫu dùng bảng không viền", lines[0].place)
        )
    return head.notes
