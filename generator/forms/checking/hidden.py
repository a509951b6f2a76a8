"""What a form holds beside its text: tags where nothing is filled in, Word's own fields, macros, changes, remarks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain

from lxml import etree

from generator import opc
from generator.docx.compiling import wrongs
from generator.docx.compiling.tags import TAG
from generator.docx.word.ooxml import parse, unescaped, w
from generator.docx.word.package import CORE_PROPERTIES, DOCUMENT, Package
from generator.edits import Spot
from generator.findings import Finding
from generator.forms.checking import marks
from generator.forms.checking.known import Known
from generator.forms.checking.source import Part
from generator.forms.checking.typing import meant
from generator.patterns import late

_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_OURS = "vanthu"  # who writes the comments of a check
_WORD_FIELD = late(r"\b(MERGEFIELD|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN)\b\s*\"?([^\s\"\\]*)")
_ASKING = late(
    r"(?:^|\s)(ASK|FILLIN|DOCPROPERTY|DOCVARIABLE|MERGEREC|MERGESEQ|ADDRESSBLOCK|GREETINGLINE)(?=\s|$)\s*\"?([^\s\"\\]*)"
)
_DAY_FIELD = late(r"(?:^|\s)(DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE)(?=\s|$)")
_CHANGES = tuple(
    map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "sectPrChange"))
)
_PLACES = (
    ("docProps/custom", "thuộc tính tự đặt của tệp"),
    ("docProps/app", "thuộc tính tệp (công ty, người quản lý)"),
    ("word/comments", "nhận xét"),
    ("word/charts/", "biểu đồ"),
    ("word/diagrams/", "sơ đồ SmartArt"),
    ("word/settings", "cài đặt của tệp"),
    ("word/glossary/", "kho văn bản mẫu (Quick Parts)"),
    ("word/people", "danh sách người nhận xét"),
    ("customXml/", "dữ liệu kèm theo tệp"),
)
_CHOSEN = {
    w("dropDownList"): "ô chọn",
    w("comboBox"): "ô chọn",
    w("date"): "ô chọn ngày",
    "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox": "ô đánh dấu",
}
"""Content controls in which each document chooses something, as their properties name them."""
_OUTER = {"attachedTemplate", "oleObject", "image", "frame", "subDocument", "aFChunk", "mailMergeSource"}


def hidden(package: Package, parts: list[Part], known: Known) -> Iterator[Finding]:
    """What is found beside the text, part by part."""
    for part in parts:
        yield from _attributes(part)
        yield from _deleted(part)
        yield from _word_fields(part, known)
    filled = {part.name for part in parts} | {CORE_PROPERTIES}
    for name, data in package.parts.items():
        if name.endswith(".rels"):
            yield from _relationships(name, data)
        elif name.endswith(".xml") and name not in filled and name != "[Content_Types].xml":
            where = next((said for start, said in _PLACES if name.startswith(start)), f"phần {name}")
            yield from _other_part(where, data)
        elif name.startswith("word/embeddings/") and data.startswith(b"PK"):
            yield from _embedded(name, data)
    yield from _macros(package)
    yield from _left_over(package, parts)


def _attributes(part: Part) -> Iterator[Finding]:
    """Tags in descriptions of pictures, in codes of fields, in whatever else is no text."""
    codes: set[etree._Element] = set()
    for item in part.root.iter(etree.Element):
        if item.tag in (w("t"), w("delText")):
            continue
        for name, value in item.attrib.items():
            for quoted in _tags_in(str(value)):
                yield _outside(part, item, quoted, _attribute(item, etree.QName(str(name)).localname))
        if item.tag == w("instrText"):
            paragraph = next(item.iterancestors(w("p")), None)
            if paragraph is not None and paragraph not in codes:
                codes.add(paragraph)
                said = "".join(one.text or "" for one in paragraph.iter(w("instrText")))
                for quoted in _tags_in(said):
                    yield _outside(part, item, quoted, "mã trường của Word")
        else:
            for quoted in _tags_in(item.text or ""):
                where = "công thức" if etree.QName(item).namespace == _MATH else "phần không phải chữ"
                yield _outside(part, item, quoted, where)


def _attribute(item: etree._Element, name: str) -> str:
    kind = etree.QName(item).localname
    if kind in ("docPr", "cNvPr", "shape", "tblDescription", "tblCaption") and name in ("descr", "title", "alt", "val"):
        return "mô tả hình, bảng"
    if kind == "fldSimple":
        return "mã trường của Word"
    if kind in ("listItem", "listEntry"):
        return "các lựa chọn của ô chọn"
    if kind in ("tag", "alias"):
        return "tên ô nhập của Word"
    if kind == "hyperlink":
        return "liên kết"
    if kind == "textpath":
        return "chữ nghệ thuật (WordArt)"
    return "tên, mã bên trong tệp"


def _outside(part: Part, item: etree._Element, quoted: str, where: str) -> Finding:
    around = part.around(item)
    place = f"{around.place if around else part.label}, {where}"
    spot = Spot(part.name, around.number) if around else None
    what = f"thẻ {quoted} nằm trong {where}, không được điền"
    return marks.found(wrongs.OUTSIDE, what, "đặt thẻ vào chữ của đoạn văn", place=place, spot=spot)


def _deleted(part: Part) -> Iterator[Finding]:
    for paragraph in part.paragraphs:
        said = "".join(one.text or "" for one in paragraph.element.iter(w("delText")))
        for quoted in _tags_in(said):
            what = f"thẻ {quoted} nằm trong chữ đã xóa mà chưa duyệt (Track Changes)"
            fix = "duyệt hoặc bỏ thay đổi: Review → Accept/Reject"
            place, spot = f"{paragraph.place}, chữ đã xóa", Spot(part.name, paragraph.number)
            yield marks.found(wrongs.OUTSIDE, what, fix, place=place, spot=spot)


def _word_fields(part: Part, known: Known) -> Iterator[Finding]:
    for paragraph in part.paragraphs:
        inside = paragraph.element.iter(w("instrText"), w("fldSimple"))
        own = [one for one in inside if _holder(one) is paragraph.element]
        codes = "".join(one.text or "" for one in own if one.tag == w("instrText"))
        codes += " ".join(one.get(w("instr"), "") for one in own)
        for match in (*_WORD_FIELD.finditer(codes), *_ASKING.finditer(codes)):
            kind, name = match.groups()
            named = bool(name) and kind in ("MERGEFIELD", "DOCPROPERTY", "DOCVARIABLE")
            what = f"trường {kind}{f' “{name}”' if named else ''} của Word không được điền"
            fix = meant(name, known) if named else "thay bằng thẻ {{ tên_trường }}"
            spot = Spot(part.name, paragraph.number)
            yield marks.found(marks.WORD_FIELD, what, fix, place=paragraph.place, spot=spot)
        for kind in dict.fromkeys(_DAY_FIELD.findall(codes)):
            what = f"trường {kind} của Word lấy ngày giờ của máy, mở tệp hôm nào in ra hôm ấy"
            fix = "thay bằng thẻ, ví dụ {{ dia_danh_ngay }} hoặc {{ ngay|ngay }}"
            spot = Spot(part.name, paragraph.number)
            yield marks.found(marks.WORD_FIELD, what, fix, place=paragraph.place, spot=spot)
    yield from _controls(part)


def _holder(element: etree._Element) -> etree._Element | None:
    """The paragraph it stands in: not the one that holds the text box around that."""
    return next(element.iterancestors(w("p")), None)


def _controls(part: Part) -> Iterator[Finding]:
    """Content controls that a person fills in in Word, and no document of a dossier: each would say the same."""
    for box in part.root.iter(w("sdt")):
        kind = next((item for item in box.iterchildren(w("sdtPr")) for item in item.iterchildren(*_CHOSEN)), None)
        prompts = next(box.iter(w("showingPlcHdr")), None)
        if kind is None or (prompts is not None and next(prompts.iterancestors(w("sdt"))) is box):
            continue
        said = "".join(one.text or "" for one in box.iter(w("t"), w("sym")))
        if not TAG.search(said):
            what = f"{_CHOSEN[str(kind.tag)]} của Word đang ghi “{said[:60]}”, văn bản nào cũng in ra y như vậy"
            place, at = _at(part, box)
            fix = "thay bằng thẻ {{ tên_trường }} hoặc {% if … %} … {% endif %}; chữ cố định thì gõ thẳng vào mẫu"
            yield marks.found(marks.WORD_FIELD, what, fix, place=place, spot=at)
    for item in part.root.iter(w("showingPlcHdr")):
        control = next(item.iterancestors(w("sdt")), None)
        if control is None:
            continue
        said = "".join(one.text or "" for one in control.iter(w("t")))
        if TAG.search(said):
            continue
        what = f"ô nhập của Word “{said[:60]}” không được điền, sẽ in ra lời nhắc"
        place, at = _at(part, control)
        yield marks.found(marks.WORD_FIELD, what, "thay bằng thẻ {{ tên_trường }}", place=place, spot=at)


def _at(part: Part, control: etree._Element) -> tuple[str, Spot | None]:
    """Where a content control stands."""
    inner = next(chain(control.iter(w("p")), control.iterancestors(w("p"))), None)
    here = next((one for one in part.paragraphs if one.element is inner), None)
    return (here.place, Spot(part.name, here.number)) if here else (part.label, None)


def _relationships(name: str, data: bytes) -> Iterator[Finding]:
    for one in parse(data):
        target = unescaped(one.get("Target", "")).replace("%7B", "{").replace("%7D", "}").replace("%20", " ")
        kind = one.get("Type", "").rpartition("/")[2]
        for quoted in _tags_in(target.replace("%25", "%")):
            what = f"thẻ {quoted} nằm trong địa chỉ liên kết, không được điền"
            fix = "ghi địa chỉ cố định, hoặc in địa chỉ bằng {{r … }} trong chữ"
            yield marks.found(wrongs.OUTSIDE, what, fix, place=f"địa chỉ liên kết “{target[:80]}”")
        if one.get("TargetMode") == "External" and kind in _OUTER:
            what = f"mẫu lấy nội dung từ “{target[:80]}”, nơi khác mở ra sẽ thiếu hoặc bị hỏi"
            yield marks.found(marks.FROM_OUTSIDE, what, "nhúng hẳn vào tệp, hoặc bỏ liên kết", place="cả tệp")


def _other_part(where: str, data: bytes) -> Iterator[Finding]:
    if b"{" not in data:
        return
    try:
        root = parse(data)
    except ValueError:
        return
    for ours in [one for one in root.iter(w("comment")) if one.get(w("author")) == _OURS]:
        root.remove(ours)
    said = [str(value) for item in root.iter(etree.Element) for value in item.attrib.values()]
    whole = "".join(item.text or "" for item in root.iter(etree.Element))
    for quoted in dict.fromkeys(tag for text in (whole, *said) for tag in _tags_in(text)):
        what = f"thẻ {quoted} nằm trong {where}, không được điền"
        yield marks.found(wrongs.OUTSIDE, what, "đặt thẻ vào chữ của đoạn văn", place=where)


def _embedded(name: str, data: bytes) -> Iterator[Finding]:
    """Tags in an Office file within the file."""
    where = f"tệp nhúng «{name.rpartition('/')[2]}»"
    with suppress(opc.PackageError):
        for part, inner in opc.Package.open(data, opc.WORD).parts.items():
            if part.endswith(".xml"):
                yield from _other_part(where, inner)


def _macros(package: Package) -> Iterator[Finding]:
    names = [name for name in package.parts if name.rpartition("/")[2].lower() in ("vbaproject.bin", "vbadata.xml")]
    if names:
        what = "mẫu có macro (VBA): văn bản tạo từ mẫu sẽ mang theo macro"
        yield marks.found(marks.MACROS, what, "lưu mẫu dạng .docx, không macro", place="cả tệp")
    elif "macroEnabled" in package.content_type(DOCUMENT):
        what = "mẫu thuộc loại tệp có macro (.docm, .dotm): hồ sơ không dùng được mẫu loại này"
        yield marks.found(marks.MACROS, what, "lưu mẫu dạng .docx, không macro", place="cả tệp")
    active = [name for name in package.parts if name.startswith(("word/activeX/", "word/embeddings/ole"))]
    if active:
        what = "mẫu có điều khiển hoặc đối tượng nhúng chạy được (ActiveX, OLE)"
        yield marks.found(marks.MACROS, what, "xóa đối tượng này khỏi mẫu", place="cả tệp")


def _left_over(package: Package, parts: list[Part]) -> Iterator[Finding]:
    for part in parts:
        changes = list(part.root.iter(*_CHANGES))
        if changes:
            around = part.around(changes[0])
            place, spot = (around.place, Spot(part.name, around.number)) if around else (part.label, None)
            what = f"mẫu còn {len(changes)} thay đổi chưa duyệt (Track Changes), văn bản in ra sẽ mang theo"
            yield marks.found(marks.REVISIONS, what, "Review → Accept All Changes", place=place, spot=spot)
    for name, data in package.parts.items():
        if name.startswith("word/comments") and name.endswith("comments.xml"):
            left = [one for one in parse(data).iter(w("comment")) if one.get(w("author")) != _OURS]
            if left:
                said = " ".join("".join(text.text or "" for text in left[0].iter(w("t"))).split())
                what = f"mẫu còn {len(left)} nhận xét, đầu tiên là “{said[:60]}”"
                yield marks.found(marks.COMMENTS, what, "Review → Delete All Comments", place="nhận xét")


def _tags_in(text: str) -> Iterator[str]:
    if "{" in text:
        for match in TAG.finditer(text):
            yield match.group()
