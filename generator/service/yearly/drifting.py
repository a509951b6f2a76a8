"""A dossier held against the Word file that was made of it and edited since; what is certain is taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from generator.comparing.aligning import likeness
from generator.comparing.drift import UNCLEAR, Drift, Printed, drift_of, of_value
from generator.comparing.telling import Told
from generator.comparing.word_files import Line, body_of, compared, lines_of, tracked
from generator.comparing.words import WordChange, plain, word_changes
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.dossier.reading.reader import build_dossier
from generator.dossier.texts import typed_texts
from generator.errors import DataError, Problem, UsageError
from generator.fingerprints import Mark, examine
from generator.judgement.judging import read_document
from generator.opc import PackageError
from generator.output import rewrite_set
from generator.patterns import late
from generator.records import record
from generator.service.files import content
from generator.service.issuing import issue
from generator.service.opening import OpenDossier, open_dossier, opened
from generator.service.reviewing import review
from generator.service.yearly.sources import rewrite_folder
from generator.targets.measure import Comparison
from generator.targets.reading import parse_measure
from generator.typed.labels import value_inside
from generator.typed.rewriting import AddField, Piece, Rewrite, SetPieces, SetValue, changed_data
from generator.typed.source import Path_
from generator.wording.characters import fold

_FIGURE = late(r"\d+(?:[.,]\d+)*")


@record(frozen=True)
class DriftReport:
    """What was found of one file: which document it is, whether anyone has changed it, each change."""

    opened: OpenDossier
    document: str
    mark: Mark
    drifts: tuple[Drift, ...]
    made: bytes
    given: bytes

    @property
    def untouched(self) -> bool:
        """Whether the file is as we made it, so that what differs was changed in the dossier."""
        return self.mark is Mark.INTACT

    def place(self, drift: Drift) -> str:
        """Where the value of the change is typed; empty where it is of none."""
        return self.opened.place(drift.path) if drift.path is not None else ""

    def tracked(self, moment: datetime | None = None) -> bytes:
        """What the dossier makes, with the changes of the file as tracked changes."""
        return tracked(self.made, self.given, moment or datetime.now())


def drift(dossier: Path, docx: Path, *, document: str = "") -> DriftReport:
    """What was changed in the Word file since the dossier printed it; ``document`` is told where names do not tell.

    Raises UsageError for a document the dossier has not, and for a file that is none; DataError for a dossier that is
    not sound.
    """
    return _report(open_dossier(dossier), docx, content(docx), document)


def told(report: DriftReport) -> list[Told]:
    """Each change as a person is told it, with what would be written or why it is not certain."""
    found = []
    for one in report.drifts:
        note = one.why or f"ghi lại được: «{one.typed}» → «{one.new}»"
        note += "; con số, đánh giá tính từ số này in lại theo" if one.figure and one.certain else ""
        values = _moving_along(report.opened.data, one)
        along = [(value, moved) for value in values if (moved := _value_moved(one, value))]
        note += "".join(f"; giá trị so sánh «{value}» → «{moved}»" for value, moved in along)
        keys = ".".join(map(str, one.path)) if one.path else ""
        found.append(Told(one.kind, one.place, report.place(one), "", one.before, one.after, note, keys))
    return found


def _report(read: OpenDossier, docx: Path, given: bytes, document: str) -> DriftReport:
    try:
        said = plain(" ".join(line.text for item in body_of(given)[1] for line in lines_of(item)))
    except PackageError as error:
        raise UsageError(Problem(str(docx), f"không đọc được như tệp Word: {error}", "kiểm tra tệp")) from None
    files = _made(read)
    name = _which(files, docx, said, document)
    made = files[name]
    number, own = max(
        ((n, own) for n, own in enumerate(map(_name, read.dossier.documents)) if name.startswith(own)),
        key=lambda found: len(found[1]),
        default=(0, name),
    )
    lines = [line for item in body_of(made)[1] for line in lines_of(item)]
    data = read.data
    differences, _ = compared(made, given)
    drifts = drift_of(
        differences, lines, _printed(read.dossier, number, annex=name != own), lambda path: _typed(data, path)
    )
    drifts = _of_form(read.dossier, number, drifts, lines, lambda path: _typed(data, path))
    drifts = _sound(read, [_beside_value(data, one) for one in drifts])
    return DriftReport(read, name, examine(given), tuple(drifts), made, given)


def _of_form(
    dossier: Dossier,
    number: int,
    drifts: Sequence[Drift],
    lines: Sequence[Line],
    typed_at: Callable[[Path_], str | None],
) -> list[Drift]:
    """The changes; what a form of the agency's own prints as typed (in its own tables) with the value it is.

    Only words that stand once in the file and are typed once in the dossier: of others nobody knows which are meant.
    """
    where: dict[str, list[Path_]] = {}
    for path, value in typed_texts(dossier) if any(one.path is None for one in drifts) else ():
        if path[0] != "van_ban" or path[1] == number:
            where.setdefault(plain(value), []).append(path)
    stands = Counter(plain(line.text) for line in lines)
    made = []
    for one in drifts:
        paths = where.get(one.before, []) if one.path is None and one.kind == "sửa" else []
        if len(paths) == 1 and stands[one.before] == 1:
            one = of_value(one, paths[0], typed_at(paths[0]) or "")
        elif paths:
            one = replace(one, why=UNCLEAR)
        made.append(one)
    return made


def _sound(read: OpenDossier, drifts: list[Drift]) -> list[Drift]:
    """The changes, a reported value left to a person with which the dossier would lack something: why it is missed."""
    figures = [one for one in drifts if one.certain and one.figure]
    if not figures or not _faults(read, figures):
        return drifts
    made = []
    for one in drifts:
        faults = _faults(read, [one]) if one in figures else []
        why = f"ghi «{one.new}» vào thì {faults[0].what}: sửa cả hai trong hồ sơ" if faults else one.why
        made.append(replace(one, new="" if faults else one.new, why=why))
    return made


def _faults(read: OpenDossier, certain: Sequence[Drift]) -> Sequence[Problem]:
    """What a dossier with the changes could not be printed for."""
    try:
        changed = build_dossier(changed_data(read.data, _rewrites(read.data, certain)))
        return review(opened(changed, read.path)).problems
    except DataError as error:
        return error.problems


def _name(document: Document) -> str:
    return document.name or ""


def _made(read: OpenDossier) -> dict[str, bytes]:
    rendered = issue(review(read), formats=("docx",), force=True)
    return {file.removesuffix(".docx"): data for one in rendered for file, data in one.files()}


def _which(files: dict[str, bytes], docx: Path, said: str, document: str) -> str:
    if document:
        if document not in files:
            raise UsageError(Problem("--only", f"hồ sơ không có văn bản «{document}»", f"đang có: {', '.join(files)}"))
        return document
    if docx.stem in files:
        return docx.stem
    texts = {
        name: plain(" ".join(line.text for item in body_of(data)[1] for line in lines_of(item)))
        for name, data in files.items()
    }
    return max(texts, key=lambda name: likeness(texts[name], said))


def _printed(dossier: Dossier, number: int, *, annex: bool) -> list[Printed]:
    """The texts of the document (of its ``annex`` files) in order; number and day with their own fields."""
    texts = [
        text for text in read_document(dossier, dossier.documents[number], date.today()).texts if text.part or not annex
    ]
    typed = Counter(fold(value) for _, value in typed_texts(dossier))
    found = []
    for text in texts:
        if text.field == "so_ky_hieu" and not text.part:
            found.append(Printed(text.text, text.place, ("van_ban", number, "so"), "number"))
        elif text.field == "dia_danh_ngay" and not text.part:
            found.append(Printed(text.text, text.place, ("van_ban", number, "ngay"), "day"))
        else:
            unclear = text.origin is None and not text.counted and typed[fold(text.text)] > 1
            found.append(Printed(text.text, text.place, text.origin, unclear=unclear, counted=text.counted))
    return found


def raw_path(data: Any, path: Path_) -> Path_:
    """The path as the value was typed: without the keys that a shorthand leaves out."""
    found: list[str | int] = []
    for key in path:
        if isinstance(data, str):
            break
        inside = value_inside(data, key)
        if inside is not None:
            data = inside
            found.append(key)
    return tuple(found)


def _typed(data: Any, path: Path_) -> str | None:
    for key in raw_path(data, path):
        data = data[key]
    return data if isinstance(data, str) else None


def take_back(dossier: Path, report: DriftReport) -> list[Drift]:
    """Write what is certain into the files of the dossier's folder, all or none, remarks kept; what was written.

    What would print anything else than the file says is left out. Raises UsageError where the dossier is no folder,
    DataError where the values would not be sound; nothing is written then.
    """
    if not dossier.is_dir():
        fix = "sửa tay các giá trị đã nêu, hoặc chuyển thành thư mục: vanthu workbook import"
        raise UsageError(Problem(str(dossier), "chỉ ghi lại được vào hồ sơ dạng thư mục", fix))
    certain = [one for one in report.drifts if one.certain]
    while wrong := _printed_otherwise(report, certain):
        certain = [one for one in certain if one not in wrong]
    if not certain:
        return []
    made = rewrite_folder(report.opened, dossier, _rewrites(report.opened.data, certain))
    if made.plain:
        fix = "sửa tay các giá trị đã nêu"
        raise DataError([Problem(name, "không ghi lại được mà giữ nguyên ghi chú", fix) for name in made.plain])
    changes = {name: ((dossier / name).read_bytes(), text.encode()) for name, text in made.files.items()}
    rewrite_set(dossier, changes)
    return certain


def _rewrites(data: Any, certain: Sequence[Drift]) -> list[Rewrite]:
    found: dict[Path_, Rewrite] = {}
    for one in certain:
        assert one.path is not None
        path = raw_path(data, one.path)
        if path != one.path and isinstance(one.path[-1], str) and not one.typed:
            found[one.path] = AddField((*path, "loai"), str(one.path[-1]), one.new)  # a number or a day not typed yet
        elif one.figure or one.path[-1] in ("so", "ngay"):
            found[path] = SetValue(path, one.new)
        else:
            changes = word_changes(one.typed, one.new)
            found[path] = SetPieces(path, tuple(Piece(item.start, item.end, item.new) for item in changes))
            for value in _moving_along(data, one):
                if moved := _value_moved(one, value):
                    at = (*one.path[:4], "gia_tri")
                    found[at] = SetPieces(at, (Piece(0, len(value), moved),))
            for target, pieces in _targets_in(data, one, changes):
                found.setdefault(target, SetPieces(target, pieces))
    return list(found.values())


def _values_in(data: Any, path: Path_) -> Iterator[tuple[int, str]]:
    """The values to compare with (``gia_tri``) of the targets of the objective the path is of, by their places."""
    if path[0] != "muc_tieu" or not isinstance(data, dict):
        return
    targets = value_inside(data["muc_tieu"][path[1]], "chi_tieu")
    for number, target in enumerate(targets if isinstance(targets, list) else []):
        if isinstance(target, dict) and isinstance(target.get("gia_tri"), str):
            yield number, target["gia_tri"]


def _moving_along(data: Any, one: Drift) -> list[str]:
    """The value to compare with of the target whose printed words the change is of."""
    if not one.certain or one.path is None or one.path[-1] != "in_ra":
        return []
    return [value for number, value in _values_in(data, one.path) if one.path[2:4] == ("chi_tieu", number)]


def _value_moved(one: Drift, value: str) -> str:
    """The value with the number that changed in the words of its target; empty where it is not certain which did."""
    before, after = (_FIGURE.findall(text) for text in (one.typed, one.new))
    changed = {pair for pair in zip(before, after, strict=False) if pair[0] != pair[1]}
    only = _FIGURE.sub("#", one.typed) == _FIGURE.sub("#", one.new)
    old, new = next(iter(changed)) if len(changed) == 1 and only else ("", "")
    return value.replace(old, new) if old and _FIGURE.findall(value) == [old] else ""


def _beside_value(data: Any, one: Drift) -> Drift:
    """The change, left to a person where a target is judged by a value of its own that would not change along."""
    if not one.certain or one.path is None or not {"chi_tieu", "noi_dung", "diem"} & {*one.path}:
        return one
    before, after = (Counter(_FIGURE.findall(text)) for text in (one.typed, one.new))
    for number, value in _values_in(data, one.path):
        if one.path[2] != "chi_tieu":
            other = any(figure in before - after for figure in _FIGURE.findall(value))
        else:
            ways = {parse_measure(text).comparison for text in (one.typed, one.new)} - {Comparison.UNREAD}
            same = (before == after or _value_moved(one, value)) and len(ways) < 2
            other = one.path[2:] == ("chi_tieu", number, "in_ra") and not same
        if other:
            why = f"chỉ tiêu còn ghi giá trị so sánh riêng «{value}» (gia_tri): sửa cả hai trong hồ sơ"
            return replace(one, new="", why=why)
    return one


def _targets_in(data: Any, one: Drift, changes: Sequence[WordChange]) -> Iterator[tuple[Path_, tuple[Piece, ...]]]:
    """The targets of an objective that its changed words state, with what was changed of them."""
    if one.path is None or one.path[0] != "muc_tieu" or not {"noi_dung", "diem"} & set(one.path):
        return
    start: Path_ = (*one.path[:2], "chi_tieu")
    targets = value_inside(data["muc_tieu"][one.path[1]], "chi_tieu") if isinstance(data, dict) else None
    for number, target in enumerate(targets if isinstance(targets, list) else []):
        words = target.get("in_ra") if isinstance(target, dict) else target
        valued = isinstance(target, dict) and "gia_tri" in target  # a value beside the words is a person's to change
        if valued or not isinstance(words, str) or one.typed.count(words) != 1:
            continue
        at = one.typed.index(words)
        inside = [item for item in changes if at <= item.start and item.end <= at + len(words)]
        if inside:
            path = (*start, number, "in_ra") if isinstance(target, dict) else (*start, number)
            yield path, tuple(Piece(item.start - at, item.end - at, item.new) for item in inside)


def _printed_otherwise(report: DriftReport, certain: Sequence[Drift]) -> list[Drift]:
    """Those which, taken back, would not print what the file says: they are left to a person after all."""
    if not certain:
        return []
    dossier = build_dossier(changed_data(report.opened.data, _rewrites(report.opened.data, certain)))
    left = Counter(
        one.after for one in compared(_made(opened(dossier, report.opened.path))[report.document], report.given)[0]
    )
    left.subtract(one.after for one in report.drifts if one not in certain)
    return [one for one in certain if left[one.after] > 0]
