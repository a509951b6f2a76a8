"""What a paragraph holds: runs, tabs, breaks and fields, in reading order."""

from __future__ import annotations

from generator.layout.fields import FieldReader, check, computed
from generator.layout.formats import Formats, Surroundings
from generator.layout.names import MC, XML_SPACE, Element, R, W, local
from generator.layout.notes import Notes
from generator.layout.numbering import BULLETS
from generator.layout.tree import Inline, LineBreak, PageBreak, Run, Tab, TextFormat

_TRACKED = "thay đổi đang theo dõi (Track Changes) chưa chấp nhận"
_TRANSPARENT = {"smartTag", "customXml", "sdtContent", "dir", "bdo"}
_SILENT = {
    "pPr", "rPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart",
    "commentRangeEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
    "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "commentReference", "annotationRef",
    "lastRenderedPageBreak", "separator", "continuationSeparator", "footnoteRef", "endnoteRef", "",
}  # fmt: skip
_NOT_SHOWN = {
    "object": "đối tượng nhúng (OLE)",
    "footnoteReference": "chú thích cuối trang",
    "endnoteReference": "chú thích cuối văn bản",
    "ruby": "chữ phiên âm (ruby)",
    "oMath": "công thức toán",
    "oMathPara": "công thức toán",
    "ptab": "dấu tab theo lề",
    "contentPart": "nét vẽ tay",
    "subDoc": "văn bản con",
    "control": "điều khiển ActiveX",
    "delText": _TRACKED,
    "del": _TRACKED,
    "moveFrom": _TRACKED,
}
_SPACES = str.maketrans({"\n": " ", "\r": " "})
_SYMBOL_FONTS = {"Symbol", "Wingdings"}


def drawing_name(element: Element) -> str:
    """In Vietnamese, what kind of drawing an element holds."""
    holds_text = any(local(child) == "txbxContent" for child in element.iter())
    return "khung văn bản" if holds_text else "hình vẽ"


class InlineReader:
    """Reads the children of paragraphs of one part; fields stay open from paragraph to paragraph."""

    def __init__(self, formats: Formats, notes: Notes, links: dict[str, tuple[str, str]]) -> None:
        self._formats, self._notes, self._links = formats, notes, links
        self._fields = FieldReader(notes)
        self._style = ""
        self._around = Surroundings()
        self._items: list[Inline] = []

    def read(self, paragraph: Element, style_id: str, around: Surroundings) -> list[Inline]:
        """The inline items of one paragraph."""
        self._style, self._around, self._items = style_id, around, []
        self._walk(paragraph, None)
        return self._items

    def _walk(self, parent: Element, link: str | None) -> None:
        for child in parent:
            name = local(child)
            if name == "r":
                self._run(child, link)
            elif name in _SILENT:
                continue
            elif name == "hyperlink":
                self._walk(child, self._address(child) or link)
            elif name in ("ins", "moveTo"):
                self._notes.add(_TRACKED)
                self._walk(child, link)
            elif name == "fldSimple":
                self._simple_field(child, link)
            elif name == "sdt":
                content = child.find(W + "sdtContent")
                if content is not None:
                    self._walk(content, link)
            elif name in _TRANSPARENT:
                self._walk(child, link)
            else:
                self._notes.add(self._name(child))

    @staticmethod
    def _name(child: Element) -> str:
        name = local(child)
        if name in ("drawing", "pict", "AlternateContent"):
            return drawing_name(child)
        return _NOT_SHOWN.get(name, f"thành phần <{name}>")

    def _address(self, link: Element) -> str | None:
        target = self._links.get(link.get(R + "id", ""))
        return target[1] if target else None

    def _simple_field(self, element: Element, link: str | None) -> None:
        code = element.get(W + "instr", "")
        first = element.find(f"{W}r/{W}rPr")
        field = computed(code, self._formats.text(self._style, first, self._around))
        if field is not None:
            self._items.append(field)
            return
        check(code, self._notes)
        self._walk(element, link)

    def _run(self, run: Element, link: str | None) -> None:
        properties = run.find(W + "rPr")
        form = self._formats.text(self._style, properties, self._around)
        for child in run:
            name = local(child)
            if name == "t":
                text = child.text or ""
                if child.get(XML_SPACE) != "preserve":
                    text = text.strip(" \t\r\n")
                self._text(text, form, link)
            elif name == "fldChar":
                field = self._fields.mark(child.get(W + "fldCharType", ""), form)
                if field is not None:
                    self._items.append(field)
            elif name == "instrText":
                self._fields.code(child.text or "")
            elif name not in _SILENT:
                self._special(child, name, form, link)

    def _special(self, child: Element, name: str, form: TextFormat, link: str | None) -> None:
        if self._fields.silent:
            return
        if name == "tab":
            self._items.append(Tab(form))
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
            field = computed("PAGE", form)
            if field is not None:
                self._items.append(field)
        elif child.tag == MC + "AlternateContent" and not any(
            local(inner) in ("drawing", "pict") for inner in child.iter()
        ):
            fallback = child.find(MC + "Fallback")
            for inner in fallback if fallback is not None else ():
                if local(inner) == "t":
                    self._text(inner.text or "", form, link)
                else:
                    self._special(inner, local(inner), form, link)
        else:
            self._notes.add(self._name(child))

    def _text(self, text: str, form: TextFormat, link: str | None) -> None:
        if not text or self._fields.silent:
            return
        if "\n" in text or "\r" in text:
            text = text.translate(_SPACES)
        first, *others = text.split("\t")
        self._add(first, form, link)
        for part in others:
            self._items.append(Tab(form))
            self._add(part, form, link)

    def _add(self, text: str, form: TextFormat, link: str | None) -> None:
        if not text:
            return
        last = self._items[-1] if self._items else None
        if isinstance(last, Run) and last.format is form and last.link == link:
            last.text += text  # Word splits runs at every edit; joined they are one piece of text again
        else:
            self._items.append(Run(text, form, link))

    def _break(self, kind: str, form: TextFormat) -> None:
        if kind == "page":
            self._items.append(PageBreak())
        elif kind == "column":
            self._notes.add("ngắt cột")
        else:
            self._items.append(LineBreak(form))

    def _symbol(self, child: Element, form: TextFormat, link: str | None) -> None:
        font = child.get(W + "font", "")
        try:
            char = chr(int(child.get(W + "char", ""), 16))
        except ValueError:
            char = ""
        if font in _SYMBOL_FONTS or "\ue000" <= char <= "\uf8ff":
            shown = BULLETS.get(char)
            if shown is None:
                self._notes.add(f"ký hiệu {child.get(W + 'char')} của phông {font}")
                return
            char = shown
        self._text(char, form, link)
