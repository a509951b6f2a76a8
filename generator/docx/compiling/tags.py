"""The tags of a Word template: found across runs, joined, and each with the place a Word user can go to."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import field

from lxml import etree

from generator.docx.compiling import wrongs
from generator.docx.word.ooxml import w
from generator.errors import Problem
from generator.patterns import late
from generator.records import record

# While a part is prepared, tag number 12 stands in its text as OPEN + "12" + CLOSE, and a lone brace, which
# docxtpl's patterns could take for half a tag, as LEFT or RIGHT. All four are private-use characters.
OPEN, CLOSE, LEFT, RIGHT = "\uf8f0", "\uf8f1", "\uf8f2", "\uf8f3"
MARK = late(f"{OPEN}(\\d+){CLOSE}")

# docxtpl's own: merge cells down or across, span columns, colour a cell.
CELL_WORDS = ("vm", "hm", "colspan", "cellbg")
# No longer than anyone writes: who looks for an end through all of a text does so once for each tag begun.
TAG = late(r"\{\{.{0,8000}?\}\}|\{%.{0,8000}?%\}|\{#.{0,8000}?#\}", re.DOTALL)
MAX_CUTS = 500_000  # tags of a paragraph, times the pieces of its text
_HALF = late(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_PREFIX = late(r"(p|tr|tc|r)\s")
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})
# How docxtpl writes braces that are no tags.
_ESCAPES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_PARAGRAPH, _TEXT, _RUN = w("p"), w("t"), w("r")
# Keys typed within a tag stand beside its texts: a space, but in quotes what they are, as in join('↵').
_TYPED = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t"}
# Nor do signs that nobody sees: where a word may be parted, what is pasted from pages brings along.
_UNSEEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_KEYS = str.maketrans({"\n": " ", "\t": " ", **_UNSEEN})
_KEYS_IN_QUOTES = str.maketrans({"\n": "\\n", "\t": "\\t"})
_NO_KEYS = str.maketrans("", "", "\n\t")
_QUOTED = late(r"(\"[^\"]*\"|'[^']*')")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@record(eq=False)
class Tag:
    """One tag: what it says, how it is quoted to its author, and the elements around it."""

    kind: str  # "{{", "{%" or "{#"
    prefix: str  # "", "r", "p", "tc" or "tr": what the tag takes the place of
    body: str
    quoted: str
    place: str
    text: etree._Element  # the w:t that holds it
    joins_before: bool = False  # {%- … joins its paragraph to the one before it
    joins_after: bool = False  # … -%} joins the next paragraph to its own

    @property
    def word(self) -> str:
        """The first word of a statement."""
        return self.body.split(None, 1)[0] if self.body else ""

    @property
    def in_properties(self) -> bool:
        """Whether the tag's value goes into a cell's properties, where it is not text."""
        return self.kind == "{%" and self.word in CELL_WORDS

    def around(self, tag: str) -> etree._Element:
        """The nearest element of that WordprocessingML tag around the tag; none raises LookupError."""
        found = next(self.text.iterancestors(w(tag)), None)
        if found is None:
            raise LookupError(tag)
        return found


@record()
class Scan:
    """What a part holds: its tags in reading order, and what is wrong with their spelling."""

    tags: list[Tag] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Places:
    """Names for the places of a part: ``thân văn bản, bảng 1, hàng 2, cột 1`` or ``đầu trang, đoạn 3``."""

    def __init__(self, root: etree._Element, label: str) -> None:
        self._label = label
        container = root.find(w("body"))
        self._paragraphs = {
            item: number
            for number, item in enumerate((root if container is None else container).iterchildren(_PARAGRAPH), 1)
        }
        self._tables = {item: number for number, item in enumerate(root.iter(w("tbl")), 1)}

    def of(self, paragraph: etree._Element) -> str:
        """The place of a paragraph; columns are counted as cells of their row."""
        cell = next(paragraph.iterancestors(w("tc")), None)
        if cell is None:
            number = self._paragraphs.get(paragraph)
            return f"{self._label}, đoạn {number}" if number else self._beside(paragraph)
        row = next(cell.iterancestors(w("tr")))
        table = next(row.iterancestors(w("tbl")))
        column = sum(1 for _ in cell.itersiblings(w("tc"), preceding=True)) + 1
        line = sum(1 for _ in row.itersiblings(w("tr"), preceding=True)) + 1
        return f"{self._label}, bảng {self._tables[table]}, hàng {line}, cột {column}"

    def _beside(self, paragraph: etree._Element) -> str:
        """A paragraph that is none of the text itself: of a note, a box, a content control, what else holds some."""
        note = next(paragraph.iterancestors(w("footnote"), w("endnote")), None)
        if note is not None:
            before = [one for one in note.itersiblings(note.tag, preceding=True) if one.get(w("type")) is None]
            return f"{self._label} số {len(before) + 1}"
        box = next(paragraph.iterancestors(w("txbxContent")), None)
        control = next(paragraph.iterancestors(w("sdt")), None) if box is None else None
        around = box if control is None else control
        if around is None:
            return f"{self._label}, trong khung"
        said = " ".join("".join(text.text or "" for text in around.iter(_TEXT)).split())
        return f"{self._label}, {'khung chữ' if control is None else 'ô nhập'} «{_shorten(said, 40)}»"


def scan(root: etree._Element, label: str) -> Scan:
    """The part's tags, each then standing in one ``w:t`` as a mark with its number (the tree is changed)."""
    result = Scan()
    places = Places(root, label)
    _scan_attributes(root, label, result)
    for paragraph in list(root.iter(_PARAGRAPH)):
        # A text box's paragraphs lie inside an outer paragraph; every text belongs to its nearest one.
        texts = [
            item
            for item in paragraph.iter(_TEXT, *_TYPED)
            if _content(item) and next(item.iterancestors(_PARAGRAPH)) is paragraph
        ]
        joined = "".join(map(_content, texts))
        if "{" in joined or "}" in joined:
            _scan_paragraph(texts, joined, places.of(paragraph), result)
    return result


