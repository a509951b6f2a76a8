"""One form held against everything at once, then filled with sentinels to prove that each value arrives."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from lxml import etree

from generator.docx.blocks.rules import DERIVED
from generator.docx.compiling import wrongs
from generator.docx.compiling.core_properties import LABEL, NAMES
from generator.docx.compiling.size import check_size
from generator.docx.compiling.tags import TAG
from generator.docx.template import text_parts
from generator.docx.word.ooxml import find, parse, w
from generator.docx.word.package import CORE_PROPERTIES, Package
from generator.errors import Problem, TemplateError
from generator.findings import Finding, Level
from generator.forms.checking import marks
from generator.forms.checking.hidden import hidden
from generator.forms.checking.known import Known
from generator.forms.checking.reading import Print, distinct, read_part
from generator.forms.checking.required import never_printed
from generator.forms.checking.sentinels import Sentinels
from generator.forms.checking.source import Part
from generator.forms.checking.typing import typed_oddly
from generator.patterns import late
from generator.records import record

_KIND = late(r"\(kieu: (\w+)\)")

Make = Callable[[Mapping[str, Any]], bytes]
"""Fills the form with a context; raises TemplateError."""


@record()
class FormCheck:
    """What is to be said of a form; ``made`` is the form filled with sentinels, empty where that could not be.

    ``proofs`` are the values that must arrive wherever the filled form is printed: the tag, and the text.
    """

    findings: list[Finding] = field(default_factory=list)
    made: bytes = b""
    proofs: list[tuple[Print, str]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def check_form(
    data: bytes,
    file: str,
    known: Known,
    *,
    ours: Collection[str] = (),
    left_out: Collection[str] = (),
    make: Make | None = None,
) -> FormCheck:
    """All that is wrong with the form in the bytes, its findings in reading order.

    ``ours`` are the paths that our own template of the type reads, ``left_out`` the parts the form says it leaves out.
    Without ``make`` nothing is filled in. Raises TemplateError for bytes that are no Word file, or far
    too much for a form.
    """
    package = Package.read(data, file)
    check_size(package.parts, file)
    check = FormCheck()
    reads: set[str] = set()
    prints: list[Print] = []
    sound = True
    for name, label in text_parts(package):
        try:
            part = Part(name, label, parse(package.parts[name]))
        except ValueError:
            what = "phần này của tệp Word hỏng"
            check.findings.append(marks.found(marks.DAMAGED, what, "mở bằng Word rồi lưu lại", place=label))
            sound = False
            continue
        check.parts.append(part)
        reading = read_part(part, known)
        reads |= reading.reads
        prints += reading.prints
        sound = sound and reading.sound
        check.findings += sorted([*reading.findings, *typed_oddly(part, known)], key=_down)
    for part in _properties(package):
        reading = read_part(part, known)
        reads, prints, sound = reads | reading.reads, [*prints, *reading.prints], sound and reading.sound
        check.findings += [replace(one, place=part.label) for one in reading.findings]
    check.findings += hidden(package, check.parts)
    check.findings += never_printed(reads, ours, left_out)
    check.findings = list(distinct(check.findings))
    if make is not None and sound and not any(one.level is Level.ERROR for one in check.findings if _stops(one)):
        _fill(check, known, reads, prints, make)
    return check


def _stops(finding: Finding) -> bool:
    """Whether a form with it cannot be filled."""
    return finding.rule not in (marks.OWED, marks.MACROS, marks.TWICE, wrongs.OUTSIDE)


def _down(finding: Finding) -> int:
    return finding.spot.paragraph if finding.spot is not None else 0


def _properties(package: Package) -> Iterator[Part]:
    """The file's properties that have tags, each as a part of one paragraph."""
    data = package.parts.get(CORE_PROPERTIES, b"")
    if b"{" not in data:
        return
    for item in parse(data):
        if TAG.search(item.text or ""):
            name = etree.QName(item).localname
            root = etree.Element(w("hdr"))
            text = etree.SubElement(etree.SubElement(etree.SubElement(root, w("p")), w("r")), w("t"))
            text.text = item.text
            yield Part(CORE_PROPERTIES, f"{LABEL}, {NAMES.get(name, name)}", root)


def _fill(check: FormCheck, known: Known, reads: set[str], prints: Sequence[Print], make: Make) -> None:
    names = {path.partition(".")[0].partition("[")[0] for path in reads}
    names |= {source for name, (source, *_) in DERIVED.items() if name in names}
    sentinels = Sentinels(known, names)
    try:
        try:
            check.made = make(sentinels.context)
        except TemplateError as error:
            kinds = [found.group(1) for one in error.problems if (found := _unprinted(one))]
            if not kinds:
                raise
            what = f"mẫu không in các mục kiểu: {', '.join(kinds)}; văn bản có mục ấy sẽ bị từ chối"
            fix = "thêm các kiểu này vào vòng lặp noi_dung của mẫu, hoặc chỉ dùng cho văn bản không có"
            check.findings.append(marks.found(wrongs.UNPRINTED, what, fix, place="cả mẫu"))
            sentinels = Sentinels(known, names, sentinels.without(kinds))
            check.made = make(sentinels.context)
    except TemplateError as error:
        check.findings += [_not_made(check, one) for one in error.problems]
        return
    printed = said_in(check.made)
    for one in prints:
        text = sentinels.texts.get(one.path)
        if text is None:
            continue
        if squeezed(text) in printed:
            check.proofs.append((one, text))
        else:
            what = f"thẻ {one.quoted}: in thử không thấy giá trị trong tệp Word tạo ra"
            fix = "kiểm tra chỗ đặt thẻ: không nằm trong phần Word bỏ qua"
            check.findings.append(marks.found(marks.NOT_IN_WORD, what, fix, place=one.place, spot=one.spot))


def _unprinted(problem: Problem) -> Any:
    return _KIND.search(problem.what) if problem.code == wrongs.UNPRINTED else None


def _not_made(check: FormCheck, problem: Problem) -> Finding:
    place = problem.place.partition(", ")[2] or problem.place
    spot = next((spot for part in check.parts if (spot := part.spot(place, problem.what)) is not None), None)
    return marks.found(marks.NOT_MADE, f"in thử: {problem.what}", problem.fix, place=place, spot=spot)


def said_in(docx: bytes) -> str:
    """All text of the parts of a Word file that are printed, squeezed."""
    package = Package.read(docx)
    said = []
    for name, _ in text_parts(package):
        said += [item.text or "" for item in find(parse(package.parts[name]), "//w:t")]
    core = package.parts.get(CORE_PROPERTIES)
    if core is not None:
        said += [item.text or "" for item in parse(core)]
    return squeezed("".join(said))


def squeezed(text: str) -> str:
    """The text without spaces and capitals, as it can be found again wherever lines break."""
    return "".join(text.casefold().split())
