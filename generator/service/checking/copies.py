"""Copies of checked Word files, written beside what the user has: with comments, or with what is safe put right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from generator.checking.fixing import Fixed, fix
from generator.checking.remarks import comment_on
from generator.editing.comments import Comment, annotate
from generator.editing.errors import RefusedError
from generator.errors import Problem, UsageError
from generator.filenames import same_name_key
from generator.findings import Finding, Level
from generator.fingerprints import mark_parts
from generator.opc import WORD, Package, PackageError
from generator.output import write_bytes
from generator.records import record
from generator.service.checking.checked import CheckOptions, FileCheck, check_bytes

_IDENTIFIER = b"identifier"
_OURS = b"vanthu:sha256:"
_CORE = "docProps/core.xml"


@record(frozen=True)
class Copy:
    """A copy that was written: what it is, where, and the changed copies of before kept under other names.

    Of a corrected one ``fixed`` says what was put right.
    """

    what: str
    target: Path
    kept: tuple[Path, ...] = ()
    fixed: Fixed | None = None

    def as_data(self) -> dict[str, Any]:
        """The copy for JSON, with Vietnamese keys."""
        data: dict[str, Any] = {"loai": self.what, "tep": str(self.target), "giu_lai": list(map(str, self.kept))}
        if self.fixed is not None:
            data["da_sua"] = [finding.as_data() for finding in self.fixed.made]
            data["chua_sua"] = [finding.as_data() | {"ly_do": why} for finding, why in self.fixed.left]
            data["moi_co"] = [finding.as_data() for finding in self.fixed.arisen]
            data["con_lai"] = [finding.as_data() for finding in self.fixed.remaining]
        return data


@record(frozen=True)
class Copies:
    """Which copies of checked files are wanted, each kind in a folder of its own."""

    annotated: Path | None = None
    fixed: Path | None = None
    tracked: bool = True
    options: CheckOptions = field(default_factory=CheckOptions)
    moment: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def folders(self) -> list[Path]:
        """The folders written to."""
        return [folder for folder in (self.annotated, self.fixed) if folder is not None]

    def write(self, checked: FileCheck) -> Iterator[Copy]:
        """The copies of one file as they are written; raises UsageError for what cannot be written anew or there."""
        if self.annotated is not None and not checked.problems:
            yield _annotated(checked, self.annotated, self.moment)
        if self.fixed is not None and not checked.problems:
            yield _fixed(checked, self.fixed, self.options, tracked=self.tracked, moment=self.moment)


def said_of(checked: FileCheck) -> list[Finding]:
    """The findings somebody is to act on: not what is right, nor what was accepted."""
    return [finding for finding in checked.findings if finding.level > Level.FINE and not finding.accepted]


def check_targets(files: Iterable[Path], folders: Iterable[Path]) -> None:
    """Raises UsageError where copies of the files would take the place of one of them, or of each other."""
    given, problems = list(files), []
    own = {_place(file): file for file in given}
    chosen = list(folders)
    if len({folder.resolve() for folder in chosen}) < len(chosen):
        problems.append(Problem(str(chosen[0]), "hai loại bản sao vào cùng một thư mục", "cho mỗi loại một thư mục"))
    for folder in chosen[:1] if problems else chosen:
        first: dict[str, Path] = {}
        for file in given:
            target = folder / file.name
            if (user := own.get(_place(target))) is not None:
                problems.append(Problem(str(target), f"sẽ ghi đè lên tệp gốc {user}", "chọn thư mục khác"))
            other = first.setdefault(same_name_key(file.name), file)
            if other.resolve() != file.resolve():
                what = f"bản sao sẽ trùng tên với bản sao của {other}"
                problems.append(Problem(str(file), what, "kiểm tra từng tệp vào một thư mục riêng, hoặc đổi tên"))
    if problems:
        raise UsageError(problems)


def annotated(checked: FileCheck, moment: datetime | None = None) -> bytes:
    """The file with a comment at each finding; UsageError for one that must not be written anew."""
    comments = [Comment(comment_on(finding), finding.spot) for finding in said_of(checked)]
    with _refusing(checked.file):
        return annotate(checked.docx, comments, moment=moment or datetime.now(UTC))


def corrected(
    checked: FileCheck, options: CheckOptions, *, tracked: bool = True, moment: datetime | None = None
) -> Fixed:
    """The file with what is safe put right; UsageError for one that must not be written anew."""
    plainly = replace(options, pages=False)

    def judge_again(docx: bytes) -> Iterable[Finding]:
        return check_bytes(checked.file, docx, plainly, checked.terms).findings

    with _refusing(checked.file):
        return fix(checked.docx, checked.findings, judge_again, tracked=tracked, moment=moment or datetime.now(UTC))


def _annotated(checked: FileCheck, folder: Path, moment: datetime) -> Copy:
    return _written("bản có chú thích", checked, annotated(checked, moment), folder, "--annotate")


def _fixed(checked: FileCheck, folder: Path, options: CheckOptions, *, tracked: bool, moment: datetime) -> Copy:
    fixed = corrected(checked, options, tracked=tracked, moment=moment)
    what = "bản sửa, có theo dõi thay đổi" if tracked else "bản sửa"
    return replace(_written(what, checked, fixed.docx, folder, "--fix"), fixed=fixed)


@contextmanager
def _refusing(file: Path) -> Iterator[None]:
    """Says of which file it is that it must not, or cannot, be written anew."""
    try:
        yield
    except (RefusedError, PackageError) as error:
        raise UsageError(Problem(str(file), error.what, error.fix)) from None


def _written(what: str, checked: FileCheck, made: bytes, folder: Path, option: str) -> Copy:
    """The copy put into the folder, taken by the option, under the file's name; what was changed there is kept."""
    target = folder / checked.file.name
    kept = write_bytes({target: made if made == checked.docx else _marked(made)}, given=True, option=option)
    return Copy(what, target, tuple(kept))


def _marked(docx: bytes) -> bytes:
    """The copy with our fingerprint, by which the next run knows whether somebody has changed it.

    An identifier the office gave its file is left as it is.
    """
    package = Package.open(docx, WORD)
    core = package.parts.get(_CORE, b"")
    if _IDENTIFIER in core and _OURS not in core:
        return docx
    return Package(mark_parts(package.parts)).to_bytes()


def _place(file: Path) -> str:
    """The file as its system names it, links followed."""
    try:
        resolved = file.resolve()
    except OSError:
        resolved = file
    return str(resolved.with_name(same_name_key(resolved.name)))
