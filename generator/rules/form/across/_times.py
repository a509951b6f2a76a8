"""Days and hours that a sentence gives, in the order they stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.law.written.days import DAY, as_day
from generator.patterns import late

_HOUR = late(r"(?<!\d)(?P<h>[01]?\d|2[0-4])\s*(?:giờ|h|g|:)\s*(?P<m>[0-5]\d)?(?!\d)", 2)


def days_in(text: str) -> Iterator[tuple[int, int, date]]:
    """Each day that the calendar has: where it begins, where it ends, and the day."""
    for found in DAY.finditer(text):
        day = as_day(found.group())
        if day is not None:
            yield found.start(), found.end(), day


def hour_in(text: str) -> int | None:
    """The first hour of the words, in minutes; none where none is told."""
    found = _HOUR.search(text)
    return int(found["h"]) * 60 + int(found["m"] or 0) if found is not None else None
