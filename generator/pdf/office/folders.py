"""Temporary folders that vanish whatever happens: what a run that was killed has left, the next one takes away.

A folder is held by a lock of the operating system, which dies with the process: one that nobody holds is left over.
Where there is no such lock (Windows), and for folders without one, age tells.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from generator.logs import get_logger

_LOG = get_logger(__name__)
_PREFIX = "vanthu-lo-"
_LOCK = ".vanthu-khoa"
_OLD = 24 * 3600.0  # seconds after which a folder that has no lock belongs to nobody; no conversion lasts an hour
_REMOVING = 1.0  # seconds in which killed programs may still write into a folder being removed


class OwnFolder:
    """A new temporary folder of this process; ``remove`` it when its work is done."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        # Locked before it has the name by which others look for it: a lock file that is free is left over.
        new = self.path / f"{_LOCK}-moi"
        self._handle = os.open(new, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        if _try_lock(self._handle):
            new.rename(self.path / _LOCK)

    def served_by(self, process: int) -> None:
        """Note the program that works in the folder, so that it can be ended should this process be killed."""
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, f"{process:<20}".encode())

    def remove(self) -> None:
        """Take the folder away with all that is in it."""
        os.close(self._handle)
        _remove(self.path)


def remove_left_over() -> None:
    """Take away the folders of this user's runs that were killed, and end the programs that still work in them."""
    left: list[tuple[Path, int]] = []
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        handle = _take(folder)
        if handle is not None:
            left.append((folder, handle))
    for folder, handle in left:
        if handle >= 0:
            _end_program(handle, folder)
    for folder, handle in left:
        if handle >= 0:
            os.close(handle)
        _LOG.info("left over by a run that was killed, removed: %s", folder)
        _remove(folder)


def _take(folder: Path) -> int | None:
    """The lock of a folder that nobody holds, -1 for one without a lock, None for one that is in use or not ours."""
    with suppress(OSError):
        said = folder.lstat()
        if not folder.is_dir() or folder.is_symlink() or (hasattr(os, "getuid") and said.st_uid != os.getuid()):
            return None
        if not (folder / _LOCK).is_file():
            return -1 if time.time() - said.st_mtime > _OLD else None
        handle = os.open(folder / _LOCK, os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0))
        if _try_lock(handle):
            return handle
        os.close(handle)
    return None


def _end_program(handle: int, folder: Path) -> None:
    """End the program noted in the folder's lock, when it is still the one that works there."""
    with suppress(OSError, ValueError):
        process = int(os.read(handle, 20) or b"0")
        if process > 1:
            asked = ["ps", "-ww", "-o", "args=", "-p", str(process)]
            if folder.name in subprocess.run(asked, capture_output=True, text=True, check=False).stdout:
                os.killpg(process, signal.SIGKILL)


if sys.platform == "win32":

    def _try_lock(_handle: int) -> bool:
        return False  # a locked file could not be renamed
else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # held by another, or a file system without locks
            return False
        return True


def _remove(folder: Path) -> None:
    end = time.monotonic() + _REMOVING
    shutil.rmtree(folder, ignore_errors=True)
    while folder.exists() and time.monotonic() < end:
        time.sleep(0.01)
        shutil.rmtree(folder, ignore_errors=True)
