"""A Word file opened to be judged."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from generator.checking.profiling import profile_of
from generator.law.form.editions import ND30, edition_on
from generator.law.form.profiles import Asked
from generator.layout import Document, read
from generator.parts import read_parts
from generator.parts.model import Part
from generator.parts.walking import body_lines
from generator.patterns import late
from generator.rules.form._reading import FileReading
from generator.wording.times.dates import parse_date

_BLANK_DAY = late(r"ngày[\s.…_]*tháng[\s.…_]*(?P<month>\d{1,2})?[\s.…_]*năm\s*(?P<year>[12]\d{3})\s*$", re.I)


def read_file(docx: bytes, asked: Asked | None = None) -> FileReading:
    """The file as rules of form read it; ``asked`` is as what it is judged, the rest is what it shows of itself.

    Raises ConversionError for a file that is no sound DOCX.
    """
    return read_layout(read(docx, origins=True), asked)


def read_layout(document: Document, asked: Asked | None = None) -> FileReading:
    """The file whose layout, with origins, has been read already."""
    today = date.today()
    lines = body_lines(document)
    parts = read_parts(document, lines)
    text = parts.text(Part.PLACE_DATE)
    day = _day(text)
    presumed = day or _last_day(text, today)
    edition = edition_on(presumed)
    profile = profile_of(parts, asked or Asked())
    return FileReading(document, parts, profile, edition or ND30, lines, day, presumed, today)


def _last_day(text: str, today: date) -> date:
    """The day by which a file that bears none is judged: today, when what is a draft is to be issued.

    Where its month, or its year, lies in the past it was issued, its day written by hand: then the last it can be of.
    """
    said = _BLANK_DAY.search(text)
    if said is None:
        return today
    year, month = int(said["year"]), int(said["month"] or 12)
    if not 1 <= month <= 12 or (year, month) >= (today.year, today.month if said["month"] else 12):
        return today
    return date(year, month, monthrange(year, month)[1])


def _day(text: str) -> date | None:
    """The day of the line of place and date, where it bears one."""
    _, _, said = text.rpartition(",")
    try:
        return parse_date(said.strip())
    except ValueError:
        return None
