"""The operators of the templates, each unless its result would be out of all proportion."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sized
from decimal import Decimal
from typing import Any

from jinja2.exceptions import SecurityError

from generator.content import Rich
from generator.docx.sandbox.bounds import MAX_BITS, MAX_ITEMS, MAX_TEXT, charge, joined, made, read, text, weigh

_SHORT = 200  # characters compared as quickly as counted


def add(left: Any, right: Any) -> Any:
    """The sum, or the two texts or lists as one."""
    left, right = _alike(left, right)
    _fit(left, right)
    return made(left + right)


def multiply(left: Any, right: Any) -> Any:
    """The product, or the text or list so many times over."""
    for one, other in ((left, right), (right, left)):
        most = MAX_TEXT if isinstance(one, str) else MAX_ITEMS
        if isinstance(one, str | list | tuple) and isinstance(other, int) and len(one) * other > most:
            raise SecurityError("phép nhân cho kết quả quá dài")
    left, right = _alike(left, right)
    return made(left * right)


def power(left: Any, right: Any) -> Any:
    """The power."""
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() * abs(right) > MAX_BITS:
        raise SecurityError("số mũ quá lớn")
    left, right = _alike(left, right)
    return left**right


def remainder(left: Any, right: Any) -> Any:
    """The remainder; text is formatted by the filter ``format``, whose widths have a bound."""
    if isinstance(left, str):
        raise SecurityError("không ghép chữ bằng dấu % được; dùng |format")
    left, right = _alike(left, right)
    return left % right


def concatenate(*values: object) -> str:
    """What ``~`` makes: the texts of the values, one after the other."""
    return joined(values)


def cut(value: Any, start: Any, stop: Any, step: Any) -> Any:
    """``value[start:stop:step]``."""
    return value[start:stop:step] if isinstance(value, range) else read(value)[start:stop:step]


def light(value: Any) -> Any:
    """The value, counted as work by all that a comparison may visit of it."""
    if type(value) is str:
        if len(value) > _SHORT:
            charge(len(value) // 8)
    elif type(value) not in (int, float, bool, type(None)):
        weigh(value)
    return value


def _alike(left: Any, right: Any) -> tuple[Any, Any]:
    """The two; a number typed in a tag (1.1) beside one of the dossier, which is exact, as one that is exact too."""
    if isinstance(left, Decimal) and isinstance(right, float):
        return left, Decimal(repr(right))
    if isinstance(left, float) and isinstance(right, Decimal):
        return Decimal(repr(left)), right
    return left, right


def _exactly(function: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda left, right: function(*_alike(left, right))


def _length(value: str | Rich) -> int:
    return len(text(value)) + (len(value.spans) if isinstance(value, Rich) else 0)


def _fit(left: Any, right: Any) -> None:
    if isinstance(left, str | Rich) and isinstance(right, str | Rich):
        if _length(left) + _length(right) > MAX_TEXT:
            raise SecurityError("kết quả quá dài")
    elif isinstance(left, list | tuple) and isinstance(right, Sized) and len(left) + len(right) > MAX_ITEMS:
        raise SecurityError("kết quả quá nhiều mục")


BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "+": add,
    "-": _exactly(operator.sub),
    "*": multiply,
    "/": _exactly(operator.truediv),
    "//": _exactly(operator.floordiv),
    "**": power,
    "%": remainder,
}
INTERCEPTED = frozenset(BINARY)
