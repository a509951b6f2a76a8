"""Where a line must not break: the spaces inside «ngày 05», «số 30/2020/NĐ-CP», «Điều 4» made non-breaking."""

from __future__ import annotations

from generator.patterns import late
from generator.wording.numerals.ordinals import ROMAN

NBSP = "\u00a0"
_ROMAN = rf"{ROMAN}(?![^\W\d_])"
_BREAK = late(r"[ \n\t]")
_JOINS = tuple(
    late(pattern)
    for pattern in (
        # dates: «ngày 05», «tháng 3 năm 2024»
        r"(?i:\bngày) (?=\d)",
        r"(?i:\btháng) (?=\d)",
        r"(?<=\d) (?=năm \d{4}\b)",
        r"(?i:\bnăm) (?=\d{4}\b)",
        # numbers of documents, and of their parts
        r"(?i:\bsố) (?=\d)",
        rf"\b(?i:Điều|khoản|Tiểu mục|Mục|Chương|Phần|Phụ lục|Quý) (?=(?:\d|{_ROMAN}))",
        r"\b(?i:điểm) (?=(?:\d|[a-zđ]\b))",
        r"(?<=\d) (?=Điều \d)",
        # amounts and what they count
        r"(?<=\d) (?=(?:%|đồng\b|triệu\b|tỷ\b|tỉ\b|nghìn\b|ngàn\b))",
        r"(?<=\d)(?<=[69]) (?=tháng\b)",
        r"(?:(?<=triệu)|(?<=tỷ)|(?<=tỉ)|(?<=nghìn)|(?<=ngàn)) (?=đồng\b)",
    )
)


def join(text: str, longest: int | None = None) -> str:
    """The text with U+00A0 where a line must not break; every other character stays, so the length does too.

    ``longest`` is the longest stretch, in characters, that may be made unbreakable: where lines are narrow, a word
    torn in two is worse than «ngày» at the end of one.
    """
    if " " not in text:
        return text
    chars = list(text)
    for at in sorted(match.end() - 1 for pattern in _JOINS for match in pattern.finditer(text)):
        if longest is None or _stretch("".join(chars), at) <= longest:
            chars[at] = NBSP
    return "".join(chars)


def _stretch(text: str, at: int) -> int:
    """The length of what would be unbreakable if the space at ``at`` were."""
    before, after = _BREAK.split(text[:at])[-1], _BREAK.split(text[at + 1 :], maxsplit=1)[0]
    return len(before) + 1 + len(after)
