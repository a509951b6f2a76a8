"""Whether two names are of one unit: certainly, perhaps, or not; never decided by leaving out accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from generator.patterns import late
from generator.records import record
from generator.wording.characters import fold
from generator.wording.numerals.ordinals import roman, roman_value
from generator.wording.syllables import place_tones


class Likeness(Enum):
    """What two names have to do with each other."""

    SAME = "same"
    """One name: but for capitals, spaces, kinds of dash and of quotes, and where a tone mark stands (hoà, hòa)."""
    ASK = "ask"
    """Most probably one unit: unaccented, abbreviated, 5 for 05, with or without the place it is in."""
    NEAR = "near"
    """One slip apart (An Bình, Ân Bình): two units as a rule, one only where nothing else is known of the second."""
    DIFFERENT = "different"


_TOKEN = late(r"\d+|[^\W\d_]+")
_OH = late(r"(?<=\d)[oO]+|\b[oO]+(?=\d)")
_MOST_ROMAN = 39  # CI and MI are initials
_Y = late(r"(?<=[bcdghklmnprstvx])y$|(?<=qu)y$")  # Mỹ and Mĩ, quý and quí
_JOINTS = frozenset({"và", "va"})
_BODIES = {"ubnd": ("ủy", "ban", "nhân", "dân"), "hđnd": ("hội", "đồng", "nhân", "dân"), "tp": ("thành", "phố")}
_BODIES |= {"hdnd": _BODIES["hđnd"], "tx": ("thị", "xã"), "gdđt": ("giáo", "dục", "đào", "tạo")}
_COMMITTEE = ("uy", "ban", "nhan", "dan")
_PLACES = tuple(
    tuple(kind.split())
    for kind in ("xã", "phường", "thị trấn", "thị xã", "huyện", "quận", "tỉnh", "thành phố", "đặc khu", "thôn", "ấp")
)
_NO_PLACE = frozenset({"hội", "hoi", "ủy", "uỷ", "uy", "đội", "doi", "viên", "vien"})  # xã hội, tỉnh ủy, huyện đội
_OFFICES = tuple(
    tuple(kind.split())
    for kind in ("sở", "phòng", "ban", "cục", "chi cục", "văn phòng", "thanh tra", "trung tâm", "trạm", "ủy ban",
                 "hội đồng", "công an", "bộ", "tổng cục", "vụ", "đội", "tổ", "khoa")
)  # fmt: skip
_KINDS = frozenset({*_PLACES, *_OFFICES})
_LEFT_OUT = (*_PLACES, *(tuple(kind.split()) for kind in ("sở", "phòng", "ban", "chi cục", "cục", "trạm")))


@record(frozen=True)
class _Word:
    """One word or number: in small letters, without accents, whether it began with a capital, or was in capitals."""

    marked: str
    bare: str
    capital: bool = False
    upper: bool = False

    @property
    def number(self) -> int | None:
        return int(self.bare) if self.bare.isdigit() else None


@record(frozen=True)
class _Name:
    key: str
    words: tuple[_Word, ...]
    numbers: tuple[int, ...]
    accented: bool
    shouted: bool


def name_key(name: str) -> str:
    """What is equal of two names that are written alike but for capitals, spaces, dashes, quotes, place of tones."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    text = re.sub(r"[‐-―−]", "-", text)
    text = re.sub("[“”„«»\"'’‘]", "", text)
    text = re.sub(r"\s*([-,;/])\s*", r"\1", " ".join(text.split()))
    return place_tones(text.strip(" .,;-"), "hòa")


def numbers_of(name: str) -> tuple[int, ...]:
    """The numbers in a name, in order: names with other numbers are of other units."""
    return _read(name).numbers


def likeness(first: str, second: str) -> Likeness:
    """What the two names of units have to do with each other; names with other numbers are of other units."""
    one, other = _read(first), _read(second)
    if one.key == other.key:
        return Likeness.SAME
    if one.numbers != other.numbers:
        return Likeness.DIFFERENT
    found = _compared(one.words, other.words, one, other)
    if found is Likeness.DIFFERENT:
        found = _shortened(one, other)
    return found


@lru_cache(maxsize=32_768)
def sketches(name: str) -> frozenset[str]:
    """Keys of which names that are asked about have at least one in common: they save comparing all with all."""
    read = _read(name)
    found = set()
    for words in _forms(read.words):
        found |= {_joined(words), _initials(words, shouted=read.shouted)}
    return frozenset(found)


@lru_cache(maxsize=32_768)
def _read(name: str) -> _Name:
    text = _OH.sub(lambda found: "0" * len(found[0]), unicodedata.normalize("NFC", name))
    shouted = text.isupper()
    words: list[_Word] = []
    for piece in _TOKEN.findall(text):
        low = piece.casefold()
        if low in _BODIES:
            words += [_word(part, part) for part in _BODIES[low]]
        elif low not in _JOINTS:
            words.append(_word(piece, place_tones(low, "hòa"), numeral=not shouted))
    numbers = tuple(word.number for word in words if word.number is not None)
    accented = any(fold(word.marked) != word.marked for word in words)
    return _Name(name_key(name), tuple(words), numbers, accented, shouted)


def _word(piece: str, low: str, *, numeral: bool = False) -> _Word:
    if low.isdigit():
        number = str(int(low))
        return _Word(number, number)
    if numeral and len(piece) > 1 and _is_roman(piece):
        number = str(roman_value(piece))
        return _Word(number, number)
    return _Word(low, _Y.sub("i", fold(low)), piece[:1].isupper(), len(piece) > 1 and piece.isupper())


def _is_roman(piece: str) -> bool:
    value = roman_value(piece)
    return 0 < value <= _MOST_ROMAN and roman(value) == piece


