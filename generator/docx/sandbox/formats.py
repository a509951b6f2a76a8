"""Texts made after a pattern: ``'%.2f'|format(x)``, ``'{:,}'.format(x)``, ``ngay.strftime('%d/%m/%Y')``."""

from __future__ import annotations

import re
from string import Formatter
from typing import Any

from jinja2.exceptions import SecurityError

from generator.docx.sandbox.bounds import MAX_PADDING, MAX_TEXT, limit, text
from generator.patterns import late

_PERCENT = late(r"%(?:\((?P<name>\w+)\))?[-#0 +]*(?P<width>\d+|\*)?(?:\.(?P<digits>\d+|\*))?[diouxXeEfFgGsc%]")
_SPEC = late(r"(?:.?[<>=^])?[-+ ]?z?#?0?(?P<width>\d{1,9})?[,_]?(?:\.(?P<digits>\d{1,9}))?[bcdeEfFgGnosxX%]?", re.S)
_NAME = late(r"\w*")
_LONGEST_NUMBER = 700  # digits of the largest whole number the bounds let through
_WORST = "mẫu định dạng không dùng được ở đây; chỉ dùng dạng như %.2f, %s, {}, {:,.1f}"


def percent(pattern: object, *args: Any, **kwargs: Any) -> str:
    """What ``pattern % args`` makes, of numbers and texts, with widths written in the pattern and bounded."""
    given = text(pattern)
    if "%" in _PERCENT.sub("", given):
        raise SecurityError(_WORST)
    named = {key: _plain(value) for key, value in kwargs.items()}
    plain = tuple(_plain(value) for value in args)
    longest = max((len(value) for value in (*plain, *named.values()) if isinstance(value, str)), default=0)
    length = len(given)
    for match in _PERCENT.finditer(given):
        length += max(longest, _LONGEST_NUMBER) + _bound(match)
        if length > MAX_TEXT:
            raise SecurityError("kết quả quá dài")
    return given % (named or plain)


def braces(pattern: str, *args: Any, **kwargs: Any) -> str:
    """What ``pattern.format(*args)`` makes, of plain fields with bounded widths written in the pattern."""
    pieces: list[str] = []
    number = length = 0
    try:
        parsed = list(Formatter().parse(pattern))
    except ValueError as exc:
        raise SecurityError(_WORST) from exc
    for literal, name, spec, conversion in parsed:
        pieces.append(literal)
        length += len(literal)
        if name is None:
            continue
        match = _SPEC.fullmatch(spec or "")
        if match is None or not _NAME.fullmatch(name) or conversion not in (None, "s"):
            raise SecurityError(_WORST)
        _bound(match)
        if name == "":
            name, number = str(number), number + 1
        value = _plain(args[int(name)] if name.isdecimal() else kwargs[name])
        pieces.append(format(str(value) if conversion else value, spec or ""))
        length += len(pieces[-1])
        if length > MAX_TEXT:
            raise SecurityError("kết quả quá dài")
    return "".join(pieces)


def moment(value: Any, pattern: str) -> str:
    """What ``value.strftime(pattern)`` makes of a date or an hour."""
    if len(pattern) > MAX_PADDING or re.search(r"%[-_0^#+]*\d", pattern):
        raise SecurityError(_WORST)
    return str(value.strftime(pattern))


def _bound(match: re.Match[str]) -> int:
    """The most columns the field's width and digits ask for."""
    total = 0
    for group in ("width", "digits"):
        size = match[group]
        if size == "*":
            raise SecurityError(_WORST)
        columns = int(size[:9]) if size else 0
        limit(columns, MAX_PADDING, "độ rộng")
        total += columns
    return total


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | float) else text(value)
