"""``--corpus``: every DOCX below a folder, each judged in a process that can be ended."""

from __future__ import annotations

import multiprocessing
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue

from tests.agreement.harness import Case, Result, judge
from tests.agreement.references import libreoffice_pdfs

CLAIM = 0.98  # of the lines, on as many pages
_GLYPH = re.compile(r"ký tự .* không(?= có trong phông)")
_SECONDS = 120.0
_AT_ONCE = 20
_ALONE = 90.0  # seconds for a file that LibreOffice did not make among others


@dataclass(frozen=True, slots=True)
class Run:
    """What a run over a folder found: its results, the files without a PDF of LibreOffice's, those that are no DOCX."""

    results: list[Result]
    unmatched: list[str]
    skipped: list[str]

    def __str__(self) -> str:
        drawn = [r for r in self.results if r.drawn]
        known = [r for r in drawn if r.name not in self.unmatched]
        fonts = [r for r in known if not r.fonts_missing]
        lost = [r for r in drawn if r.words]
        lines = [
            *(_told(r) for r in known if not _meets(r)),
            *(f"{r.name}: refused: {'; '.join(r.refused)}" for r in self.results if r.refused),
            *(f"{r.name}: {r.words}" for r in drawn if str(r.words)),
            *(f"{r.name}: {r.fault.strip().splitlines()[-1]}" for r in self.results if r.fault),
            "",
            *(f"{count:4}  {reason}" for reason, count in _reasons(self.results).items()),
            "",
            f"files {len(self.results)}, no DOCX {len(self.skipped)}, without LibreOffice's PDF {len(self.unmatched)}",
            f"refused                 {_share(len(self.results) - len(drawn), len(self.results))}",
            f"pages equal             {_share(sum(r.comparison.pages_equal for r in known), len(known))}",
            f"claim met               {_share(sum(map(_meets, known)), len(known))}",
            f"pages, all fonts there  {_share(sum(r.comparison.pages_equal for r in fonts), len(fonts))}",
            f"claim, all fonts there  {_share(sum(map(_meets, fonts)), len(fonts))}",
            f"words lost or doubled   {_share(len(lost), len(drawn))}",
        ]
        return "\n".join(lines)


def run_folder(soffice: str, folder: Path, workers: int) -> Run:
    """Judges every DOCX below the folder; one that is unreadable, or takes too long, is a fault of its own."""
    found = sorted(p for p in folder.rglob("*") if p.suffix.lower() in (".docx", ".docm", ".dotx") and p.is_file())
    skipped = [str(p.relative_to(folder)) for p in found if not zipfile.is_zipfile(p)]
    files = {name: p.read_bytes() for p in found if (name := str(p.relative_to(folder))) not in skipped}
    pdfs = libreoffice_pdfs(soffice, files, workers, _AT_ONCE)
    left = {name: data for name, data in files.items() if name not in pdfs}
    for name, data in left.items():
        pdfs |= libreoffice_pdfs(soffice, {name: data}, 1, timeout=_ALONE)
    cases: SimpleQueue[Case] = SimpleQueue()
    for name, data in files.items():
        cases.put(Case(name, data, pdfs.get(name, b""), bundled_fonts=False))
    with ThreadPoolExecutor(workers) as pool:
        results = [r for made in pool.map(lambda _: list(_judged(cases)), range(workers)) for r in made]
    results.sort(key=lambda result: result.name)
    return Run(results, sorted(files.keys() - pdfs.keys()), skipped)


def _judged(cases: SimpleQueue[Case]) -> Iterator[Result]:
    """The results of the cases one worker takes: its child is begun anew whenever it had to be ended."""
    child: _Child | None = None
    while True:
        try:
            case = cases.get_nowait()
        except Empty:
            break
        child = child or _Child()
        result = child.judge(case)
        if result is None:
            child.end()
            child, result = None, Result(case.name, fault=f"ended, or not done in {_SECONDS:.0f} s")
        yield result
    if child is not None:
        child.end()


class _Child:
    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would wait for threads that it does not have
        self._end, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def judge(self, case: Case) -> Result | None:
        """The result, ``None`` when the child died or took too long."""
        try:
            self._end.send(case)
            return self._end.recv() if self._end.poll(_SECONDS) else None
        except (EOFError, OSError):
            return None

    def end(self) -> None:
        self._end.close()
        self._process.kill()
        self._process.join()


def _serve(pipe: Connection) -> None:
    while True:
        try:
            case = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(judge(case))
        except Exception as error:
            pipe.send(Result(case.name, fault=f"{type(error).__name__}: {error}"))


def _reasons(results: list[Result]) -> dict[str, int]:
    """How many files were refused for each reason, most first; characters without a font are one reason."""
    counts = Counter(reason for result in results for reason in {_GLYPH.sub("ký tự không", r) for r in result.refused})
    return dict(counts.most_common())


def _meets(result: Result) -> bool:
    made = result.comparison
    return made.pages_equal and made.equal >= CLAIM * made.lines


def _told(result: Result) -> str:
    made = result.comparison
    pages = f"{made.our_pages}/{made.their_pages} pages"
    word = f", {result.word}" if result.word else ""
    return f"{result.name}: {pages}, {made.equal}/{made.lines} lines{', fonts missing' * result.fonts_missing}{word}"


def _share(part: int, whole: int) -> str:
    return f"{part:4} of {whole:4}  {part / max(whole, 1):7.2%}"
