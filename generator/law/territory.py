"""Provinces and kinds of unit by date: what no longer exists as an issuer, and what it became."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal

from generator.findings import Finding, Level
from generator.wording.characters import normalise

Role = Literal["issuer", "signer", "basis", "recipient", "body"]

_BODIES = (
    r"(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|hđnd và ubnd|phòng|văn phòng|công an"
    r"|ban chỉ huy quân sự)"
)
_KINDS = r"(?P<kind>huyện|quận|thị xã|thị trấn|cấp huyện)\b(?!\s+(?:ủy|đội))"
_DISTRICT = re.compile(rf"(?:^|[\s(/-]){_KINDS}", re.I)
_DISTRICT_BODY = re.compile(rf"{_BODIES}(?:\s+[^\s,;.:()]+){{0,6}}?\s+{_KINDS}", re.I)
_CITY = re.compile(rf"{_BODIES}\s+(?P<kind>thành phố|tp\.?)\s+(?P<name>[^,;.()\n]{{2,40}})", re.I)
_ROLE_WORDS: dict[Role, str] = {
    "issuer": "cơ quan ban hành",
    "signer": "người ký",
    "basis": "căn cứ",
    "recipient": "nơi nhận",
    "body": "nội dung",
}


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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

    def findings(self, text: str, role: Role, day: date, place: str = "") -> Iterator[Finding]:
        """What the text names that no longer exists on the day: an error as issuer or signer, else a note."""
        level = Level.ERROR if role in ("issuer", "signer") else Level.NOTE
        yield from self._districts(text, role, day, level, place)
        yield from self._provinces(text, role, day, level, place)

    def _districts(self, text: str, role: Role, day: date, level: Level, place: str) -> Iterator[Finding]:
        if day < self.district_end:
            return
        text = normalise(text)
        match = (_DISTRICT_BODY if role in ("body", "basis") else _DISTRICT).search(text)
        kind = match["kind"].casefold() if match else ""
        if not match and (city := _CITY.search(text)) and self._is_lower_city(city["name"], day):
            kind = "thành phố thuộc tỉnh"
        if not kind:
            return
        if kind == "cấp huyện":
            kind = "huyện"
        message = (
            f"{_ROLE_WORDS[role]} «{_cut(text)}»: từ {self.district_end:%d/%m/%Y} không còn đơn vị hành chính {kind}"
        )
        fix = {
            "basis": "văn bản cũ vẫn dẫn được; kiểm tra hiệu lực và cơ quan kế thừa",
            "recipient": "ghi cơ quan cấp xã hoặc cấp tỉnh kế thừa",
            "body": "ghi cơ quan cấp xã hoặc cấp tỉnh kế thừa",
        }.get(role, "ghi tên cơ quan cấp xã (xã, phường, đặc khu) hoặc cấp tỉnh hiện nay")
        yield Finding("cap-huyen", level, message, fix, place)

    def _is_lower_city(self, name: str, day: date) -> bool:
        typed = normalise(name).casefold()
        cities = [p.name for p in self.provinces if p.full(day).casefold().startswith("thành phố")]
        return typed[:1].isalpha() and not any(typed.startswith(city.casefold()) for city in cities)

    def _provinces(self, text: str, role: Role, day: date, level: Level, place: str) -> Iterator[Finding]:
        text = normalise(text)
        if "tỉnh" not in text.casefold():
            return
        names = [old for province in self.provinces for old in province.merged] + [old for old, _, _ in self.renamed]
        for name in names:
            match = _named(name).search(text)
            province = self.successor_of(name, day) if match else None
            if province:
                message = f"{_ROLE_WORDS[role]} «{_cut(text)}»: ngày {day:%d/%m/%Y} không còn tỉnh {name}"
                yield Finding("ten-tinh-cu", level, message, f"nay thuộc {province.full(day)}", place)


@lru_cache
def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)tỉnh\s+{_loose(name)}(?!\w)", re.I)


def _loose(name: str) -> str:
    return r"\s*[-–]\s*".join(re.escape(part) for part in re.split(r"\s*-\s*", name)).replace(r"\ ", r"\s+")


def _same(a: str, b: str) -> bool:
    return normalise(a).casefold() == normalise(b).casefold()


def _cut(text: str) -> str:
    text = " ".join(text.split()).strip(" -+*;.,")
    return text if len(text) <= 70 else f"{text[:70].rsplit(' ', 1)[0]}…"
