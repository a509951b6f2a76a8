"""What pydantic found wrong, as faults: told with the field's own label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic_core import ValidationError

from generator.faults import (
    Add,
    Advice,
    Choice,
    Code,
    Fault,
    Field,
    Fill,
    Label,
    Path_,
    Quoted,
    Sayable,
    Words,
    listed,
    words,
)  # fmt: skip
from generator.typed.labels import owners
from generator.typed.models.declaring import FieldInfo
from generator.typed.models.model import BaseModel
from generator.typed.source import Source
from generator.wording.nearest import did_you_mean


def problems_of(error: ValidationError, model: type[BaseModel], source: Source, data: Any = None) -> Iterable[Fault]:
    """Each complaint of the error as a fault with its path, label and what to do.

    ``data``, the values as typed, tells which type a document's own fields (``chi_tiet``) are of.
    """
    details = error.errors(include_url=False)
    for detail in details:
        path: Path_ = tuple(detail["loc"])
        if detail["type"] == "too_short" and any(
            other["loc"][: len(path)] == path != other["loc"] for other in details
        ):
            continue  # the list looks short only because an item in it is wrong
        if detail["type"] == "missing" and len(path) == 1 and source.problems:
            continue  # its file is there and could not be read, which has been said
        owner, field, label = _owner_and_label(model, path, data)
        code, what, fix = _say(detail, owner, field, label, typed=source.has(path))
        yield Fault(code, what, fix, path)


def _owner_and_label(
    model: type[BaseModel], path: Path_, data: Any
) -> tuple[type[BaseModel] | None, FieldInfo | None, Words]:
    """The model that owns the last field named in the path, the field, and how it is called."""
    named = owners(model, path, data)
    if not named:
        return model, None, ()
    step, (owner, field) = named[-1]
    return owner, field, (Label(step, field.title or "") if field else Label(step),)


def _say(
    detail: Mapping[str, Any], owner: type[BaseModel] | None, field: FieldInfo | None, label: Words, *, typed: bool
) -> tuple[Code, Sayable, Sayable]:
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    path = tuple(detail["loc"])
    choices = _choices(field.annotation) if field else ()
    allowed = words("chỉ nhận: ", listed(Choice(choice) for choice in choices))
    if kind == "missing":
        how: tuple[Sayable, ...] = ("; ", allowed) if choices else ()
        if typed:
            return Code.EMPTY, words(label, " đang để trống"), words(Fill(path), *how)
        return Code.MISSING, words("thiếu ", label), words(Add(path), *how)
    if kind == "extra_forbidden":
        return Code.UNKNOWN_FIELD, *_unknown_key(str(path[-1]), owner)
    if kind == "value_error":
        error = context.get("error")
        fault = error
        if not isinstance(fault, Fault):  # of a library, in its own language
            fault = Fault(Code.INVALID, f"giá trị {_quote(given)} không hợp lệ", Advice.SCHEMA)
        return fault.code, words(label, ": ", fault.what) if label else fault.what, fault.fix
    if given is None:
        return Code.EMPTY, words(label, " có mục để trống"), Advice.DROP_LINE
    if kind == "string_type" and isinstance(given, dict):
        return Code.NOT_TEXT, words(label, " phải là chữ"), Advice.QUOTES
    if kind in ("literal_error", "enum"):
        if given == "":
            return Code.EMPTY, words(label, " đang để trống"), allowed
        return Code.NO_CHOICE, words(label, f" không nhận giá trị {_quote(given)}"), allowed
    if kind == "string_pattern_mismatch" and path[-1] == "ten_tep":
        fix = words("đổi tên tệp: chữ, số, dấu cách, gạch nối, dấu chấm")
        return Code.BAD_FILE_NAME, f"tên tệp {_quote(given)} không dùng được", fix
    for code, kinds, what, advice in _PHRASES:
        if kind in kinds:
            said = advice if isinstance(advice, Advice) else advice.format(**context)
            return code, words(label, " ", what.format(given=_quote(given), **context)), said
    return Code.INVALID, words(label, f": giá trị {_quote(given)} không hợp lệ"), Advice.SCHEMA


def _choices(annotation: Any) -> tuple[str, ...]:
    """The values of the Literal or the enum inside the annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return tuple(str(member.value) for member in annotation)
    if get_origin(annotation) is Literal:
        return tuple(map(str, get_args(annotation)))
    return next((found for arg in get_args(annotation) if (found := _choices(arg))), ())


_NUMBER = "phải là số nguyên, đang ghi {given}"
_PHRASES: tuple[tuple[Code, set[str], str, str | Advice], ...] = (
    (Code.NOT_TEXT, {"string_type"}, "phải là chữ, không phải danh sách", "viết thành một câu"),
    (Code.NOT_WHOLE, {"int_parsing", "int_type", "int_from_float"}, _NUMBER, "viết chữ số, ví dụ 59"),
    (Code.NOT_NUMBER, {"float_parsing", "float_type"}, "phải là số, đang ghi {given}", "viết chữ số, ví dụ 2 hoặc 2.5"),
    (Code.NOT_LIST, {"tuple_type", "list_type"}, "phải là danh sách", Advice.LIST),
    (Code.NOT_FIELDS, {"model_type", "model_attributes_type", "dict_type"}, "phải gồm các trường", Advice.FIELDS),
    (Code.TOO_SMALL, {"greater_than_equal"}, "quá nhỏ: {given}", "nhỏ nhất là {ge}"),
    (Code.TOO_SMALL, {"greater_than"}, "quá nhỏ: {given}", "phải lớn hơn {gt}"),
    (Code.TOO_LARGE, {"less_than_equal"}, "quá lớn: {given}", "lớn nhất là {le}"),
    (Code.TOO_LONG, {"string_too_long"}, "dài quá {max_length} ký tự", "viết ngắn lại"),
    (Code.TOO_FEW, {"too_short"}, "chưa có mục nào", "thêm ít nhất {min_length} mục"),
    (Code.TOO_MANY, {"too_long"}, "có quá nhiều mục", "nhiều nhất {max_length} mục"),
    (Code.NO_CHOICE, {"string_pattern_mismatch"}, "không nhận giá trị {given}",
     "chỉ dùng chữ không dấu, chữ số, gạch nối, gạch dưới"),
)  # fmt: skip


def _unknown_key(key: str, owner: type[BaseModel] | None) -> tuple[Sayable, Sayable]:
    known = {field.alias or name: field for name, field in owner.model_fields.items()} if owner else {}
    close = did_you_mean(key, known)
    what = f"không có trường «{key}»"
    if close:
        return what, words("có phải ý bạn là ", Quoted(*_ref(known, close[0])), "?")
    fields = listed(Field(name, field.title or "") for name, field in known.items())
    return what, words("các trường dùng được: ", fields)


def _ref(known: Mapping[str, FieldInfo], key: str) -> tuple[str, str]:
    return key, known[key].title or ""


def _quote(value: Any) -> str:
    text = str(value)
    return f"«{text[:40]}…»" if len(text) > 40 else f"«{text}»"
