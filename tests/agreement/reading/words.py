"""The words that a DOCX says are printed, read from its XML and not from our own tree."""

from __future__ import annotations

import io
import posixpath
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from tests.agreement.reading.pictured import drawn_words

Element = etree._Element
_REMOVED = {"del", "moveFrom", "delText", "delInstrText", "rPr", "pPr", "Fallback", "sectPr"}
_BREAKS = {"p", "tab", "br", "cr", "tc", "ptab", "rt"}
_COMPUTED = ("PAGE", "NUMPAGES", "SECTIONPAGES", "DATE", "TIME", "FORMCHECKBOX", "FORMDROPDOWN")
_PROPERTY_STORES = "6C3C8BC8-F283-45AE-878A-BAB7291924A1", "6668398D-A668-4E3E-A5EB-62B293D839F1"
_OLD_FONT = re.compile(rb'(?:ascii|hAnsi|cs)="(?:\.Vn|VNI-)', re.IGNORECASE)
_LETTERED = ("lowerLetter", "upperLetter", "lowerRoman", "upperRoman")
_PAGE_NUMBER = re.compile(rb"(?:>|instr=\")\s*(?:NUM)?PAGE")
_MATHEMATICS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FORMULA = re.compile(rb"<m:t(?: [^>]*)?>([^<]*)<")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\ufffe\x02\u200b\u200d\u2060"))
_TORN = 5  # letters of two typefaces in turn
_PARTS = 3  # words drawn close to one another
_GLUED = 8  # letters: shorter ones are made up of others by chance
_FALSE = {"0", "false", "off"}


def words_of(text: str) -> list[str]:
    """The words of a text: letters and figures alone, so that signs and the breaks at them do not count."""
    plain = unicodedata.normalize("NFKC", text.translate(_UNSEEN))
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", plain.upper()))


def _letters_of(text: bytes) -> str:
    return "".join(words_of(text.decode()))


def lacking(words: Iterable[str], among: Iterable[str]) -> list[str]:
    """The words, as often as they are missing ``among`` others, whatever breaks either text puts inside words."""
    one, other = list(words), list(among)
    missing = Counter(one) - Counter(other)
    if not missing:
        return []
    stream, place = "".join(one), "".join(other)
    spare = Counter(other) - Counter(one)
    found: list[str] = []
    for word, count in missing.items():
        gone = max(0, min(count, stream.count(word) - place.count(word)))
        found += [word for _ in range(gone) if not _in_pieces(word, spare)]
    return found


def pieces_of(words: Iterable[str], among: Iterable[str]) -> Counter[str]:
    """The pieces of the words that ``among`` has in place of them, wherever they stand: a page may end between two."""
    whole, spare = Counter(words), Counter(among)
    whole, spare = whole - spare, spare - whole
    before = Counter(spare)
    for word, count in whole.items():
        for _ in range(count):
            if not _in_pieces(word, spare, _TORN):
                break
    return before - spare


def unglued(words: Iterable[str], said: Printed) -> list[str]:
    """The words of a PDF, long ones that the file does not have parted into two or three of its own.

    What was drawn close to its neighbour counts as often as it was drawn.
    """
    own = {word for word in (*said.once, *said.repeated) if len(word) > 1}
    return [part for word in words for part in (len(word) >= _GLUED and _parted(word, own)) or [word]]


def _parted(word: str, own: set[str], most: int = _PARTS) -> list[str]:
    if word in own:
        return [word]
    for at in range(1, len(word)) if most > 1 else ():
        if word[:at] in own and (rest := _parted(word[at:], own, most - 1)):
            return [word[:at], *rest]
    return []


def _in_pieces(word: str, spare: Counter[str], most: int = 3) -> bool:
    """Whether two or three words that are over make this one, and takes them: a narrow cell breaks it."""
    for at in range(1, len(word)):
        first, rest = Counter((word[:at],)), Counter((word[at:],))
        if not first <= spare:
            continue
        if first + rest <= spare:
            spare -= first + rest
            return True
        if most > 2 and _in_pieces(word[at:], left := spare - first, most - 1):
            spare.clear()
            spare.update(left)
            return True
    return False


