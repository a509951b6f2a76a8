"""Numbers read from Vietnamese words, in any of the ways they are rightly written."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from generator.faults import Code, Fault
from generator.wording.numerals.numbers import integer_in_words

_DIGITS = {
    word: digit
    for digit, words in enumerate(
        ("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm nhăm", "sáu", "bảy bẩy", "tám", "chín")
    )
    for word in words.split()
}
_SCALES = {"nghìn": 10**3, "triệu": 10**6}
_ONE_WAY = {"ngàn": "nghìn", "lẻ": "linh", "tỉ": "tỷ", "bẩy": "bảy", "nhăm": "lăm"}


def parse_words(text: str) -> Decimal:
    """The number the words say; «linh» and «lẻ», «nghìn» and «ngàn», «tư» and «bốn» are all understood.

    Raises ValueError with a Vietnamese message when the words are no number, or not said as they should be
    («một nghìn lẻ mười lăm»).
    """
    words = [_ONE_WAY.get(word, word) for word in unicodedata.normalize("NFC", text).casefold().split()]
    negative = words[:1] == ["âm"]
    whole, fraction = _split(words[1:] if negative else words)
    try:
        number = Decimal(_integer(whole))
        if fraction is not None:
            number += Decimal(f"0.{_fraction(fraction)}")
    except (ValueError, KeyError, IndexError):
        what = f"«{text.strip()}» không phải là số viết bằng chữ"
        raise Fault(Code.BAD_NUMBER_WORDS, what, "ví dụ: mười lăm triệu") from None
    _refuse_unless_said_so(text, whole, int(number))
    return -number if negative else number


def _split(words: list[str]) -> tuple[list[str], list[str] | None]:
    if "phẩy" not in words:
        return words, None
    at = words.index("phẩy")
    return words[:at], words[at + 1 :]


def _integer(words: list[str]) -> int:
    if not words:
        raise ValueError
    total, current = 0, 0  # what higher scales have said, and the group being said
    group: list[str] = []
    for word in words:
        if word == "tỷ":
            if not (group or current):
                raise ValueError
            billions = current + (_group(group) if group else 0)
            total, current, group = total + billions * 10**9, 0, []
        elif word in _SCALES:
            current, group = current + _group(group) * _SCALES[word], []
        else:
            group.append(word)
    return total + current + (_group(group) if group else 0)


def _group(words: list[str]) -> int:
    """One group of at most three digits."""
    value, rest = 0, list(words)
    if len(rest) > 1 and rest[1] == "trăm":
        value, rest = 100 * _DIGITS[rest[0]], rest[2:]
    if rest[:1] == ["linh"]:
        rest = rest[1:]
    if rest[:1] == ["mười"]:
        value, rest = value + 10, rest[1:]
    elif len(rest) > 1 and rest[1] == "mươi":
        value, rest = value + 10 * _DIGITS[rest[0]], rest[2:]
    if len(rest) > 1 or not words:
        raise ValueError
    return value + (_DIGITS[rest[0]] if rest else 0)


def _fraction(words: list[str]) -> str:
    if not words:
        raise ValueError
    zeros = next((count for count, word in enumerate(words) if word != "không"), len(words))
    rest = words[zeros:]
    if all(word in _DIGITS for word in rest):
        return "0" * zeros + "".join(str(_DIGITS[word]) for word in rest)
    number = int(parse_words(" ".join(rest)))
    return "0" * zeros + str(number)


def _refuse_unless_said_so(text: str, words: list[str], number: int) -> None:
    """Each number has one right wording, but for «tư», which may stand for «bốn» after «mươi» and «linh»."""
    said = integer_in_words(number).split()
    fours = [after in ("mươi", "linh") for after in ["", *words[:-1]]]
    plain = ["bốn" if word == "tư" and four else word for word, four in zip(words, fours, strict=True)]
    if plain != said:
        fix = f"viết là «{integer_in_words(number)}»"
        raise Fault(Code.BAD_NUMBER_WORDS, f"«{text.strip()}» viết chưa đúng", fix)
