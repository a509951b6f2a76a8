"""(h) Files as offices have them: the command against LibreOffice started for each, warm against all in one call."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median

from bench.batch import PROGRAM, Spent, command_batch, convert_batch, spent_by
from bench.start import bytecode_kept
from bench.table import Bar, Line, milliseconds
from bench.tools import convert_command, soffice
from generator.errors import ConversionError
from generator.pdf import convert
from generator.resources import example_folders
from generator.service import issue, open_dossier, review

WORK = "tệp thật → PDF"
COLD, WARM, TOGETHER = "lệnh, từng tệp", "trong tiến trình", "một lệnh, cả loạt"
SLOW = "tệp quá 5 giây mà soffice chỉ 1 giây"
_MOST_PAGES = 10
_COLD_BAR, _WARM_BAR = Bar(4), Bar(3)
_OURS_SLOW, _THEIRS_FAST = 5.0, 1.0  # seconds: what the one may not take where the other takes no longer
_SAMPLE = 12  # files the command is started for
_SHOWN = 10


def measure(folder: Path, corpus: Path | None = None, rounds: int = 3) -> list[Line]:
    """The lines of the table: every DOCX below ``corpus``, or the documents of the examples; minima over the rounds."""
    files = sorted(corpus.rglob("*.docx")) if corpus else examples(folder / "examples")
    pages = {file: count for file in files if (count := _pages(file))}
    drawn = list(pages)
    ours: dict[Path, Spent] = {}
    theirs: dict[Path, float] = {}
    most = Spent(1e9, 1e9)
    together = {"vanthu": most, "soffice": most}
    environment = bytecode_kept(folder)
    for _ in range(rounds):
        ours = {file: _warm(file).least(ours.get(file, most)) for file in drawn}
        if drawn and soffice():
            taken, spent = convert_batch(drawn, folder)
            theirs = {file: min(seconds, theirs.get(file, 1e9)) for file, seconds in taken.items()}
            together["soffice"] = spent.least(together["soffice"])
            together["vanthu"] = command_batch(drawn, folder, environment).least(together["vanthu"])
    both = [file for file in drawn if file in theirs] if soffice() else drawn
    short = [file for file in both if pages[file] <= _MOST_PAGES]
    if not short:
        return [Line(WORK, "không có tệp nào cả hai cùng vẽ được", "vanthu")]
    sample = short[:: max(1, -(-len(short) // _SAMPLE))]
    cold = _cold(sample, folder, rounds, environment)
    lines = [*_cold_lines(cold, len(sample)), *_warm_lines(short, both, ours, theirs)]
    if theirs:
        lines += _together_lines(together, sum(ours[file].cpu for file in drawn), len(drawn))
    return [*lines, *_slowest(both, ours, theirs)]


def examples(folder: Path) -> list[Path]:
    """The documents of the example dossiers, as DOCX in the folder."""
    folder.mkdir()
    files = []
    for example in example_folders():
        for document in issue(review(open_dossier(example)), formats=("docx",), force=True):
            file = folder / f"{example.name}-{document.name}.docx"
            file.write_bytes(document.docx)
            files.append(file)
    return files


def _pages(file: Path) -> int:
    """How many pages Typst draws of the file, none when it is refused."""
    try:
        return convert(file.read_bytes()).pages
    except ConversionError:
        return 0


def _warm(file: Path) -> Spent:
    docx = file.read_bytes()
    wall, cpu = time.perf_counter(), time.process_time()
    convert(docx)
    return Spent(time.perf_counter() - wall, time.process_time() - cpu)


def _cold(
    files: Iterable[Path], folder: Path, rounds: int, environment: Mapping[str, str]
) -> dict[str, dict[Path, Spent]]:
    """What each file takes by itself: our command, LibreOffice with a profile that is there, and with a new one."""
    found: dict[str, dict[Path, Spent]] = {"vanthu": {}}
    if soffice():
        found |= {"soffice": {}, "soffice, hồ sơ mới": {}}
    fresh, output = folder / "fresh", folder / "cold"
    for _ in range(rounds):
        for file in files:
            commands = {
                "vanthu": [sys.executable, str(PROGRAM), "pdf", str(file), "-o", str(output)],
                "soffice": convert_command(folder / "profile", output, [file]),
                "soffice, hồ sơ mới": convert_command(fresh, output, [file]),
            }
            for name, best in found.items():
                shutil.rmtree(fresh, ignore_errors=True)
                spent = spent_by(commands[name], environment)
                best[file] = spent.least(best.get(file, spent))
    return found


def _cold_lines(cold: dict[str, dict[Path, Spent]], count: int) -> list[Line]:
    ours = cold["vanthu"]
    subject = f"{count} tệp ≤ {_MOST_PAGES} trang"
    lines = []
    for name, theirs in cold.items():
        for what, of in (("", _wall), (", CPU", _cpu)):
            mine, others = _total(map(of, ours.values())), _total(map(of, theirs.values()))
            bar = _COLD_BAR if name == "soffice" else None
            lines.append(_line(f"{WORK}, {COLD}", subject, name + what, others / count, others / mine, bar))
        if theirs is not ours:
            worst = min(theirs[file].wall / ours[file].wall for file in ours)
            lines.append(Line(f"{WORK}, {COLD}", subject, "  tệp kém nhất", "", "", "", worst))
    return lines


def _warm_lines(short: list[Path], both: list[Path], ours: dict[Path, Spent], theirs: dict[Path, float]) -> list[Line]:
    subject, work = f"{len(short)} tệp ≤ {_MOST_PAGES} trang", f"{WORK}, {WARM}"
    count = len(short)
    mine = _total(ours[file].wall for file in short)
    lines = [_line(work, subject, "vanthu", mine / count, 1.0)]
    if not theirs:
        return [*lines, Line(work, subject, "soffice, cả loạt một lần", bar=_WARM_BAR)]
    others = _total(theirs[file] for file in short)
    ratio = median(theirs[file] / ours[file].wall for file in short)
    slow = sum(ours[file].wall > _OURS_SLOW and theirs[file] <= _THEIRS_FAST for file in both)
    return [
        *lines,
        _line(work, subject, "soffice, cả loạt một lần", others / count, others / mine, _WARM_BAR),
        Line(work, subject, "  trung vị của từng tệp", "", "", "", ratio),
        Line(work, f"{len(both)} tệp", SLOW, "", "", "", float(slow), Bar(0, most=True)),
    ]


def _together_lines(together: dict[str, Spent], warm: float, count: int) -> list[Line]:
    """One call of either for all files, starts left out: what a user waits for, and what all processors work for it.

    ``warm`` is what we work for them in one process, one after another.
    """
    subject, theirs = f"{count} tệp, {os.cpu_count()} bộ xử lý", together["soffice"]
    lines = [
        _line(f"{WORK}, {TOGETHER}", subject, by + what, of(spent) / count, of(spent) / of(together["vanthu"]), bar)
        for what, of, asked in (("", _wall, _WARM_BAR), (", CPU", _cpu, None))
        for by, spent, bar in (("vanthu", together["vanthu"], None), ("soffice", theirs, asked))
    ]
    alone = _line(f"{WORK}, {WARM}", f"{count} tệp", "vanthu, CPU", warm / count, 1.0)
    others = _line(
        f"{WORK}, {WARM}", f"{count} tệp", "soffice, cả loạt một lần, CPU", theirs.cpu / count, theirs.cpu / warm
    )
    return [alone, others, *lines]


def _slowest(both: list[Path], ours: dict[Path, Spent], theirs: dict[Path, float]) -> list[Line]:
    """The files that come off worst against LibreOffice, by name."""
    compared = sorted((file for file in both if file in theirs), key=lambda file: theirs[file] / ours[file].wall)
    return [
        _line("  kém nhất", file.name[:40], "vanthu", ours[file].wall, theirs[file] / ours[file].wall)
        for file in compared[:_SHOWN]
    ]


def _line(work: str, subject: str, by: str, seconds: float, ratio: float, bar: Bar | None = None) -> Line:
    return Line(work, subject, by, milliseconds(seconds), "", "", ratio, bar)


def _wall(spent: Spent) -> float:
    return spent.wall


def _cpu(spent: Spent) -> float:
    return spent.cpu


def _total(times: Iterable[float]) -> float:
    return sum(times)
