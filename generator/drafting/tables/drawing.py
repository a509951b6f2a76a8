"""A table found in the old document, drawn anew for the form: its head as it is, one row that is repeated."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence

from lxml import etree

from generator.docx.word.ooxml import take_out, w
from generator.drafting.model import Note, Said, quoted
from generator.drafting.tables.finding import Found
from generator.drafting.words import Element, bare_copy, look_of, one_of, run_of, tag_paragraph
from generator.patterns import late
from generator.recovering.tables.grid import Slot

_YEAR = late(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OF_PERIODS = frozenset({"chenh_lech", "ky_truoc"})  # columns whose heading says which period, which unit
_SHARED = frozenset({"stt", "noi_dung", "theo_doi", "phoi_hop", "phuong_phap", "bien_phap"})  # by targets of one
_PLAIN = frozenset({"stt", "so"})  # of one short line always


def drawn(found: Found) -> tuple[Element, list[Note]]:
    """The table with its rows as loops, and what is to be said of that; the old one stays as it is."""
    notes = list(_doubts(found))
    heads = _heads(found, notes)
    group = [_group_row(found)] if found.groups else []
    row = _row(found)
    made = copy.deepcopy(found.element)
    for item in made.findall(w("tr")):
        made.remove(item)
    columns = len(found.columns)
    rows = [*heads, _tag_row("{%tr for nhom in b.nhom %}", columns)]
    for one in group:
        rows += [_tag_row("{%tr if nhom.tieu_de %}", columns), one, _tag_row("{%tr endif %}", columns)]
    rows += [_tag_row("{%tr for dong in nhom.dong %}", columns), row]
    rows += [_tag_row("{%tr endfor %}", columns), _tag_row("{%tr endfor %}", columns)]
    made.extend(rows)
    return made, notes


def _doubts(found: Found) -> Iterator[Note]:
    """What the row that is repeated does otherwise than the old table."""
    joined = [slot for row in found.grid.body for slot in row if slot.rows > 1 and found.source != "muc_tieu"]
    if joined:
        what = "ô gộp qua nhiều hàng của bảng: mẫu in lại ở từng hàng"
        yield Note(Said.CHANGED, what, found.place, quoted(joined[0].words))
    shared = next((column.heading for column in found.columns if column.shared), "")
    if shared:
        what = "cột ghi chung chủ trì và phối hợp: mẫu in chủ trì; thêm {{r dong.phoi_hop }} vào ô nếu cần"
        yield Note(Said.UNSURE, what, found.place, quoted(shared))


def _heads(found: Found, notes: list[Note]) -> list[Element]:
    """The rows of the head, with the headings that the dossier words itself: always those of a period or a year."""
    grid = found.grid
    last = {}
    for at, column in enumerate(found.columns):
        slot = grid.at(grid.heading - 1, at)
        assert slot is not None
        last[id(slot)] = column.key
    changed: dict[int, str] = {}
    for row in grid.rows[: grid.heading]:
        for slot in row:
            key = last.get(id(slot), "")
            dated = _YEAR.search(slot.words) is not None
            if key in _OF_PERIODS or (dated and key):
                changed[id(found.cell(slot))] = f"{{{{r b.cot.{key}|default('') }}}}"
                what = "tiêu đề cột đổi theo kỳ, theo năm: in tiêu đề của hồ sơ"
                notes.append(Note(Said.CHANGED, what, found.place, quoted(slot.words)))
            elif dated:
                what = "tiêu đề nhóm cột có năm, mẫu in lại y như cũ; sửa trong Word"
                notes.append(Note(Said.KEPT, what, found.place, quoted(slot.words)))
            elif key and _is_plain(slot, found.cell(slot)):
                changed[id(found.cell(slot))] = f"{{{{r b.cot_rieng.{key}|default('{slot.words}') }}}}"
    rows = list(dict.fromkeys(_row_of(found.cell(slot)) for row in grid.rows[: grid.heading] for slot in row))
    made = []
    for tr in rows:
        own = copy.deepcopy(tr)
        for cell, old in zip(own.iter(w("tc")), tr.iter(w("tc")), strict=True):
            if id(old) in changed:
                one_of(cell.findall(w("p")), changed[id(old)])
        made.append(own)
    return made


def _is_plain(slot: Slot, cell: Element) -> bool:
    """Whether the heading is one paragraph of one look, so that a tag can say it: its own words, or the dossier's."""
    found = (run.find(w("rPr")) for run in cell.iter(w("r")))
    looks = {b"" if look is None else etree.tostring(look) for look in found}
    one = len(cell.findall(w("p"))) == len(slot.paragraphs) == len(looks) == 1
    said = "".join(text.text or "" for text in cell.iter(w("t")))
    return one and not set("'\\{}%") & set(slot.words) and said.split() == slot.words.split()


