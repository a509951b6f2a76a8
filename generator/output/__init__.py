"""Files written all or none, and never over what someone has edited or signed since.

A set of files goes into one folder, whatever comes between: a directory in the way, Ctrl-C, SIGTERM, ``kill -9``, a
full disk, another process writing there at the same moment. After a kill the next command that writes into the folder,
or ``mend`` before it is read, puts back the old set; ``transaction.py`` says how and why back. A file the user types in
himself grows by ``rewrite``, under the same lock.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import Problem, UsageError
from generator.filenames import clashes
from generator.logs import get_logger
from generator.output.targets import OTHER_FOLDER
from generator.output.transaction import Written, mend, rewrite, rewrite_set, write_set

if TYPE_CHECKING:
    from generator.render import RenderedDocument

_LOG = get_logger(__name__)

__all__ = ["Written", "mend", "rewrite", "rewrite_set", "write_bytes", "write_files", "write_new", "write_pages"]


def write_files(documents: Iterable[RenderedDocument], folder: Path) -> list[Path]:
    """Write every file of the documents into the folder, all or none; the list of changed files kept beside.

    What another program has saved, signed or stamped since we wrote it is not lost: it gets a name of its own, as
    ``quyet-dinh.sua-tay-1.docx``. Raises UsageError when a place cannot be written to; then nothing has changed.
    """
    files = [file for document in documents for file in document.files()]
    twice = [Problem(str(folder / second), "hai văn bản cùng tên tệp", "đặt tên khác") for _, second in _twice(files)]
    if twice:
        raise UsageError(twice)
    kept = write_set(folder, dict(files)).kept
    _LOG.info("files written: %d, kept aside: %d", len(files), len(kept))
    return kept


def write_bytes(files: Mapping[Path, bytes], *, given: bool = False, option: str = "") -> list[Path]:
    """Write the files as one set, all or none; the list of changed files kept beside, as ``write_files``.

    ``given`` says that they are named after files of the user's: names that other systems refuse are taken too.
    ``option`` is the one that took the folder, where it is not the ``-o`` of most commands.
    """
    folder, named = _by_folder(files)
    try:
        return write_set(folder, named, given=given).kept
    except UsageError as error:
        if not option:
            raise
        told = [replace(one, fix=one.fix.replace(OTHER_FOLDER, f"({option})")) for one in error.problems]
        raise UsageError(told) from None


def write_new(files: Mapping[Path, bytes]) -> None:
    """Write files that must not be there yet, all or none; UsageError when one is."""
    folder, named = _by_folder(files)
    write_set(folder, named, fresh=True)


def write_pages(folder: Path, stem: str, pages: Iterable[bytes]) -> Written:
    """Write the pictures of a document's pages as ``stem-1.png`` …; our pages beyond them, of a longer one, go."""
    files = {f"{stem}-{number}.png": page for number, page in enumerate(pages, start=1)}

    def superseded(name: str) -> bool:
        number = name.removeprefix(f"{stem}-").removesuffix(".png")
        return name not in files and number.isdecimal() and name == f"{stem}-{int(number)}.png"

    return write_set(folder, files, given=True, superseded=superseded)


def _twice(files: Iterable[tuple[str, bytes]]) -> Iterable[tuple[str, str]]:
    return clashes(name for name, _ in files)


def _by_folder(files: Mapping[Path, bytes]) -> tuple[Path, dict[str, bytes]]:
    """The folder that holds all the files, and the files by their names in it."""
    first, *others = (path.parent for path in files)
    folder = next(place for place in (first, *first.parents) if all(other.is_relative_to(place) for other in others))
    return folder, {path.relative_to(folder).as_posix(): data for path, data in files.items()}
