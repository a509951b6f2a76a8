"""(b) DOCX to PDF: ours against LibreOffice cold, with many files in one call, and warm."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from subprocess import run

import typst

from bench.lean import document_source, table_source
from bench.merge import render_ours
from bench.office import UnoServer
from bench.table import Bar, Line, timed
from bench.timing import seconds, take_turns
from bench.tools import convert_command, soffice, uno_python
from generator.dossier import load_dossier
from generator.layout import read
from generator.pdf import convert
from generator.pdf.measuring.typefaces import font_book
from generator.pdf.typst.engine import compile_source
from generator.pdf.typst.source import FIXED_MOMENT, write_source
from generator.resources import DATA
from generator.wording.numerals.figures import thousands
from tests.rendering import render_dossier

WORK = "PDF"
OURS, COLD, WARM = "vanthu", "soffice, khởi động mỗi lần", "unoserver (LibreOffice chạy sẵn)"
MANY, LEAN = "soffice, 20 tệp một lần, mỗi tệp", "Typst, mã viết tay"
READ, WRITE, COMPILE = "  trong đó: đọc DOCX", "  trong đó: viết mã Typst", "  trong đó: Typst dựng"
SHARE = "  (đọc + viết mã) / dựng"
_FILES_AT_ONCE = 20
_BARS = {WARM: Bar(6), COLD: Bar(25)}
_SHARE_BAR = Bar(1 / 3, most=True)
_SLOW = 1_000  # rows above which LibreOffice needs half a minute: once each, and not twenty files


@dataclass(frozen=True, slots=True)
class Subject:
    """A document to convert: what the table calls it, its bytes, and how many rows it has (0: a decision)."""

    name: str
    docx: bytes
    rows: int = 0


def subjects(sizes: tuple[int, ...] = (30, 300, 3_000)) -> list[Subject]:
    """The Bàu Bàng decision, and tables of these lengths."""
    decision = next(iter(render_dossier(load_dossier(DATA / "bau-bang-2024"), only=["quyet-dinh"], formats=("docx",))))
    tables = [Subject(f"{thousands(rows)} hàng", render_ours(rows), rows) for rows in sizes]
    return [Subject("QĐ Bàu Bàng", decision.docx), *tables]


class Stages:
    """The conversion stage by stage, each with its own times."""

    def __init__(self, docx: bytes) -> None:
        self._docx = docx
        self.times: dict[str, list[float]] = {READ: [], WRITE: [], COMPILE: []}

    def convert(self) -> float:
        """One conversion, timed at each stage."""
        marks = [time.perf_counter()]
        document = read(self._docx)
        marks.append(time.perf_counter())
        source = write_source(document)
        marks.append(time.perf_counter())
        compile_source(source)
        marks.append(time.perf_counter())
        for name, begin, end in zip(self.times, marks, marks[1:], strict=False):
            self.times[name].append(end - begin)
        return marks[-1] - marks[0]


def compile_lean(source: str) -> bytes:
    """The PDF of the hand-written source, of the same standards as ours."""
    return typst.compile(
        source.encode(),
        font_paths=font_book([]),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        timestamp=FIXED_MOMENT,
    )


def forget() -> None:
    """Let Typst drop what it remembers of earlier documents: it keeps that for ten compilations, gigabytes of it."""
    for number in range(12):
        compile_lean(f'#set document(title: "{number}", date: datetime(year: 2026, month: 1, day: 5))\n{number}')


def measure(folder: Path, measured: list[Subject], rounds: int = 9) -> list[Line]:
    """The lines of the table for the PDF."""
    server = UnoServer(folder) if uno_python() else None
    try:
        return [line for subject in measured for line in _measure_subject(subject, folder, server, rounds)]
    finally:
        if server is not None:
            server.close()


def _measure_subject(subject: Subject, folder: Path, server: UnoServer | None, rounds: int) -> list[Line]:
    slow = subject.rows > _SLOW
    file = folder / f"{subject.rows}.docx"
    file.write_bytes(subject.docx)
    stages = Stages(subject.docx)
    lean = table_source(subject.rows) if subject.rows else document_source(subject.docx)
    work: dict[str, Callable[[], float]] = {
        OURS: lambda: seconds(lambda: convert(subject.docx)),
        "": stages.convert,
        LEAN: lambda: seconds(lambda: compile_lean(lean)),
    }
    counts = dict.fromkeys(work, 3 if slow else rounds)
    if server is not None:
        work[WARM] = lambda: server.convert(file, file.with_suffix(".pdf"))
        counts[WARM] = 1 if slow else rounds
    if soffice():
        work[COLD] = partial(_cold, [file], folder)
        counts[COLD] = 1 if slow else 3
        if not slow:
            work[MANY] = partial(_many, file, folder)
            counts[MANY] = 1
    for name in (OURS, "", LEAN, WARM):  # the first one pays for imports, fonts, and LibreOffice's own caches
        if counts.get(name, 0) > 1:
            work[name]()
    for stage in stages.times.values():
        stage.clear()
    times = take_turns(work, counts)
    forget()
    return _lines(subject, times, stages.times)


def _cold(files: list[Path], folder: Path) -> float:
    # The profile is there already after the first time, as on any machine that has run LibreOffice before.
    output, profile = folder / "soffice", folder / "soffice-profile"
    begin = time.perf_counter()
    run(convert_command(profile, output, files), capture_output=True, check=True, timeout=600)
    taken = time.perf_counter() - begin
    if not all((output / file.name).with_suffix(".pdf").exists() for file in files):
        raise RuntimeError("soffice không tạo ra tệp PDF")
    shutil.rmtree(output)
    return taken


def _many(file: Path, folder: Path) -> float:
    copies = [folder / f"{number}-{file.name}" for number in range(_FILES_AT_ONCE)]
    for copy in copies:
        shutil.copyfile(file, copy)
    return _cold(copies, folder) / _FILES_AT_ONCE


def _lines(subject: Subject, times: dict[str, list[float]], stages: dict[str, list[float]]) -> list[Line]:
    ours = median(times[OURS])
    lines = [timed(WORK, subject.name, OURS, times[OURS], ours)]
    lines += [timed(WORK, subject.name, name, stage, ours) for name, stage in stages.items()]
    translated = [sum(pair) for pair in zip(stages[READ], stages[WRITE], strict=True)]
    share = median(part / whole for part, whole in zip(translated, stages[COMPILE], strict=True))
    lines.append(Line(WORK, subject.name, SHARE, "", "", str(len(translated)), share, _SHARE_BAR))
    lines.append(timed(WORK, subject.name, LEAN, times[LEAN], ours))
    names = (WARM, COLD) if subject.rows > _SLOW else (WARM, COLD, MANY)
    lines += [timed(WORK, subject.name, name, times.get(name, []), ours, _BARS.get(name)) for name in names]
    return lines