def _group_row(found: Found) -> Element:
    """The row that heads a group: its number, where that has a cell of its own, and its words."""
    rows = [[slot for slot in found.grid.rows[at] if slot.texts] for at in found.groups]
    slots = rows[0]
    tags = {id(found.cell(slots[-1])): ("nhom.tieu_de", _ways(found, [row[-1] for row in rows]))}
    if len(slots) == 2:
        tags[id(found.cell(slots[0]))] = "nhom.so", _ways(found, [slots[0]])
    return _filled(_row_of(found.cell(slots[-1])), tags, set())


def _row(found: Found) -> Element:
    """The row that shows a record."""
    first = found.grid.rows[found.row]
    tags = {}
    merged = set()
    for at, (slot, column) in enumerate(zip(first, found.columns, strict=True)):
        said = [one for row in found.grid.body for one in row if one.column == at and one.columns == 1 and one.texts]
        tags[id(found.cell(slot))] = f"dong.{column.key}", _ways(found, [slot, *said])
        if found.source == "muc_tieu" and column.key in _SHARED:
            merged.add(id(found.cell(slot)))
    return _filled(_row_of(found.cell(first[0])), tags, merged)


Ways = tuple[Element, Element]
"""How the first paragraph of a cell stands and looks, and those behind it."""


def _ways(found: Found, slots: Sequence[Slot]) -> Ways:
    """Of the cells the looks of the first that says something, those of further paragraphs of one that has several."""
    said = [_said(found.cell(slot)) for slot in slots]
    own = next((one for one in said if one), None)
    if own is None:
        first = found.cell(slots[0]).find(w("p"))
        assert first is not None
        return first, first
    several = next((one for one in said if len(one) > 1), own)
    return own[0], several[1] if len(several) > 1 else own[0]


def _said(cell: Element) -> list[Element]:
    return [one for one in cell.findall(w("p")) if "".join(text.text or "" for text in one.iter(w("t"))).strip()]


def _filled(tr: Element, tags: dict[int, tuple[str, Ways]], merged: set[int]) -> Element:
    """A copy of the row whose cells print those fields; ``merged`` ones go down over all rows of their group."""
    made = copy.deepcopy(tr)
    for cell, old in zip(made.iter(w("tc")), tr.iter(w("tc")), strict=True):
        for item in [one for one in cell if one.tag != w("tcPr")]:
            cell.remove(item)
        for item in cell.findall(f"{w('tcPr')}/{w('vMerge')}"):
            take_out(item)
        if id(old) in tags:
            name, ways = tags[id(old)]
            cell.extend(_printing(name, ways))
        else:
            cell.append(bare_copy(next(old.iter(w("p")))))
        if id(old) in merged:
            said = cell.findall(w("p"))
            if len(said) > 1:
                cell.append(tag_paragraph("{% vm %}"))
            else:
                said[0].append(run_of("{% vm %}", look_of(said[0])))
    return made


def _printing(name: str, ways: Ways) -> Iterator[Element]:
    """The paragraphs that print a field: one for each of its lines."""
    first, other = ways
    if name.rpartition(".")[2] in _PLAIN:
        yield _line(first, f"{{{{r {name} }}}}")
        return
    yield tag_paragraph(f"{{%p for doan in {name} %}}")
    if _looks(first) != _looks(other):
        yield tag_paragraph("{%p if loop.first %}")
        yield _line(first, "{{r doan }}")
        yield tag_paragraph("{%p else %}")
        yield _line(other, "{{r doan }}")
        yield tag_paragraph("{%p endif %}")
    else:
        yield _line(first, "{{r doan }}")
    yield tag_paragraph("{%p endfor %}")


def _line(like: Element, tag: str) -> Element:
    made = bare_copy(like)
    for number in made.findall(f"{w('pPr')}/{w('numPr')}"):
        for item in list(number):
            number.remove(item)
        etree.SubElement(number, w("numId")).set(w("val"), "0")  # its number is printed by the tag
    made.append(run_of(tag, look_of(like, last=True)))
    return made


def _looks(paragraph: Element) -> bytes:
    look = look_of(paragraph, last=True)
    return etree.tostring(bare_copy(paragraph)) + (b"" if look is None else etree.tostring(look))


def _tag_row(tag: str, columns: int) -> Element:
    row = etree.Element(w("tr"))
    cell = etree.SubElement(row, w("tc"))
    properties = etree.SubElement(cell, w("tcPr"))
    if columns > 1:
        etree.SubElement(properties, w("gridSpan")).set(w("val"), str(columns))
    cell.append(tag_paragraph(tag))
    return row


def _row_of(cell: Element) -> Element:
    return next(cell.iterancestors(w("tr")))
