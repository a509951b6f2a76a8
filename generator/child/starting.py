"""The parent's side: children started in the cheapest way that is safe, spoken to, watched and ended."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal, Protocol

from generator.child.messages import read, write
from generator.child.serving import serve, threads

if TYPE_CHECKING:
    import threading

Way = Literal["fork", "nursery", "spawn"]

_TASKS = Path("/proc/self/task")
_LOOKS, _PAUSE = 100, 0.0005  # how often it is looked whether a thread is gone, and the seconds between


class _Process(Protocol):
    """What ``subprocess.Popen`` can, whichever way the process was started."""

    pid: int

    def poll(self) -> int | None: ...
    def kill(self) -> None: ...
    def wait(self) -> int: ...


class _Forked:
    """A child of this process."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._code: int | None = None

    def poll(self) -> int | None:
        return self._waited(os.WNOHANG)

    def kill(self) -> None:
        if self._code is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        return self._waited(0) or 0

    def _waited(self, how: int) -> int | None:
        if self._code is None:
            try:
                pid, code = os.waitpid(self.pid, how)
            except ChildProcessError:
                pid, code = self.pid, 0
            self._code = code if pid else None
        return self._code


class Child:
    """The parent's side of a child: messages of a kind and bytes; a child that is gone raises EOFError or OSError."""

    def __init__(self, reader: IO[bytes], writer: IO[bytes], process: _Process) -> None:
        self._reader = reader
        self._writer = writer
        self._process = process
        self._ended = False

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether its process is still there."""
        return not self._ended and self._process.poll() is None

    def send(self, data: bytes, limits: tuple[float, int] | None = None) -> None:
        """Hands the child a request; ``limits``, seconds and bytes, are its own in place of those it was started with.

        A request may be handed over while the one before it is at work.
        """
        write(self._writer, "job" if limits is None else f"job:{limits[0]:g}:{limits[1]}", data)

    def receive(self) -> tuple[str, bytes]:
        """The child's next message: its kind and what it says."""
        return read(self._reader)

    def kill(self) -> None:
        """Stops the child at once, whatever it is doing."""
        if not self._ended:
            self._process.kill()

    def end(self) -> None:
        """Stops the child and leaves nothing of it behind."""
        self.kill()
        self._ended = True
        for pipe in (self._reader, self._writer):
            with suppress(OSError):
                pipe.close()
        self._process.wait()


@contextmanager
def watched(child: Child, seconds: float, close: Callable[[], None]) -> Iterator[threading.Event]:
    """Stops the child when the time is up, which the event then says; ``close`` forgets one that is gone or stopped."""
    import threading  # here: a command may have done its work before it is needed

    late = threading.Event()

    def stop() -> None:
        late.set()
        child.kill()

    clock = threading.Timer(seconds, stop)
    clock.daemon = True
    clock.start()
    try:
        yield late
    except (EOFError, OSError, MemoryError, KeyboardInterrupt):
        close()
        raise
    finally:
        clock.cancel()
        clock.join()
        _wait_for_end(clock.native_id)
        if late.is_set():
            close()


def launch(
    work: str,
    seconds: float,
    memory: int,
    way: Way | None = None,
    *,
    quiet: bool = False,
    ready: str = "",
    begin: str = "",
) -> Child:
    """A child that hands each request to the function ``work`` (``module:name``) with a way to send messages.

    ``seconds`` of processor time for each request and ``memory`` bytes beyond what it starts with end it, and the end
    of its parent does, whatever it is doing. ``quiet`` hides what libraries print to the errors before they stop.
    Unless a ``way`` is said, a process without threads forks it, another has a nursery do so, which stays for the next
    ones and calls ``ready`` (``module:name``) before the first; where there can be none it is started anew.
    ``begin`` is called first of all in the child, while it has one thread: children of its own may still be forked.
    """
    if way is None:
        way = "fork" if can_fork() else "nursery"
    if way == "fork":
        return _fork(work, seconds, memory, quiet, begin)
    if way == "nursery":
        from generator.child.nursery import bear  # here: who forks needs none of it

        with suppress(OSError):
            return Child(*bear(work, seconds, memory, quiet=quiet, ready=ready, begin=begin))
    return _spawn(work, seconds, memory, quiet, begin)


def _wait_for_end(thread: int | None) -> None:
    """Waits until the system, too, has done with a thread that Python has joined: the next child may then be forked."""
    for _ in range(_LOOKS):
        if not (_TASKS / str(thread)).exists():
            return
        time.sleep(_PAUSE)


def can_fork() -> bool:
    """Whether a child can be forked: it then has at once what its parent has imported."""
    # A fork of a process with threads, also of those of a library, may find their locks held for ever.
    try:
        return hasattr(os, "fork") and threads() == 1
    except OSError:
        return False


def _fork(work: str, seconds: float, memory: int, quiet: bool, begin: str) -> Child:
    from_parent, to_child = os.pipe()
    from_child, to_parent = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(to_child)
            os.close(from_child)
            if quiet:
                os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            serve(work, os.fdopen(from_parent, "rb"), os.fdopen(to_parent, "wb"), seconds, memory, begin)
        finally:
            os._exit(0)  # none of the parent's endings: its buffers, its files, its exit handlers
    os.close(from_parent)
    os.close(to_parent)
    return Child(os.fdopen(from_child, "rb"), os.fdopen(to_child, "wb"), _Forked(process))


def _spawn(work: str, seconds: float, memory: int, quiet: bool, begin: str) -> Child:
    import subprocess  # here: who forks needs none of it

    # Not multiprocessing's: that runs the caller's main program again, which a short script does not expect.
    code = (
        f"import sys; sys.path[:] = {sys.path!r}; from generator.child.serving import serve_standard; "
        f"serve_standard({work!r}, {seconds!r}, {memory!r}, {begin!r})"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if quiet else None,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    return Child(process.stdout, process.stdin, process)
