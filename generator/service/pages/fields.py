"""The fields of a dossier as a form shows them, worked out from the models: title, kind, choices, what is inside."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from generator.dossier.documents.blocks import UNITS, Block
from generator.dossier.documents.document import Basis, Document
from generator.dossier.model import Dossier
from generator.faults import Described, File, Path_, described
from generator.law.types import (
    DOCUMENT_TYPES,
    OTHER,
    TYPES_THAT_MAY_ADDRESS,
    TYPES_WITH_ADDRESSEE,
    TYPES_WITHOUT_BASES,
    TYPES_WITHOUT_BODY,
    TYPES_WITHOUT_OPENING,
)
from generator.records import record
from generator.service.pages.words import WORDS
from generator.typed.fields import Ident, Model, Shorthand
from generator.typed.labels import value_inside
from generator.typed.models.declaring import FieldInfo
from generator.typed.models.model import BaseModel
from generator.wording.characters import fold_word
from generator.workbook.sheets.words import label_of

Kind = Literal[
    "text", "line", "lines", "day", "moment", "number", "flag", "choice", "cells", "group", "groups", "grid", "free"
]  # fmt: skip
_SHORT = 120  # characters up to which a text is typed in one line
_GRIDS = frozenset({"cong_viec", "ket_qua", "chi_tieu"})  # lists of flat rows that are typed as a table
_IDS = {
    "muc_tieu": ("id", "mt"),
    "nguoi": ("id", "nguoi-"),
    "can_cu": ("id", "cc-"),
    "van_ban": ("ten_tep", "van-ban-"),
}
_NUMBERS = (int, float, Decimal)


@record(frozen=True)
class FieldNode:
    """One field: the key it is kept under, what people call it, how it is typed, whether it must be.

    ``choices`` are codes with what they are called; ``refers`` says whose ids are meant (``nguoi``, ``muc_tieu``).
    ``one_of`` names the keys inside of which a part has exactly one. ``model`` is what stands inside.
    """

    key: str
    title: str
    description: str
    kind: Kind
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    refers: str = ""
    one_of: tuple[str, ...] = ()
    model: type[BaseModel] | None = None

    def inside(self, around: Any = None) -> tuple[FieldNode, ...]:
        """The fields of what stands inside; ``around`` are the values of the part that holds the field."""
        model = self.model
        if model is not None and issubclass(model, Model):
            model = model.shown_by(around)
        return fields_of(model) if model is not None else ()


_TYPES = frozenset(DOCUMENT_TYPES)
_PLACES = {
    "kinh_gui": TYPES_WITH_ADDRESSEE | TYPES_THAT_MAY_ADDRESS,
    "ky_bao_cao": frozenset({"báo cáo"}),
    "can_cu": _TYPES - TYPES_WITHOUT_BASES,
    "mo_dau": _TYPES - TYPES_WITHOUT_OPENING,
    "noi_dung": _TYPES - TYPES_WITHOUT_BODY,
}
"""Fields of a document that only some types have a place for, or are asked for."""


def is_of_type(key: str, kind: Any) -> bool:
    """Whether a document of the type, if it is one of the decree's, is asked for the field."""
    return kind not in _TYPES or kind in _PLACES.get(key, _TYPES)


_KNOWN: dict[type[BaseModel], tuple[FieldNode, ...]] = {}


def fields_of(model: type[BaseModel]) -> tuple[FieldNode, ...]:
    """The fields of a model in the order it declares them."""
    if model not in _KNOWN:
        _KNOWN[model] = tuple(_node(model, name, field) for name, field in model.model_fields.items())
    return _KNOWN[model]


def dossier_fields() -> dict[str, FieldNode]:
    """The fields of a whole dossier, by key."""
    return {node.key: node for node in fields_of(Dossier)}


def node_at(path: Path_, data: Any = None) -> FieldNode | None:
    """The field a path leads to; of a place in a list the list's own. None where the models know no such field."""
    nodes, found = fields_of(Dossier), None
    for step in path:
        around, data = data, value_inside(data, step)
        if isinstance(step, int):
            continue
        found = next((node for node in nodes if node.key == step), None)
        if found is None:
            return None
        nodes = found.inside(around)
    return found


