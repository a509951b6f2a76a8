"""What reading a workbook tells: problems, and notes that stop nothing."""

from __future__ import annotations

from dataclasses import field

from generator.errors import Problem
from generator.records import record


@record()
class Said:
    """What a reader of the sheet tells: problems, and notes that stop nothing."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
