"""Provinces and kinds of unit by date: what no longer exists as an issuer, and what it became."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from datetime import date
from functools import lru_cache

from generator.patterns import late
from generator.records import record
from generator.wording.characters import normalise
from generator.wording.words import words_of

_BODIES = (
    r"(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|hđnd và ubnd|phòng|văn phòng|công an"
    r"|ban chỉ huy quân sự)"
)
_KINDS = r"(?P<kind>huyện|quận|thị xã|thị trấn|cấp huyện)\b(?!\s+(?:ủy|đội))"
_DISTRICT = late(rf"(?:^|[\s(/-]){_KINDS}", re.I)
_DISTRICT_BODY = late(rf"{_BODIES}(?:\s+[^\s,;.:()]+){{0,6}}?\s+{_KINDS}", re.I)
_CITY = late(rf"{_BODIES}\s+(?P<kind>thành phố|tp\.?)\s+(?P<name>[^,;.()\n]{{2,40}})", re.I)
_PERSON = late(r"\W*(?:ông|bà|đồng chí|đ/c|các ông|các bà|ông \(bà\))\s", re.I)
_PROVINCE = late(r"(?<!\w)tỉnh(?=\s+(?P<word>\w+))", re.I)
_MAY_NAME = frozenset(("huyện", "quận", "thị", "thành", "tp", "tỉnh"))  # of each unit that is gone, its kind


@record(frozen=True)
class Province:
    """One province-level unit of today: its name without kind, its kind in 2025, and the day it became a city."""

    name: str
    kind: str
    merged: tuple[str, ...] = ()
    city_since: date | None = None

    def full(self, day: date) -> str:
        """The unit with its kind on the day, e.g. ``thành phố Đồng Nai``."""
        city = self.kind == "thành phố" or (self.city_since is not None and day >= self.city_since)
        name = "Thành phố" if city and self.name == "Hồ Chí Minh" else ("thành phố" if city else "tỉnh")
        return f"{name} {self.name}"


@record(frozen=True)
class Territory:
    """The provinces, the day the new ones began to work, the end of the district level, and earlier renamings."""

    provinces: tuple[Province, ...]
    since: date
    district_end: date
    renamed: tuple[tuple[str, str, date], ...] = field(default=())

    def successor_of(self, name: str, day: date) -> Province | None:
        """The province of today that an old name went into, if the name was gone on the day; None when it still is."""
        for old, new, since in self.renamed:
            if _same(old, name) and day >= since:
                return next(province for province in self.provinces if _same(province.name, new))
        if day < self.since:
            return None
        return next((p for p in self.provinces if any(_same(name, old) for old in p.merged)), None)

    def may_name(self, text: str) -> bool:
        """Whether the text can name a unit at all: a quick look, before it is read in earnest."""
        return not _MAY_NAME.isdisjoint(words_of(text).low)

    def gone_kind(self, text: str, day: date, *, in_body: bool) -> str:
        """The kind of unit named that no longer exists on the day (``huyện``, ``thành phố thuộc tỉnh``); empty if none.

        ``in_body`` asks that it stand with a body (``UBND huyện …``), as running text also names places of the past.
        """
        if day < self.district_end:
            return ""
        named = (_DISTRICT_BODY if in_body else _DISTRICT).finditer(text)
        # «ông Nguyễn Văn Huyện» is no district.
        match = next((one for one in named if not (one["kind"].istitle() and _PERSON.match(text))), None)
        if match:
            kind = match["kind"].casefold()
            return "huyện" if kind == "cấp huyện" else kind
        city = _CITY.search(text)
        return "thành phố thuộc tỉnh" if city and self._is_lower_city(city["name"], day) else ""

    def gone_provinces(self, text: str, day: date) -> Iterator[tuple[str, Province]]:
        """Each province named that no longer exists on the day, with the one it went into."""
        spoken_of = {_first_word(match["word"]) for match in _PROVINCE.finditer(text)}
        if not spoken_of:  # as of most texts
            return
        names = [old for province in self.provinces for old in province.merged] + [old for old, _, _ in self.renamed]
        for name in names:
            # Thirty patterns, of which a text can match hardly one: its first word is looked for before it is compiled.
            match = _named(name).search(text) if _first_word(name) in spoken_of else None
            province = self.successor_of(name, day) if match else None
            if province:
                yield name, province

    def _is_lower_city(self, name: str, day: date) -> bool:
        typed = normalise(name).casefold()
        cities = [p.name for p in self.provinces if p.full(day).casefold().startswith("thành phố")]
        return name[:1].isupper() and not any(typed.startswith(city.casefold()) for city in cities)


@lru_cache(maxsize=1024)
def _first_word(name: str) -> str:
    """The first word as patterns without case compare it, which take every kind of i for one."""
    return re.split(r"\W", name.casefold().replace("\u0307", "").replace("ı", "i"), maxsplit=1)[0]


@lru_cache
def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)tỉnh\s+{_loose(name)}(?!\w)", re.I)


def _loose(name: str) -> str:
    return r"\s*[-–]\s*".join(re.escape(part) for part in re.split(r"\s*-\s*", name)).replace(r"\ ", r"\s+")


def _same(a: str, b: str) -> bool:
    return normalise(a).casefold() == normalise(b).casefold()
