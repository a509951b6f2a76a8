"""A folder as a dossier: which of its files are which part, and what is said of every other."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import field
from pathlib import Path
from typing import Any

from generator.errors import Problem, reason_of
from generator.faults import Code
from generator.records import record
from generator.typed.source import Source
from generator.wording.characters import fold

ROOT_FILE = "ho-so"
PARTS = {
    "co-quan": "co_quan",
    "muc-tieu": "muc_tieu",
    "ke-hoach": "ke_hoach",
    "ket-qua": "ket_qua",
    "can-cu": "can_cu",
}
DOCUMENTS_FOLDER = "van-ban"
FORMS_FOLDER = "mau"
DATA_SUFFIXES = frozenset({".yaml", ".yml", ".json"})
_SILENT_SUFFIXES = frozenset({".md"})  # remarks on where the data are from
_SILENT_NAMES = frozenset({"thumbs.db", "desktop.ini"})
_NAMED = 5  # files told by name in one note


@record()
class FolderRead:
    """What a folder held: its values, and notes on the files that are no part of the dossier."""

    data: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def read_folder(folder: Path, source: Source, only: Collection[str] = ()) -> FolderRead | None:
    """The values of the folder's files; None, with a problem said, when it is no dossier.

    With ``only``, the file of a document of another name that cannot be read is passed over, which is noted.
    """
    entries = _entries(folder, "", source)
    roots = [file for file in entries if _is_data(file) and file.stem == ROOT_FILE]
    if not roots:
        what = f"thư mục này không phải là hồ sơ: thiếu tệp {ROOT_FILE}.yaml"
        fix = "tạo hồ sơ mới bằng lệnh: vanthu new THƯ_MỤC"
        source.problems.append(Problem(str(folder), what, fix, Code.NO_DOSSIER))
        return None
    read = FolderRead()
    taken: dict[str, Path] = {}
    root = source.read(roots[0], roots[0].name, ())
    if isinstance(root, dict):
        read.data.update(root)
    elif root is not None:
        source.problems.append(Problem(roots[0].name, "phải gồm các trường", "ví dụ: nam: 2027", Code.NOT_FIELDS))
    left = []
    for entry in entries:
        if not _is_data(entry) or entry.stem not in (ROOT_FILE, *PARTS):
            left.append(entry)
        elif entry.stem in taken:
            what = f"phần này đã có ở {taken[entry.stem].name}"
            source.problems.append(Problem(entry.name, what, "giữ một tệp, xóa tệp kia", Code.TWO_FILES))
        else:
            taken[entry.stem] = entry
            if entry.stem in PARTS:
                _read_part(entry, PARTS[entry.stem], read.data, source)
    _say_rest(left, set(taken), "", read, source)
    _read_documents(folder, read, source, only)
    documents = read.data.get("van_ban")
    named = (
        [one for one in documents if isinstance(one, dict) and one.get("mau")] if isinstance(documents, list) else []
    )
    if not named and any(entry.name == FORMS_FOLDER for entry in left):
        read.notes.append(f"không văn bản nào ghi mau nên không dùng: {FORMS_FOLDER}/")
    return read


def _read_part(file: Path, key: str, data: dict[str, Any], source: Source) -> None:
    if key in data:
        what = f"trường «{key}» đã có tệp riêng {file.name}"
        source.problems.append(Problem(source.place((key,)), what, "giữ một nơi", Code.TWO_PLACES))
    value = source.read(file, file.name, (key,))
    if value is not None:
        data[key] = value


def _read_documents(folder: Path, read: FolderRead, source: Source, only: Collection[str]) -> None:
    given = read.data.get("van_ban") or []
    if not isinstance(given, list):
        return  # what is wrong with it is said when it is checked
    documents: list[Any] = list(given)
    entries = _entries(folder / DOCUMENTS_FOLDER, f"{DOCUMENTS_FOLDER}/", source)
    left, stems = [], set()
    for file in entries:
        if not _is_data(file) or file.is_dir():
            left.append(file)
            continue
        stems.add(file.stem)
        label = f"{DOCUMENTS_FOLDER}/{file.name}"
        said = len(source.problems)
        value = source.read(file, label, ("van_ban", len(documents)))
        if only and file.stem not in only and len(source.problems) > said:
            del source.problems[said:]
            source.unread = [path for path in source.unread if path != ("van_ban", len(documents))]
            read.notes.append(f"tệp {label} đang có lỗi, không cần cho lần này nên bỏ qua")
            continue
        if isinstance(value, dict):
            value.setdefault("ten_tep", file.stem)
        if value is not None:
            documents.append(value)
    _say_rest(left, stems, f"{DOCUMENTS_FOLDER}/", read, source)
    if documents:
        read.data["van_ban"] = documents
    elif not source.problems:
        fix = f"thêm một tệp .yaml vào thư mục {DOCUMENTS_FOLDER}"
        source.problems.append(Problem(f"{DOCUMENTS_FOLDER}/", "chưa có văn bản nào", fix, Code.NO_DOCUMENTS))


def _entries(folder: Path, label: str, source: Source) -> list[Path]:
    """What stands in the folder, hidden files, locks of open files and remarks left out."""
    if label and not folder.is_dir():
        return []
    try:
        found = sorted(folder.iterdir())
    except OSError as error:
        what = f"không đọc được thư mục: {reason_of(error)}"
        source.problems.append(Problem(label or str(folder), what, "kiểm tra quyền đọc", Code.UNREADABLE))
        return []
    return [
        entry
        for entry in found
        if not entry.name.startswith((".", "~$"))
        and entry.name.lower() not in _SILENT_NAMES
        and (entry.suffix.lower() not in _SILENT_SUFFIXES or entry.is_dir())
    ]


def _is_data(file: Path) -> bool:
    return file.suffix.lower() in DATA_SUFFIXES


def _say_rest(entries: Iterable[Path], taken: set[str], label: str, read: FolderRead, source: Source) -> None:
    """A problem for what was probably meant to be read, and one note on all the rest."""
    rest = []
    for entry in entries:
        problem = next(_mistaken(entry, taken, label), None)
        if problem:
            source.problems.append(problem)
            source.unread += [("van_ban",), *((key,) for key in PARTS.values() if not label and key not in read.data)]
        elif not (entry.is_dir() and not label and entry.name in (DOCUMENTS_FOLDER, FORMS_FOLDER)):
            rest.append(f"{label}{entry.name}{'/' if entry.is_dir() else ''}")
    if rest:
        more = f" và {len(rest) - _NAMED} tệp, thư mục nữa" if len(rest) > _NAMED else ""
        read.notes.append(f"không thuộc hồ sơ, không đọc: {', '.join(rest[:_NAMED])}{more}")


def _mistaken(entry: Path, taken: set[str], label: str) -> Iterator[Problem]:
    """Why the entry, which was not read, was probably meant to be; nothing for what is only kept there."""
    place, first = f"{label}{entry.name}", entry.name.partition(".")[0]
    inner = entry.name.lower().split(".")[1:-1]  # suffixes before the last, of ``x.yaml.txt``
    was_data = any(f".{suffix}" in DATA_SUFFIXES for suffix in inner)
    if entry.is_dir():
        yield from _mistaken_folder(entry, place, label)
    elif not label and entry.name == DOCUMENTS_FOLDER:
        what = f"phải là thư mục «{DOCUMENTS_FOLDER}»"
        yield Problem(place, what, "đặt các văn bản vào thư mục này, mỗi văn bản một tệp .yaml", Code.MISNAMED_FILE)
    elif was_data and entry.suffix.lower() == ".txt":
        fix = f"đổi tên thành {entry.stem}"
        yield Problem(place, "tệp mang đuôi .txt nên không được đọc", fix, Code.MISNAMED_FILE)
    elif _is_data(entry):
        yield _unknown_file(entry)
    elif (was_data if label else first in (ROOT_FILE, *PARTS)) and not _is_copy(entry, taken):
        what = f"tệp mang đuôi {entry.suffix or 'lạ'} nên không được đọc"
        yield Problem(place, what, f"lưu thành {first}.yaml", Code.MISNAMED_FILE)


def _is_copy(file: Path, taken: set[str]) -> bool:
    """Whether the file that was read is there too: an older one kept beside it."""
    return any(file.name.startswith(f"{stem}.") for stem in taken)


def _mistaken_folder(folder: Path, place: str, label: str) -> Iterator[Problem]:
    holds = any(_is_data(file) and not file.name.startswith(".") for file in _inside(folder))
    if folder.name == FORMS_FOLDER and not label:
        return
    if label:
        if holds:
            what = "thư mục con không được đọc mà có tệp dữ liệu"
            yield Problem(f"{place}/", what, f"chuyển các tệp đó ra thư mục {DOCUMENTS_FOLDER}", Code.STRAY_FILE)
    elif folder.name != DOCUMENTS_FOLDER and holds and _close(folder.name, [DOCUMENTS_FOLDER]):
        yield Problem(
            f"{place}/", "tên thư mục không đúng", f"có phải ý bạn là «{DOCUMENTS_FOLDER}»?", Code.MISNAMED_FILE
        )


def _inside(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _unknown_file(file: Path) -> Problem:
    close = _close(file.stem, [ROOT_FILE, *PARTS])
    if close:
        what = "tên tệp không đúng"
        return Problem(file.name, what, f"có phải ý bạn là «{close}.yaml»?", Code.MISNAMED_FILE)
    fix = f"văn bản đặt trong thư mục {DOCUMENTS_FOLDER}; tệp khác đưa ra ngoài hồ sơ"
    return Problem(file.name, "hồ sơ không dùng tệp này", fix, Code.STRAY_FILE)


def _close(name: str, known: list[str]) -> str:
    """The known name that was probably meant, whatever its case, accents and hyphens; '' for none."""
    by_fold = {fold(one): one for one in known}
    close = difflib.get_close_matches(fold(name), by_fold, n=1, cutoff=0.75)
    return by_fold[close[0]] if close else ""
