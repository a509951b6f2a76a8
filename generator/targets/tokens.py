"""The words of a target as tokens: figures with their value, signs, words in one form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from generator.patterns import late
from generator.records import record
from generator.wording.numerals.spoken import parse_words
from generator.wording.syllables import place_tones


class Kind(StrEnum):
    """What a token is."""

    NUMBER = "number"
    PERCENT = "percent"
    SIGN = "sign"
    DASH = "dash"
    SLASH = "slash"
    PLUS = "plus"
    WORD = "word"
    STOP = "stop"
    OTHER = "other"
    DATE = "date"
    NAME = "name"
    """Words with a figure that names something: ``mức độ 3``, ``ISO 9001:2015``, ``dưới 5 tuổi``."""
    SPAN = "span"
    """How often: ``/quý``, ``mỗi 6 tháng``; its value is the number of months, None for days and weeks."""


@record(frozen=True)
class Token:
    """One token: ``key`` is what it is compared by, ``start`` and ``end`` its place in the text."""

    kind: Kind
    key: str
    start: int
    end: int
    value: Decimal | None = None


_SIGNS = (
    (late(r">\s*=|=\s*>|[≧⩾≽]"), "≥"),
    (late(r"<\s*=|=\s*<|[≦⩽≼]"), "≤"),
    (late(r"[‐‑‒–—―−÷]|-{2,}"), "-"),
    (late(r"\.{2,}|…"), "…"),
)
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PATTERN = late(
    r"(?P<date>\d{1,2}\.\d{1,2}\.\d{4}(?!\d))|(?P<number>\d+(?:[.,]\d+)*)|(?P<percent>[%‰])|(?P<sign>[≥≤<>=])"
    r"|(?P<dash>[-~])|(?P<slash>/)|(?P<plus>\+)|(?P<word>[^\W\d_]\w*)|(?P<stop>[,;:.()«»\"'“”‘’\[\]!])|(?P<other>\S)"
)
_SAID_TWICE = late(r"(?P<figure>\d[\d.,]*)\s*(?P<percent>%?)\s*\((?P<words>[^()\d]+)\)")
_BULLET = late(r"^\s*[-+*•]\s+")
_VARIANTS = {"quí": "quý", "tỉ": "tỷ", "kì": "kỳ", "hàng": "hằng", "ngàn": "nghìn", "tốp": "top", "qúy": "quý"}
_COUNTING = frozenset(
    [
        "một",
        "mốt",
        "hai",
        "ba",
        "bốn",
        "tư",
        "năm",
        "lăm",
        "nhăm",
        "sáu",
        "bảy",
        "bẩy",
        "tám",
        "chín",
        "mười",
        "mươi",
        "trăm",
        "linh",
        "lẻ",
        "nghìn",
        "triệu",
        "tỷ",
    ]
)
_SCALES = frozenset(("nghìn", "triệu", "tỷ"))
_TIMES_OF_YEAR = frozenset(("tháng", "ngày", "kỳ", "đợt"))
_TENS = {"chục": 10, "trăm": 100}
_NO_NUMBER_AFTER = {"năm": ("trong", "mỗi", "một", "hằng", "cả", "cuối", "đầu", "từng", "của", "giữa", "thứ", "hạng")}
_COUNTED = frozenset(
    [
        "lần",
        "lượt",
        "cuộc",
        "buổi",
        "vụ",
        "lớp",
        "hồ",
        "hội",
        "đợt",
        "kỳ",
        "văn",
        "đơn",
        "ý",
        "bài",
        "tin",
        "mô",
        "người",
        "trường",
        "báo",
        "điểm",
        "phần",
        "ngày",
        "tháng",
        "tiêu",
    ]
)
"""First syllables of what is counted: a number in words stands before one of them, «một cửa» is none."""


def plain(text: str) -> str:
    """The text in NFC on one line, its signs and dashes in one form, without a leading bullet."""
    text = unicodedata.normalize("NFC", text.translate(_WIDE))
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    return _SAID_TWICE.sub(_once, _BULLET.sub("", " ".join(text.split()))).lstrip(" ;,…").rstrip(" .;,…")


def _once(match: re.Match[str]) -> str:
    """A figure without its words in brackets: ``02 (hai) lần``; other words in brackets stay."""
    words = match["words"].casefold().removesuffix("phần trăm")
    try:
        same = parse_words(words) == number_of(match["figure"], is_percent=bool(match["percent"]))
    except ValueError:
        same = False
    return f"{match['figure']}{match['percent']}" if same else match[0]


@lru_cache(maxsize=4096)  # the tables are made of few words, and targets of the same
def key_of(word: str) -> str:
    """The word as it is compared: small letters, tones in one place, one of several spellings."""
    folded = place_tones(word.casefold(), "hòa")
    return _VARIANTS.get(folded, folded)


def tokenise(text: str) -> list[Token]:
    """The tokens of a text (as :func:`plain` gives it); numbers in words are numbers where something is counted."""
    found = [
        Token(Kind(match.lastgroup or "other"), key_of(match[0]), match.start(), match.end())
        for match in _PATTERN.finditer(text)
    ]
    return _with_values(_percents(_spoken(_joined(found, text))))


def typed(tokens: Sequence[Token], text: str) -> str:
    """The tokens as typed in the text; what was taken out from among them leaves one space."""
    found = ""
    for at, token in enumerate(tokens):
        apart = at and text[tokens[at - 1].end : token.start] != ""
        found += (" " if apart else "") + text[token.start : token.end]
    return found


def number_of(typed: str, *, is_percent: bool) -> Decimal | None:
    """The number typed with dots between thousands and a comma (or one point) before decimals; None if unclear.

    ``1,000`` and ``98.565%`` are each two numbers to two readers, so they are none.
    """
    if re.fullmatch(r"\d+", typed):
        return Decimal(typed)
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", typed):
        return None if is_percent else Decimal(typed.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+,\d+", typed):
        grouped = re.fullmatch(r"[1-9]\d{0,2},\d{3}", typed)
        return None if grouped and not is_percent else Decimal(typed.replace(",", "."))
    return Decimal(typed) if re.fullmatch(r"0\.\d+|\d+\.\d{1,2}", typed) else None


def _joined(tokens: list[Token], text: str) -> list[Token]:
    """Groups of three digits with spaces between them are one number: ``1 500 000``."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        last = found[-1] if found else None
        percent = at + 1 < len(tokens) and tokens[at + 1].kind is Kind.PERCENT
        if (
            last is not None
            and last.kind is token.kind is Kind.NUMBER
            and re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})*", last.key)
            and re.fullmatch(r"\d{3}", token.key)
            and text[last.end : token.start] == " "
            and not percent
        ):
            found[-1] = Token(Kind.NUMBER, f"{last.key}.{token.key}", last.start, token.end)
        else:
            found.append(token)
    return found


