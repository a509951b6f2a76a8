"""Dossiers of a page as JSON text: begun empty, from a workbook, from last year's, from issued files; and out again."""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.comparing.dossiers import Change, compare
from generator.comparing.places import named
from generator.dossier import Dossier
from generator.errors import DataError, Problem, UsageError
from generator.faults import described
from generator.records import record
from generator.service.opening import open_dossier
from generator.service.pages.fields import lengthened
from generator.service.pages.judging import open_page
from generator.service.pages.medium import PAGE
from generator.service.targets import target_notes
from generator.service.yearly.next_year import Verdict, begin_year
from generator.service.yearly.reading import read_bytes
from generator.typed.json_nodes import json_number
from generator.typed.labels import titles
from generator.workbook import empty_workbook, write_workbook
from generator.workbook.folder import typed_data
from generator.yearly.page import Row

_PARTS = ("nam", "ghi_chu", "co_quan", "can_cu", "cai_dat", "muc_tieu", "ke_hoach", "ket_qua", "quy_tac", "van_ban")


@record(frozen=True)
class Told:
    """One line of what is to be known of a dossier that was taken in: the field, what, why; whether it is unsure."""

    label: str
    what: str
    why: str = ""
    unsure: bool = False


@record(frozen=True)
class Taken:
    """A dossier taken in: its JSON text, its year, and what is to be known of it, what is unsure first."""

    text: str
    year: int
    told: tuple[Told, ...] = ()


@record(frozen=True)
class Changed:
    """One change between two versions: its kind, where in words, before, after."""

    kind: str
    where: str
    before: str
    after: str


@record(frozen=True)
class Part:
    """A part of a dossier that a workbook has otherwise: its key, its title, what would change."""

    key: str
    title: str
    changes: tuple[Changed, ...]


@record(frozen=True)
class Brought:
    """A workbook held against a dossier: its JSON text, the parts it has otherwise, what was forgiven in it."""

    text: str
    parts: tuple[Part, ...]
    told: tuple[Told, ...]


def text_of(data: Any) -> str:
    """The values as the JSON text that is kept: the parts of a dossier in their order, nothing typed short."""
    values = lengthened(data)
    if isinstance(values, dict):
        values = {key: values[key] for key in (*_PARTS, *values) if key in values}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def values_of(text: str) -> dict[str, Any]:
    """The values of the JSON text that is kept, nothing typed short, figures as text: so a page sends them back."""
    values: dict[str, Any] = lengthened(json.loads(text, parse_int=str, parse_float=json_number))
    return values


def begun(year: int, agency: Any) -> str:
    """An empty dossier of the year; ``agency`` are the values of ``co_quan``."""
    return text_of({"nam": str(year), "co_quan": agency})


def of_workbook(raw: bytes, name: str) -> Taken:
    """The dossier of a workbook with what was forgiven; DataError with every problem by sheet and cell."""
    if not raw.startswith(b"PK"):
        raise UsageError(
            Problem(name, "không phải tệp Excel .xlsx", "trong Excel: Lưu thành, chọn Excel Workbook (.xlsx)")
        )
    opened = open_dossier(raw, label=name)
    notes = (*opened.notes, *target_notes(opened))
    told = tuple(Told(one.source or one.place, one.what, one.fix) for one in notes)
    return Taken(text_of(typed_data(opened.dossier)), opened.dossier.year, told)


def brought(text: str, raw: bytes, name: str) -> Brought:
    """The workbook against the dossier of that JSON text; raises what ``of_workbook`` raises.

    Two ways to type one value (``11.934`` and ``11934``) are no change where the dossier is sound: the one there stays.
    """
    taken = of_workbook(raw, name)
    before, after = values_of(text), values_of(taken.text)
    with contextlib.suppress(DataError):
        after = _as_typed(after, values_of(text_of(typed_data(open_page(text).dossier))), before)
    parts = []
    for key in _PARTS:
        found = changes(text, text_of({one: value for one, value in (before | {key: after.get(key)}).items() if value}))
        if found:
            parts.append(Part(key, titles(Dossier, (key,)), found))
    return Brought(text_of(after), tuple(parts), taken.told)


