"""Titles compared word by word, so that a misquoted one is told from one merely abbreviated or damaged by scanning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from generator.patterns import late
from generator.records import record
from generator.wording.characters import fold_word

_WORD = late(r"[Vv]/v(?!\w)|[^\W_]+|&")
_DATE_WORDS = late(r"\d\s+(tháng)\s+\d{1,2}\s+(năm)\s+\d{4}", re.I)
_ABBREVIATIONS = {
    "V/v": "về việc",
    "v/v": "về việc",
    "HTQLCL": "hệ thống quản lý chất lượng",
    "QLCL": "quản lý chất lượng",
    "HCNN": "hành chính nhà nước",
    "TTHC": "thủ tục hành chính",
    "CCHC": "cải cách hành chính",
    "UBND": "ủy ban nhân dân",
    "HĐND": "hội đồng nhân dân",
    "MTCL": "mục tiêu chất lượng",
    "QPPL": "quy phạm pháp luật",
    "VBQPPL": "văn bản quy phạm pháp luật",
    "CQĐP": "chính quyền địa phương",
    "TCQG": "tiêu chuẩn quốc gia",
    "CNTT": "công nghệ thông tin",
    "TTCP": "thủ tướng chính phủ",
    "KHCN": "khoa học và công nghệ",
}
_LOOKED_AT = 20  # characters at the least in which a phrase is looked for at the start of a text
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


@record(frozen=True)
class Word:
    """One word of a text: as typed, bare (no case, no diacritics), and where it stands."""

    text: str
    bare: str
    start: int
    end: int
    abbreviated: bool = False

    @property
    def spelling(self) -> str:
        """The word with its diacritics and its case, wherever the tone is placed (``hòa`` is ``hoà``)."""
        decomposed = unicodedata.normalize("NFD", self.text)
        tones = "".join(char for char in decomposed if char in _TONES)
        return "".join(char for char in decomposed if char not in _TONES) + tones


@lru_cache(maxsize=4096)  # the titles of the registry are compared with every citation
def words(text: str) -> tuple[Word, ...]:
    """The words of the text, well-known abbreviations written out; a date is its three numbers, however written."""
    joints = {match.start(1) for match in _DATE_WORDS.finditer(text)} | {m.start(2) for m in _DATE_WORDS.finditer(text)}
    return tuple(word for word in _words(text) if word.start not in joints)


def _words(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        meaning = _ABBREVIATIONS.get(match[0])
        if meaning is None:
            text = "và" if match[0] == "&" else match[0]
            yield Word(text, fold_word(text).lstrip("0"), match.start(), match.end())
            continue
        for word in meaning.split():
            yield Word(word, fold_word(word), match.start(), match.end(), abbreviated=True)


@record(frozen=True)
class Likeness:
    """How far a text, read from its start, is the title: share of words, where it ends, and what differs."""

    ratio: float
    end: int
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    abbreviated: bool = False
    misspelt: bool = False

    @property
    def same_words(self) -> bool:
        """Whether every word of the title is there and no other."""
        return self.ratio > 0 and not self.missing and not self.extra


@lru_cache(maxsize=1024)  # each rule on a citation asks
def compare(title: str, text: str) -> Likeness:
    """How like the title the beginning of the text is; what follows the title in the text does not count."""
    wanted = words(title)
    given = words(text)[: len(wanted) * 3 // 2 + 10]
    if not wanted or not given:
        return Likeness(0.0, 0)
    matcher = SequenceMatcher(None, [w.bare for w in wanted], [w.bare for w in given], autojunk=False)
    best, used, matched = 0.0, 0, 0
    for block in matcher.get_matching_blocks():
        matched += block.size
        ratio = 2 * matched / (len(wanted) + block.b + block.size) if block.size else 0.0
        if ratio > best:
            best, used = ratio, block.b + block.size
    if not used:
        return Likeness(0.0, 0)
    return _likeness(wanted, given[:used], best)


def _likeness(wanted: Sequence[Word], given: Sequence[Word], ratio: float) -> Likeness:
    matcher = SequenceMatcher(None, [w.bare for w in wanted], [w.bare for w in given], autojunk=False)
    missing, extra, misspelt, abbreviated = [], [], False, False
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            pairs = list(zip(wanted[i1:i2], given[j1:j2], strict=True))
            abbreviated |= any(b.abbreviated and not a.abbreviated for a, b in pairs)
            # A title may be quoted with a capital first letter.
            misspelt |= any(
                not (b.abbreviated or a.text.isdigit())
                and a.spelling != b.spelling
                and not (n == 0 and _same_but_first(a, b))
                for n, (a, b) in enumerate(pairs, start=i1)
            )
            continue
        if i2 > i1:
            missing.append(" ".join(w.text for w in wanted[i1:i2]))
        if j2 > j1:
            extra.append(" ".join(w.text for w in given[j1:j2]))
    return Likeness(ratio, given[-1].end, tuple(missing), tuple(extra), abbreviated, misspelt)


def _same_but_first(a: Word, b: Word) -> bool:
    return a.spelling.casefold() == b.spelling.casefold()


def begins_with(text: str, phrase: str) -> int:
    """Where the phrase, read without case, accents and abbreviations, ends at the start of the text; 0 if not there."""
    wanted, near = words(phrase), text[: len(phrase) * 2 + _LOOKED_AT]
    first = next(_words(near), None)
    if wanted and (first is None or first.bare != wanted[0].bare):
        return 0  # most phrases, told by one word
    given = words(near)
    if len(given) < len(wanted) or [w.bare for w in given[: len(wanted)]] != [w.bare for w in wanted]:
        return 0
    return given[len(wanted) - 1].end


def begins_with_one(text: str, phrases: Iterable[str]) -> int:
    """Where the longest of the phrases ends that the text begins with, read as ``begins_with`` does; 0 for none."""
    first = next(_words(text), None)
    if first is None:
        return 0
    # A word cut short by what is looked at is told from the whole one where it is longer than any.
    told = first.end <= _LOOKED_AT
    return max(
        (begins_with(text, one) for one in phrases if not told or _first_bare(one) in ("", first.bare)), default=0
    )


@lru_cache(maxsize=1024)  # names of bodies
def _first_bare(phrase: str) -> str:
    """The phrase's first word, bare; empty where it has none."""
    return next((word.bare for word in words(phrase)), "")


def missing_tail(title: str, text: str) -> str:
    """What the title has beyond the text, where the text is nothing but its beginning; empty where it is not that."""
    wanted, given = words(title), words(text)
    if len(given) < 4 or len(given) >= len(wanted) or [w.bare for w in wanted[: len(given)]] != [w.bare for w in given]:
        return ""
    return title[wanted[len(given)].start :]
