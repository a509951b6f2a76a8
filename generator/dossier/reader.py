"""A dossier read from a folder of YAML files or from one JSON or YAML file, with all that is wrong said at once."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.dossier.messages import problems_of
from generator.dossier.model import Dossier
from generator.dossier.references import reference_problems
from generator.dossier.source import Source
from generator.errors import DataError, Problem

ROOT_FILE = "ho-so"
PARTS = {
    "co-quan": "co_quan",
    "muc-tieu": "muc_tieu",
    "ke-hoach": "ke_hoach",
    "ket-qua": "ket_qua",
    "can-cu": "can_cu",
}
DOCUMENTS_FOLDER = "van-ban"
_SUFFIXES = {".yaml", ".yml"}


@dataclass(frozen=True, slots=True)
class Read:
    """A dossier with the lines its values stand on and the values as typed."""

    dossier: Dossier
    source: Source
    data: dict[str, Any]


def load_dossier(path: Path | str) -> Dossier:
    """The dossier in the folder, or in the one JSON or YAML file.

    Raises DataError with every problem found, each with its file and line.
    """
    return read_dossier(path).dossier


def read_dossier(path: Path | str) -> Read:
    """The same as load_dossier, with what its findings need to name files and lines."""
    path = Path(path)
    source = Source()
    if path.is_dir():
        data = _read_folder(path, source)
    elif path.is_file():
        data = source.read(path, path.name, ())
    else:
        raise DataError(Problem(str(path), "không có thư mục hay tệp này", "kiểm tra lại đường dẫn"))
    if data is None:
        raise DataError(source.problems)
    if not isinstance(data, dict):
        problem = Problem(source.place(()), "không phải là hồ sơ", "hồ sơ gồm các trường nam, co_quan, van_ban …")
        raise DataError([*source.problems, problem])
    return Read(build_dossier(data, source), source, data)


def build_dossier(data: dict[str, Any], source: Source | None = None) -> Dossier:
    """The dossier these values (Vietnamese keys) make up; raises DataError with every problem found."""
    source = source or Source()
    try:
        dossier = Dossier.model_validate(data)
    except ValidationError as error:
        faults = problems_of(error, Dossier, source, data)
        raise DataError([*source.problems, *map(source.problem, faults)]) from None
    problems = [*source.problems, *map(source.problem, reference_problems(dossier))]
    if problems:
        raise DataError(problems)
    return dossier


def _read_folder(folder: Path, source: Source) -> dict[str, Any] | None:
    files = sorted(f for f in folder.iterdir() if f.suffix.lower() in _SUFFIXES and not f.name.startswith("."))
    roots = [file for file in files if file.stem == ROOT_FILE]
    if not roots:
        source.problems.append(
            Problem(str(folder), f"thư mục này không phải là hồ sơ: thiếu tệp {ROOT_FILE}.yaml",
                    "tạo hồ sơ mới bằng lệnh: vanthu new THƯ_MỤC")
        )  # fmt: skip
        return None
    for file in [*folder.glob("*.y*ml.txt"), *(folder / DOCUMENTS_FOLDER).glob("*.y*ml.txt")]:
        source.problems.append(
            Problem(
                str(file.relative_to(folder)), "tệp mang đuôi .txt nên không được đọc", f"đổi tên thành {file.stem}"
            )
        )
    data: dict[str, Any] = {}
    root = source.read(roots[0], roots[0].name, ())
    if isinstance(root, dict):
        data.update(root)
    elif root is not None:
        source.problems.append(Problem(roots[0].name, "phải gồm các trường", "ví dụ: nam: 2027"))
    for file in files:
        if file.stem in PARTS:
            key = PARTS[file.stem]
            if key in data:
                source.problems.append(
                    Problem(source.place((key,)), f"trường «{key}» đã có tệp riêng {file.name}", "giữ một nơi")
                )
            value = source.read(file, file.name, (key,))
            if value is not None:
                data[key] = value
        elif file.stem != ROOT_FILE:
            source.problems.append(_unknown_file(file.name, file.stem))
    _read_documents(folder, source, data)
    return data


def _read_documents(folder: Path, source: Source, data: dict[str, Any]) -> None:
    documents: list[Any] = list(data.get("van_ban") or [])
    subfolder = folder / DOCUMENTS_FOLDER
    files = sorted(f for f in subfolder.glob("*") if f.suffix.lower() in _SUFFIXES) if subfolder.is_dir() else []
    for file in files:
        path = ("van_ban", len(documents))
        value = source.read(file, f"{DOCUMENTS_FOLDER}/{file.name}", path)
        if isinstance(value, dict):
            value.setdefault("ten_tep", file.stem)
        if value is not None:
            documents.append(value)
    if documents:
        data["van_ban"] = documents
    elif not source.problems:
        source.problems.append(
            Problem(f"{DOCUMENTS_FOLDER}/", "chưa có văn bản nào", f"thêm một tệp .yaml vào thư mục {DOCUMENTS_FOLDER}")
        )


def _unknown_file(name: str, stem: str) -> Problem:
    close = difflib.get_close_matches(stem, [ROOT_FILE, *PARTS], n=1)
    if close:
        return Problem(name, "tên tệp không đúng", f"có phải ý bạn là «{close[0]}.yaml»?")
    return Problem(
        name, "hồ sơ không dùng tệp này", f"văn bản đặt trong thư mục {DOCUMENTS_FOLDER}; tệp khác đưa ra ngoài hồ sơ"
    )
