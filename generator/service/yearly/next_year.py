"""The next year begun from a dossier: its values moved, its bases brought up to date, and all of it said on a page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.dossier import Dossier
from generator.dossier.reading.folder import CHANGES_FILE
from generator.dossier.reading.reader import build_dossier
from generator.errors import Problem, UsageError
from generator.findings import Finding
from generator.judgement.judging import audit_reading, read_document
from generator.law.loading.shared import law_of
from generator.output import mend, write_new
from generator.records import record
from generator.service.opening import OpenDossier, open_dossier
from generator.service.yearly.sources import file_of, rewrite_folder, root_of
from generator.typed.labels import titles
from generator.typed.source import Path_, Source
from generator.workbook import folder_files, write_workbook
from generator.yearly.changes import NextYear, items_added, items_removed, place_after
from generator.yearly.moving import next_year
from generator.yearly.page import Row, changes_page
from generator.yearly.times import Verdict as Verdict

_NAMES = frozenset({"cap-huyen", "ten-tinh-cu", "noi-gui-bo-cu", "co-quan-qua-cu"})
"""Rules that say that a unit named does not exist on the day."""
_LAPSED = "het-hieu-luc"
_LAST_YEAR = 2100


@record(frozen=True)
class Begun:
    """What was written for the new year: where, its list of changes line by line and as a page, what was forgiven."""

    target: Path
    page: Path
    year: int
    rows: tuple[Row, ...]
    files: tuple[str, ...]
    notes: tuple[Finding, ...] = ()

    def count(self, verdict: Verdict) -> int:
        """How many values of the dossier there are of the kind."""
        return sum(row.verdict is verdict for row in self.rows)


def begin_year(given: Path, target: Path, year: int | None = None) -> Begun:
    """Write the dossier of the other year (default: the next) as a new folder, or as a workbook named ``….xlsx``.

    Raises UsageError for a year that is not later or a target that is there already, DataError for a dossier that is
    not sound; nothing is written then.
    """
    is_book = target.suffix.lower() == ".xlsx"
    _check_free(target, is_book=is_book)
    opened = open_dossier(given)
    wanted = opened.dossier.year + 1 if year is None else year
    _check_year(opened.dossier.year, wanted)
    made = next_year(opened.data, wanted, law_of(opened.dossier.registry))
    data = made.data(opened.data)
    told: list[str] = []
    if is_book or not given.is_dir():
        dossier = build_dossier(data)
        texts, new = _made_anew(dossier, given, told) if not is_book else ({}, None)
    else:
        rewritten = rewrite_folder(opened, given, made.rewrites)
        texts, new = rewritten.files, _reread(opened, rewritten.files)
        dossier = build_dossier(data, new)
        told += [
            f"Tệp {name} phải ghi lại từ đầu: ghi chú (dòng #) trong tệp không giữ được." for name in rewritten.plain
        ]
        told += _left_behind(given, texts, data)
    contents = {target / name: text.encode() for name, text in texts.items()}
    forms = {target / name: (given / name).read_bytes() for name in _forms(given, data)}
    if is_book:
        book = write_workbook(dossier)
        contents = {target: book}
        new = open_dossier(book, label=target.name).source
        told.append("Ghi chú (dòng #) của hồ sơ dạng thư mục không có chỗ trong bảng tính." if given.is_dir() else "")
    assert new is not None
    rows = (*_rows(made, new, data), *_gone_names(OpenDossier(str(target), dossier, new, data), wanted))
    page = target.with_suffix(f".{CHANGES_FILE}") if is_book else target / CHANGES_FILE
    about = f"Hồ sơ cũ: {given}. Hồ sơ mới: {target}. Số dòng là của hồ sơ mới."
    html = changes_page(
        f"Hồ sơ năm {wanted} lập từ hồ sơ năm {opened.dossier.year}", [about, *filter(None, told)], rows
    )
    write_new({**contents, **forms, page: html.encode()})
    return Begun(target, page, wanted, rows, tuple(path.name for path in contents), opened.notes)


def _check_free(target: Path, *, is_book: bool) -> None:
    mend(target if target.is_dir() else target.parent)
    if is_book and os.path.lexists(target):
        raise UsageError(Problem(str(target), "đã có tệp này", "chọn tên khác"))
    if not is_book and os.path.lexists(target) and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(Problem(str(target), "đã có và không trống", "chọn tên thư mục khác"))


def _check_year(old: int, new: int) -> None:
    if not old < new <= _LAST_YEAR:
        raise UsageError(
            Problem("--year", f"năm {new} không sau năm {old} của hồ sơ", f"ghi năm sau, ví dụ: --year {old + 1}")
        )


def _made_anew(dossier: Dossier, given: Path, told: list[str]) -> tuple[dict[str, str], Source]:
    """The dossier as the files of a folder, of one that came otherwise; its places are those of these files."""
    files = folder_files(dossier)
    if given.suffix.lower() in (".yaml", ".yml"):
        told.append("Hồ sơ một tệp được ghi thành thư mục: ghi chú (dòng #) của tệp cũ không giữ được.")
    source, number = Source(), 0
    for name, text in files.items():
        path: Path_ = root_of(name, ("van_ban", number))
        number += path[:1] == ("van_ban",)
        source.read_bytes(text.encode(), name, path, is_json=False)
    return files, source


def _reread(opened: OpenDossier, files: dict[str, str]) -> Source:
    """Where the values stand in the new texts of the same files."""
    source = Source()
    roots = {file_of(opened.source, (key,)): root_of(file_of(opened.source, (key,)), (key,)) for key in opened.data}
    for index in range(len(opened.data["van_ban"])):
        path: Path_ = ("van_ban", index)
        name = file_of(opened.source, path)
        roots[name] = root_of(name, path)
    for name, text in files.items():
        source.read_bytes(text.encode(), name, roots[name], is_json=name.lower().endswith(".json"))
    return source


def _forms(given: Path, data: dict[str, object]) -> Iterator[str]:
    """The Word forms of the folder that its documents name, which the new dossier needs as well."""
    documents = data.get("van_ban")
    named = [one.get("mau") for one in documents if isinstance(one, dict)] if isinstance(documents, list) else []
    for name in dict.fromkeys(str(one) for one in named if one):
        if given.is_dir() and Path(name).name == name and (given / name).is_file():
            yield name


def _left_behind(given: Path, texts: dict[str, str], data: dict[str, object]) -> list[str]:
    taken = {*texts, *_forms(given, data), CHANGES_FILE}
    left = [one.name for one in sorted(given.iterdir()) if one.name not in taken and not one.name.startswith(".")]
    left = [name for name in left if not (given / name).is_dir() or name != "van-ban"]
    return [f"Không thuộc dữ liệu của hồ sơ, không chép sang: {', '.join(left)}."] if left else []


def _rows(made: NextYear, source: Source, data: dict[str, object]) -> Iterator[Row]:
    removed, added = items_removed(made.rewrites), items_added(made.rewrites)
    for one in made.changes:
        path = place_after(one.path, removed, added)
        label = titles(Dossier, path, data)
        yield Row(one.verdict, source.place(path), label, one.before, one.after, one.reason, one.within)


def _gone_names(opened: OpenDossier, year: int) -> Iterator[Row]:
    """What is named that no longer is at the beginning of the new year: units, ministries, provinces, and documents.

    Bases are left out: each has been told already.
    """
    seen: set[tuple[str, str]] = set()
    for document in opened.dossier.documents:
        reading = read_document(opened.dossier, document, date(document.year or year, 1, 1), opened.place)
        for finding in audit_reading(reading).findings:
            lapsed = finding.rule == _LAPSED and not finding.place.startswith("căn cứ")
            if (lapsed or finding.rule in _NAMES) and (finding.source, finding.what) not in seen:
                seen.add((finding.source, finding.what))
                reason = finding.what + (f"; {finding.fix}" if finding.fix else "")
                label = f"{reading.name}: {finding.place}" if finding.place else reading.name
                yield Row(Verdict.ASKED, finding.source, label, "văn bản" if lapsed else "tên đơn vị", "", reason)
