"""One writer at a time in a folder: a lock of the operating system, which dies with the process that holds it."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.errors import Problem, UsageError
from generator.output.disk import make_folders
from generator.output.targets import OTHER_FOLDER

NAME = ".vanthu-khoa"
WAIT = 30.0  # seconds for another process to finish; it holds the lock for parts of one
_PAUSE = 0.02  # seconds between two looks
_BUSY = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_LOCKLESS = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)
_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(folder: Path, made: list[Path], check: Callable[[], None], wait: float | None = None) -> Iterator[None]:
    """Hold the folder's lock; folders made on the way are added to ``made``, ``check`` is called while waiting.

    Raises UsageError when another process has not released it in ``wait`` seconds, ``WAIT`` when not given.
    """
    handle = _acquire(folder, made, check, time.monotonic() + (WAIT if wait is None else wait))
    try:
        yield
    finally:
        _release(folder / NAME, handle)


def _acquire(folder: Path, made: list[Path], check: Callable[[], None], deadline: float) -> int:
    while True:
        check()
        made += (place for place in make_folders(folder) if place not in made)
        try:
            handle = os.open(folder / NAME, _OPEN, 0o666)
        except FileNotFoundError:  # who waited no longer has just removed the folder it had made
            handle = -1
        except PermissionError:
            if os.name != "nt" or not (folder / NAME).exists():  # Windows says so of a file about to go
                raise
            handle = -1
        if handle >= 0:
            if _locks(folder, handle):
                return handle
            os.close(handle)
        if time.monotonic() > deadline:
            what = "một lệnh vanthu khác đang ghi vào thư mục này"
            raise UsageError(
                Problem(str(folder), what, f"chờ lệnh ấy xong rồi chạy lại, hoặc chọn thư mục khác {OTHER_FOLDER}")
            )
        time.sleep(_PAUSE)


def _locks(folder: Path, handle: int) -> bool:
    try:
        _lock(handle)
        # Whoever held the lock has removed its file, and another may have made a new one since.
        return os.path.samestat(os.fstat(handle), (folder / NAME).stat())
    except FileNotFoundError:
        return False
    except OSError as error:
        if error.errno in _BUSY:
            return False
        os.close(handle)
        if error.errno in _LOCKLESS:
            what = "ổ đĩa này không khóa được tệp, nên không bảo đảm được các tệp ghi ra trọn vẹn"
            raise UsageError(Problem(str(folder), what, "ghi vào thư mục trên máy rồi chép sang")) from None
        raise


def _release(path: Path, handle: int) -> None:
    if os.name == "nt":  # an open file cannot be removed there, and one that another has just opened stays
        os.close(handle)
        with suppress(OSError):
            path.unlink()
        return
    try:
        with suppress(OSError):
            path.unlink()  # while we hold it: no one else can have taken it
    finally:
        os.close(handle)
