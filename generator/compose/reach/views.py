"""Records of a dossier as a template reads them: plain values by the keys they were typed under."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.compose.reach.derived import DERIVED, UNTYPED
from generator.compose.reach.kinds import Kind, Shape, shapes
from generator.compose.reach.reading import Reading
from generator.dossier.agency import Person
from generator.dossier.documents.document import Annex, AttachedText
from generator.dossier.documents.review import ReviewInput
from generator.dossier.documents.signing import CoSigner
from generator.dossier.quality.objectives import Objective, PlanGroup, Task
from generator.dossier.quality.results import Result
from generator.dossier.quality.targets import Target
from generator.dossier.types.hop_dong import Party
from generator.results.row import Row
from generator.typed.fields import Shorthand
from generator.typed.models.model import BaseModel
from generator.typed.source import Path_
from generator.values import Blank, Group, Items, Texts, at

_NOUNS = {
    Objective: "mục tiêu", Target: "chỉ tiêu", PlanGroup: "nhóm công việc", Task: "công việc", Result: "kết quả",
    Row: "dòng đánh giá", Person: "người ký", CoSigner: "người cùng ký", Annex: "phụ lục", Party: "bên",
    AttachedText: "văn bản kèm theo", ReviewInput: "đầu vào xem xét",
}  # fmt: skip
"""What one item of a list is called, before its number."""

_UNPRINTED: dict[type, set[str]] = {Annex: {"noi_dung"}, AttachedText: {"noi_dung"}, Result: {"ghi_chu"}}
"""What is no field of a template: bodies, which are composed, and remarks that are not printed."""

_IN_CELLS = frozenset({Objective, Target, PlanGroup, Task, Result, Row})  # what forms print in tables


_KNOWN: dict[type, tuple[Shape, ...]] = {}


def fields_of(kind: type) -> tuple[Shape, ...]:
    """The fields a template reads of a record: those typed, then those that follow from them."""
    if kind not in _KNOWN:
        typed = shapes(kind) if issubclass(kind, BaseModel) else ()
        left = _UNPRINTED.get(kind, set())
        _KNOWN[kind] = (*(shape for shape in typed if shape.key not in left), *DERIVED.get(kind, ()))
    return _KNOWN[kind]


def group(reading: Reading, record: Any, path: Path_, said: str, kind: type | None = None) -> Group:
    """The record as a group of its fields; ``said`` names it in messages."""
    by_key = {shape.key: shape for shape in fields_of(kind or type(record))}

    def read(key: str) -> object:
        return value(reading, by_key[key], record, path, said)

    return Group(tuple(by_key), read, f"{said}{at(path)}", _shown(reading, record))


def value(reading: Reading, shape: Shape, record: Any, path: Path_, said: str) -> object:
    """The field's value of the record at the path, as a template reads it."""
    inside = (*path, shape.key)
    found = shape.read(reading, record, path) if shape.read else getattr(record, shape.name)
    what = f"{said} chưa ghi «{shape.label}»{at(inside)}"
    if shape.kind is Kind.LIST:
        return _items(reading, found, inside, what, said)
    if found is None and (worked_out := UNTYPED.get((type(record), shape.key))):
        found = worked_out(reading, record, path)
    if found is None or found == ():
        return Blank(what)
    in_cell = type(record) in _IN_CELLS
    match shape.kind:
        case Kind.RICH:
            return reading.text(found, in_cell=in_cell)
        case Kind.LINES:
            return Texts(reading.text(line, in_cell=in_cell) for line in found)
        case Kind.GROUP:
            return group(reading, found, inside, shape.label[:1].lower() + shape.label[1:])
        case Kind.TEXT:
            text = reading.text(str(found))
            return text if isinstance(text, str) else str(text)
    return found


def _items(reading: Reading, records: Sequence[Any], path: Path_, what: str, said: str = "") -> Items:
    """The records as items; those of an item are told with its number: «mục tiêu số 2, chỉ tiêu số 1»."""
    noun = _NOUNS.get(type(records[0]), "mục") if records else ""
    outer = f"{said}, " if said.rpartition(" ")[2].isdigit() else ""
    return Items((group(reading, one, (*path, n), f"{outer}{noun} số {n + 1}") for n, one in enumerate(records)), what)


def _shown(reading: Reading, record: Any) -> str | None:
    """What is printed of a record as a whole: the one field that may be typed in its place."""
    if isinstance(record, Target):
        return str(reading.text(record.text, in_cell=True))
    if isinstance(record, Shorthand) and record.short_string:
        short = next(shape for shape in shapes(type(record)) if shape.key == record.short_string)
        found = getattr(record, short.name)
        return str(reading.text(found)) if isinstance(found, str) else None
    return None
