"""Numbers in Vietnamese words, and read back from words."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from generator.faults import Code, Fault
from generator.wording.numerals.figures import whole_dong
from generator.wording.settings import DEFAULT, Wording

WORDS_LIMIT = 10**18  # one tỷ of tỷ has no agreed name
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_LONGEST_FRACTION_AS_NUMBER = 3


def integer_in_words(number: int, wording: Wording = DEFAULT) -> str:
    """The whole number in Vietnamese words, e.g. 2 024: «hai nghìn không trăm hai mươi bốn».

    Raises ValueError at 10^18 and beyond.
    """
    if abs(number) >= WORDS_LIMIT:
        raise Fault(Code.TOO_LARGE, f"{number} quá lớn để viết bằng chữ")
    if number < 0:
        return "âm " + integer_in_words(-number, wording)
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, 10**9)
    words: list[str] = []
    if billions:
        words += [*_below_billion(billions, wording, full=False), "tỷ"]
    if rest:
        words += _below_billion(rest, wording, full=bool(words))
    return " ".join(words)


def decimal_in_words(number: Decimal, wording: Wording = DEFAULT) -> str:
    """The number in words with its decimals: 12,5 «mười hai phẩy năm», 3,05 «ba phẩy không năm».

    Zeros after the comma are said one by one; what follows is read as ``wording.fraction`` says, and digit by digit
    when longer than three. Raises ValueError at 10^18 and beyond.
    """
    whole, _, fraction = f"{abs(number):f}".partition(".")
    said = integer_in_words(int(whole), wording)
    if fraction.strip("0"):
        rest = fraction.lstrip("0")
        words = [_DIGITS[0]] * (len(fraction) - len(rest))
        if wording.fraction == "số" and len(rest) <= _LONGEST_FRACTION_AS_NUMBER:
            words.append(integer_in_words(int(rest), wording))
        else:
            words += [_DIGITS[int(digit)] for digit in rest]
        said += " phẩy " + " ".join(words)
    return f"âm {said}" if number < 0 else said


def money_in_words(amount: int | Decimal, wording: Wording = DEFAULT) -> str:
    """The amount of đồng in words, e.g. «mười lăm triệu đồng»; raises ValueError on a fraction of a đồng."""
    return f"{integer_in_words(whole_dong(amount), wording)} đồng"


def _below_billion(number: int, wording: Wording, *, full: bool) -> list[str]:
    """Up to nine digits; ``full`` when a higher group has been said already."""
    words: list[str] = []
    for power, scale in ((2, "triệu"), (1, wording.thousand), (0, "")):
        group = number // 1000**power % 1000
        if group:
            words += _group(group, wording, full=full or bool(words))
            words += [scale] if scale else []
    return words


def _group(number: int, wording: Wording, *, full: bool) -> list[str]:
    """One group of three digits; ``full`` says the hundreds even when they are zero."""
    words = list(_below_thousand(number))
    if full and number < 100:
        words = [_DIGITS[0], "trăm", *(["lẻ"] if number < 10 else []), *words]
    said = []
    for before, word in zip(["", *words], words, strict=False):
        if word == "lẻ":
            word = wording.zero_tens
        elif word == _DIGITS[4] and before == "mươi":
            word = wording.four
        said.append(word)
    return said


@lru_cache(maxsize=1000)
def _below_thousand(number: int) -> tuple[str, ...]:
    """The words of 1 to 999, as num2words has them: right up to here, wrong beyond (1015, 2024)."""
    from num2words import num2words  # slow to import, and few documents write numbers out

    return tuple(str(num2words(number, lang="vi")).split())
