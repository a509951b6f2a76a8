"""Edited Word files read back into the dossier they were made of: what is certain written in place, the rest told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.comparing.aligning import likeness
from generator.comparing.drift import Drift
from generator.comparing.telling import Told
from generator.comparing.word_files import body_of, lines_of
from generator.errors import Problem, UsageError
from generator.layout import read
from generator.particulars import ENTRIES
from generator.records import record
from generator.service.opening import holds_dossier
from generator.service.yearly.drifting import DriftReport, drift, take_back, told

_OF_THE_SAME = 0.5  # of the words of a file that a document of the dossier shares with it, at least
_KEPT = ("number", "issued", "type_name", "subject", "issuer", "signer")  # what a file keeps of when it was made


@record(frozen=True)
class Returned:
    """What came of one file: the document it is, what was written, what a person has to look at, and why nothing was.

    ``stale`` names what the dossier said otherwise when the file was made, ``untouched`` a file nobody has edited:
    then what differs was changed in the dossier, and nothing is written.
    """

    file: str
    document: str
    written: tuple[Told, ...]
    left: tuple[Told, ...]
    stale: tuple[str, ...] = ()
    untouched: bool = False

    def as_data(self) -> dict[str, object]:
        """The same for a program, with Vietnamese keys."""
        return {
            "tep": self.file,
            "van_ban": self.document,
            "da_ghi": [one.as_data() for one in self.written],
            "con_lai": [one.as_data() for one in self.left],
            "ho_so_da_doi": list(self.stale),
            "con_nguyen": self.untouched,
        }


def is_dossier(path: Path) -> bool:
    """Whether something is there that edits can only go back into: a dossier, or a workbook or JSON of one."""
    return (path.is_dir() and any(path.glob("ho-so.*"))) or (path.is_file() and holds_dossier(path))


def returned(dossier: Path, files: Sequence[Path]) -> list[Returned]:
    """Write into the dossier's folder what people have changed in its files, all that is certain and nothing else.

    Raises UsageError where the dossier is no folder, or a file is not of it; nothing is written then.
    """
    if not dossier.is_dir():
        fix = (
            f"chuyển thành thư mục: vanthu workbook import {dossier} THƯ_MỤC, rồi đọc vào thư mục ấy; hoặc xem từng "
            f"chỗ khác kèm ô cần sửa: vanthu diff {dossier} TỆP.docx"
        )
        raise UsageError(Problem(str(dossier), "chỉ ghi lại được vào hồ sơ dạng thư mục", fix))
    problems = [problem for file in files for problem in foreign(drift(dossier, file), dossier, file)]
    if problems:
        raise UsageError(problems)
    return [_returned(dossier, file) for file in files]


def _returned(dossier: Path, file: Path) -> Returned:
    report = drift(dossier, file)
    stale = tuple(_stale(report))
    if report.untouched or stale:
        return Returned(str(file), report.document, (), tuple(told(report)), stale, report.untouched)
    taken = take_back(dossier, report)
    left = drift(dossier, file, document=report.document) if taken else report
    return Returned(str(file), report.document, tuple(_told(report, one) for one in taken), tuple(told(left)))


def _told(report: DriftReport, one: Drift) -> Told:
    keys = ".".join(map(str, one.path or ()))
    return Told(one.kind, one.place, report.place(one), "", one.typed, one.new, path=keys)


def foreign(report: DriftReport, dossier: Path, file: Path) -> list[Problem]:
    """Why the file is not of this dossier; nothing where it is."""
    made, given = _particulars(report.made), _particulars(report.given)
    fix = f"kiểm tra tên tệp, tên hồ sơ; đọc thành hồ sơ mới: vanthu read {file} -o THƯ_MỤC_MỚI"
    if given.get("issuer") and made.get("issuer") and given["issuer"] != made["issuer"]:
        return [Problem(str(file), f"là văn bản của {given['issuer']}; hồ sơ {dossier} là của {made['issuer']}", fix)]
    if likeness(_words(report.made), _words(report.given)) < _OF_THE_SAME:
        return [Problem(str(file), f"không giống văn bản nào của hồ sơ {dossier}", fix)]
    return []


def _stale(report: DriftReport) -> list[str]:
    """What the dossier says otherwise than when the file was made: both have changed, so no difference is certain."""
    made, given = _particulars(report.made), _particulars(report.given)
    return [ENTRIES[key].label for key in _KEPT if given and made.get(key) != given.get(key)]


def _particulars(docx: bytes) -> dict[str, str]:
    labels = {entry.label: key for key, entry in ENTRIES.items()}
    custom = read(docx).properties.custom
    return {labels[label]: value for label, value in custom.items() if label in labels}


def _words(docx: bytes) -> str:
    return " ".join(line.text for item in body_of(docx)[1] for line in lines_of(item))