@dataclass(slots=True)
class Printed:
    """The words printed once, and those printed on many pages or on none: each head, foot and head row of a table.

    ``charted`` are the words of charts, which do not say how often they show them.

    ``is_old`` says that some are set in fonts before Unicode: the file has other letters than a reader sees.
    ``is_numbered`` says that numbers of pages are printed.
    ``formulas`` are the letters of its formulas: which of them stand side by side, and where LibreOffice sets them
    (without its part for formulas not at all), says nothing of ours.
    ``is_legal`` says that labels of some levels are in figures whatever the levels above have (``w:isLgl``).
    ``pictured`` is the text in pictures that are drawings (EMF, WMF), ``unmarked`` how many notes show no number.
    ``unlettered`` is how many levels that paragraphs are on begin before their first letter.
    ``is_cut`` says that rows have a fixed height, which may cut their text off.
    ``is_charted`` says that there are charts: how many marks their axes have is not in the file.
    """

    once: list[str] = field(default_factory=list)
    repeats: list[list[str]] = field(default_factory=list)
    charted: list[str] = field(default_factory=list)
    is_old: bool = False
    is_legal: bool = False
    is_numbered: bool = False
    formulas: set[str] = field(default_factory=set)
    pictured: str = ""
    unmarked: int = 0
    is_charted: bool = False
    unlettered: int = 0
    is_cut: bool = False

    @property
    def repeated(self) -> list[str]:
        """The words of which pages, or charts, say how often they are printed."""
        return [word for words in self.repeats for word in words] + self.charted


def printed_words(docx: bytes) -> Printed:
    """The words of body, tables, boxes of text, notes, heads and feet; raises for what is no DOCX."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        found = _Words(package).printed()
        parts = [
            package.read(name) for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")
        ]
        found.pictured = " ".join(words_of(" ".join(drawn_words(package))))
    found.formulas = {char for part in parts for text in _FORMULA.findall(part) for char in _letters_of(text)}
    found.is_numbered = any(_PAGE_NUMBER.search(part) for part in parts)
    found.is_legal = any(b"<w:isLgl" in part for part in parts)
    found.is_cut = any(b'w:hRule="exact"' in part for part in parts)
    found.unlettered = _unlettered(parts)
    found.is_old = any(_OLD_FONT.search(part) for part in parts)
    return found


def _unlettered(parts: Iterable[bytes]) -> int:
    """How many levels of letters or Roman numbers that paragraphs or styles name have no start, or begin with 0."""
    roots = [etree.fromstring(part, etree.XMLParser(resolve_entities=False, huge_tree=True)) for part in parts]
    elements = [element for root in roots for element in root.iter() if isinstance(element.tag, str)]
    named = {
        (_attribute(_child(e, "numId"), "val"), _attribute(_child(e, "ilvl"), "val") or "0")
        for e in elements
        if local(e) == "numPr"
    }
    lists = {_attribute(e, "numId"): _child(e, "abstractNumId") for e in elements if local(e) == "num"}
    used = {(_attribute(lists.get(number), "val"), level) for number, level in named}
    return sum(
        (_attribute(e, "abstractNumId"), _attribute(level, "ilvl")) in used
        for e in elements
        if local(e) == "abstractNum"
        for level in e
        if local(level) == "lvl"
        and _attribute(_child(level, "numFmt"), "val") in _LETTERED
        and _attribute(_child(level, "start"), "val") in ("", "0")
    )


def local(element: Element) -> str:
    """The name of an element without its namespace, empty for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _attribute(element: Element | None, name: str) -> str:
    if element is None:
        return ""
    return next((v for key, v in element.attrib.items() if etree.QName(key).localname == name), "")


def _child(element: Element | None, *path: str) -> Element | None:
    for name in path:
        element = next((c for c in element if local(c) == name), None) if element is not None else None
    return element


def _is_on(properties: Element | None, name: str) -> bool:
    found = _child(properties, name)
    return found is not None and _attribute(found, "val") not in _FALSE