def new_item(path: Path_, data: Any, kind: str = "") -> Any:
    """What a new place of the list at the path begins with: a name of its own where others call it by one.

    A document is named after its type (``kind``): ``bao-cao``, ``bao-cao-2``.
    """
    key, prefix = _IDS.get(str(path[-1]), ("", ""))
    if not key or len(path) > 2 or (len(path) == 2 and path[0] != "co_quan"):
        return {}
    for step in path:
        data = value_inside(data, step)
    taken = {item.get(key) for item in data or () if isinstance(item, dict)}
    named = "-".join(map(fold_word, kind.split())) if kind in DOCUMENT_TYPES else ""
    if named and named not in taken:
        return {key: named}
    prefix = f"{named}-" if named else prefix
    number = next(n for n in range(2 if named else 1, len(taken) + 3) if f"{prefix}{n}" not in taken)
    return {key: f"{prefix}{number}"}


def lengthened(value: Any, model: type[BaseModel] = Dossier) -> Any:
    """The values with what was typed short written out, so that every one has its field; others as they are."""
    if isinstance(value, str | list | tuple) and issubclass(model, Shorthand):
        if isinstance(value, str) and model.short_string:
            value = model.from_string(value)
        elif not isinstance(value, str) and model.short_list:
            value = {model.short_list: list(value)}
    if not isinstance(value, Mapping):
        return value
    found = dict(value)
    for key, node in _parts_of(model).items():
        if key not in found:
            continue
        item, inner = found[key], node.model
        if inner is not None and issubclass(inner, Model):
            inner = inner.shown_by(value)
        if inner is None:
            continue
        if isinstance(item, list) and node.kind in ("groups", "grid"):
            found[key] = [lengthened(one, inner) for one in item]
        else:
            found[key] = lengthened(item, inner)
    return found


_PARTS: dict[type[BaseModel], dict[str, FieldNode]] = {}


def _parts_of(model: type[BaseModel]) -> dict[str, FieldNode]:
    """The fields of the model inside of which others stand."""
    if model not in _PARTS:
        _PARTS[model] = {one.key: one for one in fields_of(model) if one.model is not None and one.kind != "free"}
    return _PARTS[model]


def _node(model: type[BaseModel], name: str, field: FieldInfo) -> FieldNode:
    key = field.alias or name
    kind, inside, choices = _kind(field.annotation, key, field)
    if model is Document and name == "type":
        kind, choices = "choice", tuple((one, one) for one in (*DOCUMENT_TYPES, OTHER))
    one_of: tuple[str, ...] = ()
    if inside is Block:
        one_of = tuple(UNITS.values())
    elif inside is Basis:
        one_of = ("van_ban", "loi_van")
    return FieldNode(
        key, field.title or key, described(field.description, WORDS), kind, field.is_required(), choices,
        _refers(field.description), one_of, inside,
    )  # fmt: skip


def _refers(description: str | None) -> str:
    for part in description.said if isinstance(description, Described) else ():
        match part:
            case File("co-quan", "nguoi"):
                return "nguoi"
            case File("muc-tieu"):
                return "muc_tieu"
    return ""


def _kind(
    annotation: Any, key: str, field: FieldInfo
) -> tuple[Kind, type[BaseModel] | None, tuple[tuple[str, str], ...]]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation == Ident:
        return "line", None, ()
    if origin is Annotated:
        return _kind(arguments[0], key, field)
    if origin in (Union, UnionType):
        return _kind(next(one for one in arguments if one is not NoneType), key, field)
    if origin is Literal:
        return "choice", None, tuple((str(one), label_of(str(one))) for one in arguments)
    if origin is dict or annotation is dict:
        return "free", None, ()
    if origin is tuple:
        kind, inside, _ = _kind(arguments[0], key, field)
        if inside is not None:
            return ("grid" if key in _GRIDS else "groups"), inside, ()
        return ("cells" if kind == "lines" else "lines"), None, ()
    return _simple(annotation, field)


def _simple(annotation: Any, field: FieldInfo) -> tuple[Kind, type[BaseModel] | None, tuple[tuple[str, str], ...]]:
    if not isinstance(annotation, type):
        return "text", None, ()
    if issubclass(annotation, BaseModel):
        return "group", annotation, ()
    if issubclass(annotation, Enum):
        return "choice", None, tuple((one.value, label_of(one.value)) for one in annotation)
    if annotation is bool:
        return "flag", None, ()
    if issubclass(annotation, datetime):
        return "moment", None, ()
    if issubclass(annotation, date):
        return "day", None, ()
    if issubclass(annotation, _NUMBERS):
        return "number", None, ()
    short = annotation is not str or field.limits.get("max_length", _SHORT + 1) <= _SHORT
    return ("line" if short else "text"), None, ()
