"""What a write is about to change in a folder, put on the disk before the first change, so that it can be undone."""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path, PurePosixPath, PureWindowsPath

from generator.errors import Problem, UsageError
from generator.output.disk import digest_of, remove_folders, sync_folder, write_new_file
from generator.patterns import late
from generator.records import record

PREFIX = ".vanthu-ghi-"  # of the folders that hold what is being written
_FOLDER = late(re.escape(PREFIX) + "[0-9a-f]{16}")
_OWN = late(r"(new|old|aside)-\d+|journal(\.json|\.part)")
_FILE, _PART = "journal.json", "journal.part"
_LARGEST = 64 * 1024 * 1024  # bytes; a journal says some hundred a file


@record(frozen=True)
class Step:
    """One name in the folder: the SHA-256 of what stood there and of what shall, empty for nothing.

    ``aside`` is a second name under which the old file stays.
    """

    name: str
    old: str
    new: str
    aside: str = ""


@record(frozen=True)
class Journal:
    """The steps of one write and the folders it makes, with the staging folder that holds new and old files."""

    staging: Path
    steps: tuple[Step, ...]
    folders: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """The folder written into."""
        return self.staging.parent

    def new(self, number: int) -> Path:
        """Where the new file of a step waits."""
        return self.staging / f"new-{number}"

    def old(self, number: int) -> Path:
        """Where the old file of a step is held."""
        return self.staging / f"old-{number}"

    def aside(self, number: int) -> Path:
        """Where a second name of the old file of a step waits to be its name."""
        return self.staging / f"aside-{number}"

    def record(self) -> None:
        """Put the journal on the disk; from now until ``forget`` the write can be undone."""
        said = {"steps": [asdict(step) for step in self.steps], "folders": self.folders}
        write_new_file(self.staging / _PART, json.dumps(said).encode())
        (self.staging / _PART).replace(self.staging / _FILE)
        sync_folder(self.staging)
        sync_folder(self.folder)

    def apply(self) -> None:
        """Make the changes, down to the disk."""
        for name in self.folders:
            (self.folder / name).mkdir()
        for number, step in enumerate(self.steps):
            target = self.folder / step.name
            if step.aside:
                _move(self.aside(number), self.folder / step.aside)
            if step.new:
                self.new(number).replace(target)
            else:
                target.unlink()
        self._sync()

    def undo(self) -> None:
        """Put back what stood there, whichever of the changes were made; what others have changed since stays."""
        for number, step in reversed(list(enumerate(self.steps))):
            target = self.folder / step.name
            found = digest_of(target)
            if found != step.old:
                if found not in (step.new, ""):
                    continue  # edited since the write was cut off: it is theirs
                if step.old:
                    self.old(number).replace(target)
                else:
                    target.unlink()
            if step.aside and digest_of(self.folder / step.aside) == step.old:
                (self.folder / step.aside).unlink()
        remove_folders([self.folder / name for name in self.folders])
        self._sync()

    def forget(self) -> None:
        """Remove the journal: what stands in the folder now is final."""
        (self.staging / _FILE).unlink()
        with suppress(OSError):  # too late to say no: all of it is in place
            sync_folder(self.staging)

    def _sync(self) -> None:
        for parent in {self.folder, *((self.folder / step.name).parent for step in self.steps)}:
            if parent.is_dir():
                sync_folder(parent)


def leftovers(folder: Path) -> list[Path]:
    """The staging folders in the folder; while its lock is held, they are of processes that died."""
    try:
        with os.scandir(folder) as entries:
            return sorted(
                folder / item.name
                for item in entries
                if _FOLDER.fullmatch(item.name) and item.is_dir(follow_symlinks=False)
            )
    except (FileNotFoundError, NotADirectoryError):
        return []


def recorded(staging: Path) -> Journal | None:
    """The journal in a staging folder, if one was recorded and not forgotten; UsageError for a damaged one."""
    file = staging / _FILE
    if not os.path.lexists(file):
        return None
    try:
        if file.is_symlink() or file.stat().st_size > _LARGEST:
            raise ValueError
        said = json.loads(file.read_bytes())
        steps = tuple(Step(**{key: str(value) for key, value in step.items()}) for step in said["steps"])
        journal = Journal(staging, steps, tuple(map(str, said["folders"])))
        _check(journal)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        what = "việc ghi lần trước bị ngắt, và bản ghi để hoàn lại đã hỏng"
        fix = "xem các tệp trong thư mục ẩn ấy (old-… là bản cũ), chuyển nó đi nơi khác rồi chạy lại"
        raise UsageError(Problem(str(staging), what, fix)) from None
    return journal


def clear(staging: Path) -> None:
    """Remove a staging folder with what we put into it; whatever else is there stays, and the folder with it."""
    with suppress(OSError):
        for path in list(staging.iterdir()):
            if _OWN.fullmatch(path.name):
                path.unlink()
        staging.rmdir()


def _move(path: Path, name: Path) -> None:
    if os.path.lexists(name):  # it was free when it was chosen
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(name))
    path.replace(name)


def _check(journal: Journal) -> None:
    """Refuse a journal that would reach outside its folder: a folder may come from anyone."""
    root = journal.folder.resolve()
    for name in _names(journal):
        parts = PurePosixPath(name).parts
        if not parts or ".." in parts or PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive:
            raise ValueError(name)
        if not (journal.folder / name).parent.resolve().is_relative_to(root):
            raise ValueError(name)


def _names(journal: Journal) -> Iterator[str]:
    for step in journal.steps:
        yield step.name
        if step.aside:
            yield step.aside
    yield from journal.folders
