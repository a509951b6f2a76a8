"""Many files converted in one call: by LibreOffice, its fastest way, with the time of each, and by our command."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.tools import convert_command

PROGRAM = Path(__file__).parent.parent / "cli.py"
_AT_ONCE = 100  # it ends without a word after some 250 files


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of the clock, and of processor time of a process and all it started."""

    wall: float
    cpu: float

    def least(self, other: Spent) -> Spent:
        """The smaller of both: what a busy machine adds is no part of the work."""
        return Spent(min(self.wall, other.wall), min(self.cpu, other.cpu))

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.wall + other.wall, self.cpu + other.cpu)

    def __sub__(self, other: Spent) -> Spent:
        return Spent(self.wall - other.wall, self.cpu - other.cpu)


def spent_by(command: Sequence[str], environment: Mapping[str, str] | None = None, timeout: float = 600) -> Spent:
    """What a command takes from its start to its end, whether it succeeds or not."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=False, timeout=timeout)
    wall, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def convert_batch(files: Sequence[Path], folder: Path) -> tuple[dict[Path, float], Spent]:
    """Seconds for each file that LibreOffice draws, and what they take together; its start is left out of both.

    A file's time is that between its PDF and the one before it, so one that follows a failure has none.
    """
    taken: dict[Path, float] = {}
    together = Spent(0, 0)
    for begin in range(0, len(files), _AT_ONCE):
        chunk = files[begin : begin + _AT_ONCE]
        first = _copies(chunk[:1], folder / "start")
        start = spent_by(convert_command(folder / "profile", folder / "start-pdf", first))
        copies = _copies([chunk[0], *chunk], folder / "batch")
        output = folder / "batch-pdf"
        together += spent_by(convert_command(folder / "profile", output, copies)) - start
        ended = [_time_of((output / copy.name).with_suffix(".pdf")) for copy in copies]
        for file, before, after in zip(chunk, ended, ended[1:], strict=False):
            if before is not None and after is not None:
                taken[file] = after - before
        shutil.rmtree(output, ignore_errors=True)
    return taken, together


def command_batch(files: Sequence[Path], folder: Path, environment: Mapping[str, str]) -> Spent:
    """What one ``vanthu pdf`` of all the files takes beyond one of the first alone: its start is left out as well."""
    copies = _copies([files[0], *files], folder / "ours")
    call = [sys.executable, str(PROGRAM), "pdf", "-o", str(folder / "ours-pdf")]
    start = spent_by([*call, str(copies[0])], environment)
    return spent_by([*call, *map(str, copies)], environment) - start


def _copies(files: Sequence[Path], folder: Path) -> list[Path]:
    """The files under names of their own: two of the same name would become one PDF."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    copies = [folder / f"{number:04}.docx" for number in range(len(files))]
    for file, copy in zip(files, copies, strict=True):
        shutil.copyfile(file, copy)
    return copies


def _time_of(file: Path) -> float | None:
    return file.stat().st_mtime_ns / 1e9 if file.exists() else None
