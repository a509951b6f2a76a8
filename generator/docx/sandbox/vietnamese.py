"""Filters that write days, numbers and sums of money as Vietnamese offices do, and what is not filled in."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS

from generator.content import Rich, Span
from generator.docx.sandbox.bounds import MAX_DIGITS, limit, made, text
from generator.faults import Fault
from generator.values import Blank, Texts
from generator.wording.characters import capitalise_first
from generator.wording.numerals.figures import figures, parse_figures, percent
from generator.wording.numerals.numbers import decimal_in_words, money_in_words
from generator.wording.numerals.ordinals import padded, roman
from generator.wording.settings import DEFAULT, Wording
from generator.wording.times.dates import long_date, parse_date, short_date, weekday
from generator.wording.times.moments import long_moment, parse_moment

_WORDING: ContextVar[Wording] = ContextVar("_WORDING", default=DEFAULT)
_MOST_ROMAN = 3999


def use_wording(wording: Wording) -> None:
    """Write numbers in words, from here on, as the agency likes them."""
    _WORDING.set(wording)


def _day(name: str, write: Callable[[date], str], blank: Callable[[Blank], str]) -> Callable[[Any], Any]:
    def call(value: Any) -> Any:
        if isinstance(value, Undefined):
            return value
        if isinstance(value, Blank):
            return blank(value) or value
        if isinstance(value, str):
            value = _read(parse_date, value, name)
        if not isinstance(value, date):
            raise SecurityError(f"bộ lọc {name} chỉ dùng với ngày")
        return write(value)

    return call


def _moment(value: Any) -> Any:
    if isinstance(value, str):
        value = _read(parse_moment, value, "gio_ngay")
    if isinstance(value, Undefined | Blank):
        return value
    if not isinstance(value, datetime):
        raise SecurityError("bộ lọc gio_ngay chỉ dùng với giờ của một ngày")
    return long_moment(value)


def _number(name: str, write: Callable[..., str]) -> Callable[..., Any]:
    def call(value: Any, *args: Any) -> Any:
        if isinstance(value, Undefined | Blank):
            return value
        number = _decimal(value, name)
        try:
            return write(number, *args)
        except Fault as fault:
            raise SecurityError(f"bộ lọc {name}: {fault}") from None

    return call


def _decimal(value: Any, name: str) -> Decimal:
    if isinstance(value, bool):
        raise SecurityError(f"bộ lọc {name} chỉ dùng với số")
    if isinstance(value, float):
        value = format(value, ".15g")  # as a spreadsheet shows it
    elif isinstance(value, str | Rich):
        return Decimal(_read(parse_figures, str(value), name))
    try:
        number = Decimal(made(value))
    except (TypeError, ValueError, InvalidOperation):
        raise SecurityError(f"bộ lọc {name} chỉ dùng với số") from None
    if not number.is_finite():
        raise SecurityError(f"bộ lọc {name} chỉ dùng với số")
    return number


def _read(parse: Callable[[str], Any], value: str, name: str) -> Any:
    try:
        return parse(text(value))
    except ValueError as fault:  # what reads a value says in Vietnamese what is wrong with it
        raise SecurityError(f"bộ lọc {name}: {fault}") from None


def _figures(number: Decimal, decimals: int | None = None) -> str:
    if decimals is None:
        return figures(number)
    limit(decimals, MAX_DIGITS, "số chữ số")
    rounded = number.quantize(Decimal(1).scaleb(-int(decimals)), ROUND_HALF_UP)  # 38,25 is 38,3, as people round
    whole, _, fraction = f"{rounded:z.{int(decimals)}f}".partition(".")
    return figures(Decimal(whole)) + (f",{fraction}" if fraction else "")


def _whole(number: Decimal, name: str) -> int:
    if number != number.to_integral_value():
        raise SecurityError(f"bộ lọc {name} chỉ dùng với số nguyên")
    return int(number)


def _roman(number: Decimal) -> str:
    whole = _whole(number, "la_ma")
    if not 0 < whole <= _MOST_ROMAN:
        raise SecurityError(f"bộ lọc la_ma chỉ viết từ 1 đến {_MOST_ROMAN}")
    return roman(whole)


def _letters(change: Callable[[str], str], *, of_start: bool = False) -> Callable[[Any], Any]:
    def call(value: Any) -> Any:
        if isinstance(value, Undefined | Blank):
            return value
        if isinstance(value, Texts):
            value = value.rich()
        if isinstance(value, Rich):  # bold and italic words stay so
            spans = [Span(change(span.text) if n == 0 or not of_start else span.text, span.bold, span.italic)
                     for n, span in enumerate(value)]  # fmt: skip
            return value.with_spans(spans)
        return made(change(text(value)))

    return call


def _default(value: Any, default_value: Any = "", boolean: bool = False) -> Any:
    return default_value if isinstance(value, Blank) else FILTERS["default"](value, default_value, boolean)


VIETNAMESE: dict[str, Callable[..., Any]] = {
    "ngay": _day("ngay", short_date, lambda blank: blank.text),
    "ngay_chu": _day("ngay_chu", long_date, lambda blank: blank.words),
    "thu": _day("thu", weekday, lambda blank: ""),
    "gio_ngay": _moment,
    "so": _number("so", _figures),
    "hai_chu_so": _number("hai_chu_so", lambda number: padded(_whole(number, "hai_chu_so"))),
    "la_ma": _number("la_ma", _roman),
    "phan_tram": _number("phan_tram", percent),
    "tien": _number("tien", lambda number: f"{figures(number)} đồng"),
    "bang_chu": _number("bang_chu", lambda number: decimal_in_words(number, _WORDING.get())),
    "tien_bang_chu": _number("tien_bang_chu", lambda number: money_in_words(number, _WORDING.get())),
    "in_hoa": _letters(str.upper),
    "chu_thuong": _letters(str.lower),
    "chu_dau_hoa": _letters(capitalise_first, of_start=True),
    "d": _default,
    "default": _default,
}
"""The filters by name; a field nobody filled in goes through them as it is."""
