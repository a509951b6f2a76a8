"""What a paragraph holds: runs, tabs, breaks and fields, in reading order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Literal, TypeAlias, cast

from generator.layout.drawings.parts import DrawingParts
from generator.layout.names import XML_SPACE, Element, R, W, leading, local
from generator.layout.notes import Notes
from generator.layout.properties.formats import Formats, Surroundings
from generator.layout.properties.text_properties import BACKWARD
from generator.layout.signs.symbols import in_font, symbol
from generator.layout.text.alternatives import DRAWN, choice
from generator.layout.text.embedded import MATHEMATICS, Displayed, read_drawing, read_formulas
from generator.layout.text.fields import FieldReader, check, computed, form_field
from generator.layout.text.footnotes import Footnotes, is_marked
from generator.layout.text.gathered import Gathered, without_last_hyphens
from generator.layout.tree import Inline, LineBreak, PageBreak, Run, Tab, TabStop, TextFormat
from generator.opc import brief
from generator.opc.xml import text_of

_TRANSPARENT = {"smartTag", "customXml", "sdtContent", "ins", "moveTo"}
_REMOVED = {"del", "moveFrom", "delText", "delInstrText"}
_SILENT = {
    "pPr", "rPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart",
    "commentRangeEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
    "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "annotationRef", "lastRenderedPageBreak", "separator",
    "continuationSeparator", "",
}  # fmt: skip
_OBJECT = "đối tượng nhúng (OLE)"
_NOT_SHOWN = {
    "contentPart": "nét vẽ tay",
    "subDoc": "văn bản con",
    "control": "điều khiển ActiveX",
    "dir": BACKWARD,
    "bdo": BACKWARD,
}
_Clears: TypeAlias = Literal["", "left", "right", "all"]
_CLEARS = ("left", "right", "all")
_RUN_PROPERTIES, _TEXT, _RUN, _PROPERTIES = W + "rPr", W + "t", W + "r", W + "pPr"
_PLACES: dict[str, tuple[Literal["left", "center", "right"], float]] = {
    "left": ("left", 0.0), "center": ("center", 0.5), "right": ("right", 1.0),
}  # fmt: skip


def _keeps_space(text: Element) -> bool:
    """Whether white space at the ends of the text counts: what holds it may say so for all (XML 2.10)."""
    said = text.get(XML_SPACE)
    if said is None:
        said = next((found for holder in text.iterancestors() if (found := holder.get(XML_SPACE))), None)
    return said == "preserve"


def _placed_tab(element: Element, form: TextFormat) -> Tab:
    """The tab of a ``w:ptab``, which names its place itself."""
    kind, share = _PLACES.get(element.get(W + "alignment", ""), _PLACES["left"])
    stop = TabStop(share, kind, element.get(W + "leader", "none"))
    return Tab(form, stop, element.get(W + "relativeTo", "margin") == "indent")


class InlineReader:
    """Reads the children of paragraphs of one part; fields stay open from paragraph to paragraph.

    ``label`` is the number of the footnote whose paragraphs are being read; ``unclosed`` are the marks of fields that
    are read as if they were not there.
    """

    def __init__(
        self,
        formats: Formats,
        notes: Notes,
        links: dict[str, tuple[str, str]],
        drawings: DrawingParts,
        footnotes: Footnotes | None = None,
        unclosed: Collection[Element] = (),
    ) -> None:
        self._formats, self._notes, self._links = formats, notes, links
        self._drawings, self._footnotes, self._unclosed = drawings, footnotes, unclosed
        self.label = ""
        self.shown: list[Run] | None = None
        self.displayed: Displayed | None = None  # where formulas of the last paragraph stand
        self._fields = FieldReader(notes)
        self._style, self._plain = "", TextFormat()
        self._around = Surroundings()
        self._made = Gathered(notes)

    def read(self, paragraph: Element, style_id: str, around: Surroundings, plain: TextFormat) -> list[Inline]:
        """The inline items of one paragraph; ``plain`` is the look of its runs that say nothing themselves."""
        outer = self._style, self._plain, self._around, self._made.items
        self._style, self._plain, self._around = style_id, plain, around
        self._made.begin()
        self._walk(paragraph, None)
        items = without_last_hyphens(self._made.items)
        # A box of text is read inside the paragraph it hangs on.
        self._style, self._plain, self._around, self._made.items = outer
        return items

    def _walk(self, parent: Element, link: str | None) -> None:
        for child in parent:
            tag = child.tag
            if tag == _PROPERTIES:
                continue
            name = "r" if tag == _RUN else local(child)
            if name == "r":
                self._run(child, link)
            elif name in _SILENT:
                continue
            elif name == "hyperlink":
                self._walk(child, self._address(child) or link)
            elif name == "fldSimple":
                self._simple_field(child, link)
            elif name == "sdt":
                content = child.find(W + "sdtContent")
                if content is not None:
                    self._walk(content, link)
            elif name in _TRANSPARENT:
                if name in ("ins", "moveTo"):
                    self._notes.changes += 1
                self._walk(child, link)
            elif name in _REMOVED:
                self._notes.changes += 1
                self._keep_fields(child)
            elif name in MATHEMATICS:
                self._equation(child)
            elif name == "br":  # PHPWord writes breaks beside the runs; Word shows them
                self._special(child, name, self._plain, link)
            else:
                self._notes.add(self._name(child))

    def _equation(self, element: Element) -> None:
        if self._fields.silent:
            return
        made, displayed = read_formulas(element, self._made.items, self._look, self._notes)
        self._made.items += made
        self.displayed = displayed or self.displayed

    def _look(self, properties: Element | None, run: Element | None = None) -> TextFormat:
        if properties is None:
            return self._plain
        return self._formats.text(self._style, properties, self._around, run=run)

    def _keep_fields(self, removed: Element) -> None:
        # The marks of a field may be deleted one by one: those left out would keep the field open for ever.
        for mark in removed.iter(W + "fldChar"):
            if mark in self._unclosed:
                continue
            self._fields.mark(mark.get(W + "fldCharType", ""), TextFormat())

    @staticmethod
    def _name(child: Element) -> str:
        name = local(child)
        return _NOT_SHOWN.get(name, f"thành phần <{brief(name)}>")

    def _address(self, link: Element) -> str | None:
        target = self._links.get(link.get(R + "id", ""))
        return target[1] if target else None

    def _simple_field(self, element: Element, link: str | None) -> None:
        code = element.get(W + "instr", "")
        first = element.find(f"{W}r/{W}rPr")
        field = computed(code, self._formats.text(self._style, first, self._around), self._notes)
        if field is not None:
            self._made.items.append(field)
            return
        entry = form_field(code, element.find(W + "ffData"), self._formats.text(self._style, first, self._around))
        if entry is not None:
            self._made.items += entry
            return
        check(code, self._notes)
        self._walk(element, link)

    def _run(self, run: Element, link: str | None) -> None:
        properties = leading(run, _RUN_PROPERTIES)
        form = self._look(properties, run)
        for child in run:
            tag = child.tag
            if tag == _RUN_PROPERTIES:
                continue
            name = "t" if tag == _TEXT else local(child)
            if name == "t":
                text = text_of(child)
                self._fields.result(form)
                bare = text.strip(" \t\r\n")
                if bare != text and not _keeps_space(child):
                    text = bare
                self._text(in_font(text, form.font), form, link)
            elif name == "fldChar":
                if child in self._unclosed:
                    continue
                field = self._fields.mark(child.get(W + "fldCharType", ""), form, child.find(W + "ffData"))
                if field is not None:
                    self._made.items.append(field)
            elif name == "instrText":
                self._fields.code(child.text or "", form)
            elif name in ("footnoteReference", "endnoteReference"):
                self._reference(child, form)
                if is_marked(child):
                    return  # what follows in the run is its mark
            elif name not in _SILENT:
                self._special(child, name, form, link)

    def _special(self, child: Element, name: str, form: TextFormat, link: str | None) -> None:
        if self._fields.silent:
            return
        if name == "tab":
            self._made.items.append(Tab(form))
        elif name == "ptab":
            self._made.items.append(_placed_tab(child, form))
        elif name == "br":
            self._break(child, form)
        elif name == "cr":
            self._made.items.append(LineBreak(form))
        elif name == "noBreakHyphen":
            self._text("\u2011", form, link)
        elif name == "softHyphen":
            self._text("\u00ad", form, link)
        elif name == "sym":
            self._text(self._symbol(child), form, link)
        elif name == "pgNum":
            field = computed("PAGE", form, self._notes)
            if field is not None:
                self._made.items.append(field)
        elif name in DRAWN:
            self._drawing(child, form)
        elif name == "object":  # shown by the picture that its program left in the file
            own = child.find(W + "drawing")
            self._drawing(child if own is None else own, form, _OBJECT)
        elif name == "AlternateContent":
            branch = choice(child)
            for inner in branch if branch is not None else ():
                if local(inner) == "t":
                    self._text(inner.text or "", form, link)
                elif local(inner) in DRAWN:
                    self._drawing(inner, form)
                else:
                    self._special(inner, local(inner), form, link)
        elif name in ("footnoteRef", "endnoteRef"):
            self._number_of_note(form, link)
        elif name == "commentReference":
            self._notes.comments += 1
        elif name == "ruby":
            self._ruby(child, form, link)
        elif name in _REMOVED:
            self._notes.changes += 1
        else:
            self._notes.add(self._name(child))

    def _ruby(self, ruby: Element, form: TextFormat, link: str | None) -> None:
        from generator.layout.text.ruby import read_ruby  # here: few documents hold any

        held: list[list[Inline]] = []
        outer = self._made.items
        for name in ("rubyBase", "rt"):
            self._made.items = []
            part = ruby.find(W + name)
            if part is not None:
                self._walk(part, link)
            held.append(self._made.items)
        self._made.items = outer
        made = read_ruby(ruby, held[0], held[1], form)
        if made is None:
            self._notes.add("phiên âm (ruby) của nội dung không phải chữ")
        else:
            self._made.items.append(made)

    def count_change(self) -> None:
        """Counts one tracked change outside the runs."""
        self._notes.changes += 1

    def _drawing(self, element: Element, form: TextFormat, holder: str = "") -> None:
        if self._fields.silent:
            return
        made = read_drawing(element, holder, self._drawings, self._notes)
        if made is not None:
            made.raised = form.raised if made.anchor is None else 0.0
            self._made.items.append(made)

    def _reference(self, element: Element, form: TextFormat) -> None:
        if self._fields.silent:
            return
        mark = self._own_mark(element) if is_marked(element) else ""
        made = self._footnotes.reference(element, form, mark) if self._footnotes is not None else None
        if made is None:
            self._notes.add("chú thích không có nội dung trong tệp")
        elif not form.hidden:  # a hidden reference is counted, but neither it nor its note is printed
            self._made.items.append(made)

    def _own_mark(self, reference: Element) -> str:
        """The sign that follows a reference in its run and stands for its number."""
        parts: list[str] = []
        for child in reference.itersiblings():
            if local(child) == "t":
                parts.append(child.text or "")
            elif local(child) == "sym":
                parts.append(self._symbol(child))
        return "".join(parts)

    def _symbol(self, element: Element) -> str:
        """The sign of a ``w:sym``, nothing where that is not known."""
        font, code = element.get(W + "font", ""), element.get(W + "char", "")
        shown = symbol(font, code)
        if shown is None:
            self._notes.add(f"ký hiệu {code} của phông {font}")
        return shown or ""

    def _text(self, text: str, form: TextFormat, link: str | None) -> None:
        if text and not self._fields.silent:
            self._made.text(text, form, link)

    def _number_of_note(self, form: TextFormat, link: str | None) -> None:
        if self.shown is None or self._fields.silent:
            self._text(self.label, form, link)
            return
        run = Run(self.label, replace(form), link)  # a look of its own: nothing is joined to it
        self.shown.append(run)
        self._made.items.append(run)

    def _break(self, element: Element, form: TextFormat) -> None:
        kind = element.get(W + "type", "textWrapping")
        if kind == "page":
            self._made.items.append(PageBreak())
        elif kind == "column":
            self._made.items.append(PageBreak(column=True))
        else:
            clears = element.get(W + "clear", "")
            self._made.items.append(LineBreak(form, clears=cast(_Clears, clears) if clears in _CLEARS else ""))
