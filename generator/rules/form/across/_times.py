"""Days and hours that a sentence gives, in the order they stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.law.written.days import DAY, as_day
from generator.patterns import late
from generator.rules.form._reading import FileReading

_HOUR = late(r"(?<!\d)(?P<h>[01]?\d|2[0-4])\s*(?:giờ|h|g|:)\s*(?P<m>[0-5]\d)?(?!\d)", 2)

PLANNED = timedelta(days=366)
"""Who drafts, or numbers what is signed later, may say a day to come: no later one is believed."""


def believed_day(reading: FileReading) -> date | None:
    """The day the document bears, none where no paper can be of that day yet."""
    return reading.day if reading.day is not None and reading.day - reading.today <= PLANNED else None


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
