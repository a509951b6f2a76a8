"""A child process with limits of its own, spoken to in messages: forked where that is safe, else started anew."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import IO, Literal

Sender = Callable[[str, bytes], None]
Way = Literal["fork", "spawn"]

_PROC = Path("/proc/self")


class Child:
    """The parent's side of a child: messages of a kind and bytes; a child that is gone raises EOFError or OSError."""

    def __init__(self, reader: IO[bytes], writer: IO[bytes], process: subprocess.Popen[bytes] | int) -> None:
        self._reader = reader
        self._writer = writer
        self._process = process
        self._ended = False

    def send(self, data: bytes) -> None:
        """Hands the child a request."""
        _write(self._writer, "job", data)

    def receive(self) -> tuple[str, bytes]:
        """The child's next message: its kind and what it says."""
        return _read(self._reader)

    def kill(self) -> None:
        """Stops the child at once, whatever it is doing."""
        if self._ended:
            return
        if isinstance(self._process, int):
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
        else:
            self._process.kill()

    def end(self) -> None:
        """Stops the child and leaves nothing of it behind."""
        self.kill()
        self._ended = True
        for pipe in (self._reader, self._writer):
            with suppress(OSError):
                pipe.close()
        if isinstance(self._process, int):
            with suppress(ChildProcessError):
                os.waitpid(self._process, 0)
        else:
            self._process.wait()


def launch(work: str, seconds: float, memory: int, way: Way | None = None) -> Child:
    """A child that hands each request to the function ``work`` (``module:name``) with a way to send messages.

    ``seconds`` of processor time for each request and ``memory`` bytes beyond what it starts with end it.
    """
    if way is None:
        way = "fork" if _can_fork() else "spawn"
    return (_fork if way == "fork" else _spawn)(work, seconds, memory)


def _can_fork() -> bool:
    # A fork of a process with threads, also of those of a library, may find their locks held for ever.
    try:
        return hasattr(os, "fork") and len(list((_PROC / "task").iterdir())) == 1
    except OSError:
        return False


def _fork(work: str, seconds: float, memory: int) -> Child:
    from_parent, to_child = os.pipe()
    from_child, to_parent = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(to_child)
            os.close(from_child)
            serve(work, os.fdopen(from_parent, "rb"), os.fdopen(to_parent, "wb"), seconds, memory)
        finally:
            os._exit(0)  # none of the parent's endings: its buffers, its files, its exit handlers
    os.close(from_parent)
    os.close(to_parent)
    return Child(os.fdopen(from_child, "rb"), os.fdopen(to_child, "wb"), process)


def _spawn(work: str, seconds: float, memory: int) -> Child:
    # Not multiprocessing's: that runs the caller's main program again, which a short script does not expect.
    code = (
        f"import sys; sys.path[:] = {sys.path!r}; from generator.docx.child import serve_standard; "
        f"serve_standard({work!r}, {seconds!r}, {memory!r})"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    return Child(process.stdout, process.stdin, process)


def serve_standard(work: str, seconds: float, memory: int) -> None:
    """Serves over the standard streams; what else is printed goes to the errors."""
    writer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(work, sys.stdin.buffer, writer, seconds, memory)


def serve(work: str, reader: IO[bytes], writer: IO[bytes], seconds: float, memory: int) -> None:
    """Does the requests that come, within the limits, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told as well, and ends its child

    def send(kind: str, data: bytes) -> None:
        _write(writer, kind, data)

    module, _, name = work.partition(":")
    function: Callable[[bytes, Sender], None] = getattr(import_module(module), name)
    _limit_memory(memory)
    while True:
        try:
            _, request = _read(reader)
        except (EOFError, OSError):
            return
        _limit_time(seconds)
        try:
            function(request, send)
        except MemoryError:
            send("memory", b"")
        except Exception:
            send("fault", traceback.format_exc().encode())


def _limit_memory(size: int) -> None:
    try:
        import resource

        pages = int((_PROC / "statm").read_text(encoding="ascii").split()[0])
    except (ImportError, OSError):
        return  # Windows and macOS have no limit that works
    most = pages * resource.getpagesize() + size
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _limit_time(seconds: float) -> None:
    # The clock is the parent's to watch; this ends a child whose parent is gone.
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = int(used.ru_utime + used.ru_stime + seconds) + 2
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


def _write(pipe: IO[bytes], kind: str, data: bytes) -> None:
    pipe.write(f"{kind} {len(data)}\n".encode())
    pipe.write(data)
    pipe.flush()


def _read(pipe: IO[bytes]) -> tuple[str, bytes]:
    kind, _, size = pipe.readline(100).decode("ascii").partition(" ")
    if not size:
        raise EOFError
    data = pipe.read(int(size))
    if len(data) < int(size):
        raise EOFError
    return kind, data
