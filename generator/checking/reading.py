"""A Word file opened to be judged."""

from __future__ import annotations

from datetime import date

from generator.checking.profiling import profile_of
from generator.law.form.editions import ND30, edition_on
from generator.law.form.profiles import Asked
from generator.layout import Document, read
from generator.parts import read_parts
from generator.parts.lines import body_lines
from generator.parts.model import Part
from generator.rules.form._reading import FileReading
from generator.wording.times.dates import parse_date


def read_file(docx: bytes, asked: Asked | None = None) -> FileReading:
    """The file as rules of form read it; ``asked`` is as what it is judged, the rest is what it shows of itself.

    Raises ConversionError for a file that is no sound DOCX.
    """
    return read_layout(read(docx, origins=True), asked)


def read_layout(document: Document, asked: Asked | None = None) -> FileReading:
    """The file whose layout, with origins, has been read already."""
    lines = body_lines(document)
    parts = read_parts(document, lines)
    day = _day(parts.text(Part.PLACE_DATE))
    edition = edition_on(day or date.today())  # what bears no day yet is to be issued under the law of today
    return FileReading(document, parts, profile_of(parts, asked or Asked()), edition or ND30, lines, day)


def _day(text: str) -> date | None:
    """The day of the line of place and date, where it bears one."""
    _, _, said = text.rpartition(",")
    try:
        return parse_date(said.strip())
    except ValueError:
        return None
