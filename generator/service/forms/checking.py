"""Forms checked before anyone prints with them: what is wrong in the file, then what printing with it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from generator.compose import ComposedPart
from generator.compose.reach.kinds import Kind
from generator.compose.reach.reach import FREE
from generator.docx import Confined, Part
from generator.docx.compiling import wrongs
from generator.docx.owing import squeezed
from generator.docx.proving import Mark, Trial
from generator.docx.word.package import CORE_PROPERTIES, named_as_usual
from generator.errors import ConversionError, Problem, TemplateError, UsageError
from generator.filenames import same_name_key
from generator.findings import Finding, Level
from generator.forms.checking import FormCheck, Known, check_form, marks, with_pages
from generator.forms.checking.known import Value
from generator.forms.checking.required import Required
from generator.forms.filling import free_fields
from generator.forms.finding import Form, open_form
from generator.forms.owing import owed
from generator.forms.sheet import FormSheet
from generator.law.form.profiles import Asked
from generator.pdf import Typst, convert
from generator.records import record
from generator.render import READY
from generator.service.checking.checked import FileCheck
from generator.service.files import content, each_once
from generator.service.forms.aiming import ANNEXES, TYPES, Aim, aims, of_template, of_type, spoken
from generator.values import Owed, placed

_WORD = (".docx", ".dotx", ".docm", ".dotm")
# The last wall: what a form may do is counted (``docx/sandbox``), and ends within two seconds of its processor and
# 100 MB beyond what the child begins with. By the clock there is more: the machine may have other things to do.
_SECONDS, _MEMORY = 10.0, 200 * 1024**2


@record(frozen=True)
class FormOptions:
    """What a form is for (a type, the path of a dossier; empty: told by its name), and how far it is tried out."""

    meant: str = ""
    pdf: bool = True
    examples: bool = True
    decree: bool = True


def form_files(named: Iterable[Path]) -> list[Path]:
    """The files named, those of a folder in its place; raises UsageError for what is not there."""
    found: list[Path] = []
    problems = []
    for path in named:
        if path.is_dir():
            inside = sorted(one for one in path.iterdir() if one.suffix.lower() in _WORD and one.is_file())
            inside = [one for one in inside if not one.name.startswith(("~$", "."))]
            if not inside:
                problems.append(Problem(str(path), "thư mục không có mẫu Word nào", "chỉ rõ thư mục chứa mẫu .docx"))
            found += inside
        elif not path.exists():
            problems.append(Problem(str(path), "không có tệp hay thư mục này", "kiểm tra lại đường dẫn"))
        else:
            found.append(path)
    if problems:
        raise UsageError(problems)
    return list(each_once(found))


def check_forms(
    files: Sequence[Path], options: FormOptions | None = None, *, typst: Typst | None = None
) -> Iterator[FileCheck]:
    """Each form as it is judged, in order; raises UsageError or DataError for what it is said to be meant for."""
    wanted = options or FormOptions()
    meant = aims(wanted.meant) if wanted.meant else []
    with Confined(_SECONDS, _MEMORY, ready=READY) as confined:
        for file in files:
            try:
                data = named_as_usual(content(file))
                yield _Trial(file, data, _for(file, meant), wanted, confined, typst).check()
            except (ConversionError, TemplateError) as error:
                yield FileCheck(file, problems=tuple(error.problems))


def _for(file: Path, meant: Sequence[Aim]) -> list[Aim]:
    """What the form is for: the documents that name it; of several types the one of its name; else as told."""
    stem = file.stem.lower()
    named = [found for aim in meant if (found := aim.naming(same_name_key(file.stem))) is not None]
    if named or not meant:
        return named or of_template(stem)
    return [aim for aim in meant if aim.template == stem] or list(meant)


class _Trial:
    """One form under check."""

    def __init__(
        self, file: Path, data: bytes, meant: list[Aim], options: FormOptions, confined: Confined, typst: Typst | None
    ) -> None:
        self._file = file
        self._data = data
        self._meant = meant
        self._options = options
        self._confined = confined
        self._typst = typst
        self._form: Form | None = None

    def check(self) -> FileCheck:
        """All that is to be said of the form."""
        form, problems = open_form(self._file)
        self._form = form
        sheet = form.sheet if form is not None else FormSheet.model_construct()
        known = Known.of([aim.fields() for aim in self._meant or map(of_type, TYPES)])
        own = {field.name: Value.of(field.shape(), f"{FREE}.{field.name}") for field in sheet.fields}
        if form is not None and form.declares:
            known.names[FREE] = Value(Kind.GROUP, FREE, own)
        else:  # what a form says nothing of, a document has as it is typed
            known.open_ |= {FREE}
        due = self._required(sheet)
        checked = check_form(
            self._data, self._file.name, known, parts=due, untagged=self._untagged(sheet, due), prove=self._prove
        )
        findings = [marks.found(marks.SHEET, one.what, one.fix, place=one.place) for one in problems]
        findings += checked.findings
        if self._options.pdf:
            findings += self._pdf(checked)
        if checked.trials and self._options.examples:
            findings += self._examples(checked)
        as_what = self._judged_as() or "mẫu chưa rõ dùng cho loại nào (thêm --for LOẠI để xét đủ)"
        return FileCheck(self._file, self._data, tuple(findings), judged_as=as_what)

    def _judged_as(self) -> str:
        """What the form was taken to be for, with the documents of a dossier it was taken for."""
        said = []
        for aim in self._meant:
            names = ", ".join(dict.fromkeys(name for name, _ in aim.examples))
            how = "ghi mau là tệp này" if self._is_named(aim) else "cùng loại, không văn bản nào ghi mau là tệp này"
            said.append(f"{spoken(aim.called)} ({names}: {how})" if aim.from_dossier else spoken(aim.called))
        return f"mẫu của {'; '.join(said)}" if said else ""

    def _is_named(self, aim: Aim) -> bool:
        """Whether all documents of the aim name the form."""
        return set(aim.forms) == {same_name_key(self._file.stem)}

    def _required(self, sheet: FormSheet) -> list[Required]:
        """The parts that every kind the form is for prints."""
        lists = [aim.required(sheet.left_out) for aim in self._meant]
        return [one for one in lists[0] if all(one in other for other in lists)] if lists else []

    def _untagged(self, sheet: FormSheet, due: Sequence[Required]) -> Level | None:
        """How grave a form without a tag is; None where it says it leaves out all it would have to print."""
        if not self._meant:
            return Level.WARNING  # it may be no form at all: a folder may hold other files
        return None if sheet.left_out and not due else Level.ERROR

    def _filled(self, part: ComposedPart, aim: Aim) -> Part:
        """A document of examples as it is printed with the form; of those that name it, all that they owe."""
        owes: tuple[Owed, ...] = ()
        context = part.context
        if self._is_named(aim) and self._form is not None and part.reach is not None:
            part.reach.free, _ = free_fields(self._form, part.reach.typed, ())
            owes = owed(context, self._form.sheet, part.reach.free, part.template)
            context = {**context, "noi_dung": []} if "noi_dung" in self._form.sheet.left_out else context
        return Part(self._file, context, part.landscape, part.reach, owes)

    def _prove(self, context: Mapping[str, Any], owes: Sequence[Owed]) -> Sequence[Trial]:
        return self._confined.prove(Part(self._file, context, owed=owes))

    def _pdf(self, checked: FormCheck) -> Iterator[Finding]:
        """What arrives in the DOCX and not in the PDF."""
        seen: set[Mark] = set()
        for trial in checked.trials:
            fresh = {tag: signs for tag, signs in trial.signs.items() if signs and tag not in seen}
            seen |= set(fresh)
            fresh = {tag: signs for tag, signs in fresh.items() if tag.part != CORE_PROPERTIES}
            if not fresh:
                continue
            try:
                pdf = convert(with_pages(trial.docx), typst=self._typst, word_lines=True).pdf
            except ConversionError as error:
                for problem in error.problems:
                    what, fix = f"không ra được bản PDF: {problem.what}", problem.fix
                    yield marks.found(marks.NOT_IN_PDF, what, fix, place=problem.place or "cả mẫu")
                return
            said = _said_in_pdf(pdf)
            for tag, signs in fresh.items():
                if any(squeezed(sign) not in said for sign in signs):
                    what = f"thẻ {tag.quoted}: giá trị có trong tệp Word mà không có trong bản PDF"
                    fix = "chữ ở đây bị ẩn, bị che hoặc nằm ngoài khung, ngoài trang: sửa định dạng chỗ này"
                    yield checked.at(marks.NOT_IN_PDF, tag, what, fix)

    def _examples(self, checked: FormCheck) -> Iterator[Finding]:
        """What printing documents of examples meets, each thing once; and what the decree says of the first."""
        told: dict[tuple[str, str, str], list[str]] = {}
        judged = False
        for aim in self._meant:
            for name, part in aim.examples:
                try:
                    made = self._confined.render_document(self._filled(part, aim))
                except TemplateError as error:
                    for problem in error.problems:
                        if problem.code == wrongs.OWED:
                            what = f"in thử {name}: {problem.what}"
                            yield marks.found(wrongs.OWED, what, problem.fix, place="cả mẫu")
                        elif problem.code != wrongs.UNPRINTED:  # told once, of every kind of block
                            place = problem.place.partition(", ")[2] or problem.place
                            told.setdefault((place, problem.what, problem.fix), []).append(name)
                    continue
                if not judged and self._options.decree and aim.called not in ANNEXES:
                    judged = True
                    yield from _by_decree(made, name)
        for (place, what, fix), names in told.items():
            spot = next((spot for part in checked.parts if (spot := part.spot(place, what)) is not None), None)
            said = f"in thử {', '.join(dict.fromkeys(names))}: {placed(what, None)}"
            fix = (
                "giá trị được phép trống thì viết {{ … or '' }} hoặc đặt trong {% if … %}; nếu không thì bổ sung hồ sơ"
            )
            yield marks.found(marks.EXAMPLE, said, fix, place=place, spot=spot)


def _said_in_pdf(pdf: bytes) -> str:
    from pypdf import PdfReader  # here: only what is drawn is read again

    return squeezed("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def _by_decree(docx: bytes, name: str) -> Iterator[Finding]:
    """What NĐ 30 says of a document printed with the form: of how it looks, which is the form's."""
    from generator.checking.judging import judge
    from generator.checking.reading import read_file

    try:
        said, _ = judge(read_file(docx, Asked()))
    except ConversionError:
        return
    for finding in said:
        if finding.level >= Level.WARNING:
            place = f"bản in thử {name}: {finding.place}" if finding.place else f"bản in thử {name}"
            yield replace(finding, place=place, spot=None, repairs=(), level=Level.WARNING)
