"""The end of the old document: recipients and signature give way to their tags where they stand."""

from __future__ import annotations

from generator.docx.word.ooxml import paragraph_property, w
from generator.drafting.head import unsure, written
from generator.drafting.model import Note, Said, of_line
from generator.drafting.old import Old
from generator.drafting.ours import Look, Ours, dressed, text_in
from generator.drafting.words import Element, bare_copy, look_of, repeat, run_of, say, silence, tag_paragraph
from generator.parts.lines import Line
from generator.parts.model import Component, Part, Sure


class Closing:
    """Puts the tags of the end in place; ``notes`` tell of what is not sure."""

    def __init__(self, old: Old, ours: Ours, looks: dict[str, Look]) -> None:
        self.notes: list[Note] = []
        self._old, self._ours, self._looks = old, ours, looks

    def put(self, components: list[Component]) -> bool:
        """Tags for the components; False, and nothing changed, where they do not stand apart in paragraphs."""
        recipients = _lines(components, Part.RECIPIENT)
        titles = _lines(components, Part.SIGN_AUTHORITY)
        names = _lines(components, Part.SIGNER)
        lines = [line for one in components for line in written(one)]
        apart = all(self._old.whole(line) for line in lines) and lines
        single = len(names) == 1 and titles and recipients and self._together(recipients) and self._together(titles)
        if not (apart and single and "ho_ten_thu_ky" not in self._ours.read):
            return False
        self.notes += [unsure(one) for one in components if one.sure is not Sure.SURE]
        self._recipients(recipients)
        repeat([self._old.element(line) for line in titles], "ky", "{{ dong }}")
        self._signer(names[0])
        for line in _lines(components, Part.SIGN_NOTE):
            self.notes.append(of_line(Said.LEFT_OUT, "lời ghi ở chỗ ký của văn bản cũ", line))
            silence(self._old.element(line))
        return True

    def _together(self, lines: list[Line]) -> bool:
        """Whether the paragraphs of the lines follow one another, empty ones between them at most."""
        elements = [self._old.element(line) for line in lines]
        ids = {id(element) for element in elements}
        at: Element | None = elements[0]
        seen = 0
        while at is not None and seen < len(elements):
            if id(at) in ids:
                seen += 1
            elif at.tag != w("p") or text_in(at).strip():
                return False
            at = at.getnext()
        return seen == len(elements)

    def _recipients(self, lines: list[Line]) -> None:
        each = "{{ dong }}"
        if any(line.paragraph.label for line in lines):
            each = "{{ dong|replace('- ', '', 1) }}"  # the dash is the list's own
        repeat([self._old.element(line) for line in lines], "noi_nhan", each)

    def _signer(self, line: Line) -> None:
        """The name, and above it the place of other titles of who signs."""
        element = self._old.element(line)
        title = bare_copy(element)
        title.append(run_of("{{ dong }}", look_of(element)))
        say(element, "{{ ho_ten }}")
        for piece in (tag_paragraph("{%p for dong in chuc_danh_khac %}"), title, tag_paragraph("{%p endfor %}")):
            element.addprevious(piece)

    def ours(self) -> list[Element]:
        """Our own closing in the old document's looks."""
        made = dressed(self._ours, self._ours.closing, self._looks)
        room = self._ours.room_above("Họ và tên")
        for paragraph in (one for piece in made for one in piece.iter(w("p"))):
            if room and text_in(paragraph).strip() == "{{ ho_ten }}":  # empty lines gave the room to sign before
                paragraph_property(paragraph, "spacing").set(w("before"), room)
        return made

    def several(self, above: Element, below: Element) -> None:
        """Our rows of signatures where a dossier has several signers, else what stands between the two."""
        rows: list[Element] = []
        for piece in self._ours.closing:
            if text_in(piece).strip() == "{%p else %}":
                break
            rows.append(piece)
        if len(rows) == len(self._ours.closing):
            return
        for piece in (*dressed(self._ours, rows, self._looks), tag_paragraph("{%p else %}")):
            above.addprevious(piece)
        below.addprevious(tag_paragraph("{%p endif %}"))


def _lines(components: list[Component], part: Part) -> list[Line]:
    return [line for one in components if one.part is part for line in written(one)]