def _compared(one: tuple[_Word, ...], other: tuple[_Word, ...], first: _Name, second: _Name) -> Likeness:
    """Two names word by word: nothing is left out of either."""
    if len(one) != len(other):
        if _joined(one) != _joined(other):
            return Likeness.DIFFERENT
        same = "".join(word.marked for word in one) == "".join(word.marked for word in other)
        return Likeness.ASK if same or not (first.accented and second.accented) else Likeness.NEAR
    pairs = list(zip(one, other, strict=True))
    unlike = [at for at, (a, b) in enumerate(pairs) if a.bare != b.bare]
    if unlike:
        a, b = pairs[unlike[0]]
        slip = len(unlike) == 1 and a.number is None and b.number is None and _one_slip(a.bare, b.bare)
        rest_same = all(a.marked == b.marked for at, (a, b) in enumerate(pairs) if at not in unlike)
        return Likeness.NEAR if slip and rest_same else Likeness.DIFFERENT
    if not (first.accented and second.accented):
        return Likeness.ASK
    place = _office_ends(one)
    for at, (a, b) in enumerate(pairs):
        if a.marked == b.marked or _same_vowel(a.marked, b.marked):
            continue
        common = not (a.capital and b.capital) and not (first.shouted or second.shouted)
        if not (common or at < place or _is_kind(a) or _is_kind(b)):
            return Likeness.NEAR  # in a name of its own an accent is what tells two apart
    return Likeness.ASK


def _shortened(one: _Name, other: _Name) -> Likeness:
    """The names with what is often left out: the place it is in, the kind of unit, words told by their initials."""
    for short, long in ((one, other), (other, one)):
        for form in _forms(long.words):
            if form != long.words and _compared(short.words, form, one, other) is Likeness.ASK:
                return Likeness.ASK
        if _abbreviated(short, long):
            return Likeness.ASK
    return Likeness.DIFFERENT


def _forms(words: tuple[_Word, ...]) -> Iterator[tuple[_Word, ...]]:
    """The name whole; without the committee at its head; without the place at its end; without its kind."""
    yield words
    rest = words
    if tuple(word.bare for word in words[:4]) == _COMMITTEE and len(words) > 4 and _kind_at(words, 4, _PLACES):
        rest = words[4:]
        yield rest
    for at in range(2, len(rest)):
        if _kind_at(rest, at, _PLACES) and at + 1 < len(rest):
            yield rest[:at]
    length = _kind_at(rest, 0, _LEFT_OUT)
    named = rest[length:]
    if length and any(word.number is None for word in named) and not _kind_at(named, 0, _PLACES):
        yield named


def _kind_at(words: tuple[_Word, ...], at: int, kinds: tuple[tuple[str, ...], ...]) -> int:
    """How many words the kind of unit at this place has; 0 for none."""
    for kind in kinds:
        found = words[at : at + len(kind)]
        named = len(found) == len(kind) and all(
            word.marked == part or word.marked == fold(part) for word, part in zip(found, kind, strict=True)
        )
        after = words[at + len(kind)].marked if named and at + len(kind) < len(words) else ""
        if named and after not in _NO_PLACE:
            return len(kind)
    return 0


def _office_ends(words: tuple[_Word, ...]) -> int:
    """Where the name of what an office does ends and the name of its place begins; 0 where it is no office."""
    if not any(_begins(words, kind) for kind in _OFFICES):
        return 0
    return next((at for at in range(1, len(words)) if _kind_at(words, at, _PLACES)), len(words))


def _begins(words: tuple[_Word, ...], kind: tuple[str, ...]) -> bool:
    return tuple(word.bare for word in words[: len(kind)]) == tuple(fold(part) for part in kind)


def _is_kind(word: _Word) -> bool:
    return (word.marked,) in _KINDS


def _same_vowel(one: str, other: str) -> bool:
    """Whether they differ in i for y alone (Mĩ, Mỹ)."""
    table = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
    return one.translate(table) == other.translate(table)


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter is left out, put in, changed, or two are the wrong way round."""
    if min(len(one), len(other)) < 3 or abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        off = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        swapped = (
            len(off) == 2 and off[1] == off[0] + 1 and one[off[0]] == other[off[1]] and one[off[1]] == other[off[0]]
        )
        return len(off) == 1 or swapped
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _abbreviated(short: _Name, long: _Name) -> bool:
    """Whether one name has by its initials what the other has in words: Sở TN&MT, Sở Tài nguyên và Môi trường."""
    return len(short.words) < len(long.words) and any(
        _told(short.words, form, shouted=short.shouted) for form in (long.words, *_forms(long.words))
    )


def _told(short: tuple[_Word, ...], long: tuple[_Word, ...], *, shouted: bool) -> bool:
    if not short or not long:
        return not short and not long
    head, rest = short[0], short[1:]
    alike = head.bare == long[0].bare and (head.marked == long[0].marked or shouted)
    if alike and _told(rest, long[1:], shouted=shouted):
        return True
    if head.number is None and (head.capital or shouted):
        count = len(head.bare)
        if count <= len(long) and head.bare == "".join(word.bare[0] for word in long[:count]):
            return _told(rest, long[count:], shouted=shouted)
    return False


def _joined(words: tuple[_Word, ...]) -> str:
    """The letters of a name, its numbers kept apart."""
    return "".join(word.bare if word.number is None else f"|{word.bare}|" for word in words)


def _initials(words: tuple[_Word, ...], *, shouted: bool) -> str:
    whole = (word.number is not None or _no_vowel(word.bare) or (word.upper and not shouted) for word in words)
    return "#" + "".join(word.bare if kept else word.bare[0] for word, kept in zip(words, whole, strict=True))


def _no_vowel(bare: str) -> bool:
    return not set(bare) & set("aeiouy")
