"""What a paragraph holds: runs, tabs, breaks and fields, in reading order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Literal

from generator.errors import ConversionError
from generator.layout.drawings.parts import DrawingParts, NotDrawnError
from generator.layout.limits import MAX_PARAGRAPH_TEXT, MAX_PIECES, refuse
from generator.layout.names import MC, XML_SPACE, Element, R, W, leading, local
from generator.layout.notes import Notes
from generator.layout.properties.formats import Formats, Surroundings
from generator.layout.text.fields import FieldReader, check, computed, form_field
from generator.layout.text.footnotes import Footnotes, is_marked
from generator.layout.text.symbols import in_font, symbol
from generator.layout.tree import Drawing, Inline, LineBreak, PageBreak, Picture, Run, Tab, TabStop, TextFormat
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
_MATHEMATICS = ("oMath", "oMathPara")
_SHOWING = (*_MATHEMATICS, "r", "hyperlink", "fldSimple", "sdt", "smartTag", "ins")
_NOT_SHOWN = {
    "contentPart": "nét vẽ tay",
    "subDoc": "văn bản con",
    "control": "điều khiển ActiveX",
    "dir": "chữ viết từ phải sang trái",
    "bdo": "chữ viết từ phải sang trái",
}
# Line ends are spaces; what only chooses between looks of a sign, and a control nothing prints, have no glyph. The
# byte order mark inside a text is the word joiner of today; PDF/A knows no other.
_SPACES = str.maketrans(
    {"\n": " ", "\r": " ", "\x85": None, "\ufe0e": None, "\ufe0f": None, "\ufeff": "\u2060", "\u2029": "\u2028"}
)
_LINE_END = "\u2028"  # Unicode's own line break inside a text
# Text put together from the codes of Windows has controls where those have dashes and quotes: they are read as such, as
# HTML prescribes and Word's own converters do.
_WINDOWS = {
    code: shown for code in range(0x80, 0xA0) if code != 0x85 and (shown := bytes([code]).decode("cp1252", "ignore"))
}
_CONTROLS = frozenset(map(chr, _WINDOWS))
_CARE = tuple(map(chr, _SPACES))
_PRINTABLE = [char for char in _CARE if char.isprintable()]  # two; all else to care for here is not
_DRAWN = {"drawing", "pict"}
_RUN_PROPERTIES, _TEXT, _RUN, _PROPERTIES = W + "rPr", W + "t", W + "r", W + "pPr"
_UNDERSTOOD = {"wps", "wpg", "wpc", "wp14", "w14", "w15", "a14"}


def drawing_name(element: Element) -> str:
    """In Vietnamese, what kind of drawing an element holds."""
    holds_text = any(local(child) == "txbxContent" for child in element.iter())
    return "khung văn bản" if holds_text else "hình vẽ"


def choice(element: Element) -> Element | None:
    """The branch of an ``mc:AlternateContent`` to read: one that needs only known extensions, else the fallback.

    A fallback with other words than Word prints is none: the branch that is not known is then refused by its name.
    One that draws and holds no words may be a picture of them.
    """
    branches = element.findall(MC + "Choice")
    for branch in branches:
        if set(branch.get("Requires", "").split()) <= _UNDERSTOOD:
            return branch
    fallback = element.find(MC + "Fallback")
    words = _words(fallback)
    draws = fallback is not None and any(local(child) in _DRAWN for child in fallback.iter())
    is_other = branches and _words(branches[0]) not in ("", words) and (words or not draws)
    return branches[0] if is_other else fallback


def holds_blocks(branch: Element) -> bool:
    """Whether a branch holds nothing but paragraphs and tables."""
    return all(local(child) in ("p", "tbl") for child in branch)


def _words(element: Element | None) -> str:
    texts = element.iter(_TEXT) if element is not None else ()
    return "".join("".join(text.text or "" for text in texts).split())


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
        self.displayed: Literal["left", "center", "right"] | None = None  # where formulas of the last paragraph stand
        self._fields = FieldReader(notes)
        self._style, self._plain = "", TextFormat()
        self._around = Surroundings()
        self._items: list[Inline] = []
        self._pieces = self._length = 0

    def read(self, paragraph: Element, style_id: str, around: Surroundings, plain: TextFormat) -> list[Inline]:
        """The inline items of one paragraph; ``plain`` is the look of its runs that say nothing themselves."""
        outer = self._style, self._plain, self._around, self._items
        self._style, self._plain, self._around, self._items = style_id, plain, around, []
        self._pieces = self._length = 0
        self._walk(paragraph, None)
        items = self._items
        # A box of text is read inside the paragraph it hangs on.
        self._style, self._plain, self._around, self._items = outer
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
            elif name in _MATHEMATICS:
                self._equation(child)
            else:
                self._notes.add(self._name(child))

    def _equation(self, element: Element) -> None:
        from generator.layout.equations import EquationReader, UnknownMathError, alignment  # here: few hold any

        if self._fields.silent:
            return
        reader = EquationReader(
            lambda own: self._plain if own is None else self._formats.text(self._style, own, self._around)
        )
        try:
            if local(element) == "oMath":
                self._items.append(reader.inline(element))
                return
            made = reader.displayed(element)
        except UnknownMathError as error:
            self._notes.add(f"công thức toán {error}")
            return
        follows = any(len(e) and local(e) in _SHOWING for e in element.itersiblings())
        if not self._items and not follows:
            self.displayed = alignment(element)
        else:  # in a text: each on a line of its own
            made = [replace(item, fills=True) if isinstance(item, Drawing) else item for item in made]
            if self._items and not isinstance(self._items[-1], LineBreak):
                self._items.append(LineBreak(self._plain))
            if follows:
                made.append(LineBreak(self._plain))
        self._items += made

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
            self._items.append(field)
            return
        entry = form_field(code, element.find(W + "ffData"), self._formats.text(self._style, first, self._around))
        if entry is not None:
            self._items += entry
            return
        check(code, self._notes)
        self._walk(element, link)

    def _run(self, run: Element, link: str | None) -> None:
        properties = leading(run, _RUN_PROPERTIES)
        form = self._plain if properties is None else self._formats.text(self._style, properties, self._around)
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
                    self._items.append(field)
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
            self._items.append(Tab(form))
        elif name == "ptab":
            self._items.append(_placed_tab(child, form))
        elif name == "br":
            self._break(child.get(W + "type", "textWrapping"), form)
        elif name == "cr":
            self._items.append(LineBreak(form))
        elif name == "noBreakHyphen":
            self._text("\u2011", form, link)
        elif name == "softHyphen":
            self._text("\u00ad", form, link)
        elif name == "sym":
            self._symbol(child, form, link)
        elif name == "pgNum":
            field = computed("PAGE", form, self._notes)
            if field is not None:
                self._items.append(field)
        elif name in _DRAWN:
            self._drawing(child)
        elif name == "object":  # shown by the picture that its program left in the file
            own = child.find(W + "drawing")
            self._drawing(child if own is None else own, _OBJECT)
        elif name == "AlternateContent":
            branch = choice(child)
            for inner in branch if branch is not None else ():
                if local(inner) == "t":
                    self._text(inner.text or "", form, link)
                elif local(inner) in _DRAWN:
                    self._drawing(inner)
                else:
                    self._special(inner, local(inner), form, link)
        elif name in ("footnoteRef", "endnoteRef"):
            self._text(self.label, form, link)
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
        outer = self._items
        for name in ("rubyBase", "rt"):
            self._items = []
            part = ruby.find(W + name)
            if part is not None:
                self._walk(part, link)
            held.append(self._items)
        self._items = outer
        made = read_ruby(ruby, held[0], held[1], form)
        if made is None:
            self._notes.add("phiên âm (ruby) của nội dung không phải chữ")
        else:
            self._items.append(made)

    def count_change(self) -> None:
        """Counts one tracked change outside the runs."""
        self._notes.changes += 1

    def _drawing(self, element: Element, holder: str = "") -> None:
        if self._fields.silent:
            return
        from generator.layout.drawings.drawingml import read_drawing  # here: few documents hold any
        from generator.layout.drawings.vml import read_vml

        try:
            made = (read_drawing if local(element) == "drawing" else read_vml)(element, self._drawings)
        except NotDrawnError as cannot:
            self._drawings.absent = 0
            if str(cannot):
                named = f"{holder} hiện bằng {cannot}" if str(cannot).startswith("ảnh") else holder
                self._notes.add(named if holder else str(cannot))
            return
        except ConversionError as error:
            raise self._notes.placed(error) from error
        if self._drawings.absent:
            self._notes.absent.append(self._notes.place)
            self._drawings.absent = 0
        for drawing in made.all():
            if isinstance(drawing.content, Picture):
                drawing.content = replace(drawing.content, place=self._notes.place)
        self._items.append(made)

    def _reference(self, element: Element, form: TextFormat) -> None:
        if self._fields.silent:
            return
        mark = self._own_mark(element) if is_marked(element) else ""
        made = self._footnotes.reference(element, form, mark) if self._footnotes is not None else None
        if made is None:
            self._notes.add("chú thích không có nội dung trong tệp")
        elif not form.hidden:  # a hidden reference is counted, but neither it nor its note is printed
            self._items.append(made)

    def _own_mark(self, reference: Element) -> str:
        """The sign that follows a reference in its run and stands for its number."""
        parts: list[str] = []
        for child in reference.itersiblings():
            if local(child) == "t":
                parts.append(child.text or "")
            elif local(child) == "sym":
                font, code = child.get(W + "font", ""), child.get(W + "char", "")
                shown = symbol(font, code)
                if shown is None:
                    self._notes.add(f"ký hiệu {code} của phông {font}")
                parts.append(shown or "")
        return "".join(parts)

    def _text(self, text: str, form: TextFormat, link: str | None) -> None:
        if not text or self._fields.silent:
            return
        if text.isprintable() and _PRINTABLE[0] not in text and _PRINTABLE[1] not in text:
            self._add(text, form, link)
            return
        if any(char in text for char in _CARE):
            text = text.translate(_SPACES)
        if not text.isprintable() and not form.old_font and not _CONTROLS.isdisjoint(text):
            self._notes.controls.update((char, _WINDOWS[ord(char)]) for char in text if char in _CONTROLS)
            text = text.translate(_WINDOWS)
        if _LINE_END in text:
            self._lines(text, form, link)
            return
        first, *others = text.split("\t")
        self._add(first, form, link)
        for part in others:
            self._items.append(Tab(form))
            self._add(part, form, link)

    def _lines(self, text: str, form: TextFormat, link: str | None) -> None:
        first, *others = text.split(_LINE_END)
        self._text(first, form, link)
        for line in others:
            self._items.append(LineBreak(form))
            self._text(line, form, link)

    def _add(self, text: str, form: TextFormat, link: str | None) -> None:
        if not text:
            return
        self._pieces += 1
        self._length += len(text)
        if self._pieces > MAX_PIECES or self._length > MAX_PARAGRAPH_TEXT:
            raise refuse("có một đoạn văn quá dài", "tách đoạn đó thành nhiều đoạn")
        last = self._items[-1] if self._items else None
        if isinstance(last, Run) and last.format is form and last.link == link:
            last.text += text  # Word splits runs at every edit; joined they are one piece of text again
        else:
            self._items.append(Run(text, form, link))

    def _break(self, kind: str, form: TextFormat) -> None:
        if kind == "page":
            self._items.append(PageBreak())
        elif kind == "column":
            self._items.append(PageBreak(column=True))
        else:
            self._items.append(LineBreak(form))

    def _symbol(self, child: Element, form: TextFormat, link: str | None) -> None:
        font, code = child.get(W + "font", ""), child.get(W + "char", "")
        shown = symbol(font, code)
        if shown is None:
            self._notes.add(f"ký hiệu {code} của phông {font}")
        else:
            self._text(shown, form, link)
