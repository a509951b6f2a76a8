"""The columns of a sheet, derived from the fields of a model: heading, note, kind of value."""

from __future__ import annotations

import types
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, EnumType, StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from generator.records import record
from generator.typed.models.declaring import FieldInfo
from generator.typed.models.model import BaseModel


class Kind(Enum):
    """What a cell of the column holds; the value is what a clerk is told of it."""

    TEXT = ""
    LINES = "Nhiều mục: mỗi mục một dòng trong ô (Alt+Enter)."
    WHOLE = "Ghi số nguyên."
    NUMBER = "Ghi số."
    FIGURE = "Ghi số, hoặc tỷ lệ kèm dấu %."
    DAY = "Ghi ngày/tháng/năm."
    MOMENT = "Ghi giờ:phút ngày/tháng/năm."
    FLAG = "Ghi «có» hoặc «không»."
    CHOICE = "Chọn trong danh sách."
    DATA = "Dữ liệu viết dạng YAML như trong thư mục hồ sơ."


# The narrower first: a bool is an int, a datetime is a date.
_SIMPLE = (
    (bool, Kind.FLAG),
    (int, Kind.WHOLE),
    (float, Kind.NUMBER),
    (Decimal, Kind.FIGURE),
    (datetime, Kind.MOMENT),
    (date, Kind.DAY),
)


@record(frozen=True)
class Column:
    """One column: its heading, the keys that lead to its value from the record of a row, and what it holds."""

    heading: str
    path: tuple[str, ...]
    kind: Kind = Kind.TEXT
    note: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    owner: str = ""  # title of the part the field belongs to, told when two headings are the same
    of_child: bool = False  # the path begins at the item of the list that takes one row each
    live: bool = False  # computed in the workbook for who fills it, never read


def bare(annotation: Any) -> Any:
    """The annotation without ``Annotated`` and ``| None``."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, types.UnionType):
            rest = [arg for arg in get_args(annotation) if arg is not type(None)]
            if len(rest) != 1:
                return annotation
            annotation = rest[0]
        else:
            return annotation


def model_of(annotation: Any) -> type[BaseModel] | None:
    """The model the field holds one of, if it does."""
    inner = bare(annotation)
    return inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None


def item_model_of(annotation: Any) -> type[BaseModel] | None:
    """The model the field holds a list of, if it does."""
    inner = bare(annotation)
    return model_of(get_args(inner)[0]) if get_origin(inner) is tuple else None


def kind_of(annotation: Any) -> Kind:
    """What a cell for the field holds; what fits no cell is ``DATA``."""
    inner = bare(annotation)
    if get_origin(inner) is Literal or (isinstance(inner, type) and issubclass(inner, StrEnum)):
        return Kind.CHOICE
    if get_origin(inner) is tuple:
        return Kind.LINES if bare(get_args(inner)[0]) is str else Kind.DATA
    if not isinstance(inner, type) or issubclass(inner, BaseModel):
        return Kind.DATA
    return next((kind for known, kind in _SIMPLE if issubclass(inner, known)), Kind.TEXT)


def _choices(annotation: Any) -> tuple[str, ...]:
    return tuple(map(str, annotation if isinstance(annotation, EnumType) else get_args(annotation)))


def column_of(key: str, field: FieldInfo, owner: str = "") -> Column:
    """The column of one field."""
    kind = kind_of(field.annotation)
    choices = _choices(bare(field.annotation)) if kind is Kind.CHOICE else ()
    note = field.description or ""
    return Column(field.title or key, (key,), kind, note, choices, field.is_required(), owner)


def columns_of(model: type[BaseModel], *, skip: Iterable[str] = (), child: str = "", owner: str = "") -> list[Column]:
    """The columns of a record of the model, in the order of its fields; ``skip`` and ``child`` name keys.

    A part of one model is spread over columns of its own; the items of the list ``child`` likewise, each taking a row.
    """
    return _told_apart(list(_spread(model, frozenset(skip), child, owner)))


def _spread(model: type[BaseModel], skip: frozenset[str], child: str, owner: str) -> Iterator[Column]:
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key in skip:
            continue
        inner = model_of(field.annotation)
        items = item_model_of(field.annotation)
        if key == child and items is not None:
            yield from (
                replace(column, of_child=True) for column in _spread(items, frozenset(), "", field.title or key)
            )
        elif inner is not None:
            for column in _spread(inner, frozenset(), "", field.title or key):
                needed = column.required and field.is_required()
                yield replace(column, path=(key, *column.path), required=needed)
        else:
            yield column_of(key, field, owner)


def _told_apart(columns: list[Column]) -> list[Column]:
    counts = Counter(column.heading for column in columns)
    return [
        replace(column, heading=f"{column.heading} ({column.owner})")
        if counts[column.heading] > 1 and column.owner
        else column
        for column in columns
    ]