def _content(item: etree._Element) -> str:
    """The text of a ``w:t`` or of a key typed in a run; empty of what else bears such a name, as a page's break."""
    if item.tag == _TEXT:
        return item.text or ""
    parent = item.getparent()
    in_run = parent is not None and parent.tag == _RUN
    return _TYPED[item.tag] if in_run and item.get(w("type"), "textWrapping") == "textWrapping" else ""


def _scan_attributes(root: etree._Element, label: str, result: Scan) -> None:
    for item in root.iter(etree.Element):
        held = [str(value) for value in item.attrib.values()]
        if item.tag != _TEXT:
            held.append(item.text or "")
        for value in held:
            if TAG.search(value):
                what = f"thẻ “{value}” đứng ngoài phần chữ (chữ đã xóa, mã trường, ô chọn, mô tả hình, liên kết)"
                result.problems.append(Problem(label, what, "chỉ đặt thẻ trong chữ của đoạn văn", wrongs.OUTSIDE))


def _scan_paragraph(texts: list[etree._Element], joined: str, place: str, result: Scan) -> None:
    spans = [(match.start(), match.end()) for match in TAG.finditer(joined)]
    if len(spans) * len(texts) > MAX_CUTS:
        what = f"một đoạn có {len(spans)} thẻ và {len(texts)} mẩu chữ định dạng riêng, quá nhiều"
        result.problems.append(
            Problem(place, what, "chia thành nhiều đoạn, hoặc bỏ định dạng rồi đặt lại", wrongs.SYNTAX)
        )
        return
    rest, end = [], 0
    for start, stop in spans:
        rest.append(joined[end:start])
        end = stop
    for piece in (*rest, joined[end:]):
        for half in _HALF.findall(piece):
            what = f"thẻ mở hoặc đóng dở “{half}” trong “{_shorten(joined)}”"
            fix = "viết trọn thẻ trong một đoạn, ví dụ {{ ten }}; dấu ngoặc không phải thẻ thì viết {_{ hoặc }_}"
            result.problems.append(Problem(place, what, fix, wrongs.HALF))

    first = len(result.tags)
    offset = 0
    for item in texts:
        begin, finish = offset, offset + len(_content(item))
        offset = finish
        if item.tag != _TEXT:
            run = item.getparent()
            if run is not None and any(start < begin < stop for start, stop in spans):
                run.remove(item)
            continue
        pieces, at = [], begin
        for number, (start, stop) in enumerate(spans, first):
            if stop <= begin or start >= finish:
                continue
            pieces.append(_plain(joined[at : max(start, at)]))
            if start >= begin:
                result.tags.append(_tag(joined[start:stop], place, item))
                pieces.append(f"{OPEN}{number}{CLOSE}")
            at = min(stop, finish)
        pieces.append(_plain(joined[at:finish]))
        item.text = "".join(pieces)
        item.set(_SPACE, "preserve")


def _tag(quoted: str, place: str, text: etree._Element) -> Tag:
    inner = "".join(
        piece.translate(_KEYS_IN_QUOTES if piece[:1] in ("'", '"') else _KEYS)
        for piece in _QUOTED.split(quoted[2:-2].translate(QUOTES))
    )
    quoted = quoted.translate(_NO_KEYS)
    found = _PREFIX.match(inner) if inner[:1] != " " else None
    prefix = found.group(1) if found else ""
    body = inner[len(prefix) :]
    before, after = body.startswith("-"), body.endswith("-")
    return Tag(quoted[:2], prefix, body[before : len(body) - after].strip(), quoted, place, text, before, after)


def _plain(text: str) -> str:
    for written, meant in _ESCAPES:
        text = text.replace(written, meant)
    return text.replace("{", LEFT).replace("}", RIGHT)


def _shorten(text: str, length: int = 60) -> str:
    return text if len(text) <= length else text[:length].rstrip() + "…"


def isolate(root: etree._Element, numbers: set[int]) -> None:
    """Give each of those tags a run of its own, with its run's properties, so that text beside it keeps its look."""
    marks = {f"{OPEN}{number}{CLOSE}" for number in numbers}
    for run in list(root.iter(_RUN)):
        if not any(mark in marks for text in run.iterchildren(_TEXT) for mark in _marks(text)):
            continue
        groups: list[list[etree._Element]] = [[]]
        for item in run:
            if item.tag == _TEXT:
                for piece in re.split(f"({OPEN}\\d+{CLOSE})", item.text or ""):
                    if piece in marks:
                        groups += [[_text(item, piece)], []]
                    elif piece:
                        groups[-1].append(_text(item, piece))
            elif item.tag != w("rPr"):
                groups[-1].append(item)
        for group in groups:
            if group:
                run.addprevious(_run_like(run, group))
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)


def _marks(text: etree._Element) -> list[str]:
    return [match.group() for match in MARK.finditer(text.text or "")]


def _text(like: etree._Element, content: str) -> etree._Element:
    made = like.makeelement(_TEXT)
    made.text = content
    made.set(_SPACE, "preserve")
    return made


def _run_like(run: etree._Element, content: list[etree._Element]) -> etree._Element:
    made = run.makeelement(_RUN)
    properties = run.find(w("rPr"))
    if properties is not None:
        made.append(deepcopy(properties))
    made.extend(content)
    return made
