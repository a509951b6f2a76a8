"""The head and the title of the old document: each part gives way to its tag where it stands."""

from __future__ import annotations

from generator.docx.word.ooxml import w
from generator.drafting.model import Note, Said, of_line
from generator.drafting.old import Old
from generator.drafting.ours import Look, Ours, dressed, text_in
from generator.drafting.words import bare_copy, look_of, one_of, removed, repeat, run_of, tag_paragraph
from generator.parts.lines import Line, is_drawn
from generator.parts.model import Component, Part, Sure

_NAMES = {Part.PARENT: "co_quan_chu_quan", Part.ISSUER: "co_quan"}
_TAGS = {
    Part.NUMBER: "{{ so_ky_hieu }}",
    Part.PLACE_DATE: "{{ dia_danh_ngay }}",
    Part.LETTER_SUBJECT: "{{r trich_yeu }}",
    Part.TYPE: "{{ ten_loai }}",
    Part.SUBJECT: "{{r trich_yeu }}",
}
_OF_NAME = {Part.NUMBER: "so_ky_hieu", Part.PLACE_DATE: "dia_danh_ngay", Part.ISSUER: "co_quan"}


class Head:
    """Puts the tags of a head in place; ``notes`` tell of what is not sure or was done otherwise."""

    def __init__(self, old: Old, ours: Ours, looks: dict[str, Look]) -> None:
        self.notes: list[Note] = []
        self._old, self._ours, self._looks = old, ours, looks

    def put(self, components: list[Component]) -> bool:
        """Tags for the components; False, and nothing changed, where they do not stand apart in paragraphs."""
        parts = {one.part for one in components}
        if any(part not in parts for part, name in _OF_NAME.items() if name in self._ours.read and self._dated(part)):
            return False
        tagged = (one for one in components if one.part not in (Part.NATIONAL, Part.MOTTO))
        if not all(self._old.whole(line) for one in tagged for line in written(one)):
            return False
        for one in components:
            self._one(one)
        if Part.PARENT not in parts:
            self._parent(next(one for one in components if one.part is Part.ISSUER))
        marks = [one for one in components if one.part in (Part.NUMBER, Part.LETTER_SUBJECT)]
        if marks:
            self._marks(marks[-1])
        return True

    def put_title(self, components: list[Component]) -> bool:
        """Tags for a title without a head; False, and nothing changed, where its lines do not stand apart."""
        if not all(self._old.whole(line) for one in components for line in written(one)):
            return False
        for one in components:
            self._one(one)
        return True

    def _dated(self, part: Part) -> bool:
        """Whether the head has a place for the day: that of minutes has none."""
        return part is not Part.PLACE_DATE or any("dia_danh_ngay" in text_in(piece) for piece in self._ours.head)

    def _one(self, one: Component) -> None:
        lines = written(one)
        elements = [self._old.element(line) for line in lines]
        if one.sure is not Sure.SURE:
            self.notes.append(unsure(one))
        if one.part in _NAMES:
            repeat(elements, _NAMES[one.part], "{{ ten }}", "ten")
        elif one.part in _TAGS:
            if one.part is Part.PLACE_DATE and not self._dated(one.part):
                return
            one_of(elements, _TAGS[one.part])
        elif one.part in (Part.URGENCY, Part.SECRECY, Part.CIRCULATION):
            for line, element in zip(lines, elements, strict=True):
                what = "dấu của văn bản cũ; mẫu in theo hồ sơ"
                self.notes.append(of_line(Said.LEFT_OUT, what, line))
                removed(element)

    def _parent(self, issuer: Component) -> None:
        """A place for the superior of another agency's issuer, in the look of the issuer, not bold."""
        at = self._old.element(written(issuer)[-1])
        while (before := at.getprevious()) is not None and before.tag == w("p"):
            at = before
            if "in co_quan %" in text_in(before):
                break
        paragraph = bare_copy(self._old.element(written(issuer)[-1]))
        look = look_of(self._old.element(written(issuer)[-1]))
        for tag in ("b", "bCs"):
            for item in look.findall(w(tag)) if look is not None else ():
                look.remove(item)  # type: ignore[union-attr]
        paragraph.append(run_of("{{ ten }}", look))
        for piece in (tag_paragraph("{%p for ten in co_quan_chu_quan %}"), paragraph, tag_paragraph("{%p endfor %}")):
            at.addprevious(piece)

    def _marks(self, one: Component) -> None:
        """Places for the marks of secrecy and urgency below the number."""
        at = self._old.element(written(one)[0])
        for piece in reversed(dressed(self._ours, self._ours.marks, self._looks)):
            at.addnext(piece)


def unsure(component: Component) -> Note:
    """The note on a part that was tagged and is not surely what it was taken for."""
    why = component.why or "nhận theo chỗ đứng và câu chữ gần giống"
    return of_line(Said.UNSURE, f"{component.part}: {why}; đã đặt thẻ, xem lại", written(component)[0])


def written(component: Component) -> list[Line]:
    """The lines of the component that hold words."""
    return [line for line in component.lines if line.text and not is_drawn(line.text)]
