"""What a template may read and call on a value, by the value's type; all else is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from functools import partial
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext

from generator.docx.sandbox.bounds import MAX_PADDING, MAX_TEXT, Offered, charge, joined, limit, read, weigh
from generator.docx.sandbox.formats import braces, moment
from generator.values import Printed


def _counted(method: Callable[..., Any]) -> Callable[..., Any]:
    def call(value: str, *args: Any, **kwargs: Any) -> Any:
        # At its worst a search or a strip compares each character with each of what it looks for.
        sought = sum(len(item) for item in (*args, *kwargs.values()) if isinstance(item, str | tuple))
        charge(len(value) * (8 + sought) // 64)
        return method(value, *args, **kwargs)

    return call


def _replace(value: str, old: str, new: str, count: int = -1) -> str:
    charge(len(value) * (8 + len(old)) // 64)
    times = value.count(old) if count < 0 else min(count, value.count(old))
    if len(value) + times * len(new) > MAX_TEXT + times * len(old):
        raise SecurityError("kết quả quá dài")
    return value.replace(old, new, count)


def _padded(method: Callable[..., str]) -> Callable[..., str]:
    def call(value: str, width: int, *fill: str) -> str:
        limit(width, MAX_PADDING, "độ rộng")
        return method(value, width, *fill)

    return call


def _join(value: str, items: Iterable[object]) -> str:
    return joined(read(items), value)


def _index(value: Any, *args: Any) -> int:
    weigh(value, *args)
    return int(value.index(*args))


def _count(value: Any, *args: Any) -> int:
    weigh(value, *args)
    return int(value.count(*args))


def _get(value: dict[Any, Any], key: object, *default: object) -> Any:
    weigh(key)
    return value.get(key, *default)


def _changed(value: LoopContext, *args: Any) -> bool:
    weigh(args)
    return value.changed(*args)


# fmt: off
_STR_PLAIN = (
    "upper", "lower", "title", "capitalize", "swapcase", "casefold", "strip", "lstrip", "rstrip", "removeprefix",
    "removesuffix", "split", "rsplit", "splitlines", "partition", "rpartition", "startswith", "endswith", "find",
    "rfind", "index", "rindex", "count", "isdigit", "isdecimal", "isnumeric", "isalpha", "isalnum", "isupper",
    "islower", "istitle", "isspace",
)
# fmt: on
_STR: dict[str, Callable[..., Any]] = {name: _counted(getattr(str, name)) for name in _STR_PLAIN} | {
    "replace": _replace,
    "join": _join,
    "format": braces,
    **{name: _padded(getattr(str, name)) for name in ("center", "ljust", "rjust", "zfill")},
}
_MOMENT: dict[str, Callable[..., Any]] = {
    "strftime": moment,
    **{name: lambda value, name=name: getattr(value, name)() for name in ("isoformat", "weekday", "isoweekday")},
}
_METHODS: tuple[tuple[type, dict[str, Callable[..., Any]]], ...] = (
    (str, _STR),
    (dict, {"get": _get, "keys": dict.keys, "values": dict.values, "items": dict.items}),
    (list, {"index": _index, "count": _count}),
    (tuple, {"index": _index, "count": _count}),
    (float, {"is_integer": float.is_integer}),
    (LoopContext, {"cycle": LoopContext.cycle, "changed": _changed}),
    (datetime, {**_MOMENT, "date": datetime.date, "time": datetime.time}),
    (date, _MOMENT),
    (time, {name: _MOMENT[name] for name in ("strftime", "isoformat")}),
)
METHOD_NAMES = frozenset(name for _, methods in _METHODS for name in methods)
"""Every method that a template may call on some kind of value."""
_DATE = frozenset({"day", "month", "year"})
_TIME = frozenset({"hour", "minute", "second"})
_LOOP = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem"})
_ATTRIBUTES: tuple[tuple[type, frozenset[str]], ...] = (
    (LoopContext, _LOOP),
    (datetime, _DATE | _TIME),
    (date, _DATE),
    (time, _TIME),
)
_KNOWN: dict[type, frozenset[str]] = {}  # by type, what ``_attributes`` found


def method(value: object, name: str) -> Offered | None:
    """The value's method of that name, bounded, if a template may call it."""
    for kind, methods in _METHODS:
        if isinstance(value, kind):
            function = methods.get(name)
            return None if function is None else Offered(partial(function, value))
    return None


def readable(value: object, name: str) -> bool:
    """Whether a template may read the attribute: a field of data, or a part of a date or of ``loop``."""
    return name in _attributes_of(value) or (isinstance(value, Undefined) and not name.startswith("_"))


def _attributes_of(value: object) -> frozenset[str]:
    kind = type(value)
    if kind not in _KNOWN:
        _KNOWN[kind] = _attributes(kind)
    return _KNOWN[kind]


def _attributes(kind: type) -> frozenset[str]:
    for known, names in _ATTRIBUTES:
        if issubclass(kind, known):
            return names
    if is_dataclass(kind):
        return frozenset(field.name for field in fields(kind) if not field.name.startswith("_"))
    if issubclass(kind, tuple):
        return frozenset(name for name in getattr(kind, "_fields", ()) if not name.startswith("_"))
    return frozenset()


def names(value: object) -> list[str]:
    """The names a template may ask of the value, for a hint at the right one."""
    if isinstance(value, Mapping):
        return [str(key) for key in value]
    if isinstance(value, Printed):
        return list(value.fields)
    methods = next((known for kind, known in _METHODS if isinstance(value, kind)), {})
    return sorted({*_attributes_of(value), *methods})
