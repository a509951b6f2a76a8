"""Many Word files checked by several processes, each with a Typst of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path

from generator.errors import Problem
from generator.pdf import ConfinedTypst
from generator.service.checking import CheckOptions, FileCheck, check_file
from generator.service.terms import Terms
from generator.service.workers import begin_worker, uninterrupted

_HERE: list[ConfinedTypst] = []


def check_many(files: Sequence[tuple[Path, Terms]], options: CheckOptions, workers: int) -> Iterator[FileCheck]:
    """Each file as it is judged, in order; those left when a process is ended from outside say so."""
    done = 0
    try:
        with ProcessPoolExecutor(workers, initializer=_begin, initargs=(options.pages,)) as pool:
            with uninterrupted():
                found = pool.map(partial(_check, options), files)
            for checked in found:
                yield checked
                done += 1
    except BrokenProcessPool:
        what = "một tiến trình kiểm tra bị dừng từ bên ngoài, thường do máy hết bộ nhớ: tệp chưa được kiểm tra"
        for file, _ in files[done:]:
            yield FileCheck(file, problems=(Problem(str(file), what, "kiểm tra lại riêng tệp này"),))


def _begin(pages: bool) -> None:
    """Make ready a process that checks; its Typst is started anew: the starter may have had threads of Typst's own."""
    if pages:
        _HERE[:] = [ConfinedTypst(way="spawn").__enter__()]
    begin_worker()


def _check(options: CheckOptions, given: tuple[Path, Terms]) -> FileCheck:
    file, terms = given
    return check_file(file, options, terms, _HERE[0] if _HERE else None)
