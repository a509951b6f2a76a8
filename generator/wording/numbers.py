"""Numbers in Vietnamese figures and words."""

from __future__ import annotations

from functools import lru_cache

_SCALES = ("", " nghìn", " triệu", " tỷ")
LIMIT = 10**15


@lru_cache(maxsize=1024)
def _below_hundred(number: int) -> str:
    # num2words is right below one hundred only; what joins groups is ours (1 015: «không trăm mười lăm»).
    from num2words import num2words

    return str(num2words(number, lang="vi"))


def _group(number: int, *, full: bool) -> str:
    """One group of three digits; ``full`` says the hundreds even when they are zero."""
    hundreds, rest = divmod(number, 100)
    words: list[str] = []
    if hundreds or full:
        words.append(f"{_below_hundred(hundreds)} trăm")
    if rest:
        if rest < 10 and words:
            words.append("linh")
        words.append(_below_hundred(rest))
    return " ".join(words)


def _below_billion(number: int, *, full: bool) -> str:
    """Up to nine digits; ``full`` when a higher group has been said already."""
    words: list[str] = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            words.append(_group(group, full=full or bool(words)) + _SCALES[power])
    return " ".join(words)


def integer_in_words(number: int) -> str:
    """The whole number in Vietnamese words, e.g. 2 024: «hai nghìn không trăm hai mươi bốn».

    Raises ValueError at 10^15 and beyond.
    """
    if abs(number) >= LIMIT:
        raise ValueError(f"{number} quá lớn để viết bằng chữ")
    if number < 0:
        return "âm " + integer_in_words(-number)
    if number == 0:
        return "không"
    billions, rest = divmod(number, 10**9)
    words: list[str] = []
    if billions:
        words.append(_below_billion(billions, full=False) + _SCALES[3])
    if rest:
        words.append(_below_billion(rest, full=bool(words)))
    return " ".join(words)


def figures(number: int) -> str:
    """The whole number with dots between thousands, e.g. ``15.000.000``."""
    from babel.numbers import format_decimal

    return str(format_decimal(number, format="#,##0", locale="vi"))


def parse_money(text: str) -> int:
    """The amount of đồng typed with or without separators; raises ValueError with a Vietnamese message."""
    digits = text.strip().removesuffix("đồng").strip().replace(".", "").replace(" ", "").replace("_", "")
    if not digits.isdecimal():
        raise ValueError(f"«{text.strip()}» không phải là số tiền; viết chữ số, ví dụ 15.000.000")
    return int(digits)
