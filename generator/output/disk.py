"""Files and folders changed so that the change outlives a power cut."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_UNSYNCABLE = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)  # file systems that have nothing to flush for a folder
_UNLINKABLE = (errno.EPERM, errno.ENOTSUP, errno.EXDEV, errno.ENOSYS, errno.EMLINK, errno.EACCES)
_AS_IS = {"follow_symlinks": False} if os.link in os.supports_follow_symlinks else {}


def write_new_file(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write a file that is not there yet, down to the disk; with these rights, or those the user asks for."""
    handle = os.open(path, _NEW, 0o666 if mode is None else mode)
    try:
        if mode is not None:
            path.chmod(mode)  # what the user keeps from new files the old one may have had
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Bring the names in the folder down to the disk; Windows does it by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _UNSYNCABLE:
            raise
    finally:
        os.close(handle)


def second_name(path: Path, name: Path) -> None:
    """Give the file a second name that is not taken, or a copy where the file system knows no second names."""
    try:
        os.link(path, name, **_AS_IS)
    except OSError as error:
        if error.errno not in _UNLINKABLE or os.path.lexists(name):
            raise
        write_new_file(name, path.read_bytes())
        with suppress(OSError):
            shutil.copystat(path, name)


def digest_of(path: Path) -> str:
    """The SHA-256 of a regular file or of what a link leads to, ``""`` when there is nothing, ``"?"`` for all else."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return "?"
        return digest(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return "?" if path.is_symlink() else ""


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def make_folders(folder: Path) -> list[Path]:
    """Make the folder and those above it that are missing; those made, the outermost first."""
    missing = [folder, *folder.parents]
    missing = missing[: next((at for at, place in enumerate(missing) if place.is_dir()), len(missing))]
    made: list[Path] = []
    try:
        for place in reversed(missing):
            with suppress(FileExistsError):  # by another process, just now; of a file there the next step tells
                place.mkdir()
                made.append(place)
    except BaseException:
        remove_folders(made)
        raise
    return made


def remove_folders(folders: list[Path]) -> None:
    """Remove those of the folders that are empty, the last first."""
    for place in reversed(folders):
        with suppress(OSError):
            place.rmdir()
