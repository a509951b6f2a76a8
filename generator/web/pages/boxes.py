"""The boxes of a form as they were typed, read as numbers, days, short texts; what is wrong with each, all at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from datetime import date, datetime

from generator.errors import DataError, Problem, VanthuError

_SHOWN = 40  # characters of what was typed that a message repeats
_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d%m%Y")
_BARE = 8  # figures of a day typed without signs between them
_CENTURIES = range(1900, 2200)


class Boxes:
    """What was typed into a form, by the keys of its boxes; ``wrong`` are the problems by key, in order of reading."""

    chosen: tuple[str, ...] = ()
    """What was ticked, where there are boxes to tick."""

    def __init__(self, **typed: str) -> None:
        self.typed = {name: unicodedata.normalize("NFC", text) for name, text in typed.items()}
        self.wrong: dict[str, Problem] = {}

    def number(self, key: str, called: str, least: int, most: int) -> int:
        """The number, in figures, spaces around it forgiven; ``least`` where what is wrong is noted."""
        text = unicodedata.normalize("NFKC", self.typed[key]).strip()
        if text.isascii() and text.isdecimal() and len(text) <= len(str(most)) + 3 and least <= int(text) <= most:
            return int(text)
        what = f"{called} «{_short(text)}» không phải là số từ {least} đến {most}" if text else f"{called} còn trống"
        self.note(key, what, f"ghi bằng chữ số, từ {least} đến {most}")
        return least

    def number_or_none(self, key: str, called: str, least: int, most: int) -> int | None:
        """The number, None where the box is empty."""
        return self.number(key, called, least, most) if self.typed[key].strip() else None

    def day_or_none(self, key: str, called: str) -> date | None:
        """The day, None where the box is empty, or what is wrong is noted."""
        day = day_of(self.typed[key])
        if day is None and (text := self.typed[key].strip()):
            self.note(key, f"{called} «{_short(text)}» không phải là ngày có trong lịch", "ghi ngày như 05/03/2026")
        return day

    def text(self, key: str, called: str, longest: int, *, must: bool = True) -> str:
        """The text with single spaces; one that must be there, or is too long, is noted."""
        text = " ".join(self.typed[key].split())
        if must and not text:
            self.note(key, f"{called} còn trống", "ghi vào ô này")
        return self._fitting(key, called, text, longest)

    def lines(self, key: str, called: str, longest: int) -> str:
        """The text with its lines; one too long is noted."""
        return self._fitting(key, called, self.typed[key].replace("\r\n", "\n").strip(), longest)

    def one_of(self, key: str, called: str, choices: Collection[str]) -> str:
        """What was chosen; what is no choice is noted."""
        if self.typed[key] not in choices:
            self.note(key, f"chưa chọn {called}", "chọn trong danh sách")
        return self.typed[key]

    def note(self, key: str, what: str, fix: str = "") -> None:
        """Notes what is wrong with a box; the first that is wrong with it counts."""
        self.wrong.setdefault(key, Problem(key, what, fix))

    def done(self) -> None:
        """Raises DataError where anything is wrong."""
        if self.wrong:
            raise DataError(list(self.wrong.values()))

    def told(self, error: VanthuError, key: str) -> Boxes:
        """These boxes, with what was told elsewhere noted: at the box that its place names, else at the one given."""
        for one in error.problems:
            if one not in self.wrong.values():
                self.note(one.place if one.place in self.typed else key, one.what, one.fix)
        return self

    def _fitting(self, key: str, called: str, text: str, longest: int) -> str:
        if len(text) > longest:
            self.note(key, f"{called} dài {len(text)} ký tự, ghi được nhiều nhất {longest}", "viết ngắn hơn")
        return text


def day_of(typed: str) -> date | None:
    """The day typed, None for none or what is no day of these centuries."""
    text = typed.strip()
    for form in _DAYS:
        if text.isdecimal() and len(text) != _BARE:
            continue
        try:
            day = datetime.strptime(text, form).date()
        except ValueError:
            continue
        return day if day.year in _CENTURIES else None
    return None


def day_shown(typed: str) -> str:
    """The day typed as people here write it; what is no day as it was typed."""
    day = day_of(typed)
    return f"{day:%d/%m/%Y}" if day else typed


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
