"""Word files checked one after another, or many by several processes, each with a Typst of its own."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from generator.errors import Problem
from generator.pdf import Typst
from generator.service.checking.checked import CheckOptions, FileCheck, check_file
from generator.service.checking.terms import Terms, terms_of
from generator.service.files import each_once
from generator.service.workers import processes_for

_MANY = 12  # files from which on it pays to start processes that share them
_STOPPED = "tiến trình kiểm tra tệp này bị dừng từ bên ngoài, thường do máy hết bộ nhớ: tệp chưa được kiểm tra"


def check_files(
    files: Iterable[Path], options: CheckOptions | None = None, *, typst: Typst | None = None
) -> Generator[FileCheck, None, None]:
    """Each file as it is judged, in order; one that cannot be read says why in its ``problems``.

    Many files are shared out among processes, one to a processor, each with a Typst of its own.

    Raises UsageError, before any is judged, with all that is wrong in what was set or accepted for them.
    """
    wanted = options or CheckOptions()
    asked = terms_of(each_once(files), wanted.asked, wanted.registry)
    processes = processes_for(len(asked), _MANY)
    if not processes:
        yield from (check_file(file, wanted, terms, typst) for file, terms in asked.items())
        return
    yield from _shared(list(asked.items()), wanted, processes)


def _shared(files: Sequence[tuple[Path, Terms]], options: CheckOptions, processes: int) -> Iterator[FileCheck]:
    """Each file as it is judged, in order; one over which its process is ended from outside says so."""
    from generator.service.sharing import shared_out  # here: most calls are of a few files

    with closing(shared_out(partial(_check, options), files, processes, typst=options.pages)) as found:
        for (file, _), checked in zip(files, found, strict=True):
            yield checked or FileCheck(file, problems=(Problem(str(file), _STOPPED, "kiểm tra lại riêng tệp này"),))


def _check(options: CheckOptions, given: tuple[Path, Terms]) -> FileCheck:
    from generator.service.sharing import typst_here

    file, terms = given
    return check_file(file, options, terms, typst_here())
