"""The files a dossier folder's values stand in, rewritten where they stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.dossier.reading.folder import DOCUMENTS_FOLDER, PARTS
from generator.records import record
from generator.service.opening import OpenDossier
from generator.typed.rewriting import AddField, AddItem, Rewrite, changed_data, rewritten
from generator.typed.source import Path_, Source
from generator.workbook.folder import yaml_text

_MARK, _WINDOWS = "\ufeff", "\r\n"


@record(frozen=True)
class Rewritten:
    """The texts of files by name, and which of them lost their remarks since they could not be changed in place."""

    files: dict[str, str]
    plain: tuple[str, ...] = ()


def file_of(source: Source, path: Path_) -> str:
    """The name of the file in the folder that the value at the path stands in."""
    return source.place(path).partition(", dòng ")[0]


def root_of(name: str, path: Path_) -> Path_:
    """The part of the path that leads to the values of the whole file."""
    if name.startswith(f"{DOCUMENTS_FOLDER}/"):
        return path[:2]
    stem = name.rpartition(".")[0]
    return (PARTS[stem],) if stem in PARTS else ()


def rewrite_folder(opened: OpenDossier, folder: Path, rewrites: Iterable[Rewrite]) -> Rewritten:
    """Every file of the dossier with the changes made in it, remarks and line breaks kept."""
    by_file: dict[str, list[Rewrite]] = {}
    names = dict.fromkeys(file_of(opened.source, path) for path in _tops(opened.data))
    for one in rewrites:
        path = one.after if isinstance(one, AddField | AddItem) else one.path
        name = file_of(opened.source, path)
        by_file.setdefault(name, []).append(_within(one, len(root_of(name, path))))
    files: dict[str, str] = {}
    plain: list[str] = []
    for name in names:
        typed = (folder / name).read_bytes().decode()
        files[name] = _as_typed(_file(name, _lines(typed), by_file.get(name, ()), plain), typed)
    return Rewritten(files, tuple(plain))


def _lines(typed: str) -> str:
    """The text of a file with the line breaks that YAML is read with, without the mark of its encoding."""
    return typed.removeprefix(_MARK).replace(_WINDOWS, "\n")


def _as_typed(text: str, typed: str) -> str:
    """The text with the line breaks and the mark that the file had."""
    broken = text.replace("\n", _WINDOWS) if _WINDOWS in typed else text
    return _MARK + broken if typed.startswith(_MARK) else broken


def _file(name: str, text: str, rewrites: Sequence[Rewrite], plain: list[str]) -> str:
    if not rewrites:
        return text
    is_json = name.lower().endswith(".json")
    made = None if is_json else rewritten(text, rewrites)
    if made is not None:
        return made
    value = changed_data(Source().read_bytes(text.encode(), name, (), is_json=is_json), rewrites)
    if is_json:
        return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    plain.append(name)
    return yaml_text(value)


def _tops(data: dict[str, Any]) -> Iterable[Path_]:
    for key, value in data.items():
        yield (key,)
        if key == "van_ban" and isinstance(value, list):
            yield from (("van_ban", index) for index in range(len(value)))


def _within(one: Rewrite, depth: int) -> Rewrite:
    """The same change, its path beginning in its own file."""
    if isinstance(one, AddField | AddItem):
        return replace(one, after=one.after[depth:])
    return replace(one, path=one.path[depth:])
