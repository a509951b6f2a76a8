"""Many units' dossiers read, each taken over and let go: here, or where there are many by several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from generator.errors import DataError, Problem, VanthuError, reason_of
from generator.records import record
from generator.results.rollup import Roller, Taken, UnitDossier
from generator.service.opening import open_dossier
from generator.service.workers import begin_worker, processes_for, uninterrupted

_MANY = 60  # dossiers from which on it pays to start processes that share the reading
_MOST = 8  # processes: each holds the program anew
_AT_ONCE = 4  # dossiers a process is given: as many as one who stops the command waits for


@record(frozen=True)
class Read:
    """One dossier read and taken over; nothing taken where it could not be read."""

    taken: Taken | None
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_all(paths: Sequence[Path], roller: Roller, begin: Callable[[], Roller]) -> Iterator[Read]:
    """Every dossier in the order given; of many none is kept, and ``begin`` makes the roller of each process.

    Raises DataError where a process is ended from outside: what it was reading nobody has read.
    """
    workers = processes_for(len(paths), _MANY, _MOST)
    if not workers:
        yield from map(partial(_read, roller), paths)
        return
    from concurrent.futures import ProcessPoolExecutor  # few offices have so many units
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        with ProcessPoolExecutor(workers, initializer=_begin, initargs=(begin,)) as pool:
            with uninterrupted():
                found = pool.map(_read_here, paths, chunksize=_AT_ONCE)
            for read in found:
                yield read
                done += 1
    except BrokenProcessPool:
        last = paths[min(done + 2 * workers * _AT_ONCE, len(paths)) - 1]
        what = "một tiến trình đọc hồ sơ bị dừng từ bên ngoài, thường do máy hết bộ nhớ; chưa ghi gì"
        fix = f"đóng bớt chương trình rồi chạy lại; vẫn vậy thì gộp riêng các hồ sơ từ đó đến {last} để tìm tệp quá lớn"
        raise DataError(Problem(str(paths[done]), what, fix)) from None


_HERE: list[Roller] = []


def _begin(begin: Callable[[], Roller]) -> None:
    """Make ready a process that reads."""
    begin_worker()
    _HERE[:] = [begin()]


def _read_here(path: Path) -> Read:
    return _read(_HERE[0], path)


def _read(roller: Roller, path: Path) -> Read:
    label = str(path)
    try:
        found = open_dossier(path)
    except VanthuError as error:
        return Read(None, problems=tuple(_of(label, problem) for problem in error.problems))
    except OSError as error:
        return Read(None, problems=(Problem(label, reason_of(error), "kiểm tra tệp và quyền đọc"),))
    except MemoryError:
        return Read(None, problems=(Problem(label, "lớn quá, không đủ bộ nhớ để đọc", "chia nhỏ, hoặc dọn bớt tệp"),))
    notes = tuple(f"{label}: {note.what}" for note in found.notes)
    return Read(roller.take(UnitDossier(label, found.dossier, found.place)), notes)


def _of(label: str, problem: Problem) -> Problem:
    """The problem with its dossier named, once: its place may begin with it, or say the name of the file alone."""
    place = problem.place
    if not place.startswith(label):
        place = f"{label}: {'' if place == Path(label).name else place}".removesuffix(": ")
    return Problem(place, problem.what, problem.fix, problem.code)
