"""What pydantic found wrong, said in Vietnamese with the field's own label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from generator.dossier.details import Details, all_details
from generator.dossier.source import Path_, Source
from generator.errors import Problem
from generator.wording.nearest import did_you_mean


def problems_of(error: ValidationError, model: type[BaseModel], source: Source, data: Any = None) -> Iterable[Problem]:
    """Each complaint of the error as a problem with its place, label and what to do.

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
        owner, label = _owner_and_label(model, path, data)
        what, fix = _say(detail, owner, label, typed=source.has(path))
        yield Problem(source.place(path), what, fix)


def _owner_and_label(model: type[BaseModel], path: Path_, data: Any) -> tuple[type[BaseModel] | None, str]:
    """The model that owns the last field named in the path, and how that field is called."""
    owner: type[BaseModel] | None = model
    current: type[BaseModel] | None = model
    label = ""
    for step in path:
        around, data = data, _inside(data, step)
        if not isinstance(step, str):
            continue
        owner, current = current, None
        for name, field in (owner.model_fields if owner else {}).items():
            if step == (field.alias or name):
                label = f"«{field.title}» ({step})" if field.title else f"«{step}»"
                current = _model_inside(field.annotation)
                if current and issubclass(current, Details):
                    current = all_details().get(" ".join(str(_inside(around, "loai")).split()).lower())
                break
        else:
            label = f"«{step}»"
    return owner, label


def _inside(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


def _model_inside(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model_inside(arg))), None)


def _say(detail: Mapping[str, Any], owner: type[BaseModel] | None, label: str, *, typed: bool) -> tuple[str, str]:
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "missing":
        if typed:
            return f"{label} đang để trống", "điền giá trị"
        return f"thiếu {label}", "thêm dòng này vào"
    if kind == "extra_forbidden":
        return _unknown_key(str(detail["loc"][-1]), owner)
    if kind == "value_error":
        reason = str(context.get("error", detail["msg"]))
        what, _, fix = reason.partition("; ")
        return f"{label}: {what}" if label else what, fix
    if given is None:
        return f"{label} có mục để trống", "điền giá trị hoặc xóa dòng đó"
    if kind == "string_type" and isinstance(given, dict):
        return f"{label} phải là chữ", "câu có dấu hai chấm phải đặt trong dấu nháy kép"
    if kind == "literal_error":
        words = re.findall(r"'([^']*)'", str(context["expected"]))
        return f"{label} không nhận giá trị {_quote(given)}", f"chỉ nhận: {', '.join(words)}"
    if kind == "string_pattern_mismatch" and detail["loc"][-1] == "ten_tep":
        return f"tên tệp {_quote(given)} không dùng được", "đổi tên tệp: chữ, số, dấu cách, gạch nối, dấu chấm"
    for kinds, what, fix in _PHRASES:
        if kind in kinds:
            return f"{label} {what.format(given=_quote(given), **context)}", fix.format(**context)
    return f"{label}: giá trị {_quote(given)} không hợp lệ", "xem hướng dẫn trong README hoặc lệnh vanthu schema"


_PHRASES: tuple[tuple[set[str], str, str], ...] = (
    ({"string_type"}, "phải là chữ, không phải danh sách", "viết thành một câu"),
    ({"int_parsing", "int_type", "int_from_float"}, "phải là số nguyên, đang ghi {given}", "viết chữ số, ví dụ 59"),
    ({"float_parsing", "float_type"}, "phải là số, đang ghi {given}", "viết chữ số, ví dụ 2 hoặc 2.5"),
    ({"tuple_type", "list_type"}, "phải là danh sách", "mỗi mục một dòng, bắt đầu bằng «- »"),
    ({"model_type", "model_attributes_type", "dict_type"}, "phải gồm các trường", "mỗi trường một dòng «tên: giá trị»"),
    ({"greater_than_equal"}, "quá nhỏ: {given}", "nhỏ nhất là {ge}"),
    ({"greater_than"}, "quá nhỏ: {given}", "phải lớn hơn {gt}"),
    ({"less_than_equal"}, "quá lớn: {given}", "lớn nhất là {le}"),
    ({"string_too_long"}, "dài quá {max_length} ký tự", "viết ngắn lại"),
    ({"too_short"}, "chưa có mục nào", "thêm ít nhất {min_length} mục"),
    ({"too_long"}, "có quá nhiều mục", "nhiều nhất {max_length} mục"),
    ({"string_pattern_mismatch"}, "không nhận giá trị {given}", "chỉ dùng chữ không dấu, chữ số, gạch nối, gạch dưới"),
)  # fmt: skip


def _unknown_key(key: str, owner: type[BaseModel] | None) -> tuple[str, str]:
    known = [field.alias or name for name, field in owner.model_fields.items()] if owner else []
    close = did_you_mean(key, known)
    if close:
        return f"không có trường «{key}»", f"có phải ý bạn là «{close[0]}»?"
    return f"không có trường «{key}»", f"các trường dùng được: {', '.join(known)}"


def _quote(value: Any) -> str:
    text = str(value)
    return f"«{text[:40]}…»" if len(text) > 40 else f"«{text}»"
