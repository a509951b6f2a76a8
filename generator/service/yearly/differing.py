"""What changed between two dossiers, or a dossier and a Word file of it: told, and as tracked changes in Word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from generator.comparing.dossiers import Change, compare
from generator.comparing.drift import Drift
from generator.comparing.places import named
from generator.comparing.telling import Told
from generator.comparing.telling import page as page
from generator.comparing.word_files import compared, tracked
from generator.dossier import Dossier
from generator.editing.errors import RefusedError
from generator.errors import Problem, UsageError
from generator.output import write_new
from generator.records import record
from generator.service.issuing import issue
from generator.service.opening import OpenDossier, holds_dossier, open_dossier
from generator.service.reviewing import review
from generator.service.yearly import drifting
from generator.service.yearly.drifting import DriftReport, raw_path, told
from generator.service.yearly.drifting import drift as drift
from generator.service.yearly.returning import foreign
from generator.typed.labels import titles
from generator.typed.source import Path_
from generator.workbook.folder import typed_data

_WORD = (".docx", ".docm")
_Data = tuple[dict[str, Any], dict[str, Any]]


@record(frozen=True)
class Differences:
    """What changed from the first to the second, what is to be known of it all; ``drift`` where one is a Word file."""

    changes: tuple[Told, ...]
    notes: tuple[str, ...] = ()
    drift: DriftReport | None = None
    opened: tuple[OpenDossier, OpenDossier] | None = None


def differences(first: Path, second: Path, *, document: str = "") -> Differences:
    """What changed between two dossiers, or between a dossier and a Word file made of it, whichever is named first.

    ``document`` says which of the dossier's documents is meant. Raises UsageError for two Word files, DataError for a
    dossier that is not sound.
    """
    files = [path for path in (first, second) if not path.is_dir() and path.suffix.lower() in _WORD]
    if len(files) > 1:
        fix = "một bên là hồ sơ; hai tệp Word thì so bằng Review → Compare của Word"
        raise UsageError(Problem(f"{first}, {second}", "cả hai đều là tệp Word", fix))
    for path in (first, second):
        if path.exists() and path not in files and not holds_dossier(path):
            raise UsageError(Problem(str(path), "không phải hồ sơ, không phải tệp Word .docx", "kiểm tra đường dẫn"))
    if files:
        (file,) = files
        dossier = second if file == first else first
        report = drift(dossier, file, document=document)
        return _of_drift(report, [f"Chú ý: {one.place} {one.what}." for one in foreign(report, dossier, file)])
    pair = open_dossier(first), open_dossier(second)
    data = typed_data(pair[0].dossier), typed_data(pair[1].dossier)
    return Differences(tuple(_told(change, pair, data) for change in _chosen(pair, data, document)), opened=pair)


def _chosen(pair: tuple[OpenDossier, OpenDossier], data: _Data, document: str) -> list[Change]:
    changes = compare(*data)
    if not document:
        return changes
    numbers = [{n for n, own in enumerate(one.dossier.documents) if own.name == document} for one in pair]
    if not any(numbers):
        raise UsageError(Problem("--only", f"hai hồ sơ không có văn bản «{document}»", "ghi tên tệp của văn bản"))

    def within(path: Path_ | None, own: set[int]) -> bool:
        return path is None or path[0] != "van_ban" or (len(path) > 1 and path[1] in own)

    return [one for one in changes if within(one.first, numbers[0]) and within(one.second, numbers[1])]


def _told(change: Change, pair: tuple[OpenDossier, OpenDossier], data: _Data) -> Told:
    one, other = pair
    values, path = (data[1], change.second) if change.second is not None else (data[0], change.first or ())
    place = named(path, values)
    label = titles(Dossier, path, values).rpartition(" › ")[2]
    first = one.place(raw_path(one.data, change.first)) if change.first is not None else ""
    second = other.place(raw_path(other.data, change.second)) if change.second is not None else ""
    where = f"{place}: {label}" if place and not label.casefold().endswith(place.casefold()) else place or label
    keys = ".".join(str(step) for step in path)
    return Told(change.kind, where, first, second, change.before, change.after, path=keys)


def _of_drift(report: DriftReport, warned: list[str]) -> Differences:
    notes = [f"Văn bản: {report.document}.", *warned]
    if report.untouched and report.drifts:
        notes.append("Tệp Word còn nguyên như lúc tạo: chỗ khác là do hồ sơ đã đổi sau đó.")
    elif not report.drifts:
        notes.append("Tệp Word nói đúng như hồ sơ.")
    return Differences(tuple(told(report)), tuple(notes), report)


def take_back(dossier: Path, report: DriftReport) -> list[Drift]:
    """Write what is certain into the dossier, as ``drifting.take_back`` does; UsageError for a file of another."""
    for problem in foreign(report, dossier, Path(report.document)):
        raise UsageError(Problem("--take-back", f"tệp Word {problem.what}", "kiểm tra tên tệp, tên hồ sơ"))
    return drifting.take_back(dossier, report)


def write_tracked(found: Differences, file: Path, *, document: str = "") -> list[Path]:
    """Write what changed as tracked changes into a new Word file; of several documents a file each, named after them.

    Raises UsageError where a file is there already, or cannot be changed.
    """
    if file.suffix.lower() != ".docx":
        raise UsageError(Problem(str(file), "tên tệp phải có đuôi .docx", f"ghi: {file.with_suffix('.docx')}"))
    made = _tracked(found, document)
    if not made:
        return []
    single = len(made) == 1
    named_ = {(file if single else file.with_suffix(f".{name}.docx")): data for name, data in made.items()}
    write_new(named_)
    return list(named_)


def _tracked(found: Differences, document: str) -> dict[str, bytes]:
    moment = datetime.now()
    try:
        if found.drift is not None:
            return {found.drift.document: found.drift.tracked(moment)} if found.drift.drifts else {}
        assert found.opened is not None
        first, second = (_files(one) for one in found.opened)
        both = [name for name in first if name in second and document in ("", name)]
        return {name: tracked(first[name], second[name], moment) for name in both if _differ(first, second, name)}
    except RefusedError as error:
        raise UsageError(Problem("--word", str(error), "xem lại tệp Word")) from None


def _differ(first: Mapping[str, bytes], second: Mapping[str, bytes], name: str) -> bool:
    return bool(compared(first[name], second[name])[0])


def _files(one: OpenDossier) -> dict[str, bytes]:
    rendered = issue(review(one), formats=("docx",), force=True)
    return {file.removesuffix(".docx"): data for document in rendered for file, data in document.files()}


__all__ = ["Differences", "differences", "drift", "page", "take_back", "write_tracked"]
