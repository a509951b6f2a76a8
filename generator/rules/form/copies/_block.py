"""What stands below a document and makes it a bản sao, taken apart."""

from __future__ import annotations

from generator.edits import Spot
from generator.layout.tree import Cell, Paragraph, Table
from generator.parts import recognising as says
from generator.parts.lines import Line, halves
from generator.patterns import late
from generator.records import record
from generator.rules.form._reading import FileReading, spot_of
from generator.wording.characters import fold

ABBREVIATIONS = {"saoy": "SY", "saoluc": "SL", "trichsao": "TrS"}
"""The three forms of copy, folded, and how a copy's symbol begins (ND30-I2.2.2)."""
_LABELLED = late(r"s[ốóô]\s*:?\s*[^/]*/\s*(?P<sign>\S.*)", 2)


@record(frozen=True)
class Copy:
    """A copy: the line of its form, the lines beside and below it, halves of a line apart."""

    form: Line
    lines: tuple[Line, ...]

    @property
    def spot(self) -> Spot | None:
        """Where its form stands."""
        return spot_of(self.form)

    @property
    def place(self) -> str:
        """Where a reader finds it."""
        return f"Bản sao ({self.form.place})"

    @property
    def names(self) -> list[Line]:
        """The lines that name the agency that copies: in capitals, left of the form."""
        return [
            line
            for line in self.lines
            if line.row == self.form.row and line.side == "left" and line.upper and not says.number(line.text)
        ]

    @property
    def number(self) -> Line | None:
        """The line of its number."""
        return next((line for line in self.lines if says.number(line.text)), None)

    @property
    def sign(self) -> str:
        """Its symbol: «SY-UBND»."""
        found = _LABELLED.match(self.number.text) if self.number is not None else None
        return found["sign"].strip() if found else ""

    @property
    def asked(self) -> str:
        """How its symbol shall begin, also where more words name the form: «SAO Y BẢN CHÍNH»."""
        said = fold(self.form.text)
        return next((short for form, short in ABBREVIATIONS.items() if form in said), "")

    def has(self, what: str) -> bool:
        """Whether a line of it is a ``date``, a ``signature``, a list of ``recipients``."""
        for line in self.lines:
            text = line.text
            if (what == "date" and says.place_date(text)) or (what == "recipients" and says.recipients(text)):
                return True
            if what == "signature" and (says.sign_authority(text) or says.position(text)):
                return True
        return False


def copy_of(reading: FileReading) -> Copy | None:
    """The copy that the file is, if it is one."""
    lines = tuple(piece for line in reading.parts.copy for piece in halves(line) if piece.text)
    form = next((line for line in lines if says.copy_form(line.text)), None)
    return Copy(form, lines) if form is not None else None


def ruled_off(reading: FileReading, copy: Copy) -> bool:
    """Whether a line is drawn above the copy."""
    at = next((n for n, line in enumerate(reading.lines) if line is reading.parts.copy[0]), 0)
    if any(line.rules for line in reading.lines[max(at - 3, 0) : at + 1]):
        return True
    if copy.form.paragraph.format.border("top") is not None:
        return True
    for section in reading.document.sections:
        for block in section.blocks:
            if isinstance(block, Table) and block.rows:
                cells = [cell for row in block.rows for cell in row.cells]
                if any(_holds(cell, copy.form.paragraph) for cell in cells):
                    return any(cell.format.top is not None for cell in block.rows[0].cells)
    return False


def _holds(cell: Cell, paragraph: Paragraph) -> bool:
    return any(block is paragraph for block in cell.blocks)