class _Words:
    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        relations = self._relations("")
        self._main = next(to for to, kind in relations.values() if kind == "officeDocument")
        self._styles = self._all_styles()
        self._hidden = self._hidden_styles()
        self._fields: list[list[str]] = []  # of each open field: its code, and whether the code has ended
        self._found = Printed()

    def printed(self) -> Printed:
        body = self._part(self._main)
        self._story(body)
        used = {_attribute(e, "id") for e in body.iter() if local(e) in ("footnoteReference", "endnoteReference")}
        for to, kind in self._relations(self._main).values():
            if kind in ("footnotes", "endnotes"):
                for note in self._part(to):
                    if _attribute(note, "type") in ("", "normal") and _attribute(note, "id") in used:
                        self._story(note)
                        shown = any(local(e) in ("footnoteRef", "endnoteRef") for e in note.iter())
                        self._found.unmarked += not shown
            elif kind == "diagramDrawing":  # what Word last drew a diagram with
                texts = [e for e in self._part(to).iter() if local(e) in ("t", "p", "br")]
                self._found.once += words_of("".join(e.text or "" if local(e) == "t" else " " for e in texts))
            elif kind == "chart":
                self._found.is_charted = True
                self._charted(self._part(to))
            elif kind in ("header", "footer"):
                self._found.repeats.append(words_of("".join(self._texts(self._part(to), []))))
        return self._found

    def _charted(self, chart: Element) -> None:
        """The words that a chart shows: it does not say how often (in a legend, beside values)."""
        for element in chart.iter():
            if local(element) == "strCache":
                self._found.charted += words_of(" ".join(e.text or "" for e in element.iter() if local(e) == "v"))
            elif local(element) == "rich":
                self._found.charted += words_of(" ".join(e.text or "" for e in element.iter() if local(e) == "t"))

    def _story(self, root: Element) -> None:
        self._fields = []
        again: list[str] = []
        self._found.once += words_of("".join(self._texts(root, again)))
        self._found.repeats += map(words_of, again)

    def _texts(self, parent: Element, again: list[str]) -> Iterator[str]:
        """The text inside, broken where the page breaks it; rows that head every page go to ``again``."""
        for child in parent:
            name = local(child)
            if name in _REMOVED or (name in ("r", "tr", "tc") and self._is_hidden(child, name)):
                continue
            # What stands higher than its line is read before or after it, as a reader of PDF likes.
            raised = name == "r" and _child(child, "rPr", "vertAlign") is not None
            if raised:
                yield " "
            if name == "fldChar":
                self._mark(_attribute(child, "fldCharType"))
            elif name == "instrText":
                self._code(child)
            elif name == "t":
                if not self._is_silent():
                    yield child.text or ""
            elif name == "noBreakHyphen":
                yield "-"
            elif name == "sdtContent" and (bound := self._bound(parent)):
                yield bound
            elif name == "fldSimple" and _is_computed(_attribute(child, "instr")):
                continue
            elif name == "tr" and self._heads_pages(child):
                again.append("".join(self._texts(child, [])))
            else:
                yield from self._texts(child, again)
            if name in _BREAKS or raised or str(child.tag).startswith(_MATHEMATICS):
                yield " "

    def _heads_pages(self, row: Element) -> bool:
        """Whether a row is printed on every page its table comes to: it or the style of the first row says so."""
        own = _child(row, "trPr", "tblHeader")
        if own is not None:
            return _attribute(own, "val") not in _FALSE
        table = row.getparent()
        if table is None or next((e for e in table if local(e) == "tr"), None) is not row:
            return False
        style, chain = _attribute(_child(table, "tblPr", "tblStyle"), "val"), 0
        while style in self._styles and chain < 20:
            for part in self._styles[style]:
                if local(part) == "tblStylePr" and _attribute(part, "type") == "firstRow":
                    return _is_on(_child(part, "trPr"), "tblHeader")
            style, chain = _attribute(_child(self._styles[style], "basedOn"), "val"), chain + 1
        return False

    def _bound(self, control: Element) -> str:
        """The data that a control of plain text is bound to, empty where it shows what is stored."""
        properties = _child(control, "sdtPr")
        binding = _child(properties, "dataBinding")
        if _child(properties, "text") is None or binding is None or not _attribute(binding, "xpath"):
            return ""
        data = self._stores().get(_attribute(binding, "storeItemID").upper())
        if data is None:
            return ""
        said = re.findall(r"""xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']""", _attribute(binding, "prefixMappings"))
        try:
            found = data.xpath(_attribute(binding, "xpath"), namespaces=dict(said) or None)
        except etree.XPathError:
            return ""
        first = found[0] if isinstance(found, list) and found else ""
        text = "".join(first.itertext()) if isinstance(first, etree._Element) else str(first)
        return text if text.strip() else ""

    def _stores(self) -> dict[str, Element]:
        """The roots of the data that controls are bound to, by the id of their store."""
        core, extended = (f"{{{name}}}" for name in _PROPERTY_STORES)
        made: dict[str, Element] = {}
        for to, kind in self._relations("").values():
            if kind in ("core-properties", "extended-properties"):
                made[core if kind == "core-properties" else extended] = self._part(to)
        for to, kind in self._relations(self._main).values():
            if kind == "customXml":
                for sheet, of in self._relations(to).values():
                    if of == "customXmlProps":
                        made[_attribute(self._part(sheet), "itemID").upper()] = self._part(to)
        return made

    def _is_hidden(self, element: Element, name: str) -> bool:
        if name == "tc":  # what a cell merged into the one above holds is not shown
            merged = _child(element, "tcPr", "vMerge")
            return merged is not None and _attribute(merged, "val") != "restart"
        if name == "tr":
            return _is_on(_child(element, "trPr"), "hidden") or _child(element, "trPr", "del") is not None
        if name != "r":
            return False
        own = _child(element, "rPr")
        if own is not None and _child(own, "vanish") is not None:
            hidden = _is_on(own, "vanish")
        else:
            paragraph = next((e for e in element.iterancestors() if local(e) == "p"), None)
            styles = _attribute(_child(own, "rStyle"), "val"), _attribute(_child(paragraph, "pPr", "pStyle"), "val")
            hidden = any(style in self._hidden for style in styles)
        if hidden:  # its field marks count all the same
            for mark in element:
                if local(mark) == "fldChar":
                    self._mark(_attribute(mark, "fldCharType"))
                elif local(mark) == "instrText":
                    self._code(mark)
        return hidden

    def _code(self, element: Element) -> None:
        if self._fields and not self._fields[-1][1]:
            self._fields[-1][0] += element.text or ""

    def _mark(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(["", ""])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = "ended"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _is_silent(self) -> bool:
        return any(not ended or _is_computed(code) for code, ended in self._fields)

    def _all_styles(self) -> dict[str, Element]:
        part = next((to for to, kind in self._relations(self._main).values() if kind == "styles"), None)
        found = [] if part is None else [e for e in self._part(part) if local(e) == "style"]
        return {_attribute(e, "styleId"): e for e in found}

    def _hidden_styles(self) -> set[str]:
        styles = list(self._styles.values())
        hidden = {_attribute(e, "styleId") for e in styles if _is_on(_child(e, "rPr"), "vanish")}
        for _ in styles[:20]:  # a style built on a hidden one is hidden too
            hidden |= {
                _attribute(e, "styleId")
                for e in styles
                if _attribute(_child(e, "basedOn"), "val") in hidden and _child(e, "rPr", "vanish") is None
            }
        return hidden

    def _part(self, name: str) -> Element:
        return etree.fromstring(self._package.read(name), etree.XMLParser(resolve_entities=False, huge_tree=True))

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        try:
            root = self._part(posixpath.join(folder, "_rels", f"{name}.rels"))
        except KeyError:
            return {}
        inside = [e for e in root if e.get("TargetMode") != "External"]
        return {
            e.get("Id", ""): (
                posixpath.normpath(posixpath.join(folder, e.get("Target", ""))).lstrip("/"),
                e.get("Type", "").rpartition("/")[2],
            )
            for e in inside
        }


def _is_computed(code: str) -> bool:
    return bool(code.split()) and code.split()[0].upper() in _COMPUTED
