"""The kinds of field a template reads, and how a model's field is one of them."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from generator.dossier.agency import Agency, Person
from generator.dossier.documents.signing import CoSigner, Signature
from generator.records import record
from generator.typed.fields import Ident, Text
from generator.typed.models.declaring import FieldInfo
from generator.typed.models.model import BaseModel
from generator.wording.times.periods import Period


class Kind(StrEnum):
    """What a field holds; the value is what its reader is told."""

    TEXT = "chữ"
    RICH = "chữ có định dạng"
    LINES = "nhiều dòng chữ"
    PARAGRAPHS = "nhiều đoạn"
    NUMBER = "số"
    DAY = "ngày"
    MOMENT = "giờ, ngày"
    FLAG = "có hoặc không"
    GROUP = "nhóm trường"
    LIST = "danh sách"
    TABLE = "bảng"
    RULE = "đường kẻ"


@record(frozen=True)
class Shape:
    """One field of a record as a template reads it: its key, kind, title and description, and what is inside it.

    ``name`` is the attribute that holds it, or ``read`` works it out: given the reading, the record and its path.
    """

    key: str
    kind: Kind
    label: str
    description: str = ""
    model: type | None = None
    name: str = ""
    read: Callable[[Any, Any, tuple[str | int, ...]], Any] | None = None
    inside: tuple[Shape, ...] = ()


_NAMES = frozenset({Agency, Person, Signature, CoSigner})  # of names and titles, in which nobody makes words bold
# The narrower first: a bool is an int, a datetime is a date.
_SIMPLE = (
    (bool, Kind.FLAG),
    (int, Kind.NUMBER),
    (float, Kind.NUMBER),
    (Decimal, Kind.NUMBER),
    (datetime, Kind.MOMENT),
    (date, Kind.DAY),
    (Period, Kind.TEXT),
)


_KNOWN: dict[type, tuple[Shape, ...]] = {}


def shapes(model: type[BaseModel]) -> tuple[Shape, ...]:
    """The fields of the model in order."""
    if model not in _KNOWN:
        _KNOWN[model] = tuple(_shapes(model))
    return _KNOWN[model]


def _shapes(model: type[BaseModel]) -> Iterator[Shape]:
    for name, field in model.model_fields.items():
        kind, inner = _kind(field.annotation, short=model in _NAMES or _is_short(field))
        said = str(field.title or ""), str(field.description or "")
        yield Shape(field.alias or name, kind, *said, model=inner, name=name)


def _is_short(field: FieldInfo) -> bool:
    """Whether its text is a name or a code, in which nobody makes words bold."""
    return "max_length" in field.limits or "pattern" in field.limits


def _kind(annotation: Any, *, short: bool) -> tuple[Kind, type[BaseModel] | None]:
    inner = _without_none(annotation)
    if inner == Text:
        return (Kind.TEXT if short else Kind.RICH), None
    if inner == Ident:
        return Kind.TEXT, None
    if get_origin(inner) is Annotated:
        return _kind(get_args(inner)[0], short=short or any(_limits(mark) for mark in get_args(inner)[1:]))
    if get_origin(inner) is tuple:
        item = _without_none(get_args(inner)[0])
        if isinstance(item, type) and issubclass(item, BaseModel):
            return Kind.LIST, item
        return Kind.LINES, None
    if get_origin(inner) is Literal:
        return Kind.TEXT, None
    if isinstance(inner, type):
        if issubclass(inner, BaseModel):
            return Kind.GROUP, inner
        if issubclass(inner, Enum):
            return Kind.TEXT, None
        for simple, kind in _SIMPLE:
            if issubclass(inner, simple):
                return kind, None
    return Kind.TEXT, None


def _limits(mark: Any) -> bool:
    return isinstance(mark, FieldInfo) and _is_short(mark)


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, types.UnionType):
        rest = [part for part in get_args(annotation) if part is not type(None)]
        return _without_none(rest[0]) if len(rest) == 1 else annotation
    return annotation
