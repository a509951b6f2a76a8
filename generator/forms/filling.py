"""The values of a form's own fields, read as the form declares them; all that is wrong, said at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.compose.reach.free import undeclared
from generator.compose.reach.kinds import Shape
from generator.faults import Code, Fault, Path_, words
from generator.forms.finding import Form
from generator.forms.sheet import FreeField
from generator.typed.fields import clean_text
from generator.wording.nearest import did_you_mean
from generator.wording.numerals.figures import parse_figures, parse_money
from generator.wording.times.dates import parse_date
from generator.wording.times.moments import parse_moment

_YES, _NO = frozenset({"có", "co", "true", "yes", "1"}), frozenset({"không", "khong", "false", "no", "0"})


def fill(fields: Iterable[FreeField], typed: Mapping[str, Any], path: Path_) -> tuple[dict[str, Any], list[Fault]]:
    """The values by name, as their kinds have them, and what is missing, unknown or mistyped among them."""
    faults: list[Fault] = []
    known = {field.name: field for field in fields}
    values: dict[str, Any] = {}
    for key, value in typed.items():
        if key not in known:
            faults.append(_unknown(key, known, (*path, key)))
        elif value is not None and value != ():
            values[key] = _read(known[key], value, (*path, key), faults)
    for field in known.values():
        if field.required and typed.get(field.name) in (None, ()):
            what = f"thiếu «{field.called}» ({field.name}) mà mẫu yêu cầu"
            faults.append(Fault(Code.MISSING, what, f"thêm dòng {field.name}: … vào truong", path))
    return {key: value for key, value in values.items() if value is not None}, faults


def free_fields(
    form: Form, typed: Mapping[str, Any], path: Path_
) -> tuple[tuple[Sequence[Shape], Mapping[str, Any]] | None, list[Fault]]:
    """What a document has typed for the fields of its form: their shapes and values, None of none, and what is wrong.

    A form that declares nothing has whatever fields are typed.
    """
    if form.declares:
        values, faults = fill(form.sheet.fields, typed, path)
        return (form.sheet.shapes(), values), faults
    return ((undeclared(typed), typed) if typed else None), []


def _unknown(key: str, known: Mapping[str, FreeField], path: Path_) -> Fault:
    close = did_you_mean(key, known)
    listed = f"mẫu khai: {', '.join(known)}" if known else "khai trường này trong tệp .yaml của mẫu"
    fix = f"có phải ý bạn là «{close[0]}»?" if close else listed
    return Fault(Code.UNKNOWN_FIELD, f"mẫu không có trường «{key}»", fix, path)


def _read(field: FreeField, value: Any, path: Path_, faults: list[Fault]) -> Any:
    """The value; None, with what is wrong noted, where it is not of its kind."""
    if field.kind == "danh_sach":
        return _list(field, value, path, faults)
    if field.kind == "nhieu_dong":
        value = (value,) if isinstance(value, str) else value
        if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
            return tuple(value)
        faults.append(_said(field, Fault(Code.NOT_LIST, "phải là các dòng chữ", "mỗi mục một dòng «- …»"), path))
        return None
    if isinstance(value, Mapping | list | tuple):
        faults.append(_said(field, Fault(Code.NOT_TEXT, f"phải là {_CALLED[field.kind]}", "ghi một giá trị"), path))
        return None
    try:
        found = _PARSERS[field.kind](value)
    except Fault as fault:
        faults.append(_said(field, fault, path))
        return None
    if field.choices and str(found) not in field.choices:
        close = did_you_mean(str(found), field.choices)
        fix = f"có phải ý bạn là «{close[0]}»?" if close else f"chỉ nhận: {', '.join(field.choices)}"
        faults.append(_said(field, Fault(Code.NO_CHOICE, f"không nhận giá trị «{found}»", fix), path))
        return None
    return found


def _list(field: FreeField, value: Any, path: Path_, faults: list[Fault]) -> Any:
    if not isinstance(value, list | tuple) or not all(isinstance(item, Mapping) for item in value):
        fix = f"mỗi mục một nhóm: - {field.columns[0].name}: …"
        faults.append(_said(field, Fault(Code.NOT_LIST, "phải là danh sách các nhóm trường", fix), path))
        return None
    rows = []
    for number, item in enumerate(value):
        row, wrong = fill(field.columns, item, (*path, number))
        rows.append(row)
        faults += wrong
    return tuple(rows)


def _said(field: FreeField, fault: Fault, path: Path_) -> Fault:
    return Fault(fault.code, words(f"«{field.called}» ({field.name}): ", fault.what), fault.fix, path)


def _flag(value: Any) -> bool:
    word = str(value).strip().casefold()
    if word in _YES | _NO:
        return word in _YES
    raise Fault(Code.BAD_FLAG, f"«{value}» không hiểu được", "viết «có» hoặc «không»")


def _of_text(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    return lambda value: parse(value) if isinstance(value, str) else parse(str(value).replace(".", ","))


_PARSERS: Mapping[str, Callable[[Any], Any]] = {
    "chu": lambda value: clean_text(str(value)),
    "so": _of_text(parse_figures),
    "tien": _of_text(parse_money),
    "ngay": _of_text(parse_date),
    "gio_ngay": _of_text(parse_moment),
    "co_khong": _flag,
}
_CALLED = {
    "chu": "chữ", "so": "số", "tien": "số tiền", "ngay": "ngày", "gio_ngay": "giờ và ngày", "co_khong": "có hoặc không",
}  # fmt: skip
