"""(i) A file judged, warm, in one process: processor time beside what opens the same file and does less.

The subject is the longest decision of the examples. The floor is its XML parsed and nothing else; python-docx opens it
and reads every paragraph and cell; ours reads layout and components, and asks every rule. With pages the file is set by
Typst as well, which is what tells the page of each finding.
"""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

import docx
from lxml import etree

from bench.papers import examples
from bench.table import Line, timed
from bench.timing import take_turns
from generator.checking.judging import judge
from generator.checking.reading import read_file
from generator.judgement import hygiene
from generator.law.citations import find_numbers
from generator.layout import read
from generator.service.checking.checked import CheckOptions, check_bytes
from generator.service.checking.terms import Terms
from generator.wording.naming.glance import glance
from generator.wording.words import words_of

_WORK, _OURS = "kiểm tra thể thức (CPU)", "vanthu check, không dàn trang"
_ROUNDS = 9


def measure(folder: Path, rounds: int = _ROUNDS) -> list[Line]:
    """The lines of the table; ratios are to our check without pages."""
    files = examples(folder / "check")
    file = max((one for one in files if "quyet-dinh" in one.name), key=lambda one: one.stat().st_size)
    given = file.read_bytes()
    runs: dict[str, Callable[[], object]] = {
        _OURS: lambda: _checked(file, given, pages=False),
        "đọc bố cục và mọi quy tắc thể thức": lambda: judge(read_file(given)),
        "đọc bố cục": lambda: read(given, origins=True),
        "vanthu check, có dàn trang": lambda: _checked(file, given, pages=True),
        "python-docx: mở, đọc mọi đoạn và ô": lambda: _words(given),
        "lxml: chỉ đọc XML": lambda: _parsed(given),
    }
    for run in runs.values():
        run()
    times = take_turns({name: _cpu(run) for name, run in runs.items()}, dict.fromkeys(runs, rounds))
    return [timed(_WORK, file.name, name, taken, median(times[_OURS])) for name, taken in times.items()]


def _checked(file: Path, given: bytes, *, pages: bool) -> object:
    for kept in (find_numbers, hygiene._remarks, glance, words_of):  # its texts are to be new, as another one's are
        kept.cache_clear()
    return check_bytes(file, given, CheckOptions(pages=pages), Terms())


def _words(given: bytes) -> int:
    opened = docx.Document(io.BytesIO(given))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return sum(map(len, [paragraph.text for paragraph in opened.paragraphs] + cells))


def _parsed(given: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(given)) as packed:
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(packed.read(name))


def _cpu(work: Callable[[], object]) -> Callable[[], float]:
    def run() -> float:
        begin = time.process_time()
        work()
        return time.process_time() - begin

    return run
