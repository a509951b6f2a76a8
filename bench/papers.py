"""(h) Files as offices have them: the command against LibreOffice started for each, warm against all in one call."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from bench.batch import Spent, convert_batch, spent_by
from bench.start import bytecode_kept
from bench.table import Bar, Line, milliseconds
from bench.tools import convert_command, soffice
from generator.errors import ConversionError
from generator.pdf import convert
from generator.resources import example_folders
from generator.service import issue, open_dossier, review

WORK = "tệp thật → PDF"
COLD, WARM, SLOW = "lệnh, từng tệp", "trong tiến trình", "tệp quá 5 giây mà soffice chỉ 1 giây"
_MOST_PAGES = 10
_COLD_BAR, _WARM_BAR = Bar(4), Bar(3)
_OURS_SLOW, _THEIRS_FAST = 5.0, 1.0  # seconds: what the one may not take where the other takes no longer
_SAMPLE = 12  # files the command is started for
_SHOWN = 10
_PROGRAM = Path(__file__).parent.parent / "cli.py"


def measure(folder: Path, corpus: Path | None = None, rounds: int = 3) -> list[Line]:
    """The lines of the table: every DOCX below ``corpus``, or the documents of the examples; minima over the rounds."""
    files = sorted(corpus.rglob("*.docx")) if corpus else examples(folder / "examples")
    pages = {file: count for file in files if (count := _pages(file))}
    drawn = list(pages)
    ours: dict[Path, Spent] = {}
    theirs: dict[Path, float] = {}
    processor = float("inf")
    for _ in range(rounds):
        ours = {file: _warm(file).least(ours.get(file, Spent(1e9, 1e9))) for file in drawn}
        if soffice():
            taken, cpu = convert_batch(drawn, folder)
            theirs = {file: min(seconds, theirs.get(file, 1e9)) for file, seconds in taken.items()}
            processor = min(processor, cpu / max(len(drawn), 1))
    both = [file for file in drawn if file in theirs] if soffice() else drawn
    short = [file for file in both if pages[file] <= _MOST_PAGES]
    if not short:
        return [Line(WORK, "không có tệp nào cả hai cùng vẽ được", "vanthu")]
    sample = short[:: max(1, -(-len(short) // _SAMPLE))]
    cold = _cold(sample, folder, rounds)
    lines = _warm_lines(short, both, ours, theirs, processor)
    return [*_cold_lines(cold, len(sample)), *lines, *_slowest(both, ours, theirs)]


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


def _cold(files: Iterable[Path], folder: Path, rounds: int) -> dict[str, dict[Path, Spent]]:
    """What each file takes by itself: our command, LibreOffice with a profile that is there, and with a new one."""
    found: dict[str, dict[Path, Spent]] = {"vanthu": {}}
    if soffice():
        found |= {"soffice": {}, "soffice, hồ sơ mới": {}}
    environment = bytecode_kept(folder)
    fresh, output = folder / "fresh", folder / "cold"
    for _ in range(rounds):
        for file in files:
            commands = {
                "vanthu": [sys.executable, str(_PROGRAM), "pdf", str(file), "-o", str(output)],
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


def _warm_lines(
    short: list[Path], both: list[Path], ours: dict[Path, Spent], theirs: dict[Path, float], processor: float
) -> list[Line]:
    subject, work = f"{len(short)} tệp ≤ {_MOST_PAGES} trang", f"{WORK}, {WARM}"
    count = len(short)
    mine = _total(ours[file].wall for file in short)
    lines = [_line(work, subject, "vanthu", mine / count, 1.0)]
    if not theirs:
        return [*lines, Line(work, subject, "soffice, cả loạt một lần", bar=_WARM_BAR)]
    others = _total(theirs[file] for file in short)
    ratio = median(theirs[file] / ours[file].wall for file in short)
    of_all = _total(ours[file].cpu for file in both) / len(both)
    slow = sum(ours[file].wall > _OURS_SLOW and theirs[file] <= _THEIRS_FAST for file in both)
    return [
        *lines,
        _line(work, subject, "soffice, cả loạt một lần", others / count, others / mine, _WARM_BAR),
        Line(work, subject, "  trung vị của từng tệp", "", "", "", ratio),
        _line(work, f"{len(both)} tệp", "vanthu, CPU", of_all, 1.0),
        _line(work, f"{len(both)} tệp", "soffice, cả loạt một lần, CPU", processor, processor / of_all),
        Line(work, f"{len(both)} tệp", SLOW, "", "", "", float(slow), Bar(0, most=True)),
    ]


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