def _spoken(tokens: list[Token]) -> list[Token]:
    """Numbers in words before what is counted, and ``chục``, ``trăm`` after figures, as numbers."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token, last = tokens[at], found[-1] if found else None
        if last is not None and last.kind is Kind.NUMBER and token.key in _TENS and last.key.isdigit():
            found[-1] = Token(Kind.NUMBER, str(int(last.key) * _TENS[token.key]), last.start, token.end)
            at += 1
            continue
        end = at
        while end < len(tokens) and tokens[end].key in _COUNTING:
            end += 1
        after = tokens[end].key if end < len(tokens) else ""
        value, length = _said(tokens[at:end], after)
        if value is not None and not (
            last is not None
            and length == 1
            and (last.key in _NO_NUMBER_AFTER.get(token.key, ()) or _is_each(found, token.key, after))
        ):
            found.append(Token(Kind.NUMBER, str(value), token.start, tokens[at + length - 1].end))
            at += length
        else:
            found.append(token)
            at += 1
    return found


def _is_each(before: list[Token], key: str, after: str) -> bool:
    """Whether «một» says how often: «2 lần một tháng»."""
    return key == "một" and after in _TIMES_OF_YEAR and len(before) > 1 and before[-2].kind is Kind.NUMBER


def _said(words: list[Token], after: str) -> tuple[int | None, int]:
    """The number the words say and how many of them; a scale before money stays with the unit, as after figures."""
    length = len(words)
    while length and words[length - 1].key in _SCALES:
        length -= 1
        after = words[length].key
    if not length or not (after in _COUNTED or after in _SCALES):
        return None, 0
    try:
        return int(parse_words(" ".join(word.key for word in words[:length]))), length
    except ValueError:
        return None, 0


def _percents(tokens: list[Token]) -> list[Token]:
    """``phần trăm`` and ``phần nghìn`` after a number as signs."""
    found: list[Token] = []
    for token in tokens:
        last = found[-1] if found else None
        if last is not None and last.key == "phần" and token.key in ("trăm", "nghìn"):
            found[-1] = Token(Kind.PERCENT, "%" if token.key == "trăm" else "‰", last.start, token.end)
        else:
            found.append(token)
    return found


def _with_values(tokens: list[Token]) -> list[Token]:
    found: list[Token] = []
    for at, token in enumerate(tokens):
        if token.kind is Kind.NUMBER:
            after = tokens[at + 1].kind if at + 1 < len(tokens) else None
            value = number_of(token.key, is_percent=after is Kind.PERCENT)
            token = Token(token.kind, token.key, token.start, token.end, value)
        found.append(token)
    return found
