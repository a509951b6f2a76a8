"""The filters and tests of the templates: Jinja's, by list, each with its sizes bounded."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import wraps
from typing import Any

from jinja2 import Environment, pass_context, pass_environment
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS, make_attrgetter
from jinja2.runtime import Context
from jinja2.tests import TESTS

from generator.docx.sandbox.bounds import (
    DAYS,
    MAX_DIGITS,
    MAX_ITEMS,
    MAX_PADDING,
    MAX_TEXT,
    NUMBERS,
    PATTERNS,
    charge,
    joined,
    limit,
    made,
    read,
    text,
    weigh,
)
from generator.docx.sandbox.formats import percent
from generator.docx.sandbox.methods import method
from generator.docx.sandbox.operators import add
from generator.docx.sandbox.vietnamese import VIETNAMESE

Function = Callable[..., Any]

_WRAPPED, _TITLED = 10, 6  # work a character takes where lines, where words are looked for
_PARTED, _ADDED = 20, 11  # and each part of a list, each item of a sum
_SHORTEST_LINE = 10  # characters: wrapping a long word at each letter takes the square of its length


def _same(value: Any) -> Any:
    return value


@pass_environment
def _join(environment: Environment, value: Iterable[Any], d: object = "", attribute: str | int | None = None) -> str:
    items = read(value)
    if attribute is not None:
        items = map(make_attrgetter(environment, attribute), items)
    return joined(items, d)


@pass_environment
def _sum(environment: Environment, value: Iterable[Any], attribute: str | int | None = None, start: Any = 0) -> Any:
    items = read(value)
    charge(len(items) * _ADDED)
    if attribute is not None:
        items = map(make_attrgetter(environment, attribute), items)
    for item in items:
        start = add(start, item)
    return start


def _replace(value: object, old: object, new: object, count: int | None = None) -> Any:
    found = method(text(value), "replace")
    return found and found(text(old), text(new), -1 if count is None else count)


def _round(value: Any, precision: int = 0, method: str = "common") -> Any:
    limit(precision, MAX_DIGITS, "số chữ số")
    given = made(value)
    if method == "common" and isinstance(given, Decimal | float) and math.isfinite(given):
        # As people round, 2.5 to 3; Python takes the even neighbour.
        exact = Decimal(repr(given)) if isinstance(given, float) else given
        rounded = exact.quantize(Decimal(1).scaleb(-int(precision)), ROUND_HALF_UP)
        return rounded if isinstance(given, Decimal) else float(rounded)
    return FILTERS["round"](given, precision, method)


def _batch(value: Iterable[Any], linecount: int, fill_with: object = None) -> Any:
    limit(linecount, MAX_ITEMS, "số mục")
    return made(FILTERS["batch"](read(value), linecount, fill_with))


@pass_context
def _slice(context: Context, value: Any, slices: int, fill_with: object = None) -> Any:
    limit(slices, MAX_ITEMS, "số phần")
    charge(slices * _PARTED)
    return made(FILTERS["slice"](context, read(value), slices, fill_with))


def _center(value: object, width: int = 80) -> str:
    limit(width, MAX_PADDING, "độ rộng")
    return text(value).center(width)


def _indent(value: object, width: int | str = 4, first: bool = False, blank: bool = False) -> str:
    given = text(value)
    size = len(width) if isinstance(width, str) else width
    limit(size, MAX_PADDING, "độ thụt")
    if len(given) + len(given.splitlines()) * size > MAX_TEXT:
        raise SecurityError("kết quả quá dài")
    return str(FILTERS["indent"](given, width, first, blank))


@pass_environment
def _wordwrap(
    environment: Environment,
    value: object,
    width: int = 79,
    break_long_words: bool = True,
    wrapstring: str | None = None,
    break_on_hyphens: bool = True,
) -> str:
    given = text(value)
    if width < _SHORTEST_LINE or len(wrapstring or "") > MAX_PADDING or len(given) > MAX_ITEMS:
        raise SecurityError("chữ quá dài hoặc dòng quá ngắn để ngắt dòng")
    if (2 * len(given) // width + 2) * len(wrapstring or "") > MAX_TEXT:
        raise SecurityError("kết quả quá dài")
    charge(len(given) * _WRAPPED)
    wrapped = FILTERS["wordwrap"](environment, given, width, break_long_words, wrapstring, break_on_hyphens)
    return str(wrapped)


def _title(value: object) -> Any:
    given = text(value)
    charge(len(given) * _TITLED)
    charge(len(given))  # word by word: many times what other changes of letters take
    return made(FILTERS["title"](given))


def _wordcount(value: object) -> Any:
    given = text(value)
    charge(len(given))  # a word is found and kept for two letters
    return FILTERS["wordcount"](given)


def _of_text(function: Function) -> Function:
    """The filter, of the value's text."""
    first = _first(function)

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        return made(function(*args[:first], text(args[first]), *args[first + 1 :], **kwargs))

    return call


def _going_through(function: Function) -> Function:
    """The filter, its value counted once."""
    first = _first(function)

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        return made(function(*args[:first], read(args[first]), *args[first + 1 :], **kwargs))

    return call


def _comparing(function: Function) -> Function:
    """The filter or test, its arguments counted in all their depth."""
    first = _first(function)

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = [made(value) if hasattr(value, "__next__") else value for value in args[first:]]
        weigh(*given, *kwargs.values())
        return made(function(*args[:first], *given, **kwargs))

    return call


def _at_once(function: Function, work: int = 0) -> Function:
    """The filter, which looks at its value without going through it; what it does besides is that much work."""

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        charge(work)
        return made(function(*args, **kwargs)) if work else function(*args, **kwargs)

    return call


def _first(function: Function) -> int:
    # Jinja hands some of its filters the environment or the context before the value.
    return 1 if hasattr(function, "jinja_pass_arg") else 0


def _listed(kind: Callable[[Function], Function], source: Mapping[str, Any], names: str) -> dict[str, Function]:
    return {name: kind(source[name]) for name in names.split()}


_OF_DAYS, _OF_TEXT = ("ngay", "ngay_chu", "thu", "gio_ngay"), ("in_hoa", "chu_thuong", "chu_dau_hoa", "d", "default")
_WORK = dict.fromkeys(_OF_DAYS, DAYS) | dict.fromkeys(_OF_TEXT, 0)
FILTER_LIST: dict[str, Function] = {
    **_listed(_at_once, FILTERS, "first last length count abs filesizeformat"),
    **_listed(_of_text, FILTERS, "capitalize lower trim upper truncate string"),
    **_listed(_going_through, FILTERS, "float int items list map reject rejectattr reverse select selectattr"),
    **_listed(_comparing, FILTERS, "dictsort groupby max min sort unique"),
    "e": _same,
    "escape": _same,
    "batch": _batch,
    "center": _at_once(_center),
    "format": _at_once(percent, PATTERNS),
    "indent": _indent,
    "join": _join,
    "replace": _replace,
    "round": _round,
    "slice": _slice,
    "sum": _sum,
    "title": _title,
    "wordcount": _wordcount,
    "wordwrap": _wordwrap,
    **{name: _at_once(function, _WORK.get(name, NUMBERS)) for name, function in VIETNAMESE.items()},
}
TEST_LIST: dict[str, Function] = {
    **_listed(_same, TESTS, "boolean defined divisibleby even false float integer iterable mapping none number odd"),
    **_listed(_same, TESTS, "sameas sequence string true undefined"),
    **_listed(_comparing, TESTS, "== != < <= > >= eq equalto ne lt lessthan le gt greaterthan ge in"),
    **_listed(_of_text, TESTS, "lower upper"),
}
