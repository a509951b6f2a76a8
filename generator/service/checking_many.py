"""Many Word files checked by several processes, each with a Typst of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from generator.errors import Problem
from generator.service.checking import CheckOptions, FileCheck, check_file
from generator.service.sharing import shared_out, typst_here
from generator.service.terms import Terms

_STOPPED = "tiến trình kiểm tra tệp này bị dừng từ bên ngoài, thường do máy hết bộ nhớ: tệp chưa được kiểm tra"


def check_many(files: Sequence[tuple[Path, Terms]], options: CheckOptions, processes: int) -> Iterator[FileCheck]:
    """Each file as it is judged, in order; one over which its process is ended from outside says so."""
    with closing(shared_out(partial(_check, options), files, processes, typst=options.pages)) as found:
        for (file, _), checked in zip(files, found, strict=True):
            yield checked or FileCheck(file, problems=(Problem(str(file), _STOPPED, "kiểm tra lại riêng tệp này"),))


def _check(options: CheckOptions, given: tuple[Path, Terms]) -> FileCheck:
    file, terms = given
    return check_file(file, options, terms, typst_here())
