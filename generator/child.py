"""A child process with limits of its own, spoken to in messages: forked where that is safe, else started anew."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import subprocess
    import threading

Sender = Callable[[str, bytes], None]
Way = Literal["fork", "spawn"]

_PROC = Path("/proc/self")
_LOOKS, _PAUSE = 100, 0.0005  # how often it is looked whether a thread is gone, and the seconds between


class Child:
    """The parent's side of a child: messages of a kind and bytes; a child that is gone raises EOFError or OSError."""

    def __init__(self, reader: IO[bytes], writer: IO[bytes], process: subprocess.Popen[bytes] | int) -> None:
        self._reader = reader
        self._writer = writer
        self._process = process
        self._ended = False

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process if isinstance(self._process, int) else self._process.pid

    @property
    def alive(self) -> bool:
        """Whether its process is still there."""
        if self._ended:
            return False
        if not isinstance(self._process, int):
            return self._process.poll() is None
        try:
            return os.waitpid(self._process, os.WNOHANG) == (0, 0)
        except ChildProcessError:
            return False

    def send(self, data: bytes, limits: tuple[float, int] | None = None) -> None:
        """Hands the child a request; ``limits``, seconds and bytes, are its own in place of those it was started with.

        A request may be handed over while the one before it is at work.
        """
        _write(self._writer, "job" if limits is None else f"job:{limits[0]:g}:{limits[1]}", data)

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
    work: str, seconds: float, memory: int, way: Way | None = None, *, quiet: bool = False, begin: str = ""
) -> Child:
    """A child that hands each request to the function ``work`` (``module:name``) with a way to send messages.

    ``seconds`` of processor time for each request and ``memory`` bytes beyond what it starts with end it, and the end
    of its parent does, whatever it is doing. ``quiet`` hides what libraries print to the errors before they stop.
    ``begin`` is called first of all, while the child has one thread: children of its own may still be forked.
    """
    if way is None:
        way = "fork" if can_fork() else "spawn"
    return (_fork if way == "fork" else _spawn)(work, seconds, memory, quiet, begin)


def _wait_for_end(thread: int | None) -> None:
    """Waits until the system, too, has done with a thread that Python has joined: the next child may then be forked."""
    for _ in range(_LOOKS):
        if not (_PROC / "task" / str(thread)).exists():
            return
        time.sleep(_PAUSE)


def can_fork() -> bool:
    """Whether a child can be forked: it then has at once what its parent has imported."""
    # A fork of a process with threads, also of those of a library, may find their locks held for ever.
    try:
        return hasattr(os, "fork") and len(list((_PROC / "task").iterdir())) == 1
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
    return Child(os.fdopen(from_child, "rb"), os.fdopen(to_child, "wb"), process)


def _spawn(work: str, seconds: float, memory: int, quiet: bool, begin: str) -> Child:
    import subprocess  # here: who forks needs none of it

    # Not multiprocessing's: that runs the caller's main program again, which a short script does not expect.
    code = (
        f"import sys; sys.path[:] = {sys.path!r}; from generator.child import serve_standard; "
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


def serve_standard(work: str, seconds: float, memory: int, begin: str = "") -> None:
    """Serves over the standard streams; what else is printed goes to the errors."""
    writer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(work, sys.stdin.buffer, writer, seconds, memory, begin)


def serve(work: str, reader: IO[bytes], writer: IO[bytes], seconds: float, memory: int, begin: str = "") -> None:
    """Does the requests that come, within the limits, until there are no more."""
    import threading
    from queue import SimpleQueue

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told as well, and ends its child
    if begin:
        _named(begin)()

    def send(kind: str, data: bytes) -> None:
        _write(writer, kind, data)

    requests: SimpleQueue[tuple[str, bytes]] = SimpleQueue()

    def take() -> None:
        while True:
            try:
                requests.put(_read(reader))
            except (EOFError, OSError, ValueError):
                os._exit(0)  # the parent is gone or has no more use for this: nobody waits for what is being made

    # By a thread of its own, which hears of the parent's end while a library that cannot be interrupted is at work.
    threading.Thread(target=take, daemon=True).start()
    function: Callable[[bytes, Sender], None] = _named(work)
    pages = _pages()
    _limit_memory(pages, memory)
    while True:
        kind, request = requests.get()
        _, own_seconds, own_memory = (*kind.split(":"), "", "")[:3]
        if own_memory:
            _limit_memory(pages, int(own_memory))
        _limit_time(float(own_seconds or seconds))
        try:
            function(request, send)
        except MemoryError:
            send("memory", b"")
        except Exception:
            import traceback

            send("fault", traceback.format_exc().encode())


def _named(function: str) -> Callable[..., None]:
    module, _, name = function.partition(":")
    found: Callable[..., None] = getattr(import_module(module), name)
    return found


def _pages() -> int | None:
    """How many pages of addresses the process has, None where there is no limit that works: Windows and macOS."""
    try:
        return int((_PROC / "statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return None


def _limit_memory(pages: int | None, size: int) -> None:
    if pages is None:
        return
    import resource

    most = pages * resource.getpagesize() + size
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a library that runs out of memory aborts


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
