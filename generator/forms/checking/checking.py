"""One form held against everything at once, then filled with sentinels to prove that each value arrives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from lxml import etree

from generator.docx.blocks.rules import DERIVED
from generator.docx.compiling import wrongs
from generator.docx.compiling.core_properties import LABEL, NAMES
from generator.docx.compiling.reads import Read
from generator.docx.compiling.size import check_size
from generator.docx.compiling.tags import TAG
from generator.docx.owing import lost_part, squeezed, tagless
from generator.docx.proving import Mark, Trial
from generator.docx.template import text_parts
from generator.docx.word.ooxml import find, parse, w
from generator.docx.word.package import CORE_PROPERTIES, Package
from generator.errors import Problem, TemplateError
from generator.findings import Finding, Level
from generator.forms.checking import marks
from generator.forms.checking.hidden import hidden
from generator.forms.checking.known import Known
from generator.forms.checking.reading import distinct, read_part
from generator.forms.checking.required import Required, never_printed
from generator.forms.checking.rows import repeated_rows
from generator.forms.checking.sentinels import Sentinels
from generator.forms.checking.source import Part
from generator.forms.checking.typing import typed_oddly
from generator.forms.checking.unseen import unseen
from generator.forms.owing import texts_of
from generator.patterns import late
from generator.records import record
from generator.values import Owed

_KIND = late(r"\(kieu: (\w+)\)")

Prove = Callable[[Mapping[str, Any], Sequence[Owed]], Sequence[Trial]]
"""Fills the form with a context in every way; raises TemplateError where it cannot, or what is owed is not printed."""


@record()
class FormCheck:
    """What is to be said of a form; ``trials`` are the form filled in every way, none where that could not be."""

    findings: list[Finding] = field(default_factory=list)
    trials: list[Trial] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def at(self, rule: str, tag: Mark, what: str, fix: str) -> Finding:
        """A finding of the rule at a tag."""
        spot = next((one.spot(tag.place, tag.quoted) for one in self.parts if one.name == tag.part), None)
        return marks.found(rule, what, fix, place=tag.place, spot=spot)


def check_form(
    data: bytes,
    file: str,
    known: Known,
    *,
    parts: Iterable[Required] = (),
    untagged: Level | None = None,
    prove: Prove | None = None,
) -> FormCheck:
    """All that is wrong with the form in the bytes, its findings in reading order.

    ``parts`` are those that a form of its type must print; ``untagged``, how grave it is if it prints nothing of a
    document at all: then that alone is said of what it does not print. Without ``prove`` nothing is filled in.
    Raises TemplateError for bytes that are no Word file, or far too much for a form.
    """
    package = Package.read(data, file)
    check_size(package.parts, file)
    check, due = FormCheck(), list(parts)
    reads: set[str] = set()
    fields: list[Read] | None = []
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
        fields = None if fields is None or reading.fields is None else fields + reading.fields
        sound = sound and reading.sound
        check.findings += sorted([*reading.findings, *typed_oddly(part, known)], key=_down)
    for part in _properties(package):
        reading = read_part(part, known)
        reads, sound = reads | reading.reads, sound and reading.sound
        fields = None if fields is None or reading.fields is None else fields + reading.fields
        check.findings += [replace(one, place=part.label) for one in reading.findings]
    check.findings += [
        *hidden(package, check.parts, known),
        *(one for part in check.parts for one in (*unseen(part), *repeated_rows(part))),
    ]
    if untagged is not None and sound and fields == []:
        told = tagless(file)
        check.findings.append(marks.found(told.code, told.what, told.fix, place="cả tệp", level=untagged))
        prove = None
    elif fields is not None:
        check.findings += never_printed(fields, due)
    check.findings = list(distinct(check.findings))
    if prove is not None and sound and not any(one.level is Level.ERROR for one in check.findings if _stops(one)):
        _fill(check, known, fields or (), reads, due, prove)
    return check


def _stops(finding: Finding) -> bool:
    """Whether a form with it cannot be filled."""
    return finding.rule not in (wrongs.OWED, marks.MACROS, marks.TWICE, wrongs.OUTSIDE)


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


def _fill(
    check: FormCheck, seen: Known, fields: Iterable[Read], reads: set[str], parts: Sequence[Required], prove: Prove
) -> None:
    paths = {read.path for read in fields}
    known = seen.seen(paths)
    names = {path.partition(".")[0].partition("[")[0] for path in reads}
    names |= {source for name, (source, *_) in DERIVED.items() if name in names}
    sentinels = Sentinels(known, names, reads=paths)
    told = {one.fix for one in check.findings if one.rule == wrongs.OWED}
    due = {part.called: (part, level) for part, level in parts if part.owed().fix not in told}
    for _ in range(3):  # as it is; without the kinds of block it does not print; without what it prints in part
        owed = [part.owed(texts_of(part, sentinels.context)) for part, _ in due.values()]
        try:
            check.trials = list(prove(sentinels.context, [one for one in owed if one.texts]))
            break
        except TemplateError as error:
            kinds = [found.group(1) for one in error.problems if (found := _unprinted(one))]
            lost = [one for one in error.problems if one.code == wrongs.OWED]
            if len(kinds) + len(lost) < len(error.problems):
                check.findings += [_not_made(check, one) for one in error.problems if one not in lost]
                return
            check.findings += [_printed_in_part(due.pop(lost_part(one)), one) for one in lost]
        if kinds:
            what = f"mẫu không in các mục kiểu: {', '.join(kinds)}; văn bản có mục ấy sẽ bị từ chối"
            fix = "thêm các kiểu này vào vòng lặp noi_dung của mẫu, hoặc chỉ dùng cho văn bản không có"
            check.findings.append(marks.found(wrongs.UNPRINTED, what, fix, place="cả mẫu"))
            sentinels = Sentinels(known, names, sentinels.without(kinds), paths)
    for trial in check.trials:
        printed = said_in(trial.docx) if trial.docx else ""
        for tag, signs in trial.signs.items():
            if any(squeezed(sign) not in printed for sign in signs):
                what = f"thẻ {tag.quoted}: in thử không thấy giá trị trong tệp Word tạo ra"
                fix = "kiểm tra chỗ đặt thẻ: không nằm trong phần Word bỏ qua"
                check.findings.append(check.at(marks.NOT_IN_WORD, tag, what, fix))
        for tag in trial.never:
            what = f"thẻ {tag.quoted}: không văn bản nào in tới thẻ này"
            check.findings.append(
                check.at(marks.NOT_IN_WORD, tag, what, "sửa điều kiện, vòng lặp quanh thẻ, hoặc bỏ thẻ")
            )


def _printed_in_part(required: Required, lost: Problem) -> Finding:
    part, level = required
    what = f"in thử: mẫu không in hết {part.called}; văn bản có nhiều dòng sẽ bị từ chối"
    return marks.found(wrongs.OWED, what, lost.fix, place="cả mẫu", level=level)


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
