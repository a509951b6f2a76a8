"""The rows an empty workbook shows as examples: those of the starter dossier, marked so that they are not read."""

from __future__ import annotations

from functools import cache

from generator.dossier.reading.reader import load_dossier
from generator.resources import STARTER
from generator.workbook.reading.row import EXAMPLE
from generator.workbook.sheets.values import Written
from generator.workbook.writing.flatten import sheets_of

_SHOWN = 2  # rows of each sheet
Row = dict[str, Written]


@cache
def _rows() -> dict[str, list[Row]]:
    return {sheet.name: sheet.rows[:_SHOWN] for sheet in sheets_of(load_dossier(STARTER)) if not sheet.form}


def example_rows(sheet: str) -> list[Row]:
    """The example rows of the sheet by heading, the first filled cell of each marked."""
    marked = []
    for row in _rows().get(sheet, []):
        first = next(heading for heading, value in row.items() if value is not None)
        marked.append({**row, first: f"{EXAMPLE} {row[first]}"})
    return marked