def _as_typed(value: Any, plain: Any, typed: Any) -> Any:
    """The value with what is the same in ``plain`` as ``typed`` has it: ``plain`` in a person's writing."""
    if value == plain:
        return typed
    if isinstance(value, dict) and isinstance(plain, dict) and isinstance(typed, dict):
        return {key: _as_typed(one, plain.get(key), typed.get(key, one)) for key, one in value.items()}
    if isinstance(value, list) and isinstance(plain, list) and isinstance(typed, list) and len(plain) == len(typed):
        return [typed[plain.index(one)] if one in plain else one for one in value]
    return value


def of_last_year(text: str, year: int) -> Taken:
    """The dossier of the other year begun from this one; raises DataError where this one is not sound."""
    dossier = open_page(text).dossier
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "ho-so.json")
        given.write_text(text_of(typed_data(dossier)), encoding="utf-8")
        made = begin_year(given, Path(folder, "moi"), year)
        new = open_dossier(made.target).dossier
    rows = sorted(made.rows, key=lambda row: row.verdict is not Verdict.ASKED)
    told = tuple(_told(row) for row in rows if row.verdict is not Verdict.KEPT)
    return Taken(text_of(typed_data(new)), new.year, told)


def _told(row: Row) -> Told:
    after = described(row.after, PAGE)
    what = f"{row.before} → {after}" if after else row.before
    return Told(row.label, what, row.reason, row.verdict is Verdict.ASKED)


def of_issued(files: Sequence[tuple[str, bytes]], year: int) -> Taken:
    """The dossier that issued Word files make up; ``year`` where they tell none.

    Raises ConversionError for files that cannot be read, UsageError for files of several agencies.
    """
    found = read_bytes(files)
    told = [Told("Cần điền", one, unsure=True) for one in found.wanting]
    told += [Told(row.title, row.value, f"{row.sure}: {row.why}" if row.why else row.sure, True) for row in found.rows
             if not row.is_sure]  # fmt: skip
    told += [Told("Hồ sơ không giữ", one) for one in found.unheld]
    told += [Told(row.title, row.value, row.place) for row in found.rows if row.is_sure]
    data = found.data
    typed = str(data.get("nam", ""))
    data.setdefault("nam", str(year))
    return Taken(text_of(data), int(typed) if typed.isdecimal() else year, tuple(told))


def workbook_of(text: str) -> bytes:
    """The dossier as a workbook; raises DataError where it is not sound."""
    return write_workbook(open_page(text).dossier)


def blank_workbook() -> bytes:
    """A workbook with nothing filled in."""
    return empty_workbook()


def changes(before: str, after: str) -> tuple[Changed, ...]:
    """What changed from one version to another, in the order of the dossier."""
    pair = _comparable(values_of(before)), _comparable(values_of(after))
    return tuple(_changed(one, pair) for one in compare(*pair))


def _changed(one: Change, pair: tuple[dict[str, Any], dict[str, Any]]) -> Changed:
    path, values = (one.second, pair[1]) if one.second is not None else (one.first or (), pair[0])
    place, label = named(path, values), titles(Dossier, path, values).rpartition(" › ")[2]
    where = f"{place}: {label}" if place and not label.casefold().endswith(place.casefold()) else place or label
    return Changed(one.kind, where, one.before, one.after)


def _comparable(data: dict[str, Any]) -> dict[str, Any]:
    """The values with the names that comparing goes by, also of a draft that lacks them yet."""
    named_ = [
        {"id": "", **one} if isinstance(one, dict) else {"id": "", "noi_dung": one}
        for one in _list(data.get("muc_tieu"))
    ]
    results = [one for one in _list(data.get("ket_qua")) if isinstance(one, dict)]
    return {**data, "nam": data.get("nam", ""), "muc_tieu": named_, "ket_qua": results}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
