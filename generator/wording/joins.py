"""Where a line must not break: the spaces inside «ngày 05», «số 30/2020/NĐ-CP», «Điều 4» made non-breaking."""

from __future__ import annotations

import re

NBSP = "\u00a0"
_ROMAN = r"[IVXLC]+(?![^\W\d_])"
_NUMBER = r"\d[\d.,/]*"
_JOINS = tuple(
    re.compile(pattern)
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


def join(text: str) -> str:
    """The text with U+00A0 where a line must not break; every other character stays, so the length does too."""
    if " " not in text:
        return text
    chars = list(text)
    for pattern in _JOINS:
        for match in pattern.finditer(text):
            chars[match.end() - 1] = NBSP
    return "".join(chars)
