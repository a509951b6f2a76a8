"""Where a line must not break: the spaces inside «ngày 05», «số 30/2020/NĐ-CP», «Điều 4» made non-breaking."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from generator.patterns import late
from generator.wording.characters import LOWER, UPPER
from generator.wording.compounds import COMPOUNDS
from generator.wording.numerals.ordinals import ROMAN

NBSP = "\u00a0"
_ROMAN = rf"{ROMAN}(?![^\W\d_])"
_LONGEST_IN_TITLE = 28  # characters: half a line of a title
_WORD = late(r"[^\W\d_]+")
_TITLE_JOINS = (
    late(
        rf"\b(?i:xã|phường|đặc khu|thị trấn|thị xã|quận|huyện|thành phố|tỉnh|thôn|ấp|bản|thủ đô)"
        rf"(?: [{UPPER}][{LOWER}]*\b){{1,3}}"
    ),
    late(
        r"(?i:quyết định|nghị quyết|kế hoạch|công văn|thông báo|báo cáo|tờ trình|nghị định|thông tư|chỉ thị) số \d\S*"
    ),
    late(r"TCVN ISO \d\S*|TCVN \d\S*|ISO \d\S*|HĐND (?:và|-) UBND|(?i:(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân)"),
    late(r"(?i:quý) (?:IV|I{1,3})\b|\d+ tháng (?:đầu|cuối) năm|điểm [a-zđ] khoản \d+ Điều \d+|khoản \d+ Điều \d+"),
)
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
        # periods, not the days of «ngày 19 tháng 10»: a whole date that cannot break tears the line before it apart
        r"(?<![\d.,/])(?<![Nn]gày\s)0?[69] (?=tháng\b(?!\s*\d))",
        # standards, and the two bodies of a commune that are one office
        r"\b(?:TCVN|QCVN|ISO|IEC|TCVN ISO|ISO/IEC)(?:/[A-Z]+)? (?=\d)",
        r"\bHĐND (?=(?:và|-|,) UBND)",
        r"(?<=HĐND )(?:và|-) (?=UBND)",
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


def join_title(text: str) -> str:
    """The text of a title with U+00A0 inside words and names too: «Kế hoạch», «xã Thượng Lộ», «Quyết định số 12»."""
    if " " not in text:
        return text
    chars = list(join(text))
    plain = text.replace(NBSP, " ")
    spaces = [*_inside_words(plain), *(at for pattern in _TITLE_JOINS for at in _spaces_in(pattern, plain))]
    for at in sorted(spaces):
        if chars[at] == " " and _stretch("".join(chars), at) <= _LONGEST_IN_TITLE:
            chars[at] = NBSP
    return "".join(chars)


def _inside_words(text: str) -> Iterator[int]:
    """The spaces inside words of two syllables; a syllable belongs to one word only."""
    words = list(_WORD.finditer(text))
    taken = -1
    for first, second in itertools.pairwise(words):
        adjoining = second.start() == first.end() + 1 and text[first.end()] == " "
        if first.start() > taken and adjoining and text[first.start() : second.end()].lower() in COMPOUNDS:
            taken = second.start()
            yield first.end()


def _spaces_in(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    for match in pattern.finditer(text):
        yield from (at for at in range(match.start(), match.end()) if text[at] == " ")


def _stretch(text: str, at: int) -> int:
    """The length of what would be unbreakable if the space at ``at`` were."""
    before, after = _BREAK.split(text[:at])[-1], _BREAK.split(text[at + 1 :], maxsplit=1)[0]
    return len(before) + 1 + len(after)
