"""Recovered data as the files of a dossier folder, and the page on which a person ticks off what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import yaml

from generator.dossier.agency import Agency, Person
from generator.dossier.documents.blocks import Block, ObjectivesView, PlanView
from generator.dossier.documents.details import all_details
from generator.dossier.documents.document import Annex, AttachedText, Basis, Document
from generator.dossier.documents.signing import CoSigner, Signature
from generator.dossier.documents.tables import ColumnChoice, DataColumn, DataRow, DataTable
from generator.dossier.model import Dossier, LegalDocumentEntry
from generator.dossier.quality.objectives import Objective, PlanGroup, Task
from generator.dossier.quality.results import Result
from generator.dossier.quality.targets import Target
from generator.dossier.reading.folder import DOCUMENTS_FOLDER, PARTS, ROOT_FILE
from generator.parts.model import Sure
from generator.recovering.dossier import Recovered, Wanting
from generator.recovering.said import Path, Reading, plain, readings
from generator.typed.models.model import BaseModel

PAGE = "doc-lai.md"
_MODELS: dict[str, tuple[type[BaseModel], ...]] = {
    "": (Dossier,),
    "co_quan": (Person, Agency),
    "can_cu": (LegalDocumentEntry,),
    "muc_tieu": (Objective, Target),
    "ke_hoach": (Task, PlanGroup),
    "ket_qua": (Result,),
    "van_ban": (
        Document, Annex, AttachedText, Basis, Signature, CoSigner, Block, ObjectivesView, PlanView, DataTable,
        DataColumn, DataRow, ColumnChoice,
    ),
}  # fmt: skip
_LONGEST = 160  # characters of a value on the page
_FILES = {key: f"{stem}.yaml" for stem, key in PARTS.items()}


def folder_texts(found: Recovered) -> dict[str, str]:
    """The text of each file of the dossier by its path in the folder; what is wanting is said at the top of each."""
    data = plain(found.data)
    wanting: dict[str, list[Wanting]] = {}
    names = [str(document["ten_tep"]) for document in data["van_ban"]]
    for one in found.wanting:
        wanting.setdefault(_file_of(one.path, names), []).append(one)
    files: dict[str, str] = {}
    root = {key: value for key, value in data.items() if key not in (*PARTS.values(), "van_ban")}
    files[f"{ROOT_FILE}.yaml"] = _yaml(root, wanting.get(f"{ROOT_FILE}.yaml", ()))
    for stem, key in PARTS.items():
        if data.get(key):
            files[f"{stem}.yaml"] = _yaml(data[key], wanting.get(f"{stem}.yaml", ()))
    for name, document in zip(names, data["van_ban"], strict=True):
        file = f"{DOCUMENTS_FOLDER}/{name}.yaml"
        typed = {key: value for key, value in document.items() if key != "ten_tep"}
        files[file] = _yaml(typed, wanting.get(file, ()))
    return files


def _file_of(path: Path, names: Sequence[str]) -> str:
    if path[0] == "van_ban":
        return f"{DOCUMENTS_FOLDER}/{names[int(path[1])]}.yaml"
    return _FILES.get(str(path[0]), f"{ROOT_FILE}.yaml")


def _yaml(data: Any, wanting: Iterable[Wanting]) -> str:
    lead = "".join(f"# Cần điền: {key_of(one.path)} ({one.what}), các tệp đã đọc không ghi.\n" for one in wanting)
    return lead + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)


@cache
def _titles() -> dict[str, dict[str, str]]:
    made: dict[str, dict[str, str]] = {}
    for root, models in _MODELS.items():
        for model in (*models, *(all_details().values() if root == "van_ban" else ())):
            for name, field in model.model_fields.items():
                made.setdefault(root, {}).setdefault(field.alias or name, field.title or "")
    return made


def title_of(path: Path) -> str:
    """What a reader calls the value at the path: the title of its field."""
    root = str(path[0]) if path[0] in _MODELS and len(path) > 1 else ""
    keys = [str(key) for key in path if isinstance(key, str)]
    return _titles()[root].get(keys[-1]) or keys[-1]


def key_of(path: Path) -> str:
    """The path below its file as a clerk finds it there: ``noi_dung 3 › doan``."""
    keys = path[2:] if path[0] == "van_ban" else path[1:] if len(path) > 1 and path[0] in _FILES else path
    made: list[str] = []
    for key in keys:
        if isinstance(key, int):
            made.append(str(key + 1) if not made else f"{made.pop()} {key + 1}")
        else:
            made.append(key)
    return " › ".join(made)


def in_files(found: Recovered) -> Iterator[tuple[str, Reading]]:
    """Each value with the file of the dossier it stands in."""
    names = [str(plain(document["ten_tep"])) for document in found.data["van_ban"]]
    for reading in readings(found.data):
        if reading.said.words:
            yield _file_of(reading.path, names), reading


def page(found: Recovered) -> str:
    """The page: what is wanting, what to look at, then every value by the file it was read from."""
    rows = list(in_files(found))
    unsure = [row for row in rows if row[1].said.sure is not Sure.SURE]
    out = ["# Kết quả đọc lại", ""]
    files = list(dict.fromkeys(reading.said.file for _, reading in rows))
    out.append(f"Đọc từ: {', '.join(files)}. Đọc được {len(rows)} giá trị, {len(unsure)} giá trị cần xem lại.")
    out += ["", "Đối chiếu từng dòng với văn bản gốc rồi đánh dấu vào ô đầu dòng: thay ☐ bằng ☑.", ""]
    if found.wanting:
        out += ["## Cần điền", "", "Văn bản không ghi những điều dưới đây mà hồ sơ phải có.", ""]
        names = [str(plain(document["ten_tep"])) for document in found.data["van_ban"]]
        out += [f"- ☐ {one.what}: tệp {_file_of(one.path, names)}, {key_of(one.path)}" for one in found.wanting]
        out.append("")
    if found.unheld:
        out += ["## Không đưa được vào hồ sơ", "", "Văn bản có những thứ dưới đây mà hồ sơ không có chỗ giữ.", ""]
        out += [f"- ☐ {_cell(one)}" for one in found.unheld]
        out.append("")
    if unsure:
        out += ["## Cần xem lại", "", *_table(unsure, why=True), ""]
    for file in files:
        out += [f"## {file}", "", *_table([row for row in rows if row[1].said.file == file], why=False), ""]
    return "\n".join(out)


def _table(rows: Iterable[tuple[str, Reading]], *, why: bool) -> list[str]:
    heads = ["", "Trong hồ sơ", "Trường", "Giá trị", "Nơi trên văn bản", "Lời trên văn bản", "Mức"]
    heads += ["Vì sao"] if why else []
    out = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    for file, reading in rows:
        one = reading.said
        words = "như giá trị" if one.words == str(one.value) else one.words
        cells = [
            "☐",
            f"{file}: {key_of(reading.path)}",
            title_of(reading.path),
            str(one.value),
            one.place,
            words,
            one.sure.label,
        ]
        cells += [one.why] if why else []
        out.append(f"| {' | '.join(map(_cell, cells))} |")
    return out


def _cell(text: str) -> str:
    text = " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def as_data(found: Recovered) -> dict[str, Any]:
    """The dossier, where each value came from, and what is wanting, for a program."""
    names = [str(plain(document["ten_tep"])) for document in found.data["van_ban"]]
    return {
        "ho_so": plain(found.data),
        "doc_lai": [
            {
                "tep_ho_so": file,
                "duong_dan": list(reading.path),
                "truong": title_of(reading.path),
                "gia_tri": reading.said.value,
                "tep": reading.said.file,
                "noi": reading.said.place,
                "loi": reading.said.words,
                "muc": reading.said.sure.label,
                **({"vi_sao": reading.said.why} if reading.said.why else {}),
            }
            for file, reading in in_files(found)
        ],
        "can_dien": [
            {"tep_ho_so": _file_of(one.path, names), "duong_dan": list(one.path), "truong": one.what}
            for one in found.wanting
        ],
        "khong_dua_duoc": list(found.unheld),
    }
