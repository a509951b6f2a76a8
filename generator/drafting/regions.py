"""Where the parts of the old document lie among the elements of its body, and what is cut off behind them."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.docx.word.ooxml import w
from generator.drafting.model import Note, Said, quoted
from generator.drafting.old import Old, lines_of
from generator.drafting.ours import text_in
from generator.drafting.words import Element, drawn_runs
from generator.editing.errors import RefusedError
from generator.parts.lines import Line
from generator.parts.model import Annex, Component


def tops_of(old: Old, lines: Iterable[Line]) -> list[Element]:
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


class Regions:
    """Where head, title, middle and end begin and stop among the elements of the body."""

    def __init__(
        self, old: Old, head: list[Component], title: list[Component], middle: list[Line], closing: list[Component]
    ) -> None:
        self._old = old
        self.head = tops_of(old, (line for one in head for line in one.lines))
        self.title = tops_of(old, (line for one in title for line in one.lines))
        self.middle = tops_of(old, [line for line in middle if line.text])
        self.closing = tops_of(old, (line for one in closing for line in one.lines if line.text))

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


def cut_annexes(old: Old) -> list[Note]:
    """Takes out what comes behind the signature; each annex is printed with a form of its own."""
    if not old.parts.annexes:
        return []
    body = old.body
    tops = tops_of(old, (line for annex in old.parts.annexes for line in annex_lines(annex)))
    start = body.index(tops[0])
    final = body.find(w("sectPr"))
    for item in list(body)[start:]:
        if item is not final:
            body.remove(item)
    while len(body) and (last := last_of(body)) is not None and is_empty(last):
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
        what = (
            f"{kind} không vào mẫu này: văn bản in ra có {kind} theo mẫu của {kind}; "
            f'làm mẫu ấy: vanthu template new "{kind}" --from …'
        )
        made.append(Note(Said.LEFT_OUT, what))
    return made


def annex_lines(annex: Annex) -> list[Line]:
    """The lines of an annex."""
    return [*lines_of(annex.components), *(one.line for one in annex.body)]


def last_of(body: Element) -> Element | None:
    """The last element of the body that says or shows something, or is empty."""
    items = [item for item in body if item.tag != w("sectPr")]
    return items[-1] if items else None


def is_empty(element: Element) -> bool:
    """Whether it is a paragraph that says and shows nothing."""
    return element.tag == w("p") and not text_in(element).strip() and not drawn_runs(element)


def _move_section(body: Element) -> None:
    """Makes a section that the last paragraph ends the body's own: nothing comes behind it now."""
    last = last_of(body)
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


def one_section(body: Element, first: Element) -> None:
    """Makes the section the only one, that of the whole body."""
    final = body.find(w("sectPr"))
    if final is not None:
        body.remove(final)
    body.append(copy.deepcopy(first))


def place_of(components: list[Component]) -> str:
    """Where the first line of the components stands."""
    line = next((line for one in components for line in one.lines if line.text), None)
    return line.place if line is not None else ""


def lost_looks(old: Old, inside: Sequence[Element], kept: Collection[int] = ()) -> Iterator[Note]:
    """A note on each table and each drawing among the elements, which give way to the text of a new document.

    ``kept`` are the identities of tables that stay as they are.
    """
    places = {id(old.element(line)): line.place for line in reversed(old.lines) if line.paragraph.origin}
    place = ""
    for item in inside:
        held = [item] if item.tag == w("p") else list(item.iter(w("p")))
        place = next((places[id(one)] for one in held if id(one) in places), place)
        if id(item) in kept:
            continue
        if item.tag == w("tbl"):
            words = quoted(" ".join(text_in(one) for one in held))
            what = "bảng trong nội dung: bảng của văn bản mới in theo kiểu bảng của chương trình"
            yield Note(Said.CHANGED, what, place.partition(", hàng")[0], words)
        elif drawn_runs(item):
            yield Note(Said.LEFT_OUT, "hình hoặc đường kẻ vẽ trong phần nội dung", place, quoted(text_in(item)))
