"""(c) The whole job: a dossier folder read, composed, and written as DOCX and PDF."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from subprocess import run

from bench.table import Line, timed
from bench.timing import seconds, take_turns
from generator.choices import FORMATS, Format
from generator.dossier import load_dossier
from generator.resources import DATA
from tests.rendering import render_dossier

WORK = "hồ sơ → tệp"
_PROGRAM = Path(__file__).parent.parent / "cli.py"
_DOSSIER = DATA / "bau-bang-2024"
_BOTH, _DOCX, _COMMAND = "vanthu, DOCX và PDF", "  trong đó: tới DOCX", "lệnh vanthu, kể cả khởi động Python"


def measure(folder: Path, rounds: int = 9) -> list[Line]:
    """The lines of the table for the job."""
    work = {
        _BOTH: lambda: seconds(lambda: _make(FORMATS)),
        _DOCX: lambda: seconds(lambda: _make(("docx",))),
        _COMMAND: lambda: seconds(lambda: _call(folder / "job")),
    }
    _make(FORMATS)
    times = take_turns(work, {_BOTH: rounds, _DOCX: rounds, _COMMAND: min(rounds, 5)})
    ours = median(times[_BOTH])
    return [timed(WORK, "QĐ Bàu Bàng", name, taken, ours) for name, taken in times.items()]


def _make(formats: tuple[Format, ...]) -> int:
    return len(list(render_dossier(load_dossier(_DOSSIER), only=["quyet-dinh"], formats=formats)))


def _call(folder: Path) -> None:
    command = [sys.executable, str(_PROGRAM), "render", str(_DOSSIER), "--only", "quyet-dinh", "--output", str(folder)]
    run(command, capture_output=True, check=True)
